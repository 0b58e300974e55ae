import type { Confidentiality } from '@fubako/documents';
import type { LocalDate } from '@fubako/kernel';
import type { Channel, Ending, FinalEnding } from '../core/words';

/** `intake.receipt` as it is read; never leaves the lib. */
export interface ReceiptRow {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly subject: string;
  readonly channel: Channel;
  readonly sender: string;
  readonly sender_number: string | null;
  readonly sender_date: LocalDate | null;
  readonly note: string | null;
  readonly confidentiality: Confidentiality;
  /** 時限秘: last day of the secrecy; null without an end. */
  readonly confidential_until: LocalDate | null;
  readonly arrival_at: Date;
  readonly arrival_is_exact: boolean;
  readonly back_dating_reason: string | null;
  readonly received_at: Date | null;
  readonly received_by_name: string | null;
  readonly accepted_at: Date | null;
  readonly accepted_by_name: string | null;
  readonly receipt_number: string | null;
  readonly section_code: string;
  readonly section_name: string;
  readonly section_symbol: string;
  readonly reply_due_on: LocalDate | null;
  readonly replied_at: Date | null;
  readonly ending: FinalEnding | null;
  readonly document_id: string | null;
  readonly registered_at: Date;
  readonly registered_by: string;
  readonly registered_by_name: string;
  readonly updated_at: Date;
}

export interface SectionSnapshot {
  readonly code: string;
  readonly name: string;
  readonly symbol: string;
}

export interface EndingRow {
  readonly no: number;
  readonly kind: Ending;
  readonly section_code: string;
  readonly section_name: string;
  readonly section_symbol: string;
  readonly to_section_code: string | null;
  readonly to_section_name: string | null;
  readonly document_id: string | null;
  readonly reason: string | null;
  readonly at: Date;
  readonly by_staff_no: string;
  readonly by_name: string;
  readonly by_post_title: string;
  readonly version: number;
  readonly undone_at: Date | null;
  readonly undone_by: string | null;
  readonly undone_by_name: string | null;
  readonly undo_reason: string | null;
}

export interface ReceiptAttachmentRow {
  readonly id: string;
  readonly receipt_id: string;
  readonly file_name: string;
  readonly label: string | null;
  readonly media_type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly pages: number | null;
  readonly added_at: Date;
  readonly added_by: string;
  readonly added_by_name: string;
}
