import { Injectable } from '@nestjs/common';
import { LANDSCAPE, layOutRegister } from '../core/register/register-layout';
import type { RegisterSheet } from '../core/register/register-sheet';
import { GlyphFinder } from '../press/glyph-finder';
import { Press } from '../press/press';
import type { DrawnPdf } from './drawn-pdf';

/** Draws registers: wide tables on A4 landscape. */
@Injectable()
export class RegisterPdf {
  constructor(
    private readonly press: Press,
    private readonly glyphs: GlyphFinder,
  ) {}

  /** @throws DomainError `rendering.font-missing` when the installation lacks a font. */
  async draw(sheet: RegisterSheet): Promise<DrawnPdf> {
    const { pages, missing, substituted } = layOutRegister(sheet, this.glyphs);
    const { title, author, createdAt } = sheet;
    const bytes = await this.press.print(pages, { title, author, createdAt, paper: LANDSCAPE });
    return { bytes, pageCount: pages.length, missing, substituted };
  }
}
