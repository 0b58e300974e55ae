import { parseLocalDate } from '@fubako/kernel';
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

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const MOST = 2 ** 31 - 1;

/** What a sort column may hold; a cursor that says anything else was not made by us, and never reaches the database. */
const COLUMN_KINDS = {
  uuid: (value: unknown) => typeof value === 'string' && UUID.test(value),
  instant: (value: unknown) =>
    typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value)) && value >= '0001',
  /** A day, or `infinity` for none. */
  day: (value: unknown) => typeof value === 'string' && (value === 'infinity' || parseLocalDate(value) !== null),
  integer: (value: unknown) => Number.isInteger(value) && Math.abs(value as number) <= MOST,
  text: (value: unknown) => typeof value === 'string' && value.isWellFormed() && !value.includes('\0'),
} as const;
export type CursorColumn = keyof typeof COLUMN_KINDS;

/** @param columns what the sort columns hold, in order. @throws DomainError request.bad-cursor */
export function decodeCursor(cursor: string | undefined, columns: readonly CursorColumn[]): CursorKey | null {
  if (cursor === undefined || cursor === '') return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits = Array.isArray(key) && key.length === columns.length;
    if (fits && columns.every((column, index) => COLUMN_KINDS[column](key[index]))) return key as CursorKey;
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
