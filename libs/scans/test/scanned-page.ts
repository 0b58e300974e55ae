import { PDFiumLibrary } from '@hyzyla/pdfium';
import { printedPages } from '../src/children/printed-pages';
import { turnGrey } from '../src/children/turn-grey';
import type { Turn } from '../src/core/recognised-page';
import { greyPng } from './sample-files';

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
  const document = await library.loadDocument(await printedPages([lines], downwards));
  const picture = await document.getPage(0).render({ scale: RESOLUTION, colorSpace: 'Gray', render: 'bitmap' });
  document.destroy();
  library.destroy();
  return greyPng(turnGrey(picture, turn));
}
