import type { LayoutPart } from './entry';
import type { Term } from './condition';
import { serialOf } from './serial';
import { restoreOriginal } from './original';

/** A part of an entry with its place in the folded text: `start` from 1 and `length` in code points, as SQL counts them. */
export interface PlacedPart {
  readonly part: LayoutPart;
  readonly start: number;
  readonly length: number;
}

export function placeParts(layout: readonly LayoutPart[]): PlacedPart[] {
  let start = 1;
  return layout.map((part) => {
    const placed = { part, start, length: part[1] };
    start += part[1] + 1;
    return placed;
  });
}

/**
 * The part to show under the title: the one in which most terms are first met, the earliest among equals.
 * @param positions where each term first stands after the title (from 1 over the whole folded text), 0 when nowhere
 */
export function bestPart(layout: readonly LayoutPart[], positions: readonly number[]): PlacedPart | null {
  const parts = placeParts(layout).slice(1);
  let best: PlacedPart | null = null;
  let most = 0;
  for (const placed of parts) {
    const met = positions.filter((at) => at >= placed.start && at < placed.start + placed.length).length;
    if (met > most) [best, most] = [placed, met];
  }
  return best;
}

/** Number parts, for terms that were met by their serial only (`第873号` in `8総-000873`). */
export function numberParts(layout: readonly LayoutPart[]): PlacedPart[] {
  return placeParts(layout).filter(({ part: [source] }) => source === 'number');
}

/** What was written in the part. @param slice its folded text */
export function originalOf({ part: [, , edits] }: PlacedPart, slice: string): string {
  return restoreOriginal(slice, edits);
}

export function bearsSerial(number: string, terms: readonly Term[]): boolean {
  const serial = serialOf(number);
  return serial !== null && terms.some((term) => term.serial === serial);
}
