/** Hand copy of the approvals part of the contract; see contract.ts. */
import type { Confidentiality, DocumentState, PersonRef } from './contract';

export interface RoutePreview {
  decision: { label: string; rank: number; rule: string; explanation: string } | null;
  steps: RouteStep[];
  problems: { code: string; detail: string }[];
}

export type StepKind = 'line' | 'review' | 'concurrence' | 'decision' | 'confirmation' | 'circulation';

export interface RouteStep {
  no: number;
  kind: StepKind;
  state: 'planned' | 'waiting' | 'active' | 'done' | 'suspended' | 'skipped';
  seats: RouteSeat[];
}

export interface RouteSeat {
  id: string | null; // null in a preview
  postCode: string;
  postTitle: string;
  unitName: string; // e.g. 課長 / 財政課
  holder: (PersonRef & { kind: 'main' | 'concurrent' | 'acting_holder' }) | null; // null = vacant
  state: 'planned' | 'waiting' | 'active' | 'done' | 'suspended' | 'skipped' | 'merged';
  reason: { rule: string; text: string }; // 'RULE-21', '係長（起案者の係の長）'
  act: {
    kind: string;
    outcome: Outcome;
    actorName: string;
    postTitle: string;
    actedAt: string;
    comment: string | null;
    stale: boolean;
  } | null;
  openedAt: string | null;
}

export type Outcome =
  'approved' | 'consented' | 'consented_with_opinion' | 'objected' | 'decided' | 'returned' | 'rejected';

export interface ActRequest {
  kind: 'approve' | 'return' | 'reject' | 'pull_back' | 'withdraw' | 'abandon';
  seatId?: string;
  expectedVersion?: number /* Approval.version */;
  contentDigest?: string;
  outcome?: 'consented' | 'consented_with_opinion' | 'objected' /* concurrence only */;
  comment?: string;
}

export interface Approval {
  documentId: string;
  version: number;
  state: DocumentState;
  round: number;
  revisionNo: number;
  contentDigest: string | null;
  decisionLabel: string | null;
  steps: RouteStep[];
  history: HistoryEntry[]; // all rounds, oldest first
  allowed: { kind: ActRequest['kind'] | 'submit'; seatId?: string; label: string }[];
  waitingFor: string | null; // '部長 江藤 信一 の決裁待ち、3日目'
  lastReturn: { byName: string; byTitle: string; at: string; comment: string; round: number } | null;
}

export interface HistoryEntry {
  at: string;
  kind: string;
  label: string;
  actorName: string;
  actorTitle: string;
  unitName: string;
  comment: string | null;
  round: number;
  revisionNo: number;
  bulk: boolean;
}

export interface InboxItem {
  documentId: string;
  seatId: string | null;
  version: number /* Approval.version */;
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
  confidentiality: Confidentiality;
}

export interface BulkItem {
  documentId: string;
  seatId: string;
  version: number;
  contentDigest: string;
}

export interface BulkPreview {
  count: number;
  totalAmount: number;
  urgent: number;
  resubmitted: number;
  unread: number;
  eligible: BulkLine[];
  excluded: (BulkLine & { code: string; reason: string })[];
}

export interface BulkLine {
  documentId: string;
  seatId: string;
  title: string;
  amount: number | null;
}

export interface BulkResult {
  applied: number;
  outcomes: {
    documentId: string;
    seatId: string;
    title: string;
    outcome: 'applied' | 'excluded' | 'conflict' | 'refused';
    code: string | null;
    reason: string | null;
    dispatchNumber: string | null;
  }[];
}

export interface InboxCounts {
  decision: number;
  approval: number;
  concurrence: number;
  overdue: number;
  returned: number;
  all: number;
}
