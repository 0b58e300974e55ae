import { PDFiumLibrary } from '@hyzyla/pdfium';
import { printedPages } from '../src/children/printed-pages';
import { type GreyPicture, turnGrey } from '../src/children/turn-grey';
import type { Turn } from '../src/core/recognised-page';
import { greyPng } from './sample-files';
import { greyTiff } from './sample-tiff';

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
  const [picture] = await pictures([lines], downwards);
  if (!picture) throw new Error('No page was printed.');
  return greyPng(turnGrey(picture, turn));
}

/** The same as a TIFF file of several pages. */
export async function scannedTiff(pages: readonly (readonly string[])[]): Promise<Buffer> {
  return greyTiff(await pictures(pages, false));
}

async function pictures(pages: readonly (readonly string[])[], downwards: boolean): Promise<GreyPicture[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await printedPages(pages, downwards));
  const painted: GreyPicture[] = [];
  for (const page of document.pages())
    painted.push(await page.render({ scale: RESOLUTION, colorSpace: 'Gray', render: 'bitmap' }));
  document.destroy();
  library.destroy();
  return painted;
}
