import { defineEvent } from '@fubako/platform/outbox';

/** 新着: a subscriber's saved search found what it had not found before. */
export interface SearchMatched {
  readonly staffNo: string;
  readonly searchId: string;
  readonly searchName: string;
  /** Of the newest hit, and how many more there are. Absent in news of before receipts were found: a document. */
  readonly kind?: 'document' | 'receipt';
  readonly documentId: string;
  readonly title: string;
  readonly more: number;
}

export const searchMatched = defineEvent<SearchMatched>('search.matched.v1');

/** 書き出し: the worker makes it. */
export const exportOrdered = defineEvent<{ readonly exportId: string }>('search.export-ordered.v1');

/** 特権閲覧の週次報告: the holder of the post is asked to look at it. */
export const readingsDigested = defineEvent<{
  readonly digestId: string;
  readonly postCode: string;
  readonly from: string;
  readonly lines: number;
}>('search.readings-digested.v1');
