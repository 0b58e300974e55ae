import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { LocalDate } from '@fubako/kernel';
import type { ActRow, PostReviewRow, SeatRow } from './case.row';

/** Routes as they were at the end of a day (RULE-100); `end` is the instant at which the next day begins. */
@Injectable()
export class PastRouteRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Null before the first submission. */
  round(documentId: string, day: LocalDate): Promise<{ round: number; decision_label: string } | null> {
    return this.uow.maybe(sql`
      select round, decision_label from approvals.case_past
      where document_id = ${documentId} and since <= ${day} order by since desc limit 1`);
  }

  /** Seats that the round had by then, in acting order. */
  seats(documentId: string, round: number, day: LocalDate): Promise<SeatRow[]> {
    return this.uow.rows<SeatRow>(sql`
      select c.*, t.position, t.need, a.outcome, a.actor as acted_by, a.acted_at
      from approvals.seat s
      join approvals.step t on t.document_id = s.document_id and t.round = s.round and t.no = s.step_no
      cross join lateral (select image from approvals.seat_past p
        where p.document_id = s.document_id and p.seat_id = s.id and p.since <= ${day} order by p.since desc limit 1) past
      cross join lateral jsonb_populate_record(s, past.image) c
      left join approvals.act a on a.id = c.act_id
      where s.document_id = ${documentId} and s.round = ${round}
      order by t.position, s.seat_no`);
  }

  acts(documentId: string, end: Date): Promise<ActRow[]> {
    return this.uow.rows<ActRow>(sql`
      select * from approvals.act where document_id = ${documentId} and acted_at < ${end} order by acted_at, id`);
  }

  /** 後閲 that counted then; who owed it is who owes or owed it last. */
  reviews(documentId: string, end: Date): Promise<PostReviewRow[]> {
    return this.uow.rows<PostReviewRow>(sql`
      select seat_id, attempt, document_id, round, cause, principal, principal_name, opened_at,
        case when done_at < ${end} then outcome end as outcome, case when done_at < ${end} then act_id end as act_id,
        case when done_at < ${end} then done_at end as done_at
      from approvals.post_review
      where document_id = ${documentId} and opened_at < ${end} and (lapsed_at is null or lapsed_at >= ${end})
      order by opened_at, seat_id`);
  }
}
