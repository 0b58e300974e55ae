import { type Sql, joinSql, sql } from '@fubako/platform/database';
import { type PlannedTerm, looksUp } from '../core/plan';
import type { HitKey, Question, SearchFilter } from '../core/question';

/** A question of one reader: `visible` is the reading policy as a condition over `d` (`ENTRY_COLUMNS`). */
export interface ReadersQuestion extends Question {
  readonly visible: Sql;
  readonly after?: Pick<HitKey, 'documentId' | 'sortOn'>;
}

/** Where the facts of the reading policy stand in an entry `d`. */
export const ENTRY_COLUMNS = {
  id: sql`d.document_id`,
  state: sql`d.state`,
  confidentiality: sql`d.confidentiality`,
  drafter: sql`d.drafter_staff_no`,
  section: sql`d.owner_unit`,
  // Drafts that wait for somebody to take them over are found in the section's list, not in the archive.
  left: sql`false`,
};

/**
 * The hits, newest first, at most `limit`, as rows (fy, document_id, sort_on, owner_unit, matter_type, state).
 * Years are asked one after the other, so a full page never looks at older ones. Texts that must be compared are read behind a
 * fence (`offset 0`) in the order of the result, so only as many are read as the page needs (performance A).
 */
export function hitsSql(question: ReadersQuestion, limit: number): Sql {
  const comparisons = comparisonsOf(question);
  const fence = comparisons.length > 0 ? sql`offset 0` : sql`limit ${limit}`;
  return sql`
    select x.fy, x.document_id, x.sort_on, x.owner_unit, x.matter_type, x.state
    from unnest(array(${yearsSql(question)})) with ordinality as y(fy, n),
    lateral (
      select d.fy, d.document_id, d.sort_on, d.owner_unit, d.matter_type, d.state, d.folded, d.serials
      from search.search_document d
      where d.fy = y.fy and ${joinSql(lookupsOf(question), ' and ', sql`true`)}
      order by ${dayOf(question)} desc, d.document_id desc ${fence}
    ) x
    where ${joinSql(comparisons, ' and ', sql`true`)}
    limit ${limit}`;
}

/**
 * With words, the grams must lead the way: walking the index of days would unpack the grams of every row on it, which the
 * planner takes for free. A day plus nothing is the same day, but no index has it.
 */
function dayOf({ plan }: ReadersQuestion): Sql {
  return looksUp(plan) ? sql`(d.sort_on + 0)` : sql`d.sort_on`;
}

function yearsSql({ filter, after }: ReadersQuestion): Sql {
  const conditions: Sql[] = [];
  if (filter.fiscalYears) conditions.push(sql`fy = any(${filter.fiscalYears}::smallint[])`);
  if (filter.from) conditions.push(sql`fy >= extract(year from ${filter.from}::date - interval '3 months')`);
  if (filter.to) conditions.push(sql`fy <= extract(year from ${filter.to}::date - interval '3 months')`);
  if (after) conditions.push(sql`fy <= extract(year from ${after.sortOn}::date - interval '3 months')`);
  return sql`select fy from search.fiscal_year where ${joinSql(conditions, ' and ', sql`true`)} order by fy desc`;
}

/** Answered by the index and by the narrow columns; the reading policy is one of them, so counts are the reader's own. */
function lookupsOf({ plan, visible, filter, after }: ReadersQuestion): Sql[] {
  const conditions: Sql[] = [];
  if (plan.required.length > 0) conditions.push(sql`d.grams @> ${plan.required}::int4[]`);
  for (const { grams, serial } of plan.numbers)
    conditions.push(sql`(d.grams @> ${grams}::int4[] or d.serials @> ${[serial]}::int4[])`);
  conditions.push(sql`(${visible})`, ...filtersOf(filter));
  if (after) conditions.push(sql`(d.sort_on, d.document_id) < (${after.sortOn}::date, ${after.documentId}::uuid)`);
  return conditions;
}

function filtersOf({ units, matterTypes, states, from, to }: SearchFilter): Sql[] {
  const conditions: Sql[] = [];
  if (units) conditions.push(sql`d.owner_unit = any(${units})`);
  if (matterTypes) conditions.push(sql`d.matter_type = any(${matterTypes})`);
  if (states) conditions.push(sql`d.state = any(${states})`);
  if (from) conditions.push(sql`d.sort_on >= ${from}::date`);
  if (to) conditions.push(sql`d.sort_on <= ${to}::date`);
  return conditions;
}

/** Answered by the text itself. */
function comparisonsOf({ plan }: ReadersQuestion): Sql[] {
  return [...plan.compared.map(holds), ...plan.unwanted.map((term) => sql`not ${holds(term)}`)];
}

function holds({ needle, serial }: Pick<PlannedTerm, 'needle' | 'serial'>): Sql {
  const inText = sql`strpos(x.folded, ${needle}) > 0`;
  return serial === null ? sql`(${inText})` : sql`(x.serials @> ${[serial]}::int4[] or ${inText})`;
}
