import { readFile, writeFile } from 'node:fs/promises';
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import { answer } from './answer';
import { thumbnailOf } from './thumbnail';

export interface ThumbnailsRequest {
  /** A PDF. */
  readonly path: string;
  /** Where the pictures go, one behind the other. */
  readonly target: string;
  /** Pages behind so many have none. */
  readonly most: number;
}

export interface ThumbnailsAnswer {
  /** Where the picture of each page ends in the target, in bytes. */
  readonly ends: readonly number[];
}

/** The longer side, in points of the picture: twice what the list of pages shows, for fine screens. */
const LONGER = 300;

async function paint(page: PDFiumPage): Promise<Buffer> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = LONGER / Math.max(originalWidth, originalHeight, 1);
  const { width, height, data } = await page.render({ scale, render: 'bitmap' });
  return thumbnailOf({ width, height, data });
}

void answer(async ({ path, target, most }: ThumbnailsRequest): Promise<ThumbnailsAnswer> => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await readFile(path));
  const pictures: Buffer[] = [];
  const ends: number[] = [];
  for (const page of document.pages()) {
    if (ends.length === most) break;
    const picture = await paint(page);
    pictures.push(picture);
    ends.push((ends.at(-1) ?? 0) + picture.length);
  }
  await writeFile(target, Buffer.concat(pictures), { flag: 'wx', mode: 0o600 });
  return { ends };
});
