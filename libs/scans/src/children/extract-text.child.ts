import { readFile } from 'node:fs/promises';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { answer } from './answer';
import { readText } from './read-text';

export interface ExtractRequest {
  readonly path: string;
  readonly from: 'pdf' | 'text';
}

export interface ExtractAnswer {
  /** Text of each page, in order; null when the bytes could not be read. */
  readonly pages: readonly string[] | null;
}

async function pagesOfPdf(bytes: Buffer): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  return Array.from(document.pages(), (page) => page.getText());
}

void answer(async ({ path, from }: ExtractRequest): Promise<ExtractAnswer> => {
  const bytes = await readFile(path);
  if (from === 'pdf') return { pages: await pagesOfPdf(bytes) };
  const text = readText(bytes);
  return { pages: text === null ? null : [text] };
});
