import { DomainError, type LocalDate, fiscalYearOf } from '@fubako/kernel';
import { type CursorColumn, type CursorKey, decodeCursor } from '@fubako/platform/http';
import type { HitKey, Sort } from '../core/question';
import { type ReadersQuestion, isRanked } from '../data/hits.sql';

const COLUMNS: Readonly<Record<Sort, readonly CursorColumn[]>> = {
  date: ['day', 'uuid'],
  number: ['day', 'integer', 'text', 'uuid'],
  relevance: ['integer', 'day', 'uuid'],
};

/** The order that a question really has: without words nothing is more relevant than another. */
export function orderOf(question: Pick<ReadersQuestion, 'sort' | 'plan'>): Sort {
  if (question.sort === 'relevance') return isRanked(question) ? 'relevance' : 'date';
  return question.sort ?? 'date';
}

/** Where a page goes on after this hit. */
export function keyOf({ sortOn, documentId, numberKey, rank }: HitKey, order: Sort): CursorKey {
  if (order === 'number') return [sortOn, numberKey === null ? 1 : 0, numberKey ?? '', documentId];
  return order === 'relevance' ? [rank, sortOn, documentId] : [sortOn, documentId];
}

/** @throws DomainError request.bad-cursor */
export function positionOf(cursor: string | undefined, order: Sort): HitKey | null {
  const key = decodeCursor(cursor, COLUMNS[order]);
  if (key === null) return null;
  const [day, documentId] = [order === 'relevance' ? key[1] : key[0], key.at(-1)];
  if (day === 'infinity') throw new DomainError('request.bad-cursor', {});
  const sortOn = String(day) as LocalDate;
  const position = { fy: fiscalYearOf(sortOn), sortOn, documentId: String(documentId), numberKey: null, rank: 0 };
  if (order === 'number') return { ...position, numberKey: key[1] === 1 ? null : String(key[2]) };
  return order === 'relevance' ? { ...position, rank: Number(key[0]) } : position;
}
