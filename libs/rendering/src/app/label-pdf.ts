import { Injectable } from '@nestjs/common';
import { layOutLabels } from '../core/labels/label-layout';
import type { LabelSheet } from '../core/labels/label-sheet';
import { GlyphFinder } from '../press/glyph-finder';
import { Press } from '../press/press';
import { qrCode } from '../press/qr-code';
import type { DrawnPdf } from './drawn-pdf';

/** Draws sheets of labels (背ラベル, 箱ラベル). */
@Injectable()
export class LabelPdf {
  constructor(
    private readonly press: Press,
    private readonly glyphs: GlyphFinder,
  ) {}

  /** @throws DomainError `rendering.font-missing` when the installation lacks a font. */
  async draw(sheet: LabelSheet): Promise<DrawnPdf> {
    const { pages, missing, substituted } = layOutLabels(sheet, { glyphs: this.glyphs, codeOf: qrCode });
    const { title, author, createdAt } = sheet;
    const bytes = await this.press.print(pages, { title, author, createdAt });
    return { bytes, pageCount: pages.length, missing, substituted };
  }
}
