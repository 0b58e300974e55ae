import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ChildFailed } from './child-process';
import type { ImageToPdfRequest } from './image-to-pdf.child';
import { Inspector } from './inspector';
import { askNodeChild } from './node-child';
import { findOffice, officeToPdf } from './office-to-pdf';
import { TextReader } from './text-reader';
import { layDown } from './work-folder';

export type MadePdf =
  | { readonly state: 'ready'; readonly path: string; readonly pages: number }
  | { readonly state: 'unsupported' | 'failed'; readonly detail: string };

export interface PdfOrder {
  readonly mediaType: string;
  readonly open: () => Promise<Readable>;
  /** Private to this order; the PDF is left in it. */
  readonly folder: string;
}

const IMAGE_LIMITS = { timeoutMs: 60_000, memoryMb: 1024, maxOutputBytes: 1024 };

const OFFICE_EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['application/vnd.oasis.opendocument.presentation', 'odp'],
]);
const TEXT_EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['text/plain', 'txt'],
  ['text/csv', 'csv'],
]);
const UTF8_MARK = '\uFEFF';

/** Makes a PDF of what is none, always in a child process (SCN-10). */
@Injectable()
export class PdfMaker {
  constructor(
    private readonly inspector: Inspector,
    private readonly texts: TextReader,
  ) {}

  async make(order: PdfOrder): Promise<MadePdf> {
    try {
      const made = await this.attempt(order);
      return 'path' in made ? await this.checked(made.path, order.folder) : made;
    } catch (error) {
      if (error instanceof ChildFailed) return { state: 'failed', detail: `conversion: ${error.fault}` };
      throw error;
    }
  }

  private async attempt(order: PdfOrder): Promise<{ path: string } | Extract<MadePdf, { detail: string }>> {
    const { mediaType } = order;
    if (mediaType === 'image/png' || mediaType === 'image/jpeg')
      return { path: await this.ofImage(order, mediaType === 'image/png' ? 'png' : 'jpg') };
    const extension = OFFICE_EXTENSIONS.get(mediaType) ?? TEXT_EXTENSIONS.get(mediaType);
    if (!extension) return { state: 'unsupported', detail: `no converter for ${mediaType}` };
    const office = findOffice();
    if (!office) return { state: 'unsupported', detail: 'LibreOffice is not installed on the worker' };
    const source = await this.layDownSource(order, extension);
    return { path: await officeToPdf(office, { folder: order.folder, source }) };
  }

  private async ofImage({ open, folder }: PdfOrder, content: 'png' | 'jpg'): Promise<string> {
    const request: ImageToPdfRequest = {
      path: await layDown(folder, 'source', await open()),
      content,
      target: join(folder, 'made.pdf'),
    };
    await askNodeChild('image-to-pdf', request, { folder, limits: IMAGE_LIMITS });
    return request.target;
  }

  /** Text files are spelled anew in UTF-8, so that the converter does not have to guess. */
  private async layDownSource({ mediaType, open, folder }: PdfOrder, extension: string): Promise<string> {
    const path = await layDown(folder, `source.${extension}`, await open());
    if (!TEXT_EXTENSIONS.has(mediaType)) return path;
    const [text = ''] = (await this.texts.read(path, 'text', folder)) ?? [];
    await writeFile(path, `${UTF8_MARK}${text}`);
    return path;
  }

  private async checked(path: string, folder: string): Promise<MadePdf> {
    if (!(await exists(path))) return { state: 'failed', detail: 'conversion: no PDF came out' };
    const found = await this.inspector.inspectFile(path, folder);
    if (found.content !== 'pdf' || found.pages === null)
      return { state: 'failed', detail: `conversion: ${found.broken ?? found.content}` };
    return { state: 'ready', path, pages: found.pages };
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
