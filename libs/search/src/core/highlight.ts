import { type Folded, fold, originalRange } from '@fubako/kernel';

/** A marked stretch: UTF-16 offsets, the end not included. */
export type Mark = [number, number];

export interface MarkedText {
  readonly text: string;
  readonly marks: Mark[];
}

/** Folded characters shown before the first match, and in all. */
const BEFORE = 24;
const WINDOW = 110;
const CUT = '…';

/** Where the needles stand in `text`, in its own offsets; overlapping and touching stretches are one. */
export function marksIn(text: string, needles: readonly string[]): Mark[] {
  const folded = fold(text);
  return unite(occurrences(folded, needles).map(([from, to]) => originalRange(folded, from, to)));
}

/** A window on `text` around the first match, cut between characters; the beginning of it when nothing matches. */
export function snippetOf(text: string, needles: readonly string[]): MarkedText {
  const folded = fold(text);
  const found = occurrences(folded, needles);
  const units = folded.folded.length;
  const first = Math.min(units, ...found.map(([from]) => from));
  const from = Math.max(0, (first === units ? 0 : first) - BEFORE);
  const to = Math.min(units, from + WINDOW);
  if (to === 0) return { text: '', marks: [] };
  const [start, end] = originalRange(folded, from, to);
  const lead = from > 0 ? CUT : '';
  const marks = unite(found.map(([a, b]) => originalRange(folded, a, b)))
    .map(([a, b]): Mark => [Math.max(a, start), Math.min(b, end)])
    .filter(([a, b]) => a < b)
    .map(([a, b]): Mark => [a - start + lead.length, b - start + lead.length]);
  return { text: lead + text.slice(start, end) + (to < units ? CUT : ''), marks };
}

function occurrences({ folded }: Folded, needles: readonly string[]): Mark[] {
  const found: Mark[] = [];
  for (const needle of needles) {
    for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + 1))
      found.push([at, at + needle.length]);
  }
  return found;
}

function unite(ranges: readonly Mark[]): Mark[] {
  const united: Mark[] = [];
  for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = united.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else united.push([start, end]);
  }
  return united;
}
