import { readFile } from 'node:fs/promises';
import { enclosedText } from './enclosed-text';
import { mailSheet } from './mail-sheet';
import { readText } from './read-text';

/** What is printed as plain text: text files as they are, mails as headers, body and what is enclosed. */
export type PlainSource = 'text' | 'mail';

/** Null when the bytes are no text in any encoding. @throws Error when a mail cannot be taken apart */
export async function plainSheet(path: string, from: PlainSource): Promise<string | null> {
  const bytes = await readFile(path);
  return from === 'mail' ? mailSheet(bytes, enclosedText) : readText(bytes);
}
