import { readFile, writeFile } from 'node:fs/promises';
import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import { answer } from './answer';
import { exifRotation } from './exif-rotation';
import { pageFor } from './image-page';

export interface ImageToPdfRequest {
  readonly path: string;
  readonly content: 'png' | 'jpg';
  readonly target: string;
}

/** One A4 page that shows the whole image the right way up. Without dates and producer, equal images give equal PDFs. */
void answer(async ({ path, content, target }: ImageToPdfRequest): Promise<{ pages: 1 }> => {
  const bytes = await readFile(path);
  const document = await PDFDocument.create({ updateMetadata: false });
  const image = content === 'png' ? await document.embedPng(bytes) : await document.embedJpg(bytes);
  const rotation = content === 'jpg' ? exifRotation(bytes) : 0;
  const place = pageFor({ width: image.width, height: image.height, rotation });
  const page = document.addPage([place.pageWidth, place.pageHeight]);
  page.drawImage(image, { x: place.x, y: place.y, width: place.width, height: place.height });
  page.setRotation(degrees(rotation));
  await writeFile(target, await document.save({ useObjectStreams: false }), { flag: 'wx', mode: 0o600 });
  return { pages: 1 };
});
