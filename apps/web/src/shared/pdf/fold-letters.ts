/** A letter as it counts when words are compared, and where it stands in what was written (UTF-16 units). */
export interface FoldedLetter {
  readonly folded: string;
  readonly at: number;
  readonly end: number;
}

/** A letter with the marks that belong to it, also the half-width and the stand-alone voiced ones: ｶﾞ and カ゛ are ガ. */
const LETTER = /[^\p{M}\u{FF9E}\u{FF9F}\u{309B}\u{309C}]?[\p{M}\u{FF9E}\u{FF9F}\u{309B}\u{309C}]*/gsu;
const VOICED = /[\u{309B}\u{309C}]/gu;
const DASHES = /[\u2010-\u2015\u2043\u207B\u2212\u2500\u2501\u2E3A\u2E3B\u30FC]/gu;
const WAVES = /[\u301C\u223C\u223F\u3030\u2053]/gu;
const UNSEEN = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

const plain = (letter: string): string =>
  letter
    .replace(VOICED, (mark) => (mark === '\u309B' ? '\u3099' : '\u309A'))
    .normalize('NFKC')
    .toLowerCase()
    .replace(DASHES, '-')
    .replace(WAVES, '~')
    .replace(UNSEEN, '');

/** Neither width, letter case, the writing of voiced kana, nor the kind of dash or wave counts, nor do blanks. */
export function foldLetters(text: string): FoldedLetter[] {
  const letters: FoldedLetter[] = [];
  for (const { 0: letter, index: at } of text.matchAll(LETTER)) {
    const folded = plain(letter);
    if (folded !== '') letters.push({ folded, at, end: at + letter.length });
  }
  return letters;
}

/** The text as it counts, for comparing. */
export const foldText = (text: string): string =>
  foldLetters(text)
    .map(({ folded }) => folded)
    .join('');

/** How often `word` stands in `text`, both folded; one does not begin within another. */
export function timesIn(text: string, word: string): number {
  if (word === '') return 0;
  let times = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) times += 1;
  return times;
}
