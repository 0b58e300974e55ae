import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import { partsOf, sheetKind, type SheetKind, type SplitBy } from '../core/batch-sheets';
import { partTiff } from '../core/tiff-parts';
import { answer } from './answer';

export interface SplitRequest {
  /** The batch as a PDF: what its sheets look like. */
  readonly path: string;
  /** The batch itself where it is a TIFF file; its parts are TIFF files then. */
  readonly tiff: string | null;
  readonly folder: string;
  readonly splitBy: SplitBy;
}

export interface SplitAnswer {
  /** Files in the order of the batch; null when it is to stay as it is. */
  readonly paths: readonly string[] | null;
}

/** Enough to see bars and letters, and quick. */
const RESOLUTION = 60;
const POINTS_PER_INCH = 72;
const LONGEST = 1500;
const SIGNED = '/ByteRange';

void answer(async ({ path, tiff, folder, splitBy }: SplitRequest): Promise<SplitAnswer> => {
  const bytes = await readFile(path);
  // A signature covers the bytes of the file: taken apart, nobody could check it any more.
  if (bytes.includes(SIGNED)) return { paths: null };
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const kinds = await kindsOf(document, splitBy);
  document.destroy();
  const parts = partsOf(kinds);
  if (parts.length === 0 || (parts.length === 1 && parts[0]?.length === kinds.length)) return { paths: null };
  const files = tiff === null ? pdfParts(bytes, parts) : partTiff(await readFile(tiff), parts, kinds.length);
  const paths: string[] = [];
  for await (const file of files) {
    const target = join(folder, `part-${paths.length}`);
    await writeFile(target, file, { flag: 'wx', mode: 0o600 });
    paths.push(target);
  }
  return { paths };
});

async function* pdfParts(bytes: Buffer, parts: readonly number[][]): AsyncGenerator<Uint8Array> {
  const batch = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const pages of parts) {
    const part = await PDFDocument.create({ updateMetadata: false });
    for (const page of await part.copyPages(batch, pages)) part.addPage(page);
    yield await part.save({ useObjectStreams: false });
  }
}

async function kindsOf(document: PDFiumDocument, splitBy: SplitBy): Promise<SheetKind[]> {
  const kinds: SheetKind[] = [];
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = Math.min(RESOLUTION / POINTS_PER_INCH, LONGEST / Math.max(originalWidth, originalHeight));
    const { width, height, data } = await page.render({ scale, colorSpace: 'Gray', render: 'bitmap' });
    kinds.push(sheetKind({ width, height, data }, splitBy));
  }
  return kinds;
}
