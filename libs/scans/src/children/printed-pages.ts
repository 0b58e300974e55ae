import { readFile } from 'node:fs/promises';
import fontkit from '@cantoo/fontkit';
import { PDFDocument, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';

const A4: [number, number] = [595, 842];
const LETTER = 14;
const PITCH = 16;
const LINE = 28;
const MARGIN = 60;
const MINCHO = '@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf';

/** Pages of printed lines, across or downwards, as letters of an office look: what recognition is tried on. */
export async function printedPages(pages: readonly (readonly string[])[], downwards: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const font = await document.embedFont(await readFile(require.resolve(MINCHO)), { subset: true });
  for (const lines of pages) print(document.addPage(A4), { font, lines, downwards });
  return document.save();
}

function print(
  page: PDFPage,
  { font, lines, downwards }: { font: PDFFont; lines: readonly string[]; downwards: boolean },
): void {
  const [width, height] = A4;
  lines.forEach((line, number) => {
    const from = MARGIN + number * LINE;
    if (!downwards) return page.drawText(line, { font, size: LETTER, x: MARGIN, y: height - from });
    [...line].forEach((letter, place) =>
      page.drawText(letter, { font, size: LETTER, x: width - from, y: height - MARGIN - place * PITCH }),
    );
  });
}
