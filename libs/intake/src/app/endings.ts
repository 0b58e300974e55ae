import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { FinalEnding } from '../core/words';
import { EndingRows } from '../data/ending-rows';
import { ReceiptRows } from '../data/receipt-rows';
import type { ReceiptRow } from '../data/receipt.row';
import { ReceiptNews, digestOf } from './receipt-news';
import { postTitleOf } from './standing-name';

/** Writes endings: exactly one for each receipt (RULE-02). The receipt is locked. */
@Injectable()
export class Endings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly receipts: ReceiptRows,
    private readonly endings: EndingRows,
    private readonly news: ReceiptNews,
  ) {}

  async end(
    row: ReceiptRow,
    actor: Actor,
    {
      kind,
      reason = null,
      documentId = null,
    }: { kind: FinalEnding; reason?: string | null; documentId?: string | null },
  ): Promise<void> {
    const at = await this.uow.now();
    await this.receipts.end(row.id, { kind, documentId }, at);
    await this.endings.insert(row.id, {
      ...(await this.trace(row, actor, reason)),
      kind,
      document_id: documentId,
      to_section_code: null,
      to_section_name: null,
    });
    this.news.acted({ receiptId: row.id, actor }, 'ended', {
      ending: kind,
      document: documentId,
      reason: digestOf(reason),
    });
    await this.news.ended(row.id, kind, documentId);
  }

  /** What every ending keeps: where, when, by whom, why. The act makes the next version. */
  async trace(row: ReceiptRow, actor: Actor, reason: string | null) {
    return {
      section_code: row.section_code,
      section_name: row.section_name,
      section_symbol: row.section_symbol,
      reason,
      at: await this.uow.now(),
      by_staff_no: actor.staffNo,
      by_name: actor.name,
      by_post_title: postTitleOf(actor),
      version: row.version + 1,
    };
  }
}
