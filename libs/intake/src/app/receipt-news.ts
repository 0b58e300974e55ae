import { Injectable } from '@nestjs/common';
import { sha256Hex } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { EventBus } from '@fubako/platform/outbox';
import { IndexChanges } from '@fubako/search';
import type { ReceiptRow } from '../data/receipt.row';
import { receiptEnded, receiptRouted } from '../events';
import { byOf } from './standing-name';

/** Tells of receipts: the ledger of every act, the archive search of every change, and others of what concerns them. */
@Injectable()
export class ReceiptNews {
  constructor(
    private readonly ledger: Ledger,
    private readonly bus: EventBus,
    private readonly index: IndexChanges,
  ) {}

  /** @param kind past tense, e.g. `received` */
  acted(
    { receiptId, actor }: { receiptId: string; actor: Actor },
    kind: string,
    facts: Readonly<Record<string, unknown>> = {},
  ): void {
    this.ledger.record({
      subject: { kind: 'receipt', id: receiptId },
      kind: `intake.${kind}`,
      actor: actor.staffNo,
      facts: { ...facts, post: actor.posts[0]?.code ?? null },
    });
    this.index.note([receiptId]);
  }

  routed(receipt: Pick<ReceiptRow, 'id' | 'subject'>, sectionCode: string, actor: Actor): Promise<void> {
    const { id, subject } = receipt;
    return this.bus.publish(receiptRouted, id, { receiptId: id, title: subject, sectionCode, by: byOf(actor) });
  }

  ended(receiptId: string, ending: string, documentId: string | null): Promise<void> {
    return this.bus.publish(receiptEnded, receiptId, { receiptId, ending, documentId });
  }
}

/** What people wrote is bound by its digest; the text itself stays in the row. */
export function digestOf(text: string | null): string | null {
  return text === null ? null : sha256Hex(Buffer.from(text));
}
