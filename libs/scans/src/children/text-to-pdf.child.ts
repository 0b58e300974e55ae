import { readFile, writeFile } from 'node:fs/promises';
import fontkit from '@cantoo/fontkit';
import { PDFDocument, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import { columnsOf, type TypesetLine, typesetPages } from '../core/typeset-lines';
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
/** In the order of preference: the second has the rarer characters of names. */
const FONTS = [
  '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
  '@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
] as const;
/** Stands for a character that no font has. */
const GETA = '〓';

interface Type {
  readonly font: PDFFont;
  readonly known: ReadonlySet<number>;
}

/** Pages of plain text in a type of fixed width. Without dates and producer. */
void answer(async ({ path, from, target }: TextToPdfRequest): Promise<TextToPdfAnswer> => {
  const sheet = await plainSheet(path, from);
  const pages = sheet === null ? [] : typesetPages(sheet);
  if (pages.length === 0 || pages.length > MAX_PAGES) return { pages: null };
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit);
  const types: Type[] = [];
  for (const file of FONTS) {
    const font = await document.embedFont(await readFile(require.resolve(file)), { subset: true });
    types.push({ font, known: new Set(font.getCharacterSet()) });
  }
  for (const lines of pages) print(lines, document.addPage(A4), types);
  await writeFile(target, await document.save({ useObjectStreams: false }), { flag: 'wx', mode: 0o600 });
  return { pages: pages.length };
});

function print(lines: readonly TypesetLine[], page: PDFPage, types: readonly Type[]): void {
  lines.forEach(({ text }, number) => {
    const y = A4[1] - MARGIN.top - number * PITCH;
    let column = 0;
    for (const { words, font } of runsOf(text, types)) {
      if (words.trim() !== '') page.drawText(words, { font, size: LETTER, x: MARGIN.left + (column * LETTER) / 2, y });
      column += columnsIn(words);
    }
  });
}

/** The line in pieces of one font each. */
function runsOf(text: string, types: readonly Type[]): { words: string; font: PDFFont | undefined }[] {
  const runs: { words: string; font: PDFFont | undefined }[] = [];
  for (const letter of text) {
    const found = types.find(({ known }) => known.has(letter.codePointAt(0) ?? 0));
    const font = (found ?? types[0])?.font;
    const words = found ? letter : GETA;
    const last = runs.at(-1);
    if (last && last.font === font) last.words += words;
    else runs.push({ words, font });
  }
  return runs;
}

const columnsIn = (words: string): number => [...words].reduce((sum, letter) => sum + columnsOf(letter), 0);
