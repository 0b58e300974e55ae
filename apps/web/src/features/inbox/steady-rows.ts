import type { InboxItem } from '../../shared/api/types';
import { rowKey } from './inbox-item';

/** A row as it stands on the screen; `gone`: somebody else has settled it meanwhile. */
export interface SteadyRow {
  readonly item: InboxItem;
  readonly gone: boolean;
}

export interface SteadyList {
  readonly rows: readonly SteadyRow[];
  /** Arrivals that would move rows under the cursor: they wait until they are asked for. */
  readonly held: number;
}

export const freshList = (items: readonly InboxItem[]): SteadyList => ({
  rows: items.map((item) => ({ item, gone: false })),
  held: 0,
});

/**
 * What the server says now, without moving what is on the screen: rows keep their places, those settled elsewhere stay and
 * are marked, later pages are appended, and arrivals in between wait. Rows that the reader settled leave, and come back
 * to their place when that is undone.
 */
export function steadied(
  shown: readonly SteadyRow[],
  items: readonly InboxItem[],
  mine: ReadonlySet<string>,
): SteadyList {
  const fresh = new Map(items.map((item) => [rowKey(item), item]));
  const known = new Set(shown.map(({ item }) => rowKey(item)));
  const kept = shown.flatMap(({ item }): SteadyRow[] => {
    const now = fresh.get(rowKey(item));
    if (now) return [{ item: now, gone: false }];
    return mine.has(rowKey(item)) ? [] : [{ item, gone: true }];
  });
  if (kept.every(({ gone }) => gone)) return kept.length === 0 ? freshList(items) : appended(kept, items, known);
  const last = items.findLastIndex((item) => known.has(rowKey(item)));
  const rows = [...kept];
  let held = 0;
  items.slice(0, last).forEach((item, at) => {
    if (known.has(rowKey(item))) return;
    if (mine.has(rowKey(item))) rows.splice(placeAfter(rows, items, at), 0, { item, gone: false });
    else held += 1;
  });
  return { rows: [...rows, ...freshList(items.slice(last + 1)).rows], held };
}

/** Below what was settled elsewhere everything new has room. */
function appended(kept: readonly SteadyRow[], items: readonly InboxItem[], known: ReadonlySet<string>): SteadyList {
  return { rows: [...kept, ...freshList(items.filter((item) => !known.has(rowKey(item)))).rows], held: 0 };
}

/** The place behind the nearest row before it that is on the screen. */
function placeAfter(rows: readonly SteadyRow[], items: readonly InboxItem[], at: number): number {
  for (const before of items.slice(0, at).toReversed()) {
    const place = rows.findIndex(({ item }) => rowKey(item) === rowKey(before));
    if (place >= 0) return place + 1;
  }
  return 0;
}
