import { type Folded, type Folding, fold, foldKeyWithout, originalRange } from '@fubako/kernel';
import type { Term } from './condition';
import { daysIn } from './dates';

/** A marked stretch: UTF-16 offsets, the end not included. */
export type Mark = [number, number];

export interface MarkedText {
  readonly text: string;
  readonly marks: Mark[];
}

/** What is marked: the terms, as they count when these foldings are off. */
export interface Marker {
  readonly wanted: readonly Term[];
  readonly off: readonly Folding[];
}

/** Folded characters shown before the first match, and in all. */
const BEFORE = 24;
const WINDOW = 110;
const CUT = '…';

/** Where the terms stand in `text`, in its own offsets; overlapping and touching stretches are one. */
export function marksIn(text: string, marker: Marker): Mark[] {
  const folded = fold(text);
  return unite(occurrences(text, folded, marker).map(([from, to]) => originalRange(folded, from, to)));
}

/** A window on `text` around the first match, cut between characters; the beginning of it when nothing matches. */
export function snippetOf(text: string, marker: Marker): MarkedText {
  const folded = fold(text);
  const found = occurrences(text, folded, marker);
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

/** Places of the needle in the folded text where it is also written alike in the respects that count. */
export function placesOf(text: string, folded: Folded, { term, off }: { term: Term; off: readonly Folding[] }): Mark[] {
  const found: Mark[] = [];
  const { needle, written } = term;
  const key = off.length > 0 ? foldKeyWithout(written, off) : '';
  for (let at = folded.folded.indexOf(needle); at >= 0; at = folded.folded.indexOf(needle, at + 1)) {
    const [from, to] = off.length > 0 ? originalRange(folded, at, at + needle.length) : [0, 0];
    if (off.length === 0 || foldKeyWithout(text.slice(from, to), off) === key) found.push([at, at + needle.length]);
  }
  return found;
}

function occurrences(text: string, folded: Folded, { wanted, off }: Marker): Mark[] {
  const found = wanted.flatMap((term) => placesOf(text, folded, { term, off }));
  const asked = new Set(wanted.flatMap(({ day }) => day ?? []));
  const days = asked.size > 0 ? daysIn(folded).filter(({ day }) => asked.has(day)) : [];
  return [...found, ...days.map(({ from, to }): Mark => [from, to])];
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
