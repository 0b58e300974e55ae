/**
 * A word as recognition found it: its letters and its box in ten-thousandths of the page's width and height, from its top left
 * (left, top, width, height).
 */
export type RecognisedWord = readonly [text: string, left: number, top: number, width: number, height: number];

/** 文字認識の結果: what was found on the picture of one page. */
export interface RecognisedPage {
  readonly text: string;
  /** Mean over the letters, 0 to 100. */
  readonly confidence: number;
  readonly words: readonly RecognisedWord[];
}

/** A quarter turn of a page, clockwise. */
export type Turn = 0 | 90 | 180 | 270;

/** Why a scan has no text on a machine without an engine; it is looked for again when the content is taken again. */
export const NOT_INSTALLED = 'text recognition (tesseract with jpn) is not installed on the worker';

export const EMPTY_PAGE: RecognisedPage = { text: '', confidence: 0, words: [] };

/** Below this a reading is noise from a photograph or a stain, not text. */
const LEAST_CONFIDENCE = 30;
const WHOLE = 10_000;
const LEVEL = { page: '1', line: '4', word: '5' } as const;
/** Letters between which Japanese writes no blank, whatever the recognition puts there. */
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\u30FC\uFF00-\uFFEF]/u;

interface FoundWord {
  readonly line: string;
  readonly confidence: number;
  readonly word: RecognisedWord;
}

/** Reads the table that Tesseract writes (TSV: level, place, box in pixels, confidence, text). */
export function readRecognised(tsv: string): RecognisedPage {
  const rows = tsv.split('\n').map((row) => row.split('\t'));
  const page = rows.find(([level]) => level === LEVEL.page);
  const size = { width: Number(page?.[8]), height: Number(page?.[9]) };
  if (!(size.width > 0 && size.height > 0)) return EMPTY_PAGE;
  const found = rows.flatMap((row) => foundWord(row, size) ?? []);
  const letters = found.reduce((sum, { word: [text] }) => sum + text.length, 0);
  const confidence = found.reduce((sum, { confidence: sure, word: [text] }) => sum + sure * text.length, 0) / letters;
  if (letters === 0 || confidence < LEAST_CONFIDENCE) return EMPTY_PAGE;
  return { text: textOf(found), confidence: Math.round(confidence * 10) / 10, words: found.map(({ word }) => word) };
}

/** The reading that fits better: a page is written across or downwards, and only trying tells. */
export function surer(one: RecognisedPage, other: RecognisedPage): RecognisedPage {
  return other.confidence > one.confidence ? other : one;
}

/** Boxes that were found on a turned picture, as they stand on the page itself. */
export function turnBack(page: RecognisedPage, turn: Turn): RecognisedPage {
  return turn === 0 ? page : { ...page, words: page.words.map((word) => turnedBack(word, turn)) };
}

/** The quarter turn that sets the page upright, as Tesseract's look at its orientation tells it (`--psm 0`). */
export function uprightTurn(report: string): Turn {
  const turn = Number(/^Rotate: (\d+)$/mu.exec(report)?.[1] ?? 0);
  return turn === 90 || turn === 180 || turn === 270 ? turn : 0;
}

function foundWord(row: readonly string[], size: { width: number; height: number }): FoundWord | null {
  const [level, , block, paragraph, line, , left, top, width, height, confidence, text = ''] = row;
  const letters = text.trim();
  if (level !== LEVEL.word || letters === '') return null;
  const across = (value: string | undefined) => Math.round((Number(value) / size.width) * WHOLE);
  const down = (value: string | undefined) => Math.round((Number(value) / size.height) * WHOLE);
  return {
    line: `${block}.${paragraph}.${line}`,
    confidence: Number(confidence),
    word: [letters, across(left), down(top), across(width), down(height)],
  };
}

/** Lines as they stand; blanks stay only between words of other scripts. */
function textOf(found: readonly FoundWord[]): string {
  let text = '';
  found.forEach(({ line, word: [letters] }, index) => {
    const before = found[index - 1];
    if (before && before.line !== line) text += '\n';
    else if (before && !CJK.test(text.at(-1) ?? '') && !CJK.test(letters[0] ?? '')) text += ' ';
    text += letters;
  });
  return text;
}

function turnedBack([text, left, top, width, height]: RecognisedWord, turn: Turn): RecognisedWord {
  if (turn === 180) return [text, WHOLE - left - width, WHOLE - top - height, width, height];
  if (turn === 90) return [text, top, WHOLE - left - width, height, width];
  return [text, WHOLE - top - height, left, height, width];
}
