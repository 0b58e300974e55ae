import { ApprovalSheetPdf, BoundSheetPdf, SimpleDocumentPdf } from '../../src';
import { FontLibrary } from '../../src/press/font-library';
import { GlyphFinder } from '../../src/press/glyph-finder';
import { Press } from '../../src/press/press';

/** The lib on its carried fonts alone: what a machine has installed must not decide whether a test passes. */
export function printing() {
  const glyphs = new GlyphFinder(new FontLibrary([]));
  const press = new Press(glyphs);
  const sheets = new ApprovalSheetPdf(press, glyphs);
  return {
    glyphs,
    press,
    sheets,
    bound: new BoundSheetPdf(press, glyphs, sheets),
    documents: new SimpleDocumentPdf(press, glyphs),
  };
}
