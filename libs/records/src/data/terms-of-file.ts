import { type Sql, sql } from '@fubako/platform/database';

/**
 * Terms `t` (basis, years, label) by which file `f` is kept: those that were settled for it; while it waits to follow a changed
 * rule, what the rule said before (FIL-8); else what its retention class says. To be joined `on true`.
 * @param code of the retention class
 */
export const termsOfFile = (code: Sql = sql`f.retention_class`): Sql => sql`lateral (
  select coalesce(f.kept_basis, w.before ->> 'basis', k.basis) as basis, coalesce(f.kept_label, w.before ->> 'label', k.label) as label,
    case when f.kept_basis is not null then f.kept_years when w.before is not null then (w.before ->> 'years')::int else k.years end as years
  from records.retention_class k
    left join lateral (
      select x.before from records.rule_change_file i join records.rule_change x on x.id = i.change_id
      where i.file_id = f.id and i.outcome is null and x.kind = 'terms' and x.code = k.code limit 1) w on true
  where k.code = ${code}) t`;

/** The day on which 継続簿冊 `f` was closed; null: it takes documents, or gathers one year alone (CONT-3). */
export const CLOSING_OF_CONTINUING = sql`case when f.continuing and f.state <> 'open' then f.closed_on end`;

/** Looked for file by file only while any file waits, which is asked once per statement. */
const BEFORE = sql`case when (select exists (select from records.rule_change_file where outcome is null)) then (
  select x.before from records.rule_change_file i join records.rule_change x on x.id = i.change_id
  where i.file_id = f.id and i.outcome is null and x.kind = 'terms' and x.code = f.retention_class limit 1) end`;

/** The same of lists of files `f` that join their retention class as `t`: asked for the rows of a page alone. A name never stands beside dates of another rule. */
export const LABEL_OF_FILE = sql`coalesce(f.kept_label, (${BEFORE}) ->> 'label', t.label)`;

/** Condition on them: kept without end. */
export const ENDLESS_FILE = sql`
  case when f.kept_basis is not null then f.kept_years::text else coalesce(${BEFORE}, jsonb_build_object('years', t.years)) ->> 'years' end is null`;

/**
 * Condition on them: nobody knows when it ends, and somebody has to see to it. A continuing file in use has no end yet, and a file that
 * was opened for its year begins to run with the first thing that comes into it.
 */
export const UNKNOWN_EXPIRY = sql`
  f.expires_on is null and not (f.state = 'open' and (f.continuing or not exists (select from records.record r where r.file_id = f.id)))
    and not ${ENDLESS_FILE}`;

/** 件数 of files `f`: what lies in them, documents and papers. */
export const COUNT_OF_FILE = sql`(
  (select count(*) from records.record r where r.file_id = f.id) + (select count(*) from records.paper_record p where p.file_id = f.id))::int`;
