import { type Font, type Subset, create } from '@cantoo/fontkit';
import { type VariationShape, VariationSequences } from './variation-sequences';

/** One font file, parsed once per process. Glyph numbers are those of the file. */
export class Typeface {
  private readonly font: Font;
  private readonly variations: VariationSequences;
  private readonly advances = new Map<number, number>();

  /** @param file a static TrueType font. */
  constructor(file: Uint8Array) {
    const opened = create(file);
    if (!('hasGlyphForCodePoint' in opened)) throw new Error('A font collection was given where one font is needed.');
    this.font = opened;
    this.variations = new VariationSequences(file);
  }

  get name(): string {
    return this.font.postscriptName ?? 'Font';
  }

  /** Glyph of a code point, or null. */
  glyphOf(codePoint: number): number | null {
    return this.font.hasGlyphForCodePoint(codePoint) ? (this.font.glyphForCodePoint(codePoint)?.id ?? null) : null;
  }

  variationOf(base: number, selector: number): VariationShape | null {
    return this.variations.find(base, selector);
  }

  /** Advance width in ems. */
  advance(glyphId: number): number {
    let advance = this.advances.get(glyphId);
    if (advance === undefined) {
      advance = (this.font.getGlyph(glyphId)?.advanceWidth ?? 0) / this.font.unitsPerEm;
      this.advances.set(glyphId, advance);
    }
    return advance;
  }

  createSubset(): Subset {
    return this.font.createSubset();
  }

  /** Measures for a PDF font descriptor, in thousandths of an em. */
  get descriptor(): { ascent: number; descent: number; capHeight: number; italicAngle: number; box: number[] } {
    const { ascent, descent, capHeight, italicAngle, bbox, unitsPerEm } = this.font;
    const milli = (units: number) => Math.round((units * 1000) / unitsPerEm);
    const box = [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map(milli);
    return { ascent: milli(ascent), descent: milli(descent), capHeight: milli(capHeight), italicAngle, box };
  }
}
