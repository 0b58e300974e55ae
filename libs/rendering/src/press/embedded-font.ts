import { type PDFContext, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { Typeface } from './typeface';
import { toUnicodeMap } from './to-unicode';

/** What of one typeface goes into one PDF: the glyphs used, and the text each stands for. */
export class EmbeddedFont {
  private readonly subset;
  private readonly texts = new Map<number, string>();
  private readonly widths = new Map<number, number>();

  constructor(
    private readonly typeface: Typeface,
    /** Name of the font in the page resources, e.g. `F1`. */
    readonly resource: string,
    readonly ref: PDFRef,
  ) {
    this.subset = typeface.createSubset();
  }

  /** Code of a glyph in this PDF. A code has one text only: `faithful` is false when the glyph already stands for another here. */
  use(glyphId: number, text: string): { readonly code: number; readonly faithful: boolean } {
    const code = this.subset.includeGlyph(glyphId);
    const known = this.texts.get(code);
    if (known === undefined) {
      this.texts.set(code, text);
      this.widths.set(code, Math.round(this.typeface.advance(glyphId) * 1000));
    }
    return { code, faithful: known === undefined || known === text };
  }

  /** Writes the font (ISO 32000-1, 9.7: Type 0 over CIDFontType2, identity encoding) under its reference. */
  embed(context: PDFContext): void {
    const { descriptor } = this.typeface;
    // A subset is named by six letters (9.6.4); the place in the document is enough to keep them apart.
    const name = `${tagOf(this.resource)}+${this.typeface.name}`;
    const fontDescriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: name,
        Flags: 4,
        FontBBox: descriptor.box,
        ItalicAngle: descriptor.italicAngle,
        Ascent: descriptor.ascent,
        Descent: descriptor.descent,
        CapHeight: descriptor.capHeight,
        StemV: 80,
        FontFile2: context.register(context.flateStream(this.subset.encode())),
      }),
    );
    const descendant = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: name,
        CIDToGIDMap: 'Identity',
        DW: 1000,
        W: this.widthArray(),
        CIDSystemInfo: context.obj({
          Registry: PDFString.of('Adobe'),
          Ordering: PDFString.of('Identity'),
          Supplement: 0,
        }),
        FontDescriptor: fontDescriptor,
      }),
    );
    const toUnicode = context.register(context.flateStream(toUnicodeMap(this.texts)));
    context.assign(
      this.ref,
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: 'Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: toUnicode,
      }),
    );
  }

  /** Codes are given out from 1 without gaps, so one run of widths covers them all. */
  private widthArray(): (number | number[])[] {
    const codes = [...this.widths.keys()].sort((a, b) => a - b);
    return codes.length === 0 ? [] : [codes[0] ?? 1, codes.map((code) => this.widths.get(code) ?? 1000)];
  }
}

function tagOf(resource: string): string {
  const number = Number(resource.slice(1));
  return `FUBAK${String.fromCharCode('A'.charCodeAt(0) + (number % 26))}`;
}
