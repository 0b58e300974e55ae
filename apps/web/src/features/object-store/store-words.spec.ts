import { kindLabel, mediaLabel, monthName, quotaUse, remedy, shareOf } from './store-words';

test.each([
  [0, 100, { percent: 0, freeBytes: 100, state: 'room' }],
  [799, 1000, { percent: 79.9, freeBytes: 201, state: 'room' }],
  [800, 1000, { percent: 80, freeBytes: 200, state: 'scarce' }],
  [99_999, 100_000, { percent: 99.9, freeBytes: 1, state: 'scarce' }],
  [100, 100, { percent: 100, freeBytes: 0, state: 'full' }],
  [250, 100, { percent: 250, freeBytes: 0, state: 'full' }],
])('SCN-18 %d of %d bytes', (bytes, quota, use) => {
  expect(quotaUse(bytes, quota)).toEqual(use);
});

test('a share of nothing is 0%, and what there is is never nothing', () => {
  const amount = (bytes: number) => ({ objects: 1, bytes });
  expect(shareOf(amount(0), amount(0))).toBe('0%');
  expect(shareOf(amount(1), amount(8))).toBe('12.5%');
  expect(shareOf(amount(1), amount(1_000_000))).toBe('<0.1%');
});

test('kinds have words, whatever is new is an office file as in the figures', () => {
  expect(['pdf', 'rendition', 'office', 'constructor'].map(kindLabel)).toEqual([
    'store.kind.pdf',
    'store.kind.rendition',
    'store.kind.office',
    'store.kind.office',
  ]);
  expect(
    ['application/pdf', 'image/png', 'text/plain', 'message/rfc822', 'application/msword'].map(mediaLabel),
  ).toEqual(['store.kind.pdf', 'store.kind.image', 'store.kind.text', 'store.kind.mail', 'store.kind.office']);
});

test('what mends a finding depends on where it is; a settled one asks for nothing', () => {
  expect(remedy({ place: 'first', settledAt: null })).toBe('store.do.first');
  expect(remedy({ place: 'second', settledAt: null })).toBe('store.do.second');
  expect(remedy({ place: 'first', settledAt: '2026-11-01T00:00:00Z' })).toBe('store.do.nothing');
});

test('a month is said without its day', () => {
  expect(monthName('2026-11', 'ja')).toBe('令和8年11月');
  expect(monthName('2026-11', 'en')).toBe('Nov 2026');
});
