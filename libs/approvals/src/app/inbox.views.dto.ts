import type { Medium } from '@fubako/documents';
import type { StepKind } from '../core/route-plan';
import type { Verdict } from '../core/staging';

export class InboxItem {
  documentId: string;
  /** Null for my own returned drafts. */
  seatId: string | null;
  version: number;
  contentDigest: string | null;
  title: string;
  matterTypeName: string;
  stepKind: StepKind | null;
  decisionLabel: string | null;
  drafterName: string;
  sectionName: string;
  amount: number | null;
  urgent: boolean;
  /** 媒体 (RULE-11) */
  medium: Medium;
  resubmitted: boolean;
  unread: boolean;
  dueOn: string | null;
  overdue: boolean;
  openedAt: string;
  number: string | null;
  attachmentCount: number;
  unreadAttachments: number;
  opinions: number;
  confidentiality: 'none' | 'secret' | 'top_secret' | 'personnel';
  /** 代決候補: the reader would act in the stead of `inSteadOf`. */
  inStead: boolean;
  inSteadOf: string | null;
  /** 保留 until this day. */
  heldUntil: string | null;
}

export class InboxPage {
  items: InboxItem[];
  nextCursor: string | null;
}

export class InboxSection {
  code: string;
  name: string;
}

/** Sections by which the inbox can be narrowed down. */
export class InboxSections {
  items: InboxSection[];
}

export class InboxCounts {
  all: number;
  decision: number;
  approval: number;
  concurrence: number;
  review: number;
  reading: number;
  overdue: number;
  held: number;
  returned: number;
  acting: number;
  post_review: number;
}

export class BulkLine {
  documentId: string;
  seatId: string;
  title: string;
  amount: number | null;
}

export class BulkExcludedLine extends BulkLine {
  code: string;
  reason: string;
}

/** What a bulk approval would do, before it is asked for. */
export class BulkPreview {
  /** How many would be approved. */
  count: number;
  /** Sum of the amounts that would be approved, yen. */
  totalAmount: number;
  urgent: number;
  resubmitted: number;
  unread: number;
  eligible: BulkLine[];
  excluded: BulkExcludedLine[];
}

export class BulkOutcome {
  documentId: string;
  seatId: string;
  title: string;
  /** `staged`: decided, and undone by its author until the grace time has passed. */
  outcome: 'applied' | 'staged' | 'excluded' | 'conflict' | 'refused';
  code: string | null;
  reason: string | null;
  dispatchNumber: string | null;
}

export class BulkResult {
  applied: number;
  /** 確定待ち */
  staged: number;
  outcomes: BulkOutcome[];
}

/** 確定待ち: a decision of the reader that can still be undone. */
export class StagedDecisionItem {
  documentId: string;
  seatId: string;
  title: string;
  verdict: Verdict;
  /** `決裁済み(確定待ち 8秒)` */
  label: string;
  stagedAt: string;
  dueAt: string;
  remainingSeconds: number;
  bulk: boolean;
}

export class StagedDecisionList {
  items: StagedDecisionItem[];
}

export class UndoneDecision {
  seatId: string;
  outcome: 'undone' | 'too-late' | 'nothing-staged';
}

export class UndoneDecisions {
  /** How many were undone. */
  undone: number;
  outcomes: UndoneDecision[];
}
