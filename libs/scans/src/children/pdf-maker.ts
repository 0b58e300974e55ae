import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ChildFailed } from './child-process';
import type { ImageToPdfRequest } from './image-to-pdf.child';
import { Inspector } from './inspector';
import { askNodeChild } from './node-child';
import { findOffice, officeToPdf } from './office-to-pdf';
import { OFFICE_KINDS, PLAIN_SOURCES } from './text-sources';
import type { PlainSource } from './plain-sheet';
import type { TextToPdfAnswer, TextToPdfRequest } from './text-to-pdf.child';
import type { TiffToPdfRequest } from './tiff-to-pdf.child';
import { type NeutralPdf, PdfNeutraliser } from './pdf-neutraliser';
import { layDown } from './work-folder';

export type MadePdf = NeutralPdf | { readonly state: 'unsupported'; readonly detail: string };

export interface PdfOrder {
  readonly mediaType: string;
  /** What the inspection found in it. */
  readonly activeContent: readonly string[];
  readonly open: () => Promise<Readable>;
  /** Private to this order; the PDF is left in it. */
  readonly folder: string;
}

const IMAGE_LIMITS = { timeoutMs: 60_000, memoryMb: 1024, maxOutputBytes: 1024 };
/** Many pages, each of them a picture. */
const TIFF_LIMITS = { ...IMAGE_LIMITS, timeoutMs: 240_000 };
const TEXT_LIMITS = { timeoutMs: 120_000, memoryMb: 768, maxOutputBytes: 1024 };

const PICTURES: ReadonlyMap<string, 'png' | 'jpg' | 'tif'> = new Map([
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/tiff', 'tif'],
]);

/** Makes the PDF that pages show: of what is none, and of a PDF that could act; always in a child process (SCN-10). */
@Injectable()
export class PdfMaker {
  constructor(
    private readonly inspector: Inspector,
    private readonly neutraliser: PdfNeutraliser,
  ) {}

  async make(order: PdfOrder): Promise<MadePdf> {
    try {
      if (order.mediaType === 'application/pdf') return await this.ofPdf(order);
      const made = await this.attempt(order);
      return 'path' in made ? await this.checked(made.path, order.folder) : made;
    } catch (error) {
      if (error instanceof ChildFailed) return { state: 'failed', detail: `conversion: ${error.fault}` };
      throw error;
    }
  }

  private async ofPdf({ open, folder, activeContent }: PdfOrder): Promise<MadePdf> {
    return this.neutraliser.make({ path: await layDown(folder, 'source.pdf', await open()), folder, activeContent });
  }

  private async attempt(order: PdfOrder): Promise<{ path: string } | Extract<MadePdf, { detail: string }>> {
    const { mediaType, folder } = order;
    const picture = PICTURES.get(mediaType);
    if (picture) return { path: await this.ofPicture(order, picture) };
    const from = PLAIN_SOURCES.get(mediaType);
    if (from) return this.ofPlainText(order, from);
    const extension = OFFICE_KINDS.get(mediaType);
    if (!extension) return { state: 'unsupported', detail: `no converter for ${mediaType}` };
    const office = findOffice();
    if (!office) return { state: 'unsupported', detail: 'LibreOffice is not installed on the worker' };
    const source = await layDown(folder, `source.${extension}`, await order.open());
    return { path: await officeToPdf(office, { folder, source }) };
  }

  private async ofPicture({ open, folder }: PdfOrder, content: 'png' | 'jpg' | 'tif'): Promise<string> {
    const path = await layDown(folder, 'source', await open());
    const target = join(folder, 'made.pdf');
    const request: ImageToPdfRequest | TiffToPdfRequest =
      content === 'tif' ? { path, target } : { path, content, target };
    const limits = content === 'tif' ? TIFF_LIMITS : IMAGE_LIMITS;
    await askNodeChild(content === 'tif' ? 'tiff-to-pdf' : 'image-to-pdf', request, { folder, limits });
    return target;
  }

  private async ofPlainText(
    { open, folder }: PdfOrder,
    from: PlainSource,
  ): Promise<{ path: string } | Extract<MadePdf, { detail: string }>> {
    const path = await layDown(folder, 'source', await open());
    const request: TextToPdfRequest = { path, from, target: join(folder, 'made.pdf') };
    const { pages } = await askNodeChild<TextToPdfAnswer>('text-to-pdf', request, { folder, limits: TEXT_LIMITS });
    if (pages === null) return { state: 'unsupported', detail: 'too long to be leafed through' };
    return { path: request.target };
  }

  private async checked(path: string, folder: string): Promise<MadePdf> {
    if (!(await exists(path))) return { state: 'failed', detail: 'conversion: no PDF came out' };
    const found = await this.inspector.inspectFile(path, folder);
    if (found.content !== 'pdf' || found.pages === null)
      return { state: 'failed', detail: `conversion: ${found.broken ?? found.content}` };
    if (found.activeContent.length > 0)
      return this.neutraliser.make({ path, folder, activeContent: found.activeContent });
    return { state: 'ready', path, pages: found.pages };
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
