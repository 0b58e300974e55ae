import { readFile } from 'node:fs/promises';
import fontkit from '@cantoo/fontkit';
import { PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { SEPARATOR_BARS } from '../core/batch-sheets';

const A4: [number, number] = [595.28, 841.89];
const FONT = '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf';
const UNIT = 12;
const MARGIN = 60;
const TOP = 640;
const LINES = [
  { text: '仕切り紙（文箱）', size: 28, y: 740 },
  { text: '書類と書類の間に、この面を読み取る側にして挟んでください。向きは問いません。', size: 12, y: 700 },
  { text: 'この紙は取り込まれません。何度でも使えます。', size: 12, y: 680 },
] as const;

/** 仕切り紙: the sheet that parts a batch, one page of A4 to be printed and used again. */
export async function separatorSheet(): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit);
  const font = await document.embedFont(await readFile(require.resolve(FONT)), { subset: true });
  const page = document.addPage(A4);
  for (const { text, size, y } of LINES) page.drawText(text, { font, size, x: MARGIN, y });
  drawBars(page);
  return document.save({ useObjectStreams: false });
}

function drawBars(page: PDFPage): void {
  let y = TOP;
  for (const [n, bar] of SEPARATOR_BARS.entries()) {
    y -= bar * UNIT;
    if (n % 2 === 0) page.drawRectangle({ x: MARGIN, y, width: A4[0] - 2 * MARGIN, height: bar * UNIT });
  }
}
