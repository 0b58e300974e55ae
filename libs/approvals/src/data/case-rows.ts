import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { ActRow, CaseRow, SeatRow } from './case.row';

/** Reads of running approvals; set-based throughout, so that one case and a thousand are the same statement. */
@Injectable()
export class CaseRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Locks the cases in the order in which all writers lock them. Documents are locked before. */
  async lock(documentIds: readonly string[]): Promise<Map<string, CaseRow>> {
    const rows = await this.uow.rows<CaseRow>(sql`
      select * from approvals.approval_case where document_id = any(${documentIds}::uuid[]) order by document_id for update`);
    return new Map(rows.map((row) => [row.document_id, row]));
  }

  async find(documentId: string): Promise<CaseRow | null> {
    return this.uow.maybe<CaseRow>(sql`select * from approvals.approval_case where document_id = ${documentId}`);
  }

  /** Seats of the current round, in acting order. */
  async currentSeats(documentIds: readonly string[]): Promise<Map<string, SeatRow[]>> {
    const rows = await this.uow.rows<SeatRow>(sql`
      select s.*, t.kind as step_kind, a.outcome
      from approvals.approval_case c
      join approvals.seat s on s.document_id = c.document_id and s.round = c.round
      join approvals.step t on t.document_id = s.document_id and t.round = s.round and t.no = s.step_no
      left join approvals.act a on a.id = s.act_id
      where c.document_id = any(${documentIds}::uuid[])
      order by s.document_id, s.step_no, s.seat_no`);
    const seats = new Map<string, SeatRow[]>(documentIds.map((id) => [id, []]));
    for (const row of rows) seats.get(row.document_id)?.push(row);
    return seats;
  }

  /** Every act on the document, oldest first, of all rounds. */
  acts(documentId: string): Promise<ActRow[]> {
    return this.uow.rows<ActRow>(sql`
      select * from approvals.act where document_id = ${documentId} order by acted_at, id`);
  }

  /** Opinions that are on the documents, for search. */
  comments(documentIds: readonly string[]): Promise<{ documentId: string; comment: string }[]> {
    return this.uow.rows(sql`
      select document_id as "documentId", comment from approvals.act
      where document_id = any(${documentIds}::uuid[]) and comment is not null order by document_id, acted_at, id`);
  }
}
