import fc from 'fast-check';
import { fold } from '@fubako/kernel';
import { editsOf, restoreOriginal } from './original';

const LETTERS = [...'道路占用について渡邉㈱１２ＡB ab　\nー～ﾊﾟｶ゛𠮷😀', '\u{E0100}', '\u200B', '\r\n'];
const writing = fc.oneof(
  fc.array(fc.constantFrom(...LETTERS), { maxLength: 60 }).map((all) => all.join('')),
  fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
);

describe('The way back to the original', () => {
  it('SEA-6 restores what was written, to the last blank', () => {
    fc.assert(
      fc.property(writing, (text) => {
        const folded = fold(text);
        expect(restoreOriginal(folded.folded, editsOf(text, folded))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('costs little where text is mostly as written, and hardly more than the text where it is not', () => {
    const prose =
      'このことについて、下記のとおり処理してよろしいか伺います。道路占用の許可を更新するものです。\n'.repeat(20);
    expect(JSON.stringify(editsOf(prose, fold(prose))).length).toBeLessThan(prose.length / 4);
    const scanned = [...'道路占用許可申請書'].join(' ').repeat(50);
    expect(JSON.stringify(editsOf(scanned, fold(scanned))).length).toBeLessThan(scanned.length * 1.1);
  });

  it('refuses what is no list of edits', () => {
    expect(() => restoreOriginal('道路', ['x', 1, 2])).toThrow(TypeError);
  });
});
