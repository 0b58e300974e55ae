import type { DocumentState } from '@fubako/documents';
import type { ActKind } from '../core/act';
import type { Outcome } from '../core/case-state';
import type { StepKind } from '../core/route-plan';

export class SeatHolder {
  staffNo: string;
  name: string;
  /** 本務・兼務・事務取扱 */
  kind: 'main' | 'concurrent' | 'acting_holder';
}

export class SeatReasonView {
  /** Rule of the domain reference, e.g. `RULE-21`. */
  rule: string;
  text: string;
}

export class SeatActView {
  kind: string;
  outcome: Outcome;
  actorName: string;
  postTitle: string;
  actedAt: string;
  comment: string | null;
  /** The act is of an earlier round and still stands. */
  stale: boolean;
}

/** 席 */
export class RouteSeat {
  /** Null in a preview. */
  id: string | null;
  postCode: string;
  postTitle: string;
  unitName: string;
  /** Null = vacant. */
  holder: SeatHolder | null;
  state: 'planned' | 'waiting' | 'active' | 'done' | 'suspended' | 'skipped' | 'merged';
  reason: SeatReasonView;
  act: SeatActView | null;
  openedAt: string | null;
}

export class RouteStep {
  no: number;
  kind: StepKind;
  state: 'planned' | 'waiting' | 'active' | 'done' | 'suspended' | 'skipped';
  seats: RouteSeat[];
}

export class PreviewDecision {
  /** 専決区分, e.g. 部長専決. */
  label: string;
  rank: number;
  rule: string;
  explanation: string;
}

export class PreviewProblem {
  code: string;
  detail: string;
}

export class RoutePreview {
  decision: PreviewDecision | null;
  steps: RouteStep[];
  problems: PreviewProblem[];
}

export class HistoryEntry {
  at: string;
  kind: string;
  label: string;
  actorName: string;
  actorTitle: string;
  unitName: string;
  comment: string | null;
  round: number;
  revisionNo: number;
  /** 一括 */
  bulk: boolean;
}

export class AllowedAct {
  kind: ActKind | 'submit';
  seatId?: string;
  /** The act in the reader's language, to stand on a button. */
  label: string;
}

export class LastReturn {
  byName: string;
  byTitle: string;
  at: string;
  comment: string;
  round: number;
}

/** 専決規程の版 that a case was planned by (RULE-104). */
export class DelegationTableView {
  version: number;
  validFrom: string;
  /** As it is quoted: `専決規程 第3版(令和8年4月1日施行)`. */
  words: string;
}

/** 案件: the running approval of a document. */
export class Approval {
  documentId: string;
  version: number;
  state: DocumentState;
  round: number;
  revisionNo: number;
  contentDigest: string | null;
  decisionLabel: string | null;
  delegationTable: DelegationTableView | null;
  steps: RouteStep[];
  history: HistoryEntry[];
  allowed: AllowedAct[];
  /** Who it waits for, in words. */
  waitingFor: string | null;
  lastReturn: LastReturn | null;
}

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
  overdue: number;
  returned: number;
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
