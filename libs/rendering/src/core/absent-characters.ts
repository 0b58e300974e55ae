import { graphemesOf } from '@fubako/kernel';
import type { Block } from './flow';
import type { Mark } from './marks';
import { STYLE } from './paper';
import { passageBlocks } from './passages';
import type { GlyphSource, Ruler } from './ruler';

/** Characters that the paper could not show as they were written, each once, in order of appearance. */
export interface AbsentCharacters {
  /** No font has them: printed as a boxed geta mark 〓. */
  readonly missing: readonly string[];
  /** Variations (異体字) without a shape of their own: printed in the base form. */
  readonly substituted: readonly string[];
}

export function absentIn(marks: readonly Mark[], glyphs: GlyphSource): AbsentCharacters {
  const missing = new Set<string>();
  const substituted = new Set<string>();
  for (const mark of marks) {
    if (mark.kind !== 'text') continue;
    for (const grapheme of graphemesOf(mark.text)) {
      const { standing } = glyphs.find(grapheme, mark.face);
      if (standing === 'absent') missing.add(grapheme);
      if (standing === 'base-form') substituted.add(grapheme);
    }
  }
  return { missing: [...missing], substituted: [...substituted] };
}

/** `U+8FBB U+E0102` for a grapheme. */
export function codePointsOf(grapheme: string): string {
  return Array.from(
    grapheme,
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join(' ');
}

/** The note at the end of the paper that names them by code point, so that the printed record stays readable (SPEC REND-23). */
export function absentNote({ missing, substituted }: AbsentCharacters, ruler: Ruler): Block[] {
  const lines: string[] = [];
  if (missing.length > 0)
    lines.push(`※「〓」は印刷用の字形がない文字です（出てくる順に ${missing.map(codePointsOf).join('、')}）。`);
  if (substituted.length > 0) {
    lines.push(
      `※次の異体字は字形がないため基本の字形で印刷しました：${substituted.map((g) => `${base(g)}（${codePointsOf(g)}）`).join('、')}。`,
    );
  }
  const blocks = lines.flatMap((text) => passageBlocks([{ kind: 'paragraph', text }], ruler));
  return blocks.map((block, index) => (index === 0 ? { ...block, before: STYLE.body.size } : block));
}

const base = (grapheme: string): string => String.fromCodePoint(grapheme.codePointAt(0) ?? 0);
