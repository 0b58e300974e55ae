import { readFile } from 'node:fs/promises';
import { pageText, typesetPages } from '../core/typeset-lines';
import { answer } from './answer';
import { type OfficeKind, officeText } from './office-text';
import { pdfText } from './pdf-text';
import { plainSheet, type PlainSource } from './plain-sheet';

/** What the words are read from. */
export type TextSource = 'pdf' | PlainSource | OfficeKind;

export interface ExtractRequest {
  readonly path: string;
  readonly from: TextSource;
}

export interface ExtractAnswer {
  /** Text of each page, in order; null when the bytes could not be read. */
  readonly pages: readonly string[] | null;
}

void answer(async ({ path, from }: ExtractRequest): Promise<ExtractAnswer> => {
  if (from === 'pdf') return { pages: await pdfText(await readFile(path)) };
  if (from !== 'text' && from !== 'mail') return { pages: await officeText(await readFile(path), from) };
  const sheet = await plainSheet(path, from);
  return { pages: sheet === null ? null : typesetPages(sheet).map(pageText) };
});
