import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import type { Turn } from '../core/recognised-page';
import { answer } from './answer';
import { turnGrey } from './turn-grey';

export interface PaintRequest {
  readonly path: string;
  readonly folder: string;
  /** Points per inch of the picture. */
  readonly resolution: number;
  /** Clockwise, of every picture. */
  readonly turn: Turn;
  /** From 1. */
  readonly pages: readonly number[];
}

export interface PaintAnswer {
  /** Grey pictures (PGM) in the order of the request. */
  readonly paths: readonly string[];
}

/** The longest side a picture may have: a plan of two metres is painted smaller than a letter. */
const LONGEST = 6000;
const POINTS_PER_INCH = 72;

async function paint(page: PDFiumPage, resolution: number, turn: Turn): Promise<Buffer> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(resolution / POINTS_PER_INCH, LONGEST / Math.max(originalWidth, originalHeight));
  const { width, height, data } = await page.render({ scale, colorSpace: 'Gray', render: 'bitmap' });
  const turned = turnGrey({ width, height, data }, turn);
  return Buffer.concat([Buffer.from(`P5\n${turned.width} ${turned.height}\n255\n`), turned.data]);
}

void answer(async ({ path, folder, resolution, turn, pages }: PaintRequest): Promise<PaintAnswer> => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await readFile(path));
  const paths: string[] = [];
  for (const page of pages) {
    const target = join(folder, `page-${page}-${turn}.pgm`);
    await writeFile(target, await paint(document.getPage(page - 1), resolution, turn), { mode: 0o600 });
    paths.push(target);
  }
  return { paths };
});
