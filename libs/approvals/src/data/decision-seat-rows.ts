import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** What is asked to be decided, by document or by seat. */
export interface AskedItems {
  readonly documentIds: readonly string[];
  readonly seatIds: readonly string[];
}

/** Active seats that decide (決裁). */
@Injectable()
export class DecisionSeatRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Whether one of the documents waits for its decision and is about so many yen or more. */
  async anyFrom({ documentIds, seatIds }: AskedItems, yen: number): Promise<boolean> {
    const { found } = await this.uow.one<{ found: boolean }>(sql`
      select exists (
        select from approvals.seat s
        join approvals.step t on t.document_id = s.document_id and t.round = s.round and t.no = s.step_no
        join documents.document d on d.id = s.document_id
        where (s.document_id = any(${documentIds}::uuid[]) or s.id = any(${seatIds}::uuid[])) and s.state = 'active' and t.kind = 'decision' and d.amount >= ${yen}
      ) as found`);
    return found;
  }
}
