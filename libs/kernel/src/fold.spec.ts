import fc from 'fast-check';
import { FOLDINGS, type Folding, fold, foldKey, foldKeyWithout, kanjiForms, originalRange } from './fold';
import { FOLD_TABLE } from './fold-table';

/** Characters that Japanese offices write, the troublesome ones first. */
const CHARACTERS = [
  ...'邉邊辺齋齊斎斉髙高﨑崎𠮷吉澤沢國国ＡＢＣabcＺ０１２３120第号ｶﾞﾊﾟがガｱ゛゜か は①㈱㍻㌔〜～ー－―‐− 　\n\t渡󠄀',
  '\u{E0100}',
  '\u{E0101}',
  '\u3099',
  '\u309A',
  '\u200B',
  'é',
  'e',
  '\u0301',
  '😀',
  '𩸽',
  '\uD842',
  'ß',
  'İ',
  'Σ',
  'ς',
  '¨',
  '가',
  '\u1161',
  '\u11A8',
  'ㄱ',
  'ㅏ',
];
const writing = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 40 }).map((all) => all.join(''));
const anything = fc.oneof(writing, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('Folding for search', () => {
  it.each([
    ['渡邉 太郎', '渡辺太郎'],
    ['渡邊', '渡辺'],
    ['髙橋', '高橋'],
    ['宮﨑', '宮崎'],
    ['𠮷田', '吉田'],
    ['齋藤', '斉藤'],
    ['斎藤', '斉藤'],
    ['齊藤', '斉藤'],
    ['澤', '沢'],
    ['國道', '国道'],
    ['瀧澤', '滝沢'],
    ['濵口', '浜口'],
    ['第１２０号', '第120号'],
    ['ＡＢＣ', 'abc'],
    ['ｶﾞﾊﾟﾅ', 'ガパナ'],
    ['か゛', 'が'],
    ['㈱ふばこ', '(株)ふばこ'],
    ['令和８年４月１日', '令和8年4月1日'],
    ['１－２ー３―４‐５−６', '1-2-3-4-5-6'],
    ['４月〜５月～６月', '4月~5月~6月'],
    ['茅ヶ崎', '茅ケ崎'],
    ['非改行\u2011', '非改行-'],
    ['葛\u{E0100}城', '葛城'],
    ['道\u3000路\n占 用', '道路占用'],
    ['ひらがな', 'ひらがな'],
    ['ヒラガナ', 'ヒラガナ'],
    ['⻑谷', '長谷'],
    ['⼭', '山'],
  ])('reads %s as %s', (written, folded) => {
    expect(foldKey(written)).toBe(folded);
  });

  it('keeps hiragana and katakana apart, and words that are only spelled alike', () => {
    expect(foldKey('さくら')).not.toBe(foldKey('サクラ'));
    expect(foldKey('大阪')).not.toBe(foldKey('大坂'));
  });

  it('leads every folded unit back to what was written', () => {
    const text = '㈱ 渡邉\u{E0101} ｶﾞｽ';
    const result = fold(text);
    expect(result.folded).toBe('(株)渡辺ガス');
    const at = (needle: string) => {
      const from = result.folded.indexOf(needle);
      return text.slice(...originalRange(result, from, from + needle.length));
    };
    expect([at('株'), at('辺'), at('渡辺'), at('ガ'), at('辺ガ')]).toEqual([
      '㈱',
      '邉\u{E0101}',
      '渡邉\u{E0101}',
      'ｶﾞ',
      '邉\u{E0101} ｶﾞ',
    ]);
    expect(() => originalRange(result, 3, 3)).toThrow(RangeError);
    expect(() => originalRange(result, 0, 99)).toThrow(RangeError);
  });

  it('has offsets that never go back, lie inside the text and are never empty', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { folded, offsets } = fold(text);
        expect(offsets).toHaveLength(2 * folded.length);
        for (let unit = 0; unit < folded.length; unit++) {
          const [start, end] = [offsets[2 * unit]!, offsets[2 * unit + 1]!];
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          if (unit > 0) {
            expect(start).toBeGreaterThanOrEqual(offsets[2 * unit - 2]!);
            expect(end).toBeGreaterThanOrEqual(offsets[2 * unit - 1]!);
          }
        }
      }),
    );
  });

  it('shows for every folded unit an original that folds to something holding it', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const result = fold(text);
        for (let unit = 0; unit < result.folded.length; unit++) {
          expect(foldKey(text.slice(...originalRange(result, unit, unit + 1)))).toContain(result.folded[unit]);
        }
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(foldKey(foldKey(text))).toBe(foldKey(text));
      }),
    );
    for (let codePoint = 1; codePoint <= 0x10ffff; codePoint++) {
      const once = foldKey(String.fromCodePoint(codePoint));
      if (foldKey(once) !== once)
        throw new Error(`U+${codePoint.toString(16)} folds to ${once}, then to ${foldKey(once)}`);
      if (/[\p{White_Space}\p{Cc}]/u.test(once)) throw new Error(`U+${codePoint.toString(16)} leaves a blank`);
    }
  });

  it('finds any cut of a text in it, when the cut does not part a letter from its marks', () => {
    fc.assert(
      fc.property(anything, fc.nat(), fc.nat(), (text, a, b) => {
        const { folded, offsets } = fold(text);
        if (folded === '') return;
        const [from, to] = [a % folded.length, b % folded.length].sort((x, y) => x - y) as [number, number];
        const cut = text.slice(offsets[2 * from], offsets[2 * to + 1]);
        expect(folded).toContain(foldKey(cut));
      }),
    );
  });

  it('does not see white space at all', () => {
    fc.assert(
      fc.property(writing, fc.constantFrom(' ', '\u3000', '\n', '\u00A0'), (text, blank) => {
        expect(foldKey([...text].join(blank))).toBe(foldKey(text));
      }),
    );
  });

  it.each<[string, Folding, string]>([
    ['第１２０号 渡邉', 'width', '第１２０号渡辺'],
    ['第１２０号 渡邉', 'kanji', '第120号渡邉'],
    ['ｶﾞｽ か゛ Ａ', 'kana', 'ｶﾞｽか゛a'],
    ['ＡＢＣ－ｶﾞｽ', 'width', 'ＡＢＣ－ガス'],
    ['葛\u{E0100} 城 邉\u{E0101}', 'ivs', '葛\u{E0100}城辺\u{E0101}'],
    ['葛\u{E0100}', 'kanji', '葛'],
    ['\u{E0101}葛 \u{E0100}城', 'ivs', '葛城'],
  ])('with a folding off reads %s without %s as %s', (text, off, folded) => {
    expect(foldKeyWithout(text, [off])).toBe(folded);
  });

  it('agrees with its key when nothing is off, and makes one only what full folding makes one', () => {
    fc.assert(
      fc.property(anything, anything, fc.subarray([...FOLDINGS]), (text, other, off) => {
        expect(foldKeyWithout(text, [])).toBe(foldKey(text));
        expect(foldKey(foldKeyWithout(text, off))).toBe(foldKey(text));
        if (foldKeyWithout(text, off) === foldKeyWithout(other, off)) expect(foldKey(text)).toBe(foldKey(other));
      }),
    );
  });

  it('agrees with its key', () => {
    fc.assert(fc.property(anything, (text) => expect(fold(text).folded).toBe(foldKey(text))));
  });
});

describe('The table of variants', () => {
  const entries = [...FOLD_TABLE];

  it('is large enough for names of the family register', () => {
    expect(entries.length).toBeGreaterThan(450);
  });

  it('maps one character to one other, by a form that is itself no variant', () => {
    for (const [variant, common] of entries) {
      expect([...variant]).toHaveLength(1);
      expect([...common]).toHaveLength(1);
      expect(FOLD_TABLE.has(common)).toBe(false);
    }
  });

  it('holds only characters that NFKC and lower case leave alone', () => {
    const idle = entries.flat().filter((character) => character.normalize('NFKC').toLowerCase() !== character);
    expect(idle).toEqual([]);
  });

  it('names the forms of kanji that count as one, each group once', () => {
    expect(kanjiForms('渡邉 渡辺')).toEqual(['辺邊邉']);
    expect(kanjiForms('道路占用')).toEqual([]);
    for (const forms of kanjiForms('髙齋邉')) expect(new Set([...forms].map(foldKey)).size).toBe(1);
  });
});
