import { readFile, writeFile } from 'node:fs/promises';
import fontkit from '@cantoo/fontkit';
import { PDFDocument, type PDFFont } from '@cantoo/pdf-lib';
import { type TypesetLine, typesetPages } from '../core/typeset-lines';
import { answer } from './answer';
import { plainSheet, type PlainSource } from './plain-sheet';

export interface TextToPdfRequest {
  readonly path: string;
  readonly from: PlainSource;
  readonly target: string;
}

export interface TextToPdfAnswer {
  /** Pages that were printed; null when there was nothing to print, or more than anybody leafs through. */
  readonly pages: number | null;
}

const A4: [number, number] = [595.28, 841.89];
const LETTER = 10.5;
const PITCH = 16;
const MARGIN = { left: 56, top: 60 };
const MAX_PAGES = 1000;
const GOTHIC = '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf';
/** Stands for a character that the font does not have. */
const GETA = '〓';

/** Pages of plain text in a type of fixed width. Without dates and producer. */
void answer(async ({ path, from, target }: TextToPdfRequest): Promise<TextToPdfAnswer> => {
  const sheet = await plainSheet(path, from);
  const pages = sheet === null ? [] : typesetPages(sheet);
  if (pages.length === 0 || pages.length > MAX_PAGES) return { pages: null };
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit);
  const font = await document.embedFont(await readFile(require.resolve(GOTHIC)), { subset: true });
  const known = new Set(font.getCharacterSet());
  for (const lines of pages) print(lines, document, { font, known });
  await writeFile(target, await document.save({ useObjectStreams: false }), { flag: 'wx', mode: 0o600 });
  return { pages: pages.length };
});

function print(
  lines: readonly TypesetLine[],
  document: PDFDocument,
  { font, known }: { font: PDFFont; known: ReadonlySet<number> },
): void {
  const page = document.addPage(A4);
  lines.forEach(({ text }, number) => {
    const words = [...text].map((letter) => (known.has(letter.codePointAt(0) ?? 0) ? letter : GETA)).join('');
    const y = A4[1] - MARGIN.top - number * PITCH;
    if (words.trim() !== '') page.drawText(words, { font, size: LETTER, x: MARGIN.left, y });
  });
}
