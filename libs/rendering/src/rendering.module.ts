import { Module } from '@nestjs/common';
import { ApprovalSheetPdf } from './app/approval-sheet-pdf';
import { SimpleDocumentPdf } from './app/simple-document-pdf';
import { FontLibrary, INSTALLED_FONTS } from './press/font-library';
import { GlyphFinder } from './press/glyph-finder';
import { Press } from './press/press';

@Module({
  providers: [
    { provide: FontLibrary, useFactory: () => new FontLibrary(INSTALLED_FONTS) },
    GlyphFinder,
    Press,
    ApprovalSheetPdf,
    SimpleDocumentPdf,
  ],
  exports: [ApprovalSheetPdf, SimpleDocumentPdf],
})
export class RenderingModule {}
