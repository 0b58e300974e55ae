import { Injectable } from '@nestjs/common';
import { MEDIA, type Medium } from '@fubako/documents';
import { type Sql, UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import type { StepKind } from '../core/route-plan';

/** Sections that a report is about; null: all of them. */
export type ReportScope = readonly string[] | null;

export interface WaitingRow {
  readonly documentId: string;
  readonly number: string | null;
  readonly sectionName: string;
  readonly postTitle: string;
  readonly since: Date;
}

export interface VacantRow extends WaitingRow {
  readonly seatId: string;
  readonly kind: StepKind;
}

export interface ReviewRow extends WaitingRow {
  readonly by: string | null;
  readonly cause: 'acting' | 'pull_up' | 'absence';
}

/** Instants between which acts and submissions are counted. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

/** The sections of the reader. */
export const within = (scope: ReportScope): Sql => (scope === null ? sql`true` : sql`d.section_code = any(${scope})`);
const WAITING = sql`d.id as "documentId", coalesce(d.dispatch_number, d.draft_number) as number, d.section_name as "sectionName",
  s.unit_name || ' ' || s.post_title as "postTitle"`;
/** `2026-06` in Japan. */
const month = (instant: Sql): Sql => sql`to_char(${instant} at time zone 'Asia/Tokyo', 'YYYY-MM')`;

/** Figures about approvals under way and what became of them: they count what the reader may not read, and name none of it. */
@Injectable()
export class ReportRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** 要対応: open seats that nobody holds, longest first. */
  vacant(scope: ReportScope): Promise<VacantRow[]> {
    return this.uow.rows<VacantRow>(
      asOffice(sql`
      select ${WAITING}, s.id as "seatId", p.kind, s.opened_at as since
      from approvals.seat s
        join approvals.step p on p.document_id = s.document_id and p.round = s.round and p.no = s.step_no
        join documents.document d on d.id = s.document_id
      where s.principal is null and s.state = 'active' and ${within(scope)} order by s.opened_at, s.id`),
    );
  }

  /** 後閲未了, longest first. */
  unread(scope: ReportScope): Promise<ReviewRow[]> {
    return this.uow.rows<ReviewRow>(
      asOffice(sql`
      select ${WAITING}, r.principal_name as by, r.cause, r.opened_at as since
      from approvals.post_review r join approvals.seat s on s.id = r.seat_id join documents.document d on d.id = r.document_id
      where r.outcome is null and r.lapsed_at is null and ${within(scope)} order by r.opened_at, r.seat_id`),
    );
  }

  /** 引上げ by month and person, those taken back left out (S17). */
  pullUps(
    scope: ReportScope,
    { from, until }: Span,
  ): Promise<{ month: string; staffNo: string; name: string; count: number }[]> {
    return this.uow.rows(
      asOffice(sql`
      select ${month(sql`a.acted_at`)} as month, a.actor as "staffNo", max(a.actor_name) as name, count(*) as count
      from approvals.act a join documents.document d on d.id = a.document_id
      where a.kind = 'pull_up' and a.acted_at >= ${from} and a.acted_at < ${until} and ${within(scope)}
        and not exists (select from approvals.act c where c.document_id = a.document_id and c.kind = 'cancel_pull_up'
          and c.seat_id = a.seat_id and c.attempt = a.attempt and c.acted_at >= a.acted_at)
      group by 1, 2 order by 1, 2`),
    );
  }

  /** 至急 among what was submitted for the first time, by month and section (RULE-66). */
  urgency(
    scope: ReportScope,
    { from, until }: Span,
  ): Promise<{ month: string; sectionCode: string; sectionName: string; urgent: number; submitted: number }[]> {
    return this.uow.rows(
      asOffice(sql`
      select ${month(sql`d.submitted_at`)} as month, d.section_code as "sectionCode", max(d.section_name) as "sectionName",
        count(*) filter (where d.urgent) as urgent, count(*) as submitted
      from documents.document d
      where d.submitted_at >= ${from} and d.submitted_at < ${until} and ${within(scope)}
      group by 1, 2 order by 1, 2`),
    );
  }

  /** 媒体 of what was submitted for the first time, by month and reason (RULE-11). */
  media(
    scope: ReportScope,
    { from, until }: Span,
  ): Promise<{ month: string; medium: Medium; reason: string | null; count: number }[]> {
    return this.uow.rows(
      asOffice(sql`
      select ${month(sql`d.submitted_at`)} as month, d.medium, d.paper_reason as reason, count(*) as count
      from documents.document d
      where d.submitted_at >= ${from} and d.submitted_at < ${until} and ${within(scope)}
      group by 1, 2, 3 order by 1, array_position(${MEDIA}::text[], d.medium), 3`),
    );
  }
}
