import type { LocalDate } from '@fubako/kernel';
import { replyState } from '../core/replies';
import type { ReceiptRow } from '../data/receipt.row';
import type { ReceiptListItem, ReceiptState } from './receipts.view.dto';

export interface ReceiptListRow extends ReceiptRow {
  readonly kind_name: string;
  readonly attachment_count: number;
  readonly draft_asked: boolean;
  readonly circulating: boolean;
  readonly marks: { readonly required?: number; readonly read?: number };
}

export function listItem(row: ReceiptListRow, today: LocalDate): ReceiptListItem {
  return {
    id: row.id,
    receiptNumber: row.receipt_number,
    kindName: row.kind_name,
    subject: row.subject,
    sender: row.sender,
    senderNumber: row.sender_number,
    senderDate: row.sender_date,
    channel: row.channel,
    section: { code: row.section_code, name: row.section_name },
    state: stateOfReceipt(row),
    arrivalAt: row.arrival_at.toISOString(),
    arrivalIsExact: row.arrival_is_exact,
    backDated: row.back_dating_reason !== null,
    receivedAt: row.received_at?.toISOString() ?? null,
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    replyDueOn: row.reply_due_on,
    reply: replyOf(row, today),
    confidentiality: row.confidentiality,
    confidentialUntil: row.confidential_until,
    attachmentCount: row.attachment_count,
    draftAsked: row.draft_asked,
    required: row.marks.required ?? 0,
    read: row.marks.read ?? 0,
  };
}

function stateOfReceipt(row: ReceiptListRow): ReceiptState {
  if (row.ending !== null) return row.ending;
  if (row.circulating) return 'circulating';
  return row.received_at === null ? 'arrived' : 'open';
}

function replyOf({ reply_due_on, replied_at, ending }: ReceiptRow, today: LocalDate) {
  const endedWithout = ending !== null && ending !== 'drafted';
  return replyState({ replyDueOn: reply_due_on, repliedAt: replied_at, endedWithout }, today);
}
