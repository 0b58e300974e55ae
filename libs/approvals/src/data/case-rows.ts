import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import { type StagedJson, stagedDecision } from './staged-rows';
import type { ActRow, CaseRow, PostReviewRow, PriorInstructionRow, SeatRow } from './case.row';

/** The staged decision travels with its case: whoever locks the one sees the other. */
const STAGED = sql`(select to_jsonb(g) from approvals.staged_decision g where g.document_id = c.document_id and g.state = 'staged') as staged`;

interface FoundCase extends Omit<CaseRow, 'staged'> {
  readonly staged: StagedJson | null;
}

function caseRow({ staged, ...row }: FoundCase): CaseRow {
  return { ...row, staged: staged && stagedDecision(staged) };
}

/** Reads of running approvals; set-based throughout, so that one case and a thousand are the same statement. */
@Injectable()
export class CaseRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Locks the cases in the order in which all writers lock them. Documents are locked before. */
  async lock(documentIds: readonly string[]): Promise<Map<string, CaseRow>> {
    const rows = await this.uow.rows<FoundCase>(sql`
      select c.*, ${STAGED} from approvals.approval_case c where c.document_id = any(${documentIds}::uuid[]) order by c.document_id for update`);
    return new Map(rows.map((row) => [row.document_id, caseRow(row)]));
  }

  async find(documentId: string): Promise<CaseRow | null> {
    const row = await this.uow.maybe<FoundCase>(sql`
      select c.*, ${STAGED} from approvals.approval_case c where c.document_id = ${documentId}`);
    return row && caseRow(row);
  }

  /** Seats of the current round, in acting order. */
  async currentSeats(documentIds: readonly string[]): Promise<Map<string, SeatRow[]>> {
    const rows = await this.uow.rows<SeatRow>(sql`
      select s.*, t.kind as step_kind, t.position, t.need, a.outcome, a.actor as acted_by, a.acted_at
      from approvals.approval_case c
      join approvals.seat s on s.document_id = c.document_id and s.round = c.round
      join approvals.step t on t.document_id = s.document_id and t.round = s.round and t.no = s.step_no
      left join approvals.act a on a.id = s.act_id
      where c.document_id = any(${documentIds}::uuid[])
      order by s.document_id, t.position, s.seat_no`);
    return byDocument(documentIds, rows);
  }

  /** 後閲 of all rounds that still counts, done or not. */
  async postReviews(documentIds: readonly string[]): Promise<Map<string, PostReviewRow[]>> {
    const rows = await this.uow.rows<PostReviewRow>(sql`
      select * from approvals.post_review
      where document_id = any(${documentIds}::uuid[]) and lapsed_at is null order by document_id, opened_at, seat_id`);
    return byDocument(documentIds, rows);
  }

  async priorInstructions(documentIds: readonly string[]): Promise<Map<string, PriorInstructionRow[]>> {
    const rows = await this.uow.rows<PriorInstructionRow>(sql`
      select * from approvals.prior_instruction where document_id = any(${documentIds}::uuid[]) order by document_id, recorded_at, id`);
    return byDocument(documentIds, rows);
  }

  /** Every act on the document, oldest first, of all rounds. */
  acts(documentId: string): Promise<ActRow[]> {
    return this.uow.rows<ActRow>(sql`
      select * from approvals.act where document_id = ${documentId} order by acted_at, id`);
  }

  /** Staff numbers of everybody who acted on the document or in whose stead. As the office: who is involved is so whoever asks. */
  async whoActed(documentId: string): Promise<string[]> {
    const rows = await this.uow.rows<{ people: string[] }>(
      asOffice(
        sql`select array_remove(array[actor, for_staff_no], null) as people from approvals.act where document_id = ${documentId}`,
      ),
    );
    return [...new Set(rows.flatMap(({ people }) => people))];
  }

  /** The published version of the delegation table that the case was planned by. */
  ruleSetOf(documentId: string): Promise<{ version: number; validFrom: LocalDate } | null> {
    return this.uow.maybe(sql`
      select s.version, s.valid_from as "validFrom" from approvals.approval_case c join approvals.delegation_rule_set s on s.id = c.rule_set_id
      where c.document_id = ${documentId} and s.version is not null and s.valid_from is not null`);
  }

  /** 決裁区分の職位 by document, of those that went through an approval. As the office: what is important is so whoever asks. */
  async decisionRanks(documentIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.uow.rows<{ id: string; rank: number }>(
      asOffice(sql`
      select document_id as id, decision_rank as rank from approvals.approval_case where document_id = any(${documentIds}::uuid[])`),
    );
    return new Map(rows.map(({ id, rank }) => [id, rank]));
  }

  /** Staff numbers of everybody who has said something to the matter, in whatever round. */
  async whoSpoke(documentIds: readonly string[]): Promise<Map<string, string[]>> {
    if (documentIds.length === 0) return new Map();
    const rows = await this.uow.rows<{ document_id: string; actors: string[] }>(sql`
      select document_id, array_agg(distinct actor) as actors from approvals.act
      where document_id = any(${documentIds}::uuid[]) and outcome is not null group by document_id`);
    return new Map(rows.map(({ document_id, actors }) => [document_id, actors]));
  }

  /** What was said with acts, and the names of those who decided and for whom: for search, in one read. */
  remarks(
    documentIds: readonly string[],
  ): Promise<{ documentId: string; comment: string | null; deciders: readonly string[] }[]> {
    return this.uow.rows(sql`
      select document_id as "documentId", comment,
             case when outcome = 'decided' then array_remove(array[actor_name, for_name], null) else '{}' end as deciders
      from approvals.act
      where document_id = any(${documentIds}::uuid[]) and (comment is not null or outcome = 'decided') order by document_id, acted_at, id`);
  }
}

function byDocument<T extends { readonly document_id: string }>(
  ids: readonly string[],
  rows: readonly T[],
): Map<string, T[]> {
  const grouped = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) grouped.get(row.document_id)?.push(row);
  return grouped;
}
