import { Injectable } from '@nestjs/common';
import { ConcernedRows } from '../data/concerned-rows';
import { type NewReceipt, ReceiptRows } from '../data/receipt-rows';

/** Writes a receipt together with who has to do with it. */
@Injectable()
export class NewReceipts {
  constructor(
    private readonly receipts: ReceiptRows,
    private readonly concerned: ConcernedRows,
  ) {}

  async insert(receipt: NewReceipt) {
    await this.receipts.insert(receipt);
    await this.concerned.admit(receipt.id, [receipt.registered_by], receipt.registered_at);
    const row = await this.receipts.find(receipt.id);
    if (!row) throw new Error('A receipt was written and is not there.');
    return row;
  }
}
