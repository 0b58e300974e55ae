import type { StepKind } from '../core/route-plan';

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
  outcome: 'applied' | 'excluded' | 'conflict' | 'refused';
  code: string | null;
  reason: string | null;
  dispatchNumber: string | null;
}

export class BulkResult {
  applied: number;
  outcomes: BulkOutcome[];
}
