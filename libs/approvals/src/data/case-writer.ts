import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { StepKind } from '../core/route-plan';
import type { ActRow, CaseRow, SeatRow } from './case.row';

export interface OpenedSeat {
  readonly seatId: string;
  readonly staffNo: string | null;
  readonly name: string | null;
  readonly kind: string | null;
}

export type NewSeatRow = Omit<SeatRow, 'step_kind' | 'outcome'>;

export interface StepRow {
  readonly document_id: string;
  readonly round: number;
  readonly no: number;
  readonly kind: StepKind;
}

/** Writes of running approvals. Each statement takes any number of cases (performance B). */
@Injectable()
export class CaseWriter {
  constructor(private readonly uow: UnitOfWork) {}

  /** Opens the case, or moves it to its next round. */
  async enterRound(row: CaseRow): Promise<void> {
    await this.uow.change(sql`
      insert into approvals.approval_case as c (document_id, version, round, revision_no, content_digest, rule_set_id, settings_version, decision_label, decision_rank, drafter_staff_no, submitted_at)
      values (${row.document_id}, ${row.version}, ${row.round}, ${row.revision_no}, ${row.content_digest}, ${row.rule_set_id},
        ${row.settings_version}, ${row.decision_label}, ${row.decision_rank}, ${row.drafter_staff_no}, ${row.submitted_at})
      on conflict (document_id) do update set version = excluded.version, round = excluded.round, revision_no = excluded.revision_no,
        content_digest = excluded.content_digest, rule_set_id = excluded.rule_set_id, settings_version = excluded.settings_version, decision_label = excluded.decision_label,
        decision_rank = excluded.decision_rank, submitted_at = excluded.submitted_at`);
  }

  async insertSteps(steps: readonly StepRow[]): Promise<void> {
    await this.uow.change(sql`
      insert into approvals.step (document_id, round, no, kind)
      select * from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as s(document_id uuid, round int, no int, kind text)`);
  }

  async insertSeats(seats: readonly NewSeatRow[]): Promise<void> {
    await this.uow.change(sql`
      insert into approvals.seat (id, document_id, round, step_no, seat_no, post_code, post_title, rank, unit_code, unit_name,
        planned_holder, planned_name, planned_kind, reason, skip, state, act_id, carried)
      select * from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as s(id uuid, document_id uuid, round int, step_no int, seat_no int,
        post_code text, post_title text, rank int, unit_code text, unit_name text,
        planned_holder text, planned_name text, planned_kind text, reason jsonb, skip text, state text, act_id uuid, carried boolean)`);
  }

  async insertActs(acts: readonly ActRow[]): Promise<void> {
    if (acts.length === 0) return;
    await this.uow.change(sql`
      insert into approvals.act (id, document_id, round, revision_no, seat_id, kind, outcome, actor, actor_name, post_title, unit_name, comment, content_digest, bulk_key, acted_at)
      select * from unnest(
        ${acts.map((a) => a.id)}::uuid[], ${acts.map((a) => a.document_id)}::uuid[], ${acts.map((a) => a.round)}::int[], ${acts.map((a) => a.revision_no)}::int[],
        ${acts.map((a) => a.seat_id)}::uuid[], ${acts.map((a) => a.kind)}::text[], ${acts.map((a) => a.outcome)}::text[],
        ${acts.map((a) => a.actor)}::text[], ${acts.map((a) => a.actor_name)}::text[], ${acts.map((a) => a.post_title)}::text[], ${acts.map((a) => a.unit_name)}::text[],
        ${acts.map((a) => a.comment)}::text[], ${acts.map((a) => a.content_digest)}::bytea[], ${acts.map((a) => a.bulk_key)}::text[], ${acts.map((a) => a.acted_at)}::timestamptz[])`);
  }

  /** Closes active seats with their acts. @returns how many were still active */
  closeSeats(closed: readonly { seatId: string; actId: string }[]): Promise<number> {
    return this.uow.change(sql`
      update approvals.seat s set state = 'done', act_id = c.act_id
      from unnest(${closed.map((c) => c.seatId)}::uuid[], ${closed.map((c) => c.actId)}::uuid[]) as c(seat_id, act_id)
      where s.id = c.seat_id and s.state = 'active'`);
  }

  async openSeats(opened: readonly OpenedSeat[], at: Date): Promise<void> {
    if (opened.length === 0) return;
    await this.uow.change(sql`
      update approvals.seat s set state = 'active', principal = o.staff_no, principal_name = o.name, principal_kind = o.kind, opened_at = ${at}
      from unnest(${opened.map((o) => o.seatId)}::uuid[], ${opened.map((o) => o.staffNo)}::text[], ${opened.map((o) => o.name)}::text[], ${opened.map((o) => o.kind)}::text[])
        as o(seat_id, staff_no, name, kind)
      where s.id = o.seat_id and s.state = 'waiting'`);
  }

  async suspendSeats(seatIds: readonly string[]): Promise<void> {
    if (seatIds.length === 0) return;
    await this.uow.change(sql`
      update approvals.seat set state = 'suspended' where id = any(${seatIds}::uuid[]) and state in ('active', 'waiting')`);
  }

  /** RULE-34: the former decision step becomes one of the line, and the last instance gets the decision. */
  async raiseDecision(
    documentId: string,
    round: number,
    { step, seat }: { step: StepRow; seat: NewSeatRow },
  ): Promise<void> {
    await this.uow.change(sql`
      update approvals.step set kind = 'line' where document_id = ${documentId} and round = ${round} and kind = 'decision'`);
    await this.insertSteps([step]);
    await this.insertSeats([seat]);
    await this.uow.change(sql`
      update approvals.approval_case set decision_label = ${`${seat.post_title}決裁`}, decision_rank = ${seat.rank} where document_id = ${documentId}`);
  }

  async bumpVersions(documentIds: readonly string[]): Promise<void> {
    await this.uow.change(sql`
      update approvals.approval_case set version = version + 1 where document_id = any(${documentIds}::uuid[])`);
  }
}
