import type { FiscalYear } from '@fubako/kernel';
import { type Sql, joinSql, sql } from '@fubako/platform/database';
import { hasArchiveFact, liesIn } from '@fubako/records';
import { SOURCE_END } from '../core/entry';
import { isPlain, isProven, looksUp } from '../core/plan';
import { FACT_NAMES, type HitKey, type Question, type SearchFilter, type Sort } from '../core/question';
import { comparisonOf, lookupOf, yearsOfCondition } from './condition.sql';

/** Folded characters in which words of the title are looked for. */
const TITLE_LOOKED_AT = 1000;

const NUMBER_KEY = sql`(search.number_key(d.card->>'number') collate "C")`;
/** Documents without a number come last, the oldest first. */
const NUMBER_ORDER = sql`${NUMBER_KEY} is null, coalesce(${NUMBER_KEY}, ''), d.document_id`;

/** A question of one reader: `visible` is the reading policy as a condition over `d` (`ENTRY_COLUMNS`). */
export interface ReadersQuestion extends Question {
  readonly visible: Sql;
  readonly sort?: Sort;
  readonly after?: HitKey;
  /** 年度へ移動: the list begins with this fiscal year; counts do not change. */
  readonly startYear?: FiscalYear;
  /** Asks about these documents alone. */
  readonly among?: readonly { readonly documentId: string; readonly fy: FiscalYear }[];
  /** The hits, where they are known already: what was compared as written (SEA-13). Nothing else of the plan is asked then. */
  readonly settled?: readonly { readonly documentId: string; readonly fy: FiscalYear }[];
}

/** Where the facts of the reading policies stand in an entry `d`. */
export const ENTRY_COLUMNS = {
  id: sql`d.document_id`,
  state: sql`d.state`,
  confidentiality: sql`d.confidentiality`,
  confidentialUntil: sql`d.confidential_until`,
  drafter: sql`d.drafter_staff_no`,
  section: sql`d.owner_unit`,
  // Drafts that wait for somebody to take them over are found in the section's list, not in the archive.
  left: sql`false`,
};
export type EntryColumns = typeof ENTRY_COLUMNS;

/**
 * The hits in the order asked, at most `limit` (null: all), as rows (fy, document_id, kind, sort_on, owner_unit, matter_type, state, number_key, rank).
 */
export function hitsSql(question: ReadersQuestion, limit: number | null): Sql {
  return isRanked(question) ? rankedHits(question, limit) : yearlyHits(question, limit, orderOf(question));
}

/**
 * As many hits, of the newest years, in no order within a year: for counting. Candidates are looked at one by one until enough
 * are found, and not all of a year before the first is (SEA-9).
 */
export function anyHitsSql(question: ReadersQuestion, limit: number | null): Sql {
  return yearlyHits(question, limit, sql``);
}

/** Without words nothing is more relevant than another: the day decides. */
export function isRanked({ sort, plan }: Pick<ReadersQuestion, 'sort' | 'plan'>): boolean {
  return sort === 'relevance' && plan.wanted.length > 0;
}

/**
 * Years are asked one after the other, so a full page never looks at older ones. Texts that must be compared are read behind a
 * fence (`offset 0`) in the order of the result, so only as many are read as the page needs (performance A).
 */
function yearlyHits(question: ReadersQuestion, limit: number | null, order: Sql): Sql {
  const comparisons = comparisonsOf(question);
  const fence = comparisons.length > 0 ? sql`offset 0` : sql`limit ${limit}`;
  return sql`
    select x.fy, x.document_id, x.kind, x.sort_on, x.owner_unit, x.matter_type, x.state, x.number_key, 0 as rank
    from unnest(array(${yearsSql(question)})) with ordinality as y(fy, n),
    lateral (
      select d.fy, d.document_id, d.kind, d.sort_on, d.owner_unit, d.matter_type, d.state, d.amount, d.decided, d.folded, d.serials, d.grams,
        ${question.sort === 'number' ? NUMBER_KEY : sql`null::text`} as number_key
      from search.entry d
      where d.fy = y.fy and ${joinSql([...lookupsOf(question), ...afterOf(question)], ' and ', sql`true`)}
      ${order} ${fence}
    ) x
    where ${joinSql(comparisons, ' and ', sql`true`)}
    limit ${limit}`;
}

function orderOf(question: ReadersQuestion): Sql {
  return question.sort === 'number'
    ? sql`order by ${NUMBER_ORDER}`
    : sql`order by ${dayOf(question)} desc, d.document_id desc`;
}

/**
 * Every hit must be known before the first is: the words of all candidates are looked for in their titles. Nothing of a text is read before
 * the reading policy was asked (SEA-42): it is dearer than a comparison, so without the fence the planner would ask it last.
 */
function rankedHits(question: ReadersQuestion, limit: number | null): Sql {
  const { after } = question;
  const conditions = comparisonsOf(question);
  if (after)
    conditions.push(
      sql`(x.rank, x.sort_on, x.document_id) < (${after.rank}::int, ${after.sortOn}::date, ${after.documentId}::uuid)`,
    );
  return sql`
    select x.fy, x.document_id, x.kind, x.sort_on, x.owner_unit, x.matter_type, x.state, null::text as number_key, x.rank
    from (
      select d.fy, d.document_id, d.kind, d.sort_on, d.owner_unit, d.matter_type, d.state, d.amount, d.decided, d.folded, d.serials, d.grams, ${rankOf(question)} as rank
      from (
        select d.* from search.entry d
        where d.fy = any(array(${yearsSql(question)})) and ${joinSql(lookupsOf(question), ' and ', sql`true`)} offset 0
      ) d
    ) x
    where ${joinSql(conditions, ' and ', sql`true`)}
    order by x.rank desc, x.sort_on desc, x.document_id desc limit ${limit}`;
}

/** The title is the first part; only the beginning of a text that lies out of line is unpacked for it. */
function rankOf({ plan }: ReadersQuestion): Sql {
  const title = sql`split_part(split_part(substr(d.folded, 1, ${TITLE_LOOKED_AT}), ${SOURCE_END}, 1), E'\n', 1)`;
  const wanted = [...new Map(plan.wanted.map((term) => [`${term.needle}:${term.serial}`, term])).values()];
  const inTitle = wanted.map(({ needle }) => sql`(strpos(${title}, ${needle}) > 0)::int`);
  const inNumbers = wanted.map(({ needle, serial }) =>
    serial === null
      ? sql`(coalesce(strpos(d.card->>'numberKeys', ${needle}), 0) > 0)::int`
      : sql`(d.serials @> ${[serial]}::int4[] or coalesce(strpos(d.card->>'numberKeys', ${needle}), 0) > 0)::int`,
  );
  return sql`(${sumOf(inTitle)}) * 100 + (${sumOf(inNumbers)})`;
}

function sumOf(terms: readonly Sql[]): Sql {
  return terms.reduce((sum, term) => sql`${sum} + ${term}`, sql`0`);
}

/**
 * With words, the grams must lead the way: walking the index of days would unpack the grams of every row on it, which the
 * planner takes for free. A day plus nothing is the same day, but no index has it.
 */
function dayOf({ plan }: ReadersQuestion): Sql {
  return looksUp(plan) ? sql`(d.sort_on + 0)` : sql`d.sort_on`;
}

function yearsSql(question: ReadersQuestion): Sql {
  const { plan, filter, startYear, among, settled } = question;
  const after = isRanked(question) ? undefined : question.after;
  const conditions: Sql[] = plan.conditions.flatMap(yearsOfCondition);
  for (const known of [among, settled])
    if (known) conditions.push(sql`fy = any(${[...new Set(known.map(({ fy }) => fy))]}::smallint[])`);
  if (startYear !== undefined && !isRanked(question)) conditions.push(sql`fy <= ${startYear}`);
  if (filter.fiscalYears) conditions.push(sql`fy = any(${filter.fiscalYears}::smallint[])`);
  if (filter.from) conditions.push(sql`fy >= extract(year from ${filter.from}::date - interval '3 months')`);
  if (filter.to) conditions.push(sql`fy <= extract(year from ${filter.to}::date - interval '3 months')`);
  if (after) conditions.push(sql`fy <= extract(year from ${after.sortOn}::date - interval '3 months')`);
  return sql`select fy from search.fiscal_year where ${joinSql(conditions, ' and ', sql`true`)} order by fy desc`;
}

/** Answered by the index and by the narrow columns; the reading policy is one of them, so counts are the reader's own. */
function lookupsOf({ plan, visible, filter, among, settled, unitCodes, fileIds }: ReadersQuestion): Sql[] {
  const conditions: Sql[] = [];
  for (const known of [among, settled])
    if (known) conditions.push(sql`d.document_id = any(${known.map(({ documentId }) => documentId)}::uuid[])`);
  if (!settled) {
    if (plan.required.length > 0) conditions.push(sql`d.grams @> ${plan.required}::int4[]`);
    for (const condition of plan.conditions) {
      const inRequired = condition.kind === 'term' && isPlain(condition);
      const known = inRequired
        ? null
        : lookupOf(condition, { entry: sql`d`, unitCodes, fileIds, places: plan.places }, plan.off.length > 0);
      if (known) conditions.push(known);
    }
  }
  conditions.push(sql`(${visible})`, ...filtersOf(filter));
  return conditions;
}

function afterOf({ after, sort }: ReadersQuestion): Sql[] {
  if (!after) return [];
  if (sort !== 'number') return [sql`(d.sort_on, d.document_id) < (${after.sortOn}::date, ${after.documentId}::uuid)`];
  const { fy, numberKey, documentId } = after;
  return [
    sql`(d.fy < ${fy} or (${NUMBER_ORDER}) > (${numberKey === null}::boolean, ${numberKey ?? ''}::text, ${documentId}::uuid))`,
  ];
}

function filtersOf({ fiscalYears, kinds, units, files, matterTypes, states, from, to, facts }: SearchFilter): Sql[] {
  const conditions: Sql[] = [];
  // Said here as well, other years are not even planned for.
  if (fiscalYears) conditions.push(sql`d.fy = any(${fiscalYears}::smallint[])`);
  if (kinds) conditions.push(sql`d.kind = any(${kinds})`);
  if (units) conditions.push(sql`d.owner_unit = any(${units})`);
  if (files) conditions.push(liesIn(sql`d.document_id`, files));
  if (matterTypes) conditions.push(sql`d.matter_type = any(${matterTypes})`);
  if (states) conditions.push(sql`d.state = any(${states})`);
  if (from) conditions.push(sql`d.sort_on >= ${from}::date`);
  if (to) conditions.push(sql`d.sort_on <= ${to}::date`);
  for (const fact of FACT_NAMES) {
    const values = facts?.[fact];
    if (values) conditions.push(hasArchiveFact(sql`d.document_id`, fact, values));
  }
  return conditions;
}

/** Answered by the text itself. With foldings off that is work for {@link meets}, after this. */
function comparisonsOf({ plan, settled, unitCodes, fileIds }: ReadersQuestion): Sql[] {
  if (settled || plan.off.length > 0) return [];
  return plan.conditions
    .filter((condition) => !isProven(condition))
    .map((condition) => comparisonOf(condition, { entry: sql`x`, unitCodes, fileIds, places: plan.places }));
}
