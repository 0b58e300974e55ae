const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Characters a person sees, counting a kanji with its variation selector as one. */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** More code points than this in one grapheme is an attack on layout, not writing (reliability 4.9). */
const MAX_CODE_POINTS_PER_GRAPHEME = 16;

export type TextFault = 'control-character' | 'broken-surrogate' | 'noncharacter' | 'bidi-control' | 'stacked-marks';

// Written as code points so that no invisible character hides in this source.
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/u;
const LINE_BREAKING = /[\u0009\u000A]/u;
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const NONCHARACTER = /[\uFDD0-\uFDEF\u{FFFE}\u{FFFF}\u{1FFFE}\u{1FFFF}\u{2FFFE}\u{2FFFF}\u{10FFFE}\u{10FFFF}]/u;

/**
 * What makes `text` unfit to be stored and printed for thirty years, or null. Variation selectors are kept (RULE: MJ+ names).
 * @param multiline whether LF and TAB are welcome; carriage returns must have been folded to LF by the edge.
 */
export function textFault(text: string, multiline: boolean): TextFault | null {
  if (!text.isWellFormed()) return 'broken-surrogate';
  if (CONTROL.test(text) || (!multiline && LINE_BREAKING.test(text))) return 'control-character';
  if (NONCHARACTER.test(text)) return 'noncharacter';
  if (BIDI.test(text)) return 'bidi-control';
  const stacked = graphemesOf(text).some(
    (g) => g.length > MAX_CODE_POINTS_PER_GRAPHEME && [...g].length > MAX_CODE_POINTS_PER_GRAPHEME,
  );
  return stacked ? 'stacked-marks' : null;
}

/** Length as a person counts it. */
export function lengthOf(text: string): number {
  return text.length < 2 ? text.length : graphemesOf(text).length;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** As text of a page, or in one of its attributes between double quotes. */
export function escapedHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}
