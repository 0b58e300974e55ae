import { extname } from 'node:path';
import { htmlWords } from './html-words';
import { mailSheet } from './mail-sheet';
import { type OfficeKind, officeText } from './office-text';
import { pdfText } from './pdf-text';
import { readText } from './read-text';

const MAX_DEPTH = 3;
const OFFICE: ReadonlySet<string> = new Set<OfficeKind>(['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp']);
const PDF_START = Buffer.from('%PDF-');
const PLAIN = new Set(['txt', 'csv', 'htm', 'html', 'ics', 'text']);

/** The words of a file that came inside another; none where it cannot be read. Its name only says how to try. */
export async function enclosedText(
  bytes: Buffer,
  named: { readonly filename: string | null; readonly mimeType: string },
  depth = 0,
): Promise<string> {
  try {
    return await wordsOf(bytes, kindOf(bytes, named), depth);
  } catch {
    return '';
  }
}

async function wordsOf(bytes: Buffer, kind: string, depth: number): Promise<string> {
  if (kind === 'pdf') return (await pdfText(bytes)).join('\n');
  if (OFFICE.has(kind)) return (await officeText(bytes, kind as OfficeKind)).join('\n');
  if (kind === 'eml') return depth < MAX_DEPTH ? enclosedMail(bytes, depth + 1) : '';
  if (!PLAIN.has(kind)) return '';
  const text = readText(bytes) ?? '';
  return kind.startsWith('htm') ? htmlWords(text) : text;
}

/** A mail within a mail: one sheet, as it is a part of the sheet of the outer one. */
async function enclosedMail(bytes: Buffer, depth: number): Promise<string> {
  const sheet = await mailSheet(bytes, (inner, named) => enclosedText(inner, named, depth));
  return sheet.replaceAll('\f', '\n');
}

function kindOf(bytes: Buffer, { filename, mimeType }: { filename: string | null; mimeType: string }): string {
  if (bytes.subarray(0, 1024).includes(PDF_START)) return 'pdf';
  if (mimeType === 'message/rfc822') return 'eml';
  const extension = extname(filename ?? '')
    .slice(1)
    .toLowerCase();
  if (extension === '' && mimeType.startsWith('text/')) return mimeType === 'text/html' ? 'html' : 'text';
  return extension;
}
