import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { BrokenReason } from '../core/findings';
import { activeNamesIn } from './pdf-active-names';
import { isPdfBomb } from './pdf-bombs';

export interface PdfInspection {
  readonly pages: number | null;
  readonly activeContent: readonly string[];
  readonly broken: BrokenReason | null;
}

const END_MARK = Buffer.from('%%EOF');
/** Writers append a few bytes after the end mark; a file cut off has none this near to its end. */
const END_WITHIN = 8 * 1024;

/** Opens the PDF as a viewer would. It runs in a child process: the bytes are not to be trusted. */
export async function inspectPdf(bytes: Buffer): Promise<PdfInspection> {
  if (await isPdfBomb(bytes)) return { pages: null, activeContent: [], broken: 'unpacks-too-large' };
  const opened = await open(bytes);
  if ('broken' in opened)
    return {
      pages: null,
      activeContent: [],
      broken: isCutOff(bytes) && opened.broken !== 'encrypted' ? 'cut-off' : opened.broken,
    };
  if (isCutOff(bytes)) return { pages: null, activeContent: [], broken: 'cut-off' };
  if (opened.pages < 1) return { pages: null, activeContent: [], broken: 'no-pages' };
  return { pages: opened.pages, activeContent: activeNamesIn(bytes), broken: null };
}

async function open(bytes: Buffer): Promise<{ pages: number } | { broken: BrokenReason }> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const pages = document.getPageCount();
    for (const index of new Set([0, pages - 1])) if (index >= 0) document.getPage(index).getText();
    return { pages };
  } catch (error) {
    const locked = error instanceof Error && /password|security/i.test(error.message);
    return { broken: locked ? 'encrypted' : 'unreadable' };
  }
}

function isCutOff(bytes: Buffer): boolean {
  return bytes.subarray(-END_WITHIN).lastIndexOf(END_MARK) < 0;
}
