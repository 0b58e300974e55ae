import { Injectable } from '@nestjs/common';
import type { Face } from '../core/marks';
import type { FoundGlyph, GlyphSource } from '../core/ruler';
import { FontLibrary } from './font-library';
import type { Typeface } from './typeface';

/** A shape on the paper: usually one glyph, more for a cluster that no font has in one piece. */
export interface GlyphPiece {
  readonly typeface: Typeface;
  readonly glyphId: number;
  /** What it stands for when the paper is searched or copied from. */
  readonly text: string;
}

export interface ShapedGlyph extends FoundGlyph {
  readonly pieces: readonly GlyphPiece[];
}

const GETA = '〓';
const IDEOGRAPHIC_SPACE = '\u3000';
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zl}\p{Zp}]+$/u;
const BLANK = /^\p{Zs}$/u;
/** Text and emoji presentation: they ask for a style, not for another character. */
const PRESENTATION = /[\uFE0E\uFE0F]/gu;
const SELECTOR = /^(.)([\uFE00-\uFE0D\u{E0100}-\u{E01EF}])$/u;

/** Graphemes known at once; hostile text could otherwise grow the cache without end. */
const CACHE_LIMIT = 20_000;

/** Finds shapes through the font chain, and remembers them for the life of the process (SPEC REND-20 to REND-23). */
@Injectable()
export class GlyphFinder implements GlyphSource {
  private readonly found = new Map<string, ShapedGlyph>();

  constructor(private readonly library: FontLibrary) {}

  find(grapheme: string, face: Face): ShapedGlyph {
    const key = `${face} ${grapheme}`;
    let glyph = this.found.get(key);
    if (!glyph) {
      glyph = this.search(grapheme, face);
      if (this.found.size >= CACHE_LIMIT) this.found.clear();
      this.found.set(key, glyph);
    }
    return glyph;
  }

  private search(grapheme: string, face: Face): ShapedGlyph {
    if (grapheme === '\t') return this.search(IDEOGRAPHIC_SPACE, face);
    if (INVISIBLE.test(grapheme)) return { pieces: [], width: 0, standing: 'invisible' };
    const plain = grapheme.replace(PRESENTATION, '');
    const [, base, selector] = SELECTOR.exec(plain) ?? [];
    if (base !== undefined && selector !== undefined) return this.variation(base, selector, face);
    return (
      this.whole(plain, composed(plain), face) ??
      this.sideBySide(plain, face) ??
      this.replaced(plain, face) ??
      this.geta(plain, face)
    );
  }

  /** The first font that knows the sequence draws it; if none does, the base character stands in and is reported. */
  private variation(base: string, selector: string, face: Face): ShapedGlyph {
    const codePoint = codePointOf(base);
    for (const typeface of this.library.chain(face)) {
      const shape = typeface.variationOf(codePoint, codePointOf(selector));
      const glyphId = shape === 'ordinary' ? typeface.glyphOf(codePoint) : shape?.glyphId;
      if (typeof glyphId === 'number') return shaped([{ typeface, glyphId, text: base + selector }]);
    }
    return this.standIn(base + selector, base, face) ?? this.geta(base + selector, face);
  }

  /** One glyph for the text, if `character` is a single one that a font has. */
  private whole(text: string, character: string, face: Face): ShapedGlyph | null {
    if (Array.from(character).length !== 1) return null;
    for (const typeface of this.library.chain(face)) {
      const glyphId = typeface.glyphOf(codePointOf(character));
      if (glyphId !== null) return shaped([{ typeface, glyphId, text }]);
    }
    return null;
  }

  /** All characters of a cluster from one font, next to each other. */
  private sideBySide(cluster: string, face: Face): ShapedGlyph | null {
    const characters = Array.from(cluster).filter((character) => !INVISIBLE.test(character));
    for (const typeface of this.library.chain(face)) {
      const pieces = characters.flatMap((text): GlyphPiece[] => {
        const glyphId = typeface.glyphOf(codePointOf(text));
        return glyphId === null ? [] : [{ typeface, glyphId, text }];
      });
      if (pieces.length === characters.length) return shaped(pieces);
    }
    return null;
  }

  /** A rare space prints as an ordinary one; a compatibility kanji that no font has, as the kanji it is compatible with. */
  private replaced(character: string, face: Face): ShapedGlyph | null {
    if (BLANK.test(character)) return this.whole(character, ' ', face);
    const related = character.normalize('NFC');
    return related === character ? null : this.standIn(character, related, face);
  }

  private standIn(text: string, character: string, face: Face): ShapedGlyph | null {
    const glyph = this.whole(text, character, face);
    return glyph && { ...glyph, standing: 'base-form' };
  }

  private geta(text: string, face: Face): ShapedGlyph {
    return { pieces: this.whole(text, GETA, face)?.pieces ?? [], width: 1, standing: 'absent' };
  }
}

const codePointOf = (character: string): number => character.codePointAt(0) ?? 0;

/** Kana or letter with its marks as one character. Compatibility kanji stay as they are: NFC would turn them into other kanji. */
function composed(cluster: string): string {
  return Array.from(cluster).length > 1 ? cluster.normalize('NFC') : cluster;
}

function shaped(pieces: readonly GlyphPiece[]): ShapedGlyph {
  const width = pieces.reduce((sum, { typeface, glyphId }) => sum + typeface.advance(glyphId), 0);
  return { pieces, width, standing: 'drawn' };
}
