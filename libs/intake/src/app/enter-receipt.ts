import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import type { ReceiptRow, SectionSnapshot } from '../data/receipt.row';
import { NewReceipts } from './new-receipts';
import { type ReceiptInput, ReceiptContents } from './receipt-contents';
import { ReceiptNews } from './receipt-news';

export interface Arrival {
  readonly id: string;
  readonly actor: Actor;
  readonly section: SectionSnapshot;
  readonly at: Date;
}

/** Enters what has arrived, whoever brings it. */
@Injectable()
export class EnterReceipt {
  constructor(
    private readonly rows: NewReceipts,
    private readonly contents: ReceiptContents,
    private readonly news: ReceiptNews,
  ) {}

  /** @throws DomainError intake.unknown-kind, and what arrivals are refused for */
  async run({ id, actor, section, at }: Arrival, input: ReceiptInput): Promise<ReceiptRow> {
    const content = await this.contents.merge(null, input, at);
    const who = { registered_at: at, registered_by: actor.staffNo, registered_by_name: actor.name };
    const receipt = await this.rows.insert({ ...content, ...who, id, section });
    this.news.acted({ receiptId: id, actor }, 'arrived', {
      section: section.code,
      kind: content.kind,
      arrivalAt: content.arrival_at.toISOString(),
      backDated: content.back_dating_reason !== null,
    });
    return receipt;
  }
}
