import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { MunicipalitySettings } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type BulkExclusion, bulkExclusion } from '../core/bulk-policy';
import { type InboxRow, InboxRows } from '../data/inbox-rows';

/** One line of the list that a person ticked, with what the list showed. */
export interface BulkItem {
  readonly documentId: string;
  readonly seatId: string;
  readonly version: number;
  readonly contentDigest: string;
}

export interface JudgedItem {
  readonly item: BulkItem;
  /** Null when the seat is not the person's, or no longer open. */
  readonly row: InboxRow | null;
  readonly exclusion: BulkExclusion | null;
}

/** Judges a selection by the municipality's policy (RULE-64): the sheet shows it, and the execution asks again. */
@Injectable()
export class BulkSelection {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: InboxRows,
    private readonly settings: MunicipalitySettings,
  ) {}

  /** The documents in which the person has a seat of these: only they may be locked. */
  async documentsOf(items: readonly BulkItem[], actor: Actor): Promise<string[]> {
    const seatIds = items.map(({ seatId }) => seatId);
    return this.rows.documentsOf(actor.staffNo, seatIds);
  }

  async judge(items: readonly BulkItem[], actor: Actor): Promise<JudgedItem[]> {
    const today = localDateAt(await this.uow.now());
    const rows = await this.rows.seats(
      actor.staffNo,
      today,
      items.map(({ seatId }) => seatId),
    );
    const bySeat = new Map(rows.map((row) => [row.seatId, row]));
    const { bulkExcludes, bulkMaxAmount } = await this.settings.current();
    return items.map((item) => {
      const row = bySeat.get(item.seatId) ?? null;
      const policy = { excludes: bulkExcludes, maxAmount: bulkMaxAmount };
      return { item, row, exclusion: row ? bulkExclusion(factsOf(item, row), policy) : null };
    });
  }
}

function factsOf(item: BulkItem, row: InboxRow) {
  return {
    changedSinceListed: item.contentDigest !== row.contentDigest || item.documentId !== row.documentId,
    newComments: row.unread ? row.opinions : 0,
    objections: row.objections,
    acting: false,
    confidential: row.confidentiality !== 'none',
    unreadAttachments: row.unreadAttachments,
    amount: row.amount,
  };
}
