import fc from 'fast-check';
import type { InboxItem } from '../../shared/api/types';
import { freshList, steadied, type SteadyRow } from './steady-rows';

const item = (name: string) => ({ documentId: name, seatId: 's', title: name }) as InboxItem;
const list = (names: string) => [...names].map(item);
const key = (name: string) => `${name}:s`;
const shown = (names: string) => freshList(list(names)).rows;
const words = (rows: readonly SteadyRow[]) =>
  rows.map(({ item: { title }, gone }) => (gone ? `(${title})` : title)).join('');
const after = (was: string, now: string, mine = '') => steadied(shown(was), list(now), new Set([...mine].map(key)));

describe('the rows on the screen', () => {
  test('an arrival waits until it is asked for', () => {
    const { rows, held } = after('bcd', 'abcd');
    expect([words(rows), held]).toEqual(['bcd', 1]);
  });

  test('a later page, and whatever comes last, is appended', () => {
    expect(words(after('ab', 'abcd').rows)).toBe('abcd');
  });

  test('what was settled elsewhere stays in its place, what the reader settled leaves', () => {
    expect(words(after('abc', 'ac').rows)).toBe('a(b)c');
    expect(words(after('abc', 'ac', 'b').rows)).toBe('ac');
  });

  test('what the reader took back returns to its place', () => {
    expect(words(after('ac', 'abc', 'b').rows)).toBe('abc');
    expect(words(after('bc', 'abc', 'a').rows)).toBe('abc');
  });

  test('an empty screen shows everything', () => {
    expect(words(after('', 'ab').rows)).toBe('ab');
    expect(words(after('a', 'bc', 'a').rows)).toBe('bc');
    expect(words(after('a', 'bc').rows)).toBe('(a)bc');
  });

  test('no row that stays ever changes its place among those that stay', () => {
    const names = fc
      .uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 })
      .map((some) => some.toSorted().join(''));
    fc.assert(
      fc.property(names, names, names, (was, now, mine) => {
        const { rows } = after(was, now, mine);
        const stayed = rows.map((row) => row.item.title).filter((title) => was.includes(title));
        expect(stayed.join('')).toBe([...was].filter((name) => stayed.includes(name)).join(''));
        expect(new Set(rows.map((row) => row.item.title)).size).toBe(rows.length);
      }),
    );
  });
});
