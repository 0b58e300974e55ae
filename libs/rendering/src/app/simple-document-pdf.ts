import { Injectable } from '@nestjs/common';
import { layOutDocument } from '../core/simple-layout';
import type { SimpleDocument } from '../core/simple-document';
import { GlyphFinder } from '../press/glyph-finder';
import { Press } from '../press/press';
import type { DrawnPdf } from './drawn-pdf';

/** Draws plain documents: specifications, quotations, notices. */
@Injectable()
export class SimpleDocumentPdf {
  constructor(
    private readonly press: Press,
    private readonly glyphs: GlyphFinder,
  ) {}

  /** @throws DomainError `rendering.font-missing` when the installation lacks a font. */
  async draw(document: SimpleDocument): Promise<DrawnPdf> {
    const { pages, missing, substituted } = layOutDocument(document, this.glyphs);
    const { title, author, createdAt } = document;
    return {
      bytes: await this.press.print(pages, { title, author, createdAt }),
      pageCount: pages.length,
      missing,
      substituted,
    };
  }
}
