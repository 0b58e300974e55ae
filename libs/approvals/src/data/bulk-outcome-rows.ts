import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

export interface BulkOutcomeRow {
  readonly seatId: string;
  readonly documentId: string;
  readonly outcome: 'applied' | 'staged' | 'excluded' | 'conflict' | 'refused';
  readonly code: string | null;
  readonly dispatchNumber: string | null;
}

export interface BulkKey {
  readonly actor: string;
  readonly key: string;
}

/** What a bulk request has done so far, under its key: repeated, it does only the rest. */
@Injectable()
export class BulkOutcomeRows {
  constructor(private readonly uow: UnitOfWork) {}

  of({ actor, key }: BulkKey): Promise<BulkOutcomeRow[]> {
    return this.uow.rows<BulkOutcomeRow>(sql`
      select seat_id as "seatId", document_id as "documentId", outcome, code, dispatch_number as "dispatchNumber"
      from approvals.bulk_outcome where actor = ${actor} and key = ${key}`);
  }

  /** Stores outcomes with their effects; the key and seat are unique, so a second run of the same chunk fails and reads them. */
  insert(
    { actor, key, kind }: BulkKey & { readonly kind: string },
    outcomes: readonly BulkOutcomeRow[],
    at: Date,
  ): void {
    this.uow.send(sql`
      insert into approvals.bulk_outcome (actor, key, kind, seat_id, document_id, outcome, code, dispatch_number, at)
      select ${actor}, ${key}, ${kind}, o.*, ${at} from unnest(
        ${outcomes.map((o) => o.seatId)}::uuid[], ${outcomes.map((o) => o.documentId)}::uuid[], ${outcomes.map((o) => o.outcome)}::text[],
        ${outcomes.map((o) => o.code)}::text[], ${outcomes.map((o) => o.dispatchNumber)}::text[]) as o`);
  }

  /** What became of items that were staged, so that the request repeated is answered by it. */
  settleStaged(
    outcomes: readonly (BulkKey & Pick<BulkOutcomeRow, 'seatId' | 'outcome' | 'code' | 'dispatchNumber'>)[],
  ): void {
    if (outcomes.length === 0) return;
    this.uow.send(sql`
      update approvals.bulk_outcome b set outcome = o.outcome, code = o.code, dispatch_number = o.dispatch_number
      from unnest(${outcomes.map((o) => o.actor)}::text[], ${outcomes.map((o) => o.key)}::text[], ${outcomes.map((o) => o.seatId)}::uuid[],
        ${outcomes.map((o) => o.outcome)}::text[], ${outcomes.map((o) => o.code)}::text[], ${outcomes.map((o) => o.dispatchNumber)}::text[])
        as o(actor, key, seat_id, outcome, code, dispatch_number)
      where b.actor = o.actor and b.key = o.key and b.seat_id = o.seat_id and b.outcome = 'staged'`);
  }
}
