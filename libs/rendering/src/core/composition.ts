import { type AbsentCharacters, absentIn, absentNote } from './absent-characters';
import { type Block, pour } from './flow';
import type { Mark } from './marks';
import { COLUMN } from './paper';
import { type GlyphSource, Ruler } from './ruler';
import { type Running, withRunning } from './running';

/** Finished pages, and what they could not show. */
export interface Composition extends AbsentCharacters {
  readonly pages: readonly (readonly Mark[])[];
}

/** Pours blocks into pages, adds the note about absent characters, the running head and foot. */
export function compose(blocks: readonly Block[], running: Running, glyphs: GlyphSource): Composition {
  const ruler = new Ruler(glyphs);
  const absent = absentIn([...marksOf(blocks), ...withRunning([[], []], running, ruler).flat()], glyphs);
  const pages = pour([...blocks, ...absentNote(absent, ruler)], COLUMN);
  return { pages: withRunning(pages, running, ruler), ...absent };
}

const marksOf = (blocks: readonly Block[]): Mark[] =>
  blocks.flatMap((block) => block.slices.flatMap((slice) => slice.marks));
