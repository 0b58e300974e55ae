import { Injectable } from '@nestjs/common';
import { type LocalDate, addDays, startOfDay } from '@fubako/kernel';
import { type Sql, UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import type { StepKind } from '../core/route-plan';
import { type ReportScope, type WaitingRow, within } from './report-rows';
import { lateOn } from './reported-matter-rows';

export interface FlowRow {
  readonly submitted: number;
  readonly submittedBefore: number;
  readonly decided: number;
  readonly decidedBefore: number;
  readonly medianDays: number | null;
  readonly medianDaysBefore: number | null;
}

export interface SectionLoadRow {
  readonly sectionCode: string;
  readonly sectionName: string;
  readonly pending: number;
  readonly overdue: number;
  readonly overdueBefore: number;
}

export interface WeekRow {
  readonly from: LocalDate;
  readonly submitted: number;
  readonly decided: number;
}

export interface StageRow {
  readonly kind: StepKind;
  readonly acts: number;
  readonly medianDays: number;
}

const WEEKS = 12;
/** Days in which stages and median times are reckoned. */
const RECENT = 28;

const days = (instant: Sql): Sql => sql`extract(epoch from ${instant}) / 86400`;

/** 状況: how much is under way, what came and went, where it takes long. Each figure is one statement over all sections. */
@Injectable()
export class SituationRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Seven days, today the last of them, against the seven before; times of four weeks against the four before. */
  flow(scope: ReportScope, today: LocalDate): Promise<FlowRow> {
    const day = (ago: number) => startOfDay(addDays(today, 1 - ago));
    const within7 = (column: Sql, from: number) =>
      sql`count(*) filter (where ${column} >= ${day(from)} and ${column} < ${day(from - 7)})`;
    const spent = (
      from: number,
    ) => sql`percentile_cont(0.5) within group (order by ${days(sql`d.decided_at - d.submitted_at`)})
      filter (where d.decided_at >= ${day(from)} and d.decided_at < ${day(from - RECENT)})`;
    return this.uow.one<FlowRow>(
      asOffice(sql`
      select ${within7(sql`d.submitted_at`, 7)} as submitted, ${within7(sql`d.submitted_at`, 14)} as "submittedBefore",
        ${within7(sql`d.decided_at`, 7)} as decided, ${within7(sql`d.decided_at`, 14)} as "decidedBefore",
        ${spent(RECENT)} as "medianDays", ${spent(2 * RECENT)} as "medianDaysBefore"
      from documents.document d
      where (d.submitted_at >= ${day(14)} or d.decided_at >= ${day(2 * RECENT)}) and ${within(scope)}`),
    );
  }

  /** 処理中 and 期限超過 by section, the largest first. */
  sections(scope: ReportScope, today: LocalDate, weekAgo: LocalDate): Promise<SectionLoadRow[]> {
    return this.uow.rows<SectionLoadRow>(
      asOffice(sql`
      select d.section_code as "sectionCode", max(d.section_name) as "sectionName", count(*) as pending,
        count(*) filter (where ${lateOn(today)}) as overdue, count(*) filter (where ${lateOn(weekAgo)}) as "overdueBefore"
      from documents.document d where d.state = 'circulating' and ${within(scope)}
      group by 1 order by pending desc, 1`),
    );
  }

  /** Twelve weeks from Monday to Sunday, this one included. */
  weeks(scope: ReportScope, today: LocalDate): Promise<WeekRow[]> {
    const week = (column: Sql) => sql`date_trunc('week', ${column} at time zone 'Asia/Tokyo')::date`;
    const count = (column: Sql) => sql`
      select ${week(column)} as monday, count(*) as n from documents.document d
      where ${column} >= (select min(monday) from span)::timestamp at time zone 'Asia/Tokyo' and ${within(scope)} group by 1`;
    return this.uow.rows<WeekRow>(
      asOffice(sql`
      with span as (
        select (date_trunc('week', ${today}::date) - make_interval(weeks => w))::date as monday from generate_series(0, ${WEEKS - 1}) w)
      select span.monday as "from", coalesce(s.n, 0) as submitted, coalesce(e.n, 0) as decided
      from span left join (${count(sql`d.submitted_at`)}) s using (monday) left join (${count(sql`d.decided_at`)}) e using (monday)
      order by 1`),
    );
  }

  /** How long seats of each kind were open before somebody acted in them, in the last four weeks. */
  stages(scope: ReportScope, now: Date): Promise<StageRow[]> {
    return this.uow.rows<StageRow>(
      asOffice(sql`
      select p.kind, count(*) as acts, percentile_cont(0.5) within group (order by ${days(sql`a.acted_at - s.opened_at`)}) as "medianDays"
      from documents.document d
        join approvals.act a on a.document_id = d.id and a.closes and a.kind in ('approve', 'acting_decide', 'acting_approve')
        join approvals.seat s on s.id = a.seat_id and s.attempt = a.attempt and s.opened_at is not null
        join approvals.step p on p.document_id = s.document_id and p.round = s.round and p.no = s.step_no
      where d.submitted_at is not null and a.acted_at > ${now}::timestamptz - make_interval(days => ${RECENT}) and ${within(scope)}
        and (d.state = 'circulating' or d.decided_at > ${now}::timestamptz - make_interval(days => ${RECENT}))
      group by 1 order by "medianDays" desc, 1`),
    );
  }

  /** 止まっている文書: open seats that judge, the longest open first. */
  stuck(scope: ReportScope, limit: number): Promise<WaitingRow[]> {
    return this.uow.rows<WaitingRow>(
      asOffice(sql`
      select d.id as "documentId", coalesce(d.dispatch_number, d.draft_number) as number, d.section_name as "sectionName",
        s.unit_name || ' ' || s.post_title as "postTitle", s.opened_at as since
      from approvals.seat s
        join approvals.step p on p.document_id = s.document_id and p.round = s.round and p.no = s.step_no
        join documents.document d on d.id = s.document_id
      where s.state = 'active' and d.state = 'circulating' and p.kind in ('line', 'review', 'concurrence', 'decision') and ${within(scope)}
      order by s.opened_at, s.id limit ${limit}`),
    );
  }
}
