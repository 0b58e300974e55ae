/** One line of a page of plain text, as it is printed. */
export interface TypesetLine {
  readonly text: string;
  /** The line was too long for the page and goes on in the next. */
  readonly goesOn: boolean;
}

/** Half-width columns and lines of a page of A4. */
export const SHEET = { columns: 92, lines: 46 } as const;

const TAB_BLANKS = 4;
/** Wide and full-width characters of East Asian scripts, two columns each. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u2010-\u27BF\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F000}-\u{1FAFF}]/u;
const NARROW_KANA = /[\uFF61-\uFF9F]/u;
/** Changes of direction, control characters, and marks that choose a form of the character before: nothing to print. */
const SILENT = /[\p{Cc}\p{Cf}\p{Variation_Selector}\uFEFF]/gu;

/** Lines of plain text on pages of a fixed number of lines and columns; a form feed begins a page. */
export function typesetPages(text: string): TypesetLine[][] {
  const pages: TypesetLine[][] = [];
  for (const sheet of text.replaceAll(/\r\n?/gu, '\n').split('\f')) {
    const lines = sheet.split('\n').flatMap(brokenLine);
    while (lines.at(-1)?.text === '') lines.pop();
    for (let at = 0; at === 0 || at < lines.length; at += SHEET.lines) pages.push(lines.slice(at, at + SHEET.lines));
  }
  return pages;
}

/** What a page says, with the lines whole that did not fit. */
export const pageText = (lines: readonly TypesetLine[]): string =>
  lines.map(({ text, goesOn }) => (goesOn ? text : `${text}\n`)).join('');

export const columnsOf = (character: string): 1 | 2 => (WIDE.test(character) && !NARROW_KANA.test(character) ? 2 : 1);

function brokenLine(line: string): TypesetLine[] {
  const lines: TypesetLine[] = [];
  let text = '';
  let column = 0;
  for (const character of line.split(/(\t)/u).flatMap(spaced)) {
    const width = columnsOf(character);
    if (column + width > SHEET.columns) {
      lines.push({ text, goesOn: true });
      [text, column] = ['', 0];
    }
    text += character;
    column += width;
  }
  return [...lines, { text, goesOn: false }];
}

/** A tab is a few blanks; what prints nothing is left out. */
const spaced = (piece: string): string[] =>
  piece === '\t' ? Array.from({ length: TAB_BLANKS }, () => ' ') : [...piece.replaceAll(SILENT, '')];
