import { graphemesOf } from '@fubako/kernel';
import type { Face, Style } from './marks';
import { breakLines } from './line-breaking';

/**
 * How a character will stand on the paper:
 * `drawn` in its own shape, `base-form` where a variation (異体字) has no shape of its own in any font,
 * `absent` where no font has the character at all (a geta mark 〓 is printed), `invisible` where there is nothing to draw.
 */
export type Standing = 'drawn' | 'base-form' | 'absent' | 'invisible';

export interface FoundGlyph {
  /** Advance in ems. */
  readonly width: number;
  readonly standing: Standing;
}

/** Finds the shape of one grapheme in the font chain of a face (SPEC REND-20). */
export interface GlyphSource {
  find(grapheme: string, face: Face): FoundGlyph;
}

/** Measures text and breaks it into lines. */
export class Ruler {
  constructor(private readonly glyphs: GlyphSource) {}

  /** Width in points. Widths of characters add up: no kerning, so that a line can be measured once per character. */
  width(text: string, style: Style): number {
    return this.ems(text, style.face) * style.size;
  }

  ems(text: string, face: Face): number {
    let sum = 0;
    for (const grapheme of graphemesOf(text)) sum += this.glyphs.find(grapheme, face).width;
    return sum;
  }

  /** Lines ready to draw, without the line ends and trailing spaces; a blank text is one empty line. */
  lines(text: string, style: Style, width: number): string[] {
    const broken = breakLines(text, {
      width: width / style.size,
      widthOf: (grapheme) => this.glyphs.find(grapheme, style.face).width,
    });
    return broken.length === 0 ? [''] : broken.map((line) => line.replace(/\s+$/u, ''));
  }
}
