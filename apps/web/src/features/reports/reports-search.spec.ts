import { dayFrom, monthSpan, reportsSearch } from './reports-search';

test('a report is an address, and nonsense is the situation', () => {
  expect(reportsSearch({ view: 'urgency', year: 2026 })).toEqual({ view: 'urgency', year: 2026 });
  expect(reportsSearch({ view: 'nobody', year: 'x', from: '2026-06-01' })).toEqual({});
  expect(reportsSearch({ list: 'urgent', from: '2026-06-01', until: 'soon', section: 'S31' })).toEqual({
    list: 'urgent',
    from: '2026-06-01',
    section: 'S31',
  });
});

test('a month is a span of days, also the last of a year', () => {
  expect(monthSpan('2026-06')).toEqual({ from: '2026-06-01', until: '2026-07-01' });
  expect(monthSpan('2026-12')).toEqual({ from: '2026-12-01', until: '2027-01-01' });
  expect(dayFrom('2026-03-01', -1)).toBe('2026-02-28');
});
