import { Injectable } from '@nestjs/common';
import type { Medium } from '@fubako/documents';
import type { LocalDate } from '@fubako/kernel';
import { type Sql, UnitOfWork, asOffice, joinSql, sql } from '@fubako/platform/database';
import type { CursorKey } from '@fubako/platform/http';
import { type ReportScope, type Span, within } from './report-rows';

/** What a figure of the reports counts. */
export const REPORTED_LISTS = [
  'pending',
  'overdue',
  'submitted',
  'decided',
  'urgent',
  'pulled_up',
  'review_opinions',
] as const;
export type ReportedList = (typeof REPORTED_LISTS)[number];

export interface ReportedMatterRow {
  readonly documentId: string;
  readonly number: string | null;
  readonly sectionName: string;
  readonly at: Date;
  readonly dueOn: LocalDate | null;
  readonly waitsFor: string | null;
}

export interface ReportedMatterQuery {
  readonly list: ReportedList;
  readonly today: LocalDate;
  /** Instants between which it happened; not for what is under way. */
  readonly span: Span | null;
  readonly section: string | null;
  readonly medium: Medium | null;
  /** 紙とする理由 */
  readonly reason: string | null;
  /** 職員番号 of whoever pulled up. */
  readonly person: string | null;
  readonly after: CursorKey | null;
  readonly limit: number;
}

/** RPT-2 The matters behind each figure, in the order in which they happened: those too that the reader may not read, without a title. */
@Injectable()
export class ReportedMatterRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** `limit + 1` rows. */
  page(scope: ReportScope, query: ReportedMatterQuery): Promise<ReportedMatterRow[]> {
    const { section, medium, reason, after, limit } = query;
    const conditions = [
      ...(section === null ? [] : [sql`m.section_code = ${section}`]),
      ...(medium === null ? [] : [sql`m.medium = ${medium}`]),
      ...(reason === null ? [] : [sql`m.paper_reason = ${reason}`]),
      ...(after ? [sql`(m.at, m.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
    ];
    return this.uow.rows<ReportedMatterRow>(
      asOffice(sql`
      select m.id as "documentId", coalesce(m.dispatch_number, m.draft_number) as number, m.section_name as "sectionName",
        date_trunc('milliseconds', m.at) as at, m.due_on as "dueOn", open.waits_for as "waitsFor"
      from (${mattersOf(query, scope)}) m
        left join lateral (
          select string_agg(distinct s.unit_name || ' ' || s.post_title, '、') as waits_for
          from approvals.seat s where s.document_id = m.id and s.state = 'active' and m.state = 'circulating') open on true
      where ${joinSql(conditions, ' and ', sql`true`)} order by m.at, m.id limit ${limit + 1}`),
    );
  }
}

const COLUMNS = sql`d.id, d.state, d.dispatch_number, d.draft_number, d.section_name, d.section_code, d.due_on,
  d.medium, d.paper_reason`;

interface Figure {
  readonly column: Sql;
  readonly condition: Sql;
}

const UNDER_WAY = sql`d.state = 'circulating'`;
const ANY = sql`true`;

function figureOf({ list, today, person }: ReportedMatterQuery): Figure {
  const submitted = sql`d.submitted_at`;
  const figures: Readonly<Record<ReportedList, Figure>> = {
    pending: { column: submitted, condition: UNDER_WAY },
    overdue: { column: submitted, condition: sql`${UNDER_WAY} and ${lateOn(today)}` },
    submitted: { column: submitted, condition: ANY },
    urgent: { column: submitted, condition: sql`d.urgent` },
    decided: { column: sql`d.decided_at`, condition: ANY },
    pulled_up: {
      column: sql`a.acted_at`,
      condition: sql`a.kind = 'pull_up' and (${person}::text is null or a.actor = ${person}) and ${STANDING_PULL_UP}`,
    },
    review_opinions: { column: sql`v.done_at`, condition: sql`v.outcome = 'opinion'` },
  };
  return figures[list];
}

/** What a figure counts beside documents: 引上げ, and 後閲 with an 意見 (S01). */
const JOINED: Partial<Record<ReportedList, Sql>> = {
  pulled_up: sql`join approvals.act a on a.document_id = d.id`,
  review_opinions: sql`join approvals.post_review v on v.document_id = d.id`,
};

/** Cursors know milliseconds, and so does the order. */
function mattersOf(query: ReportedMatterQuery, scope: ReportScope): Sql {
  const { column, condition } = figureOf(query);
  const span = query.span ? sql`${column} >= ${query.span.from} and ${column} < ${query.span.until}` : ANY;
  return sql`select ${COLUMNS}, date_trunc('milliseconds', ${column}) as at from documents.document d ${JOINED[query.list] ?? sql``}
    where ${column} is not null and ${span} and ${condition} and ${within(scope)}`;
}

/** RPT-3 期限超過: under way, and the day of the matter or of an open seat is past. */
export const lateOn = (today: LocalDate): Sql => sql`(d.due_on < ${today} or exists (
  select from approvals.seat o where o.document_id = d.id and o.state = 'active' and o.due_on < ${today}))`;

/** 引上げ that was not taken back (S17). */
export const STANDING_PULL_UP = sql`not exists (select from approvals.act c where c.document_id = a.document_id
  and c.kind = 'cancel_pull_up' and c.seat_id = a.seat_id and c.attempt = a.attempt and c.acted_at >= a.acted_at)`;
