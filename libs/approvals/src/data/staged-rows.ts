import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { StagedDecision } from './case.row';

/** A staged decision as JSON carries it. */
export type StagedJson = Omit<StagedDecision, 'staged_at' | 'due_at'> & {
  readonly staged_at: string;
  readonly due_at: string;
};

export function stagedDecision(row: StagedJson): StagedDecision {
  return { ...row, staged_at: new Date(row.staged_at), due_at: new Date(row.due_at) };
}

export type NewStagedDecision = StagedDecision & {
  readonly version: number;
  readonly idempotency_key: string | null;
};

export interface SettledDecision {
  readonly id: string;
  readonly state: 'effective' | 'undone' | 'dropped';
  /** Why it was dropped. */
  readonly cause: string | null;
}

/** 確定待ち. The document is locked by whoever writes here. */
@Injectable()
export class StagedRows {
  constructor(private readonly uow: UnitOfWork) {}

  insert(rows: readonly NewStagedDecision[]): void {
    this.uow.send(sql`
      insert into approvals.staged_decision (id, document_id, seat_id, attempt, version, content_digest, act, actor, author,
        idempotency_key, bulk_key, verdict, staged_at, due_at)
      select s.id, s.document_id, s.seat_id, s.attempt, s.version, decode(s.act->>'contentDigest', 'hex'), s.act, s.act->>'actor', s.author,
        s.idempotency_key, s.bulk_key, s.verdict, s.staged_at, s.due_at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id uuid, document_id uuid, seat_id uuid, attempt int, version int,
        act jsonb, author jsonb, idempotency_key text, bulk_key text, verdict text, staged_at timestamptz, due_at timestamptz)`);
  }

  /** Documents of decisions whose grace time has passed, the oldest first. */
  async due(at: Date, limit: number): Promise<string[]> {
    const rows = await this.uow.rows<{ document_id: string }>(sql`
      select document_id from approvals.staged_decision where state = 'staged' and due_at <= ${at} order by due_at limit ${limit}`);
    return rows.map(({ document_id }) => document_id);
  }

  /** Whatever this author has staged and can still undo, the latest first. */
  async of(actor: string, at: Date): Promise<(StagedDecision & { readonly title: string })[]> {
    const rows = await this.uow.rows<{ staged: StagedJson; title: string }>(sql`
      select to_jsonb(g) as staged, d.title from approvals.staged_decision g join documents.document d on d.id = g.document_id
      where g.actor = ${actor} and g.state = 'staged' and g.due_at > ${at} order by g.staged_at desc, g.id limit 1000`);
    return rows.map(({ staged, title }) => ({ ...stagedDecision(staged), title }));
  }

  /** The last decision that this author staged in each of the seats, settled or not. */
  async inSeats(actor: string, seatIds: readonly string[]): Promise<StagedInSeat[]> {
    const rows = await this.uow.rows<{ staged: StagedJson & Pick<StagedInSeat, 'state'> }>(sql`
      select distinct on (g.seat_id) to_jsonb(g) as staged from approvals.staged_decision g
      where g.actor = ${actor} and g.seat_id = any(${seatIds}::uuid[]) order by g.seat_id, g.staged_at desc`);
    return rows.map(({ staged }) => ({ ...stagedDecision(staged), state: staged.state }));
  }

  /** The unit fails when one of them was settled although its document is locked. */
  settle(decisions: readonly SettledDecision[], at: Date): void {
    if (decisions.length === 0) return;
    this.uow.send(
      sql`
      update approvals.staged_decision g set state = s.state, cause = s.cause, settled_at = ${at}
      from unnest(${decisions.map(({ id }) => id)}::uuid[], ${decisions.map(({ state }) => state)}::text[], ${decisions.map(({ cause }) => cause)}::text[])
        as s(id, state, cause) where g.id = s.id and g.state = 'staged'`,
      decisions.length,
    );
  }
}

export type StagedInSeat = StagedDecision & { readonly state: 'staged' | SettledDecision['state'] };
