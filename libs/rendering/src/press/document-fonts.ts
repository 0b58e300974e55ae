import type { PDFContext } from '@cantoo/pdf-lib';
import { EmbeddedFont } from './embedded-font';
import type { GlyphPiece } from './glyph-finder';
import type { Typeface } from './typeface';

/** A glyph as a PDF shows it. */
export interface EncodedGlyph {
  readonly font: EmbeddedFont;
  readonly code: number;
  /** False when search and copy would give another text. */
  readonly faithful: boolean;
}

/** More subsets of one typeface than this would only serve text made to inflate the file. */
const MOST_LAYERS = 4;

/**
 * The fonts of one PDF. A glyph that stands for several texts (a variation whose registered shape is the ordinary one, the geta
 * mark) goes into a further subset of its typeface, so that each keeps its own text for search and copy (SPEC REND-51).
 */
export class DocumentFonts {
  readonly all: EmbeddedFont[] = [];
  private readonly layers = new Map<Typeface, EmbeddedFont[]>();

  constructor(private readonly context: PDFContext) {}

  encode({ typeface, glyphId, text }: GlyphPiece): EncodedGlyph {
    const layers = this.layersOf(typeface);
    const first = layers[0] ?? this.add(typeface, layers);
    for (let layer = 0; layer < MOST_LAYERS; layer++) {
      const font = layers[layer] ?? this.add(typeface, layers);
      const used = font.use(glyphId, text);
      if (used.faithful) return { font, ...used };
    }
    return { font: first, ...first.use(glyphId, text) };
  }

  embed(): void {
    for (const font of this.all) font.embed(this.context);
  }

  private layersOf(typeface: Typeface): EmbeddedFont[] {
    const known = this.layers.get(typeface) ?? [];
    this.layers.set(typeface, known);
    return known;
  }

  private add(typeface: Typeface, layers: EmbeddedFont[]): EmbeddedFont {
    const font = new EmbeddedFont(typeface, `F${this.all.length + 1}`, this.context.nextRef());
    layers.push(font);
    this.all.push(font);
    return font;
  }
}
