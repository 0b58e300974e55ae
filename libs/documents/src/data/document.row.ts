import type { LocalDate } from '@fubako/kernel';
import type { Confidentiality, DisclosureClass, DocumentState, Escalation, Medium } from '../core/states';

/** `documents.document` as it is read; never leaves the lib. */
export interface DocumentRow {
  readonly id: string;
  readonly version: number;
  readonly state: DocumentState;
  readonly matter_type: string;
  /** In force when it was first submitted; until then as it was when drafting began. */
  readonly matter_type_version: number;
  readonly form_name: string;
  readonly form_version: number;
  readonly title: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly amount: number | null;
  readonly class_code: string;
  readonly disclosure_class: DisclosureClass;
  readonly disclosure_reason: string | null;
  readonly confidentiality: Confidentiality;
  readonly confidential_until: string | null;
  readonly urgent: boolean;
  readonly urgency_reason: string | null;
  readonly due_on: string | null;
  readonly escalations: readonly Escalation[];
  readonly medium: Medium;
  readonly paper_reason: string | null;
  readonly paper_note: string | null;
  readonly paper_attachments: readonly string[];
  readonly drafter_staff_no: string;
  readonly drafter_name: string;
  readonly drafter_post_code: string;
  readonly drafter_post_title: string;
  readonly unit_code: string;
  readonly unit_name: string;
  readonly section_code: string;
  readonly section_name: string;
  readonly symbol: string;
  readonly revision_no: number;
  readonly content_digest: Buffer | null;
  readonly draft_number: string | null;
  readonly dispatch_number: string | null;
  readonly drafted_at: Date;
  readonly updated_at: Date;
  readonly submitted_at: Date | null;
  readonly decided_at: Date | null;
  readonly executed_at: Date | null;
  readonly execution_waived_at: Date | null;
  readonly closed_on: string | null;
  /** Since when it is a draft of a section that its drafter has left (RULE-102). */
  readonly left_at: Date | null;
  /** When its content was erased by a disposal (RULE-89). */
  readonly erased_at: Date | null;
  /** Since when the archives keep it (移管). */
  readonly handed_over_at: Date | null;
}

export interface AttachmentRow {
  readonly id: string;
  readonly document_id: string;
  readonly sort: number;
  readonly file_name: string;
  readonly label: string | null;
  readonly media_type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly pages: number | null;
  readonly added_at: Date;
  readonly added_by: string;
  readonly added_by_name: string;
  /** 決裁後の追加: why, and from which post; null for what was decided on (RULE-61). */
  readonly addition: { readonly reason: string; readonly postTitle: string; readonly unitName: string } | null;
}

export interface MatterTypeRow {
  readonly code: string;
  readonly version: number;
  readonly valid_from: LocalDate;
  readonly name: string;
  readonly description: string;
  readonly form_name: string;
  readonly default_class_code: string;
  readonly default_series_code: string;
  readonly review: 'none' | 'before' | 'after';
  readonly execution: 'none' | 'dispatch' | 'directive' | 'contract';
  readonly substance_fields: readonly string[];
}
