import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { EndingRows } from '../data/ending-rows';
import { ReceiptRows } from '../data/receipt-rows';
import type { EndingRow } from '../data/receipt.row';
import { ReceiptDesk } from './receipt-desk';
import { ReceiptNews, digestOf } from './receipt-news';
import type { EndCommand } from './end-receipt';

/** Takes a mistaken ending back by an act of its own, with a reason, before anything followed (RULE-02). */
@Injectable()
export class UndoEnding {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReceiptDesk,
    private readonly receipts: ReceiptRows,
    private readonly endings: EndingRows,
    private readonly news: ReceiptNews,
  ) {}

  run({ actor, receiptId, reason }: EndCommand): Promise<void> {
    return this.uow.run(async () => {
      const row = await this.desk.open(receiptId, actor, 'undo');
      const { last } = await this.desk.situation(row, actor);
      if (!last) throw new Error('An ending was there when the receipt was opened and is gone.');
      const at = await this.uow.now();
      await this.endings.undo(row.id, last.no, { staffNo: actor.staffNo, name: actor.name, reason, at });
      if (last.kind === 'rerouted') await this.receipts.moveTo(row.id, formerSection(last), at);
      else await this.receipts.end(row.id, null, at);
      this.news.acted({ receiptId: row.id, actor }, 'ending-undone', {
        ending: last.kind,
        no: last.no,
        reason: digestOf(reason),
      });
    });
  }
}

function formerSection(last: EndingRow) {
  return { code: last.section_code, name: last.section_name, symbol: last.section_symbol };
}
