import { Injectable } from '@nestjs/common';
import { DocumentReading } from '@fubako/documents';
import { localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { Language } from '@fubako/platform/http';
import { receiptFault } from '../core/receipt-acts';
import { RECEIPT_ACTS } from '../core/words';
import { EndingRows } from '../data/ending-rows';
import type { EndingRow, ReceiptRow } from '../data/receipt.row';
import { ReceiptDesk } from './receipt-desk';
import { ReceiptFiles } from './receipt-files';
import { LIST_COLUMNS } from './receipt-list-sql';
import { type ReceiptListRow, listItem } from './receipt-list-views';
import type { EndingView, ReceiptDraft, ReceiptView } from './receipts.view.dto';
import { offer } from './refused-acts';

/** One receipt as its reader sees it. */
@Injectable()
export class ReceiptViews {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReceiptDesk,
    private readonly endings: EndingRows,
    private readonly files: ReceiptFiles,
    private readonly documents: DocumentReading,
  ) {}

  /** @throws DomainError intake.not-found */
  detail(receiptId: string, actor: Actor, language: Language): Promise<ReceiptView> {
    return this.uow.read(async () => {
      const row = await this.desk.read(receiptId, actor);
      const { facts, standing } = await this.desk.situation(row, actor);
      const listed = await this.uow.one<ReceiptListRow>(sql`
        select ${LIST_COLUMNS} from intake.receipt r join intake.receipt_kind k on k.code = r.kind where r.id = ${row.id}`);
      return {
        ...listItem(listed, localDateAt(await this.uow.now())),
        ...moreOf(row),
        attachments: await this.files.viewsOf(row.id),
        endings: (await this.endings.of(row.id)).map(endingView),
        draft: await this.draftOf(row, actor),
        ...offer(RECEIPT_ACTS, (act) => receiptFault(act, facts, standing), language),
      };
    });
  }

  private async draftOf({ document_id: documentId }: ReceiptRow, actor: Actor): Promise<ReceiptDraft | null> {
    const [card] = documentId === null ? [] : await this.documents.cards([documentId]);
    if (!card) return null;
    const titles = await this.documents.readableTitles([card.id], actor);
    const { state, draftNumber, dispatchNumber } = card;
    return { documentId: card.id, title: titles.get(card.id) ?? null, state, draftNumber, dispatchNumber };
  }
}

function moreOf(row: ReceiptRow) {
  return {
    version: row.version,
    kind: row.kind,
    note: row.note,
    backDatingReason: row.back_dating_reason,
    receivedByName: row.received_by_name,
    acceptedByName: row.accepted_by_name,
    repliedAt: row.replied_at?.toISOString() ?? null,
    registeredAt: row.registered_at.toISOString(),
    registeredByName: row.registered_by_name,
  };
}

function endingView(row: EndingRow): EndingView {
  const { to_section_code: code, to_section_name: name } = row;
  return {
    no: row.no,
    kind: row.kind,
    section: { code: row.section_code, name: row.section_name },
    toSection: code === null || name === null ? null : { code, name },
    documentId: row.document_id,
    reason: row.reason,
    at: row.at.toISOString(),
    byName: row.by_name,
    byPostTitle: row.by_post_title,
    undoneAt: row.undone_at?.toISOString() ?? null,
    undoneByName: row.undone_by_name,
    undoReason: row.undo_reason,
  };
}
