import { defineEvent } from '@fubako/platform/outbox';

/** 実行 of a disposal was ordered: its files are to be destroyed. The subject is the batch. */
export const disposalStarted = defineEvent<{ readonly batchId: string }>('records.disposal-started.v1');

/** 移管資料 was ordered: the worker makes it. */
export const transferPackageOrdered = defineEvent<{ readonly packageId: string }>(
  'records.transfer-package-ordered.v1',
);

/** 延長の一括処理 waits to be worked through. */
export const extensionAsked = defineEvent<{ readonly batchId: string }>('records.extension-asked.v1');

/** A rule of keeping was changed, and files that were there are to follow it. The subject is the change. */
export const ruleChanged = defineEvent<{ readonly changeId: string }>('records.rule-changed.v1');

/** A lent file is late: its borrower is reminded (LOAN-3). The subject is the loan. */
export interface LoanOverdue {
  /** 職員番号 */
  readonly borrower: string;
  readonly fileId: string;
  readonly title: string;
  readonly dueOn: string;
}
export const loanOverdue = defineEvent<LoanOverdue>('records.loan-overdue.v1');

/** The nightly sweep has found files in which something is wrong (RULE-83, RULE-90). */
export interface SweepFound {
  readonly day: string;
  /** New findings of this night. */
  readonly fresh: number;
  /** All that are open. */
  readonly open: number;
  /** The first new one; absent in news of earlier versions. */
  readonly first?: { readonly id: string; readonly title: string } | null;
}
export const sweepFound = defineEvent<SweepFound>('records.sweep-found.v1');
