import type { LocalDate } from '@fubako/kernel';

/** Where a found text stands; in this order the texts of a document follow each other in the index. */
export const PART_SOURCES = [
  'title',
  'number',
  'drafter',
  'decider',
  'body',
  'comment',
  'attachment',
  'counterpart',
  'revision',
  'instruction',
] as const;
export type PartSource = (typeof PART_SOURCES)[number];

/** 媒体 (RULE-11), as a line of the result says it. */
export type CardMedium = 'electronic' | 'hybrid' | 'paper';

/** One text of a document beside title and numbers; a match never runs from one text into the next. */
export interface SearchableText {
  readonly source: 'body' | 'attachment' | 'comment' | 'counterpart' | 'revision' | 'instruction';
  readonly text: string;
  /** Attachment and its page from 1, for texts of attachments. */
  readonly attachmentId?: string;
  readonly page?: number;
}

/** What can be found: 文書 and 収受. */
export const SUBJECT_KINDS = ['document', 'receipt'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** 未処理, 供覧完結, 起案に引継, 不要, 返戻: how receipts stand (RULE-02), beside the states of documents. */
export const RECEIPT_STATES = [
  'receipt_open',
  'receipt_read',
  'receipt_drafted',
  'receipt_not_needed',
  'receipt_sent_back',
] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];

/** Everything by which a document, or a receipt, is found, filtered and shown. */
export interface SearchableDocument {
  /** Of the document or the receipt: ids of both are unlike. */
  readonly documentId: string;
  /** Absent: a document. */
  readonly kind?: SubjectKind;
  /** The day that orders results: decision, else submission, else drafting; of a receipt 収受, else 到達. */
  readonly sortOn: LocalDate;
  readonly state: string;
  readonly matterType: string;
  readonly matterTypeName: string;
  readonly drafterStaffNo: string;
  readonly drafterName: string;
  /** 発信者 of a receipt. */
  readonly sender?: string;
  /** 決裁者: who decided, and for whom; empty until then. */
  readonly deciderNames: readonly string[];
  /** `sortOn` is the day of its decision. */
  readonly decided: boolean;
  /** 主管課: code and name of the section at drafting. */
  readonly ownerUnit: string;
  readonly sectionName: string;
  readonly confidentiality: string;
  /** 時限秘: last day of the secrecy; absent or null without an end. */
  readonly confidentialUntil?: string | null;
  /** Yen. */
  readonly amount: number | null;
  readonly attachmentCount: number;
  /** Absent for receipts. */
  readonly medium?: CardMedium;
  readonly title: string;
  /** The number that result lines show. */
  readonly number: string | null;
  /** All numbers that the document bears, as printed. */
  readonly numbers: readonly string[];
  readonly texts: readonly SearchableText[];
}
