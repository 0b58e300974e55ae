import { conditionsOf, inboxSearch, isNarrowed, sameConditions } from './inbox-search';

test('an inbox is an address, and nonsense in it is everything in the usual order', () => {
  expect(inboxSearch({})).toEqual({ view: 'all' });
  expect(inboxSearch({ view: 'x', q: ' ', urgent: 'yes', amountFrom: -3, sort: 'default', row: '' })).toEqual({
    view: 'all',
  });
  const search = {
    view: 'approval',
    q: '契約',
    matterType: 'contract',
    urgent: true,
    amountFrom: 1_000_000,
    sort: 'amount',
  };
  expect(inboxSearch({ ...search, row: 'd:s', open: true })).toEqual({ ...search, row: 'd:s', open: true });
  expect(conditionsOf({ ...search, row: 'd:s' })).toEqual(search);
});

test('a saved view is recognised by its conditions', () => {
  expect(isNarrowed({ view: 'held' })).toBe(false);
  expect(isNarrowed({ view: 'all', sort: 'due' })).toBe(true);
  expect(sameConditions({ view: 'all', urgent: true }, conditionsOf({ urgent: true }))).toBe(true);
  expect(sameConditions({ view: 'all', urgent: true }, { view: 'all' })).toBe(false);
});
