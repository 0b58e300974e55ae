import { Injectable } from '@nestjs/common';
import type { ApprovalSheet } from '../core/approval-sheet';
import { layOutSheet } from '../core/sheet/layout';
import { GlyphFinder } from '../press/glyph-finder';
import { Press } from '../press/press';
import type { DrawnPdf } from './drawn-pdf';

/** Draws the approval sheet (起案用紙). */
@Injectable()
export class ApprovalSheetPdf {
  constructor(
    private readonly press: Press,
    private readonly glyphs: GlyphFinder,
  ) {}

  /**
   * A4 portrait, one page or more. Always gives a sheet: what could not be shown as written is listed beside the bytes and
   * in a note at the end of the paper (SPEC REND-23).
   * @throws DomainError `rendering.font-missing` when the installation lacks a font.
   */
  async draw(sheet: ApprovalSheet): Promise<DrawnPdf> {
    const { pages, missing, substituted } = layOutSheet(sheet, this.glyphs);
    const bytes = await this.press.print(pages, {
      title: sheet.subject,
      author: sheet.municipalityName,
      subject: sheet.title,
      createdAt: sheet.footer.printedAt,
    });
    return { bytes, pageCount: pages.length, missing, substituted };
  }
}
