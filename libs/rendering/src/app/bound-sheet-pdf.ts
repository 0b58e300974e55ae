import { PDFDocument } from '@cantoo/pdf-lib';
import { Injectable } from '@nestjs/common';
import type { ApprovalSheet } from '../core/approval-sheet';
import { type Enclosure, layOutEnclosures } from '../core/sheet/enclosures';
import { GlyphFinder } from '../press/glyph-finder';
import { Press } from '../press/press';
import { ApprovalSheetPdf } from './approval-sheet-pdf';
import type { DrawnPdf } from './drawn-pdf';

export interface EnclosedFile {
  readonly name: string;
  readonly pages: number | null;
  /** Its PDF, or why there is none to bind. */
  readonly content: Uint8Array | string;
}

interface OpenedFile extends Enclosure {
  readonly document: PDFDocument | null;
}

/** Binds the approval sheet with its attachments: sheet, list, then each attachment behind a separator (SPEC REND-80). */
@Injectable()
export class BoundSheetPdf {
  constructor(
    private readonly press: Press,
    private readonly glyphs: GlyphFinder,
    private readonly sheets: ApprovalSheetPdf,
  ) {}

  /** @throws DomainError `rendering.font-missing` when the installation lacks a font. */
  async draw(sheet: ApprovalSheet, files: readonly EnclosedFile[]): Promise<DrawnPdf> {
    const drawn = await this.sheets.draw(sheet);
    const opened: OpenedFile[] = [];
    for (const file of files) opened.push(await open(file));
    const covers = layOutEnclosures(sheet, opened, this.glyphs);
    const printed = await this.press.print(covers.pages, {
      title: sheet.subject,
      author: sheet.municipalityName,
      createdAt: sheet.footer.printedAt,
    });
    const target = await PDFDocument.load(drawn.bytes, { updateMetadata: false });
    const source = await PDFDocument.load(printed, { updateMetadata: false });
    await append(target, source, { from: 0, count: covers.listPages });
    let separator = covers.listPages;
    for (const { document } of opened) {
      if (!document) continue;
      await append(target, source, { from: separator++, count: 1 });
      await append(target, document, { from: 0, count: document.getPageCount() });
    }
    const { missing, substituted } = drawn;
    return {
      bytes: await target.save({ addDefaultPage: false }),
      pageCount: target.getPageCount(),
      missing,
      substituted,
    };
  }
}

/** What cannot be read as a PDF is said on the list; it keeps nothing else from being printed. */
async function open({ name, pages, content }: EnclosedFile): Promise<OpenedFile> {
  if (typeof content === 'string') return { name, pages, absence: content, document: null };
  try {
    const document = await PDFDocument.load(content, { updateMetadata: false });
    return { name, pages: document.getPageCount(), absence: null, document };
  } catch {
    return { name, pages, absence: 'PDFを読み取れない', document: null };
  }
}

interface Span {
  readonly from: number;
  readonly count: number;
}

async function append(target: PDFDocument, source: PDFDocument, { from, count }: Span): Promise<void> {
  const wanted = Array.from({ length: count }, (_, index) => from + index);
  for (const page of await target.copyPages(source, wanted)) target.addPage(page);
}
