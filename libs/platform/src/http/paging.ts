import { refuse } from './errors';

export const PAGE_LIMIT_DEFAULT = 50;
export const PAGE_LIMIT_MAX = 200;

/** One page of a list; `nextCursor` is opaque to clients and null on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** Sort position after which the next page starts: values of the sort columns, in order. */
export type CursorKey = readonly (string | number | null)[];

export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @param length number of sort columns. @throws DomainError request.bad-cursor */
export function decodeCursor(cursor: string | undefined, length: number): CursorKey | null {
  if (cursor === undefined || cursor === '') return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const scalar = (value: unknown) => value === null || typeof value === 'string' || typeof value === 'number';
    if (Array.isArray(key) && key.length === length && key.every(scalar)) return key as CursorKey;
  } catch {
    // Not JSON: refused below like every other foreign cursor.
  }
  throw refuse('request.bad-cursor', {});
}

/** Turns `limit + 1` fetched rows into a page. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  { map, keyOf }: { map: (row: R) => T; keyOf: (row: R) => CursorKey },
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => map(row)),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
  };
}
