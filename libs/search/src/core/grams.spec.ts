import fc from 'fast-check';
import { foldKey, localDate } from '@fubako/kernel';
import { addGrams, dayGram, provenByGrams, requiredGrams } from './grams';

const LETTERS = [...'あいうのをした道路占用許可申請0123456789-abcアカ第号(株)、。𠮷😀𩸽ゖぁ'];
const folded = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 30 })
  .map((all) => foldKey(all.join('')))
  .filter((text) => text !== '');

const gramsOf = (text: string) => {
  const grams = new Set<number>();
  addGrams(text, grams);
  return grams;
};
const covers = (text: string, needle: string, places = true) =>
  requiredGrams(needle, places).every((gram) => gramsOf(text).has(gram));

describe('Grams', () => {
  it('SEA-3 are all in a text that holds the needle', () => {
    fc.assert(
      fc.property(folded, folded, folded, (before, needle, after) => {
        expect(covers(before + needle + after, needle)).toBe(true);
        expect(covers(before + needle + after, needle, false)).toBe(true);
      }),
    );
  });

  it('SEA-3 prove a needle of one or two units, or of three crowded ones, without the text', () => {
    fc.assert(
      fc.property(folded, folded, fc.nat(), (text, other, at) => {
        const codePoints = [...other];
        const needle = codePoints
          .slice(at % codePoints.length)
          .join('')
          .slice(0, 3)
          .toWellFormed();
        if (needle.includes('\uFFFD') || !provenByGrams(needle)) return;
        expect(covers(text, needle)).toBe(text.includes(needle));
      }),
      { numRuns: 2000 },
    );
    expect(['道', '道路', '𠮷', 'した。', 'しした', '120', '1-2'].map(provenByGrams)).toEqual([
      true,
      true,
      true,
      false,
      true,
      true,
      true,
    ]);
    expect(provenByGrams('道路占')).toBe(false);
  });

  it('SEA-3 of different kinds never meet', () => {
    const kinds = new Map<number, string>();
    const claim = (text: string) => {
      for (const gram of requiredGrams(text, false)) {
        expect(kinds.get(gram) ?? text).toBe(text);
        kinds.set(gram, text);
      }
    };
    const crowd = [...'ぁあのん0189-'];
    crowd.forEach((a) => crowd.forEach((b) => crowd.forEach((c) => claim(a + b + c))));
    for (const a of '!~ぁん一龥\uFFFD') for (const b of '!~ぁん一龥\uFFFD') claim(a + b);
    // Places of triples have a range of their own; days end before it.
    expect(dayGram(localDate('2099-12-31'))).toBeLessThan(0x1c_0000);
    for (const text of ['道路占', '1,2', '株)申', '𠮷の', '龥龥龥']) {
      const [place] = requiredGrams(text, true);
      expect(place).toBeGreaterThanOrEqual(0x1c_0000);
      expect(place).toBeLessThan(0x21_0000);
    }
    for (let unit = 0x21; unit <= 0xffff; unit++) if (unit < 0xd800 || unit > 0xdfff) claim(String.fromCharCode(unit));
  });

  it('asks for the rarest grams first and for no more than are worth a lookup', () => {
    expect(requiredGrams('についての道路', false)[0]).toBe(('道'.charCodeAt(0) << 16) | '路'.charCodeAt(0));
    expect(requiredGrams('道路占用許可申請書'.repeat(20), true).length).toBeLessThanOrEqual(24);
    expect(requiredGrams('について', true)).toHaveLength(2);
    // Triples say all that pairs say, from four units on.
    expect(requiredGrams('道路占用', true)).toHaveLength(2);
    expect(requiredGrams('道路占用', false)).toHaveLength(3);
  });
});
