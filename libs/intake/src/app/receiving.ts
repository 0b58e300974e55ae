import { Injectable } from '@nestjs/common';
import { NumberBearers } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { ReceiptKindRows } from '../data/receipt-kind-rows';
import { ReceiptRows } from '../data/receipt-rows';
import type { ReceiptRow } from '../data/receipt.row';
import { refuse } from '../errors';
import { ReceiptNews } from './receipt-news';

export interface ReceivingWish {
  /** 収受番号: absent only for what is trivial (RULE-01). */
  readonly numbered: boolean;
}

/** 収受: the section confirms and takes the duty; the number comes from the series of the kind (RULE-01, RULE-04). */
@Injectable()
export class Receiving {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly receipts: ReceiptRows,
    private readonly kinds: ReceiptKindRows,
    private readonly numbers: NumberBearers,
    private readonly news: ReceiptNews,
  ) {}

  /** The receipt is locked or new. Holds the number counter: call it last. @throws DomainError intake.no-series */
  async run(receipt: ReceiptRow, actor: Actor, { numbered }: ReceivingWish): Promise<void> {
    await this.receipts.receive(receipt.id, actor.name, await this.uow.now());
    this.news.acted({ receiptId: receipt.id, actor }, 'received', { section: receipt.section_code });
    if (!numbered) return;
    const kind = await this.kinds.find(receipt.kind);
    const number = await this.numbers.issue({
      bearer: { kind: 'receipt', id: receipt.id },
      series: kind?.seriesCode ? { code: kind.seriesCode } : { kind: 'receipt' },
      section: { code: receipt.section_code, symbol: receipt.section_symbol },
      issuedBy: actor.staffNo,
    });
    if (!number) throw refuse('intake.no-series', {});
    await this.receipts.setNumber(receipt.id, number);
    this.news.acted({ receiptId: receipt.id, actor }, 'numbered', { number: number.text, series: number.seriesCode });
  }
}
