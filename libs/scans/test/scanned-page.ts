import { readFile } from 'node:fs/promises';
import fontkit from '@cantoo/fontkit';
import { PDFDocument } from '@cantoo/pdf-lib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Turn } from '../src/core/recognised-page';
import { turnGrey } from '../src/children/turn-grey';
import { greyPng } from './sample-files';

const A4: [number, number] = [595, 842];
const LETTER = 14;
const PITCH = 16;
const RESOLUTION = 200 / 72;

interface Look {
  readonly downwards?: boolean;
  readonly turn?: Turn;
}

/** A page as a scanner of 200 dpi sends it: a picture of printed lines, without any text of its own. */
export async function scannedPage(
  lines: readonly string[],
  { downwards = false, turn = 0 }: Look = {},
): Promise<Buffer> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await printed(lines, downwards));
  const picture = await document.getPage(0).render({ scale: RESOLUTION, colorSpace: 'Gray', render: 'bitmap' });
  document.destroy();
  library.destroy();
  return greyPng(turnGrey(picture, turn));
}

async function printed(lines: readonly string[], downwards: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const file = require.resolve('@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf');
  const font = await document.embedFont(await readFile(file), { subset: true });
  const page = document.addPage(A4);
  const [width, height] = A4;
  lines.forEach((line, number) => {
    const from = 60 + number * 30;
    if (!downwards) return page.drawText(line, { font, size: LETTER, x: 60, y: height - from });
    [...line].forEach((letter, place) =>
      page.drawText(letter, { font, size: LETTER, x: width - from, y: height - 60 - place * PITCH }),
    );
  });
  return document.save();
}
