import { Module } from '@nestjs/common';
import { ApprovalSheetPdf } from './app/approval-sheet-pdf';
import { BoundSheetPdf } from './app/bound-sheet-pdf';
import { LabelPdf } from './app/label-pdf';
import { RegisterPdf } from './app/register-pdf';
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
    BoundSheetPdf,
    LabelPdf,
    RegisterPdf,
    SimpleDocumentPdf,
  ],
  exports: [ApprovalSheetPdf, BoundSheetPdf, LabelPdf, RegisterPdf, SimpleDocumentPdf],
})
export class RenderingModule {}
