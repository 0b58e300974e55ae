import { defineEvent } from '@fubako/platform/outbox';

export interface ReadersAsked {
  readonly circulationId: string;
  readonly subjectKind: 'receipt' | 'document';
  readonly subjectId: string;
  readonly title: string;
  readonly by: { readonly name: string; readonly title: string };
  /** 職員番号 of those who are newly asked to read. */
  readonly readers: readonly string[];
}

export interface CirculationCompleted {
  readonly circulationId: string;
  readonly subjectKind: 'receipt' | 'document';
  readonly subjectId: string;
  readonly title: string;
  readonly startedBy: string;
}

export interface DraftAsked {
  readonly receiptId: string;
  readonly title: string;
  readonly sectionCode: string;
  readonly by: { readonly name: string; readonly title: string };
}

export interface ReceiptRouted {
  readonly receiptId: string;
  readonly title: string;
  readonly sectionCode: string;
  readonly by: { readonly name: string; readonly title: string };
}

export interface ReceiptEnded {
  readonly receiptId: string;
  readonly ending: string;
  readonly documentId: string | null;
}

/** 供覧: people are asked to read. */
export const readersAsked = defineEvent<ReadersAsked>('intake.readers-asked.v1');
/** The last required reader has read. */
export const circulationCompleted = defineEvent<CirculationCompleted>('intake.circulation-completed.v1');
/** 起案依頼: a reader asks that the receipt be drafted. */
export const draftAsked = defineEvent<DraftAsked>('intake.draft-asked.v1');
/** A receipt waits in a section that did not register it itself. */
export const receiptRouted = defineEvent<ReceiptRouted>('intake.receipt-routed.v1');
/** RULE-02 */
export const receiptEnded = defineEvent<ReceiptEnded>('intake.receipt-ended.v1');
