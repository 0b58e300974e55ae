import { graphemesOf } from '@fubako/kernel';
import { isSpace, mayBreak } from './kinsoku';

export interface Measure {
  /** Room of a line, in the unit of `widthOf`. */
  readonly width: number;
  readonly widthOf: (grapheme: string) => number;
}

const LINE_END = /[\n\r\u000B\u000C\u0085\u2028\u2029]/u;
/** Sums of widths carry rounding; a thousandth of an em is invisible. */
const TOLERANCE = 1e-3;

/**
 * Breaks text into lines by kinsoku (SPEC REND-10 to REND-14). Joined together, the lines are the text again: a line keeps
 * its own line end and the spaces that hang after it, which do not count against the width. A grapheme is never split.
 * Where a line has no place to break, it breaks anywhere rather than run off the paper.
 */
export function breakLines(text: string, measure: Measure): string[] {
  const graphemes = graphemesOf(text);
  const lines: string[] = [];
  for (let start = 0; start < graphemes.length;) {
    const end = endOfLine(graphemes, start, measure);
    lines.push(graphemes.slice(start, end).join(''));
    start = end;
  }
  return lines;
}

function endOfLine(graphemes: readonly string[], start: number, measure: Measure): number {
  let used = 0;
  let hanging = 0;
  let breakAt = start;
  for (let at = start; at < graphemes.length; at++) {
    const grapheme = graphemes[at] ?? '';
    if (LINE_END.test(grapheme)) return at + 1;
    if (at > start && mayBreak(graphemes[at - 1] ?? '', grapheme)) breakAt = at;
    const width = measure.widthOf(grapheme);
    if (isSpace(grapheme)) {
      hanging += width;
      continue;
    }
    used += hanging + width;
    hanging = 0;
    if (used > measure.width + TOLERANCE) return breakAt > start ? breakAt : Math.max(at, start + 1);
  }
  return graphemes.length;
}
