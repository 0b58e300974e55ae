import { open, readFile, stat } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import type { Findings } from '../core/findings';
import { hasForeignData } from './foreign-data';
import { inspectImage } from './inspect-image';
import { inspectPackage } from './inspect-package';
import { inspectPdf } from './inspect-pdf';
import { readText } from './read-text';

const IMAGES = new Set(['png', 'jpg', 'tif']);
const ZIP_START = Buffer.from('PK\x03\x04', 'latin1');
const PDF_START = Buffer.from('%PDF-');
/** Readers accept a PDF whose header stands within this many bytes. */
const PDF_START_WITHIN = 1024;
const HEAD_BYTES = 4096;

/** What the file at `path` really is; the name it came under plays no part. Runs in a child process. */
export async function inspectContent(path: string): Promise<Findings> {
  const head = await headOf(path);
  const sniffed = await sniff(path);
  if (head.subarray(0, 4).equals(ZIP_START)) return ofPackage(path, sniffed);
  const bytes = await readFile(path);
  if (
    sniffed === 'pdf' ||
    (sniffed === null && head.indexOf(PDF_START) >= 0 && head.indexOf(PDF_START) < PDF_START_WITHIN)
  ) {
    return withForeign(bytes, { ...(await inspectPdf(bytes)), content: 'pdf', readableAsText: false });
  }
  if (sniffed !== null && IMAGES.has(sniffed)) {
    const found = { ...inspectImage(sniffed, bytes), content: sniffed, readableAsText: false, activeContent: [] };
    return withForeign(bytes, found);
  }
  const readableAsText = readText(bytes) !== null;
  return {
    content: sniffed ?? (readableAsText ? 'text' : 'unknown'),
    readableAsText,
    pages: null,
    activeContent: [],
    broken: null,
  };
}

function withForeign(bytes: Buffer, found: Findings): Findings {
  if (found.broken !== null || !hasForeignData(found.content, bytes)) return found;
  return { ...found, activeContent: [...found.activeContent, 'ForeignData'].sort() };
}

async function sniff(path: string): Promise<string | null> {
  try {
    return (await fileTypeFromFile(path))?.ext ?? null;
  } catch {
    // A signature with a broken body behind it: the inspection below says what is wrong.
    return null;
  }
}

async function ofPackage(path: string, sniffed: string | null): Promise<Findings> {
  const found = await inspectPackage(path, (await stat(path)).size);
  const content = found.content === 'zip' && found.broken === null ? (sniffed ?? 'zip') : found.content;
  return { content, readableAsText: false, pages: null, activeContent: found.activeContent, broken: found.broken };
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
