import { graphemesOf } from '@fubako/kernel';
import fc from 'fast-check';
import { mayBreak } from './kinsoku';
import { breakLines } from './line-breaking';

/** Half an em for Latin, one for the rest, nothing for line ends: as a Ming font has it. */
const widthOf = (grapheme: string): number =>
  /^[\n\r]/u.test(grapheme) ? 0 : /^[\u0020-\u007E]/u.test(grapheme) ? 0.5 : 1;
const measure = (width: number) => ({ width, widthOf });
const lineWidth = (line: string): number =>
  graphemesOf(line.replace(/\s+$/u, '')).reduce((sum, grapheme) => sum + widthOf(grapheme), 0);

const piece = fc.constantFrom(
  '災',
  '害',
  '時',
  'の',
  'っ',
  'ー',
  '、',
  '。',
  '「',
  '」',
  '（',
  '）',
  '……',
  '渡邉󠄂',
  '葛󠄀城',
  '𠮷田',
  '👨‍👩‍👧',
  'が',
  '令和8年11月22日',
  '1,200,000円',
  'Asphalt',
  'https://example.test/a-b',
  ' ',
  '　',
  '\n',
  'か゚',
  '￥500',
  '%',
  'ｶﾞ',
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const width = fc.integer({ min: 1, max: 45 });

describe('line breaking', () => {
  it('REND-11 joined together the lines are the text again', () => {
    fc.assert(fc.property(text, width, (value, room) => expect(breakLines(value, measure(room)).join('')).toBe(value)));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), width, (value, room) =>
        expect(breakLines(value, measure(room)).join('')).toBe(value),
      ),
    );
  });

  it('REND-12 never splits a grapheme: not a surrogate pair, not a kanji from its variation selector', () => {
    fc.assert(
      fc.property(text, width, (value, room) => {
        expect(breakLines(value, measure(room)).flatMap((line) => graphemesOf(line))).toEqual(graphemesOf(value));
      }),
    );
  });

  it('REND-13 no line is wider than its room, unless it is one single grapheme', () => {
    fc.assert(
      fc.property(text, width, (value, room) => {
        for (const line of breakLines(value, measure(room))) {
          if (graphemesOf(line.trimEnd()).length > 1) expect(lineWidth(line)).toBeLessThanOrEqual(room + 1e-3);
        }
      }),
    );
  });

  it('REND-10 a line ends where kinsoku forbids it only when the line offers no other place', () => {
    fc.assert(
      fc.property(text, width, (value, room) => {
        const lines = breakLines(value, measure(room));
        lines.slice(1).forEach((line, index) => {
          const before = graphemesOf(lines[index]!);
          if (/[\n\r]$/u.test(before.at(-1)!) || mayBreak(before.at(-1)!, graphemesOf(line)[0]!)) return;
          before.slice(1).forEach((grapheme, at) => expect(mayBreak(before[at]!, grapheme)).toBe(false));
        });
      }),
    );
  });

  it('REND-14 a line is filled: what begins the next line up to its first break would not have fitted', () => {
    fc.assert(
      fc.property(text, width, (value, room) => {
        const lines = breakLines(value, measure(room));
        lines.slice(1).forEach((_line, index) => {
          const before = lines[index]!;
          if (/[\n\r]$/u.test(before)) return;
          // What must stay together may be wider than a line and then runs on into the line after the next.
          const next = graphemesOf(lines.slice(index + 1).join(''));
          const end = next.findIndex((grapheme, at) => at > 0 && mayBreak(next[at - 1]!, grapheme));
          const word = next.slice(0, end === -1 ? next.length : end).join('');
          const full = graphemesOf(before).reduce((sum, grapheme) => sum + widthOf(grapheme), 0);
          expect(full + lineWidth(word)).toBeGreaterThan(room);
        });
      }),
    );
  });

  it.each([
    ['closing marks move down with the character before them', 'あいうえお。', 5, ['あいうえ', 'お。']],
    ['opening brackets move down to what they open', 'あいうえ「お」', 5, ['あいうえ', '「お」']],
    ['small kana and the long vowel mark do not begin a line', 'あいうえデータ', 5, ['あいうえ', 'データ']],
    ['Latin words stay whole', 'あいうAsphalt', 5, ['あいう', 'Asphalt']],
    ['amounts stay whole, with their unit', '金額は1,200,000円です', 7, ['金額は', '1,200,000円で', 'す']],
    ['a word longer than the line breaks anywhere', 'abcdefgh', 2, ['abcd', 'efgh']],
    ['line breaks typed by the author are kept, blank lines too', 'あ\n\nい', 5, ['あ\n', '\n', 'い']],
    ['spaces at the end hang and begin no line', 'あいうえお　か', 5, ['あいうえお　', 'か']],
    ['an indent at the beginning stays', '　あいうえお', 5, ['　あいうえ', 'お']],
    ['dashes and dots stay in pairs', 'あいうえ……', 5, ['あいうえ', '……']],
  ])('REND-10 %s', (_, value, room, expected) => {
    expect(breakLines(value, measure(room))).toEqual(expected);
  });
});
