import { archiveSearch, conditionsOf, isAsked, withCondition, withFacet } from './archive-search';

test('an address keeps its conditions in their types and drops what is none', () => {
  expect(archiveSearch({ q: 2026, fiscalYear: 2025, unit: 'S21', state: ['decided', 'nonsense'], junk: 'x' })).toEqual({
    q: '2026',
    fiscalYear: [2025],
    unit: ['S21'],
    state: ['decided'],
  });
  expect(archiveSearch({ q: '', fiscalYear: 'abc', state: 'x', from: null })).toEqual({});
});

test('the place in the list is not a condition', () => {
  expect(conditionsOf({ q: '渡邉', hit: 'd1' })).toEqual({ q: '渡邉' });
  expect(isAsked({})).toBe(false);
  expect(isAsked({ unit: ['S21'] })).toBe(true);
});

test('changing a condition starts the list anew', () => {
  expect(withCondition({ q: '占用', unit: ['S21'], hit: 'd1' }, 'unit', null)).toEqual({ q: '占用' });
  expect(withCondition({ q: '占用', hit: 'd1' }, 'from', '2026-04-01')).toEqual({ q: '占用', from: '2026-04-01' });
});

test('several values of a facet may be chosen, each let go again', () => {
  const two = withFacet(withFacet({ q: 'a', hit: 'd1' }, 'fiscalYear', '2026'), 'fiscalYear', '2025');
  expect(two).toEqual({ q: 'a', fiscalYear: [2026, 2025] });
  expect(withFacet(withFacet(two, 'fiscalYear', '2026'), 'fiscalYear', '2025')).toEqual({ q: 'a' });
});
