import { Injectable } from '@nestjs/common';
import { DocumentReading } from '@fubako/documents';
import { type Actor, inDailyWork } from '@fubako/platform/authz';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { ReceiptRows } from '../data/receipt-rows';
import type { ReceiptRow } from '../data/receipt.row';
import { readableReceipts } from './policy';
import type { ReceiptReference } from './receipts.view.dto';

/** The receipts that a document answers, for whoever may read the document. */
@Injectable()
export class ReceiptReferencesOf {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentReading,
    private readonly receipts: ReceiptRows,
  ) {}

  /** @throws DomainError documents.not-found */
  run(documentId: string, actor: Actor): Promise<ReceiptReference[]> {
    return this.uow.read(async () => {
      await this.documents.readable(documentId, actor);
      const rows = await this.receipts.ofDocument(documentId);
      const readable = await this.uow.rows<{ id: string }>(sql`
        select r.id from intake.receipt r where r.id = any(${rows.map(({ id }) => id)}::uuid[]) and (${readableReceipts(inDailyWork(actor))})`);
      const may = new Set(readable.map(({ id }) => id));
      return rows.map((row) => referenceTo(row, may.has(row.id)));
    });
  }
}

function referenceTo(row: ReceiptRow, readable: boolean): ReceiptReference {
  return {
    id: row.id,
    receiptNumber: row.receipt_number,
    subject: readable ? row.subject : null,
    sender: readable ? row.sender : null,
    arrivalAt: row.arrival_at.toISOString(),
    replyDueOn: row.reply_due_on,
    readable,
  };
}
