import { graphemesOf } from '@fubako/kernel';
import { mayBreak } from './kinsoku';
import type { Style } from './marks';
import type { Ruler } from './ruler';

export interface Fitted {
  readonly lines: readonly string[];
  readonly size: number;
  /** Horizontal scale of the lines, at most 1. */
  readonly squeeze: number;
}

export interface Sizes {
  readonly largest: number;
  readonly smallest: number;
}

const STEP = 0.5;

/**
 * Fits a short text into a width: smaller first, then on two levels (二段), then condensed as well (SPEC REND-15).
 * Nothing is ever left out: a post's name is part of the record.
 */
export function fitHeading(
  text: string,
  room: { width: number; sizes: Sizes },
  by: { face: Style['face']; ruler: Ruler },
): Fitted {
  const { largest, smallest } = room.sizes;
  const ems = by.ruler.ems(text, by.face);
  for (let size = largest; size >= smallest; size -= STEP) {
    if (ems * size <= room.width) return { lines: [text], size, squeeze: 1 };
  }
  const lines = halves(text);
  const widest = Math.max(...lines.map((line) => by.ruler.ems(line, by.face)));
  const size = Math.max(smallest, Math.min(largest, Math.floor(room.width / widest / STEP) * STEP));
  return { lines, size, squeeze: Math.min(1, room.width / (widest * size)) };
}

/**
 * Two levels: the split nearest the middle that kinsoku allows, rather between two words than inside one. The upper level is
 * the shorter of two equally good ones. A text of one character stays whole.
 */
export function halves(text: string): string[] {
  const graphemes = graphemesOf(text);
  if (graphemes.length < 2) return [text];
  let best = 1;
  for (let at = 2; at < graphemes.length; at++) if (cost(graphemes, at) < cost(graphemes, best)) best = at;
  return [graphemes.slice(0, best).join(''), graphemes.slice(best).join('')];
}

/** Inside a word costs as much as standing three characters off the middle; against kinsoku, more than any place. */
function cost(graphemes: readonly string[], at: number): number {
  const before = graphemes[at - 1] ?? '';
  const after = graphemes[at] ?? '';
  const forbidden = mayBreak(before, after) ? 0 : graphemes.length;
  const insideWord = scriptOf(before) === scriptOf(after) ? 3 : 0;
  return Math.abs(at - graphemes.length / 2) + forbidden + insideWord;
}

function scriptOf(grapheme: string): string {
  if (/^[\p{Script=Katakana}ー]/u.test(grapheme)) return 'katakana';
  if (/^\p{Script=Hiragana}/u.test(grapheme)) return 'hiragana';
  return /^\p{Script=Han}/u.test(grapheme) ? 'kanji' : 'other';
}
