import type { Folded } from '@fubako/kernel';

/**
 * How to get from a folded text back to what was written, without keeping it a second time: in turns, how many folded units
 * are as written, how many follow that are not, and what stood in their place.
 */
export type Edits = readonly (number | string)[];

/** Shorter runs of unchanged text cost less as part of an edit. */
const SHORT_RUN = 4;

interface Edit {
  from: number;
  to: number;
  original: string;
}

/** The edits that lead from `folded` back to `text`; `restoreOriginal` is the inverse. */
export function editsOf(text: string, { folded, offsets }: Folded): Edits {
  const edits: Edit[] = [];
  let written = 0;
  for (let unit = 0; unit < folded.length;) {
    const start = offsets[2 * unit] ?? 0;
    const end = offsets[2 * unit + 1] ?? 0;
    let next = unit + 1;
    while (next < folded.length && offsets[2 * next] === start) next++;
    if (start !== written || text.slice(start, end) !== folded.slice(unit, next)) {
      append(edits, { from: unit, to: next, original: text.slice(written, end) }, folded);
    }
    written = end;
    unit = next;
  }
  if (written < text.length)
    append(edits, { from: folded.length, to: folded.length, original: text.slice(written) }, folded);
  return edits.flatMap(({ from, to, original }, index) => [from - (edits[index - 1]?.to ?? 0), to - from, original]);
}

/** @throws TypeError when the edits are not of this text */
export function restoreOriginal(folded: string, edits: Edits): string {
  let text = '';
  let at = 0;
  for (let index = 0; index < edits.length; index += 3) {
    const [kept, replaced, original] = edits.slice(index, index + 3);
    if (typeof kept !== 'number' || typeof replaced !== 'number' || typeof original !== 'string')
      throw new TypeError('Not a list of edits.');
    text += folded.slice(at, at + kept) + original;
    at += kept + replaced;
  }
  return text + folded.slice(at);
}

function append(edits: Edit[], edit: Edit, folded: string): void {
  const last = edits.at(-1);
  if (last === undefined || edit.from - last.to >= SHORT_RUN) {
    edits.push(edit);
  } else {
    last.original += folded.slice(last.to, edit.from) + edit.original;
    last.to = edit.to;
  }
}
