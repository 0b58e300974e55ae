import { archiveSearch, conditionsOf, isAsked, withCondition } from './archive-search';

test('an address keeps every condition as text', () => {
  expect(archiveSearch({ q: 2026, fiscalYear: 2025, unit: 'S21', junk: 'x', open: true })).toEqual({
    q: '2026',
    fiscalYear: '2025',
    unit: 'S21',
    open: true,
  });
  expect(archiveSearch({ q: '', open: 'yes' })).toEqual({});
});

test('the place in the list is not a condition', () => {
  expect(conditionsOf({ q: '渡邉', hit: 'd1', open: true })).toEqual({ q: '渡邉' });
  expect(isAsked({})).toBe(false);
  expect(isAsked({ unit: 'S21' })).toBe(true);
});

test('changing a condition starts the list anew', () => {
  expect(withCondition({ q: '占用', unit: 'S21', hit: 'd1' }, 'unit', null)).toEqual({ q: '占用' });
  expect(withCondition({ q: '占用', hit: 'd1' }, 'state', 'decided')).toEqual({ q: '占用', state: 'decided' });
});
