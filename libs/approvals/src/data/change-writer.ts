import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { SeatState } from '../core/case-state';
import type { SkipReason, StepKind } from '../core/route-plan';
import type { PostReviewRow } from './case.row';

/** What an act has made of a seat. */
export interface SeatChange {
  readonly id: string;
  readonly post_code: string;
  readonly post_title: string;
  readonly unit_code: string;
  readonly unit_name: string;
  readonly rank: number;
  readonly state: SeatState;
  readonly skip: SkipReason | null;
  readonly principal: string | null;
  readonly principal_name: string | null;
  readonly principal_kind: string | null;
  readonly opened_at: Date | null;
  readonly act_id: string | null;
  readonly attempt: number;
  readonly held_until: string | null;
  readonly handed_to: string | null;
  readonly passed_by: string | null;
  readonly due_on: string | null;
  readonly away: string | null;
  readonly away_until: Date | null;
  readonly stand_in: string | null;
  readonly stand_in_name: string | null;
}

export interface CaseChange {
  readonly document_id: string;
  readonly revision_no: number;
  readonly content_digest: Buffer;
  readonly decision_label: string;
  readonly decision_rank: number;
}

export type NewPostReview = Pick<
  PostReviewRow,
  'seat_id' | 'attempt' | 'document_id' | 'round' | 'cause' | 'principal' | 'principal_name'
>;

export type MovedReview = Pick<PostReviewRow, 'seat_id' | 'principal' | 'principal_name'>;

/** Writes the difference that acts make, for any number of cases at once; the cases are locked by the caller. */
@Injectable()
export class ChangeWriter {
  constructor(private readonly uow: UnitOfWork) {}

  /** The unit fails when one of them is not there: its case is locked. */
  seats(changes: readonly SeatChange[]): void {
    if (changes.length === 0) return;
    this.uow.send(
      sql`
      update approvals.seat s set post_code = c.post_code, post_title = c.post_title, unit_code = c.unit_code, unit_name = c.unit_name,
        rank = c.rank, state = c.state, skip = c.skip, principal = c.principal, principal_name = c.principal_name,
        principal_kind = c.principal_kind, opened_at = c.opened_at, act_id = c.act_id, attempt = c.attempt, held_until = c.held_until,
        handed_to = c.handed_to, passed_by = c.passed_by, due_on = c.due_on,
        away = c.away, away_until = c.away_until, stand_in = c.stand_in, stand_in_name = c.stand_in_name,
        carried = s.carried and c.act_id is not distinct from s.act_id
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c(id uuid, post_code text, post_title text,
        unit_code text, unit_name text, rank int, state text, skip text, principal text, principal_name text,
        principal_kind text, opened_at timestamptz, act_id uuid, attempt int, held_until date, handed_to text, passed_by uuid, due_on date,
        away text, away_until timestamptz, stand_in text, stand_in_name text)
      where s.id = c.id`,
      changes.length,
    );
  }

  steps(changes: readonly { document_id: string; round: number; no: number; kind: StepKind }[]): void {
    if (changes.length === 0) return;
    this.uow.send(sql`
      update approvals.step t set kind = c.kind
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c(document_id uuid, round int, no int, kind text)
      where t.document_id = c.document_id and t.round = c.round and t.no = c.no`);
  }

  /** Every change of a case raises its version, which lists and tabs were shown (RULE-63). */
  cases(changes: readonly CaseChange[]): void {
    if (changes.length === 0) return;
    this.uow.send(sql`
      update approvals.approval_case k set version = k.version + 1, revision_no = c.revision_no, content_digest = c.content_digest,
        decision_label = c.decision_label, decision_rank = c.decision_rank
      from unnest(${changes.map((c) => c.document_id)}::uuid[], ${changes.map((c) => c.revision_no)}::int[],
        ${changes.map((c) => c.content_digest)}::bytea[], ${changes.map((c) => c.decision_label)}::text[], ${changes.map((c) => c.decision_rank)}::int[])
        as c(document_id, revision_no, content_digest, decision_label, decision_rank)
      where k.document_id = c.document_id`);
  }

  openReviews(reviews: readonly NewPostReview[], at: Date): void {
    if (reviews.length === 0) return;
    this.uow.send(sql`
      insert into approvals.post_review (seat_id, attempt, document_id, round, cause, principal, principal_name, opened_at)
      select r.*, ${at} from jsonb_to_recordset(${JSON.stringify(reviews)}::jsonb)
        as r(seat_id uuid, attempt int, document_id uuid, round int, cause text, principal text, principal_name text)`);
  }

  closeReviews(done: readonly { seat_id: string; outcome: string; act_id: string }[], at: Date): void {
    if (done.length === 0) return;
    this.uow.send(sql`
      update approvals.post_review r set outcome = d.outcome, act_id = d.act_id, done_at = ${at}
      from jsonb_to_recordset(${JSON.stringify(done)}::jsonb) as d(seat_id uuid, outcome text, act_id uuid)
      where r.seat_id = d.seat_id and r.outcome is null and r.lapsed_at is null`);
  }

  /** 後閲 that follows its post (RULE-102). */
  moveReviews(moved: readonly MovedReview[]): void {
    if (moved.length === 0) return;
    this.uow.send(sql`
      update approvals.post_review r set principal = m.principal, principal_name = m.principal_name
      from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m(seat_id uuid, principal text, principal_name text)
      where r.seat_id = m.seat_id and r.outcome is null and r.lapsed_at is null`);
  }
}
