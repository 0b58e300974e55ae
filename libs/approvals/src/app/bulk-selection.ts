import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { MunicipalitySettings } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type BulkExclusion, bulkExclusion } from '../core/bulk-policy';
import { InboxRows } from '../data/inbox-rows';
import type { InboxRow } from '../data/inbox.row';

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

export const BULK_KINDS = ['approve', 'return', 'post_review'] as const;
/** 一括決裁, 一括差戻し, 一括後閲 */
export type BulkKind = (typeof BULK_KINDS)[number];

/** Who asks for what of a selection. */
export interface BulkAsk {
  readonly actor: Actor;
  readonly kind: BulkKind;
}

/** Judges a selection by the municipality's policy (RULE-64): the sheet shows it, and the execution asks again. */
@Injectable()
export class BulkSelection {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: InboxRows,
    private readonly settings: MunicipalitySettings,
  ) {}

  /** The documents in which the person has something to do with these seats: only they may be locked. */
  async documentsOf(items: readonly BulkItem[], { actor }: BulkAsk): Promise<string[]> {
    const seatIds = items.map(({ seatId }) => seatId);
    return this.rows.documentsOf(actor.staffNo, seatIds);
  }

  async judge(items: readonly BulkItem[], { actor, kind }: BulkAsk): Promise<JudgedItem[]> {
    const today = localDateAt(await this.uow.now());
    const seatIds = items.map(({ seatId }) => seatId);
    const rows = await this.rows.seats({ staffNo: actor.staffNo, today, seatIds, postReview: kind === 'post_review' });
    const bySeat = new Map(rows.map((row) => [row.seatId, row]));
    const { bulkExcludes, bulkMaxAmount } = await this.settings.current();
    return items.map((item) => {
      const row = bySeat.get(item.seatId) ?? null;
      // What policy keeps out of bulk agreement may well be returned, or read afterwards, in bulk (RULE-64).
      const policy = kind === 'approve' ? { excludes: bulkExcludes, maxAmount: bulkMaxAmount } : NO_POLICY;
      return { item, row, exclusion: row ? bulkExclusion(factsOf(item, row), policy) : null };
    });
  }
}

const NO_POLICY = { excludes: [], maxAmount: null } as const;

function factsOf(item: BulkItem, row: InboxRow) {
  return {
    changedSinceListed: item.contentDigest !== row.contentDigest || item.documentId !== row.documentId,
    newComments: row.unread ? row.opinions : 0,
    objections: row.objections,
    acting: row.inStead,
    confidential: row.secret,
    unreadAttachments: row.unreadAttachments,
    amount: row.amount,
  };
}
