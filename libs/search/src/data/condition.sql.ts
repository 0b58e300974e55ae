import { fiscalYearOf } from '@fubako/kernel';
import { type Sql, joinSql, sql } from '@fubako/platform/database';
import { liesIn } from '@fubako/records';
import type { Condition, Term, TextField } from '../core/condition';
import { SOURCE_END } from '../core/entry';
import { gramAlternatives, isPlain, isProven } from '../core/plan';
import type { Range } from '../core/ranges';
import { PART_SOURCES } from '../core/searchable-document';

/** Where a condition looks: the entry, and what the needles of 所属 and 簿冊 mean. */
export interface Sight {
  readonly entry: Sql;
  readonly unitCodes: ReadonlyMap<string, readonly string[]>;
  readonly fileIds: ReadonlyMap<string, readonly string[]>;
  /** Whether every entry has the places of its triples. */
  readonly places: boolean;
}

/**
 * What the index and the narrow columns know of a condition: true for everything that meets it, and when it is proven
 * (`isProven`) for nothing else. Null when they know nothing.
 * @param strict whether foldings are off: then even a proven word says only what may meet the condition
 */
export function lookupOf(condition: Condition, sight: Sight, strict: boolean): Sql | null {
  switch (condition.kind) {
    case 'term':
      return lookupOfTerm(condition, sight);
    case 'all': {
      const known = condition.of.flatMap((each) => lookupOf(each, sight, strict) ?? []);
      return known.length > 0 ? sql`(${joinSql(known, ' and ', sql`true`)})` : null;
    }
    case 'any': {
      const known = condition.of.flatMap((each) => lookupOf(each, sight, strict) ?? []);
      return known.length === condition.of.length ? sql`(${joinSql(known, ' or ', sql`false`)})` : null;
    }
    case 'not': {
      const settled = isProven(condition.of) && !(strict && hasTerms(condition.of));
      const known = settled ? lookupOf(condition.of, sight, strict) : null;
      return known && sql`(not ${known})`;
    }
    default:
      return factOf(condition, sight);
  }
}

/** The whole condition, answered by the text and by the narrow columns. */
export function comparisonOf(condition: Condition, sight: Sight): Sql {
  switch (condition.kind) {
    case 'term':
      return comparisonOfTerm(condition, sight);
    case 'all':
      return sql`(${joinSql(
        condition.of.map((each) => comparisonOf(each, sight)),
        ' and ',
        sql`true`,
      )})`;
    case 'any':
      return sql`(${joinSql(
        condition.of.map((each) => comparisonOf(each, sight)),
        ' or ',
        sql`false`,
      )})`;
    case 'not':
      return sql`(not ${comparisonOf(condition.of, sight)})`;
    default:
      return factOf(condition, sight);
  }
}

function hasTerms(condition: Condition): boolean {
  if (condition.kind === 'not') return hasTerms(condition.of);
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.some(hasTerms);
  return condition.kind === 'term';
}

function lookupOfTerm(term: Condition & { kind: 'term' }, { entry, places }: Sight): Sql {
  const [ofLetters = [], ...others] = gramAlternatives(term, places);
  if (isPlain(term)) return hasGrams(entry, ofLetters);
  const ways = [ofLetters, ...others].map((grams) => hasGrams(entry, grams));
  if (term.serial !== null) ways.push(bears(entry, term.serial));
  return sql`(${joinSql(ways, ' or ', sql`false`)})`;
}

function comparisonOfTerm(term: Condition & { kind: 'term' }, { entry, places }: Sight): Sql {
  const ways = [sql`strpos(${textOf(term.field, entry)}, ${term.needle}) > 0`];
  if (term.serial !== null) ways.push(bears(entry, term.serial));
  if (term.day !== null) ways.push(hasGrams(entry, gramAlternatives(term, places)[1] ?? []));
  return sql`(${joinSql(ways, ' or ', sql`false`)})`;
}

function textOf(field: TextField | null, entry: Sql): Sql {
  if (field === null) return sql`${entry}.folded`;
  return sql`split_part(${entry}.folded, ${SOURCE_END}, ${PART_SOURCES.indexOf(field) + 1})`;
}

function hasGrams(entry: Sql, grams: readonly number[]): Sql {
  return sql`${entry}.grams @> ${grams}::int4[]`;
}

function bears(entry: Sql, serial: NonNullable<Term['serial']>): Sql {
  return sql`${entry}.serials @> ${[serial]}::int4[]`;
}

/** What a condition that must hold says of fiscal years `fy`: the others need not be asked. */
export function yearsOfCondition(condition: Condition): Sql[] {
  if (condition.kind === 'years') return [within(sql`fy`, condition)];
  if (condition.kind !== 'decided') return [];
  const { from, to } = condition;
  return [within(sql`fy`, { from: from && fiscalYearOf(from), to: to && fiscalYearOf(to) })];
}

/** Conditions on narrow columns and on filing, exact and never null. */
function factOf(
  condition: Condition & { kind: 'unit' | 'file' | 'years' | 'decided' | 'amount' },
  { entry, unitCodes, fileIds }: Sight,
): Sql {
  switch (condition.kind) {
    case 'unit':
      return sql`(${entry}.owner_unit = any(${unitCodes.get(condition.needle) ?? []}::text[]))`;
    case 'file':
      return liesIn(sql`${entry}.document_id`, fileIds.get(condition.needle) ?? []);
    case 'years':
      return within(sql`${entry}.fy`, condition);
    case 'decided':
      return sql`(${entry}.decided and ${within(sql`${entry}.sort_on`, condition)})`;
    case 'amount':
      return sql`(${entry}.amount is not null and ${within(sql`${entry}.amount`, condition)})`;
  }
}

function within(column: Sql, { from, to }: Range<number | string>): Sql {
  const ends = [from === null ? null : sql`${column} >= ${from}`, to === null ? null : sql`${column} <= ${to}`];
  return sql`(${joinSql(
    ends.flatMap((end) => end ?? []),
    ' and ',
    sql`true`,
  )})`;
}
