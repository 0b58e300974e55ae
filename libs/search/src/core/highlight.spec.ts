import fc from 'fast-check';
import { foldKey, localDate } from '@fubako/kernel';
import { type Marker, marksIn as marksBy, snippetOf as snippetBy } from './highlight';

const markerOf = (needles: readonly string[], change: Partial<Marker> = {}): Marker => ({
  wanted: needles.map((each) => ({ needle: foldKey(each), written: each, serial: null, day: null })),
  off: [],
  ...change,
});
const marksIn = (written: string, needles: readonly string[]) => marksBy(written, markerOf(needles));
const snippetOf = (written: string, needles: readonly string[]) => snippetBy(written, markerOf(needles));

const LETTERS = [...'道路占用渡邉㈱１２Ab 　\nー～ﾊﾟ𠮷', '\u{E0100}'];
const text = fc.array(fc.constantFrom(...LETTERS), { maxLength: 400 }).map((all) => all.join(''));
const needle = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 3 })
  .map((all) => foldKey(all.join('')))
  .filter((key) => key !== '');

const marked = ({ text: shown, marks }: { text: string; marks: [number, number][] }) =>
  marks.map(([from, to]) => shown.slice(from, to));

describe('Marks', () => {
  it('SEA-6 stand on what was written, whatever its spelling', () => {
    const title = '道路 占用の許可について（渡邉\u{E0101}ケンセツ㈱）';
    expect(marked({ text: title, marks: marksIn(title, [foldKey('占用'), foldKey('渡辺'), foldKey('株')]) })).toEqual([
      '占用',
      '渡邉\u{E0101}',
      '㈱',
    ]);
    expect(marksIn(title, [foldKey('路占')])).toEqual([[1, 4]]);
  });

  it('SEA-13 leave out what is written otherwise when foldings are off', () => {
    expect(marksBy('渡邉と渡辺', markerOf(['渡辺'], { off: ['kanji'] }))).toEqual([[3, 5]]);
    expect(marksBy('１２ 12', markerOf(['12'], { off: ['width'] }))).toEqual([[3, 5]]);
  });

  it('SEA-15 stand on a day in any spelling', () => {
    const term = { needle: '2026-04-01', written: '2026-04-01', serial: null, day: localDate('2026-04-01') };
    const title = '令和８年 ４月１日とR8.4.12';
    expect(marksBy(title, { wanted: [term], off: [] })).toEqual([[0, 9]]);
  });

  it('are one where matches overlap or touch', () => {
    expect(marksIn('ああああ', ['ああ'])).toEqual([[0, 4]]);
    expect(marksIn('道路占用', ['道路', '占用'])).toEqual([[0, 4]]);
  });

  it('SEA-6 hold a match each, in order and apart, and are there when and only when the text matches', () => {
    fc.assert(
      fc.property(text, fc.array(needle, { minLength: 1, maxLength: 3 }), (written, needles) => {
        const marks = marksIn(written, needles);
        marks.forEach(([from, to], index) => {
          expect(from).toBeLessThan(to);
          if (index > 0) expect(from).toBeGreaterThan(marks[index - 1]![1]);
          expect(needles.some((each) => foldKey(written.slice(from, to)).includes(each))).toBe(true);
        });
        expect(marks.length > 0).toBe(needles.some((each) => foldKey(written).includes(each)));
      }),
    );
  });
});

describe('Snippets', () => {
  it('show the first match with what surrounds it, and say where they are cut', () => {
    const page = `${'あ'.repeat(100)}占用${'い'.repeat(300)}`;
    const snippet = snippetOf(page, ['占用']);
    expect(snippet.text).toMatch(/^…あ{24}占用い+…$/);
    expect(marked(snippet)).toEqual(['占用']);
  });

  it('show a short text whole', () => {
    expect(snippetOf('渡邉の件', ['渡辺'])).toEqual({ text: '渡邉の件', marks: [[0, 2]] });
    expect(snippetOf('', ['渡辺'])).toEqual({ text: '', marks: [] });
  });

  it('SEA-6 mark stretches of their own text that match, and mark one whenever the text matches', () => {
    fc.assert(
      fc.property(text, needle, (written, each) => {
        const snippet = snippetOf(written, [each]);
        for (const stretch of marked(snippet)) expect(stretch).not.toBe('');
        if (foldKey(written).includes(each)) expect(foldKey(marked(snippet)[0] ?? '')).toContain(each);
        else expect(snippet.marks).toEqual([]);
        expect(snippet.text.isWellFormed()).toBe(true);
      }),
    );
  });
});
