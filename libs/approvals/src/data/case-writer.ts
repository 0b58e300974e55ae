import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { StepKind } from '../core/route-plan';
import type { ActRow, CaseRow, PriorInstructionRow, SeatRow } from './case.row';

export type NewSeatRow = Omit<SeatRow, 'step_kind' | 'position' | 'need' | 'outcome' | 'acted_by' | 'acted_at'>;

export interface StepRow {
  readonly document_id: string;
  readonly round: number;
  readonly no: number;
  readonly kind: StepKind;
  readonly position: number;
  /** Null = all. */
  readonly need: number | null;
}

/** Writes of rounds and acts. Each statement takes any number of cases (performance B). */
@Injectable()
export class CaseWriter {
  constructor(private readonly uow: UnitOfWork) {}

  /** Opens the case, or moves it to its next round. */
  async enterRound(row: CaseRow): Promise<void> {
    await this.uow.change(sql`
      insert into approvals.approval_case as c (document_id, version, round, revision_no, content_digest, rule_set_id, settings_version,
        decision_label, decision_rank, drafter_staff_no, submitted_at, requested)
      values (${row.document_id}, ${row.version}, ${row.round}, ${row.revision_no}, ${row.content_digest}, ${row.rule_set_id}, ${row.settings_version},
        ${row.decision_label}, ${row.decision_rank}, ${row.drafter_staff_no}, ${row.submitted_at}, ${JSON.stringify(row.requested)}::jsonb)
      on conflict (document_id) do update set version = excluded.version, round = excluded.round, revision_no = excluded.revision_no,
        content_digest = excluded.content_digest, rule_set_id = excluded.rule_set_id, settings_version = excluded.settings_version,
        decision_label = excluded.decision_label, decision_rank = excluded.decision_rank,
        drafter_staff_no = excluded.drafter_staff_no, submitted_at = excluded.submitted_at,
        requested = excluded.requested`);
    await this.uow.change(sql`
      update approvals.post_review set lapsed_at = ${row.submitted_at}
      where document_id = ${row.document_id} and outcome is null and lapsed_at is null`);
  }

  insertSteps(steps: readonly StepRow[]): void {
    if (steps.length === 0) return;
    this.uow.send(sql`
      insert into approvals.step (document_id, round, no, kind, position, need)
      select * from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
        as s(document_id uuid, round int, no int, kind text, position double precision, need int)`);
  }

  insertSeats(seats: readonly NewSeatRow[]): void {
    if (seats.length === 0) return;
    this.uow.send(sql`
      insert into approvals.seat (id, document_id, round, step_no, seat_no, post_code, post_title, rank, unit_code, unit_name,
        planned_holder, planned_name, planned_kind, reason, skip, state, act_id, carried, branch, turn, origin, attempt, pass_over)
      select * from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as s(id uuid, document_id uuid, round int, step_no int, seat_no int,
        post_code text, post_title text, rank int, unit_code text, unit_name text,
        planned_holder text, planned_name text, planned_kind text, reason jsonb, skip text, state text, act_id uuid, carried boolean,
        branch int, turn int, origin text, attempt int, pass_over boolean)`);
  }

  insertActs(acts: readonly ActRow[]): void {
    if (acts.length === 0) return;
    this.uow.send(sql`
      insert into approvals.act (id, document_id, round, revision_no, seat_id, attempt, closes, kind, outcome, actor, actor_name, post_title, unit_name,
        capacity, for_staff_no, for_name, for_post_title, detail, comment, content_digest, bulk_key, acted_at)
      select * from unnest(
        ${acts.map((a) => a.id)}::uuid[], ${acts.map((a) => a.document_id)}::uuid[], ${acts.map((a) => a.round)}::int[], ${acts.map((a) => a.revision_no)}::int[],
        ${acts.map((a) => a.seat_id)}::uuid[], ${acts.map((a) => a.attempt)}::int[], ${acts.map((a) => a.closes)}::boolean[],
        ${acts.map((a) => a.kind)}::text[], ${acts.map((a) => a.outcome)}::text[],
        ${acts.map((a) => a.actor)}::text[], ${acts.map((a) => a.actor_name)}::text[], ${acts.map((a) => a.post_title)}::text[], ${acts.map((a) => a.unit_name)}::text[],
        ${acts.map((a) => a.capacity)}::text[], ${acts.map((a) => a.for_staff_no)}::text[], ${acts.map((a) => a.for_name)}::text[],
        ${acts.map((a) => a.for_post_title)}::text[], ${acts.map((a) => (a.detail === null ? null : JSON.stringify(a.detail)))}::jsonb[],
        ${acts.map((a) => a.comment)}::text[], ${acts.map((a) => a.content_digest)}::bytea[], ${acts.map((a) => a.bulk_key)}::text[], ${acts.map((a) => a.acted_at)}::timestamptz[])`);
  }

  async insertInstruction(row: PriorInstructionRow): Promise<void> {
    await this.uow.change(sql`
      insert into approvals.prior_instruction (id, document_id, post_code, post_title, given_by, given_by_name, given_on, text, recorded_by, recorded_name, recorded_at)
      values (${row.id}, ${row.document_id}, ${row.post_code}, ${row.post_title}, ${row.given_by}, ${row.given_by_name}, ${row.given_on},
        ${row.text}, ${row.recorded_by}, ${row.recorded_name}, ${row.recorded_at})`);
  }
}
