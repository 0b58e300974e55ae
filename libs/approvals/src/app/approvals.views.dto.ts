import type { DocumentState } from '@fubako/documents';
import type { ActKind } from '../core/act-table';
import type { Outcome } from '../core/case-state';
import type { SeatOrigin, StepKind } from '../core/route-plan';
import type { Verdict } from '../core/staging';
import type { Away, Capacity } from '../core/standing';
import type { ActCapacity } from '../data/case.row';

export class SeatHolder {
  staffNo: string;
  name: string;
  /** 本務・兼務・事務取扱・職務代理・引継ぎ */
  kind: Capacity;
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
  /** By what right: `acting` is 代決, `proxy` 代理. */
  capacity: ActCapacity;
  /** In whose stead, e.g. `部長 江藤 信一`; null for the own right. */
  inSteadOf: string | null;
}

/** 不在 of the holder of an open seat, and who may act instead. */
export class SeatAwayView {
  kind: Away;
  /** ISO instant of the return, when it is known. */
  until: string | null;
  /** 代決・代理 by, e.g. `福祉課 課長 深川 直美`. */
  standIn: string | null;
}

/** 後閲 */
export class PostReviewView {
  cause: 'acting' | 'pull_up' | 'absence';
  by: string | null;
  outcome: 'acknowledged' | 'opinion' | null;
  openedAt: string;
  doneAt: string | null;
}

/** 席 */
export class RouteSeat {
  /** Null in a preview. */
  id: string | null;
  postCode: string;
  postTitle: string;
  unitCode: string;
  unitName: string;
  /** Null = vacant. */
  holder: SeatHolder | null;
  state: 'planned' | 'waiting' | 'active' | 'done' | 'suspended' | 'skipped' | 'merged' | 'passed' | 'removed';
  reason: SeatReasonView;
  act: SeatActView | null;
  openedAt: string | null;
  /** Seats of one branch act one after the other, branches side by side. */
  branch: number;
  origin: SeatOrigin;
  away: SeatAwayView | null;
  /** 保留 until this day. */
  heldUntil: string | null;
  /** Name of the person to whom the task was handed over. */
  handedTo: string | null;
  /** 処理期限 */
  dueOn: string | null;
  /** 後閲 that is owed or done for this seat. */
  postReview: PostReviewView | null;
}

export class RouteStep {
  no: number;
  kind: StepKind;
  state: 'planned' | 'waiting' | 'active' | 'done' | 'suspended' | 'skipped';
  /** How many branches must agree; null = all. */
  need: number | null;
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
  /** What else the record says, e.g. `部長 江藤 信一 不在のため 福祉課 課長 深川 直美 代決`; null for plain acts. */
  note: string | null;
}

export class AllowedAct {
  kind: ActKind | 'submit';
  seatId?: string;
  /** The act in the reader's language, to stand on a button. */
  label: string;
  /** 代決: the municipality leaves 後閲 to the acting person here (RULE-44); `postReview: false` of the act spares it. */
  mayWaiveReview?: boolean;
}

/** An act that the reader's place in the matter suggests, with what stands against it now. */
export class RefusedApprovalAct extends AllowedAct {
  code: string;
  /** Rule of the domain reference. */
  rule: string;
  /** Why not, and what to do, in the reader's language. */
  reason: string;
}

/** 事前の指示 */
export class PriorInstructionView {
  postTitle: string;
  givenByName: string;
  givenOn: string;
  text: string;
  recordedByName: string;
}

export class ReturnPointer {
  field?: string;
  attachmentId?: string;
  page?: number;
}

export class LastReturn {
  byName: string;
  byTitle: string;
  at: string;
  comment: string;
  round: number;
  /** The field or page that the return is about. */
  about: ReturnPointer | null;
}

/** 専決規程の版 that a case was planned by (RULE-104). */
export class QuotedTableView {
  version: number;
  validFrom: string;
  /** As it is quoted: `専決規程 第3版(令和8年4月1日施行)`. */
  words: string;
}

export class RequestedSeatView {
  kind: 'concurrence' | 'confirmation' | 'circulation';
  postCode: string;
}

export class RemovedUnitView {
  unitCode: string;
  reason: string;
}

export class RequestedSeatsView {
  additions: RequestedSeatView[];
  removals: RemovedUnitView[];
  /** Posts to pass over while their holders are absent. */
  passOver: string[];
}

/** 引継ぎ: a seat that the reader had is somebody else's now, because the post is. */
export class HandedOverView {
  /** The seat's post, e.g. `福祉課 課長`. */
  postTitle: string;
  /** Name of whoever has it now; null while the post is empty. */
  to: string | null;
  /** Day of the handing over. */
  on: string;
}

/** 確定待ち, as its author sees it. */
export class StagedView {
  verdict: Verdict;
  seatId: string;
  /** `決裁済み(確定待ち 8秒)` */
  label: string;
  dueAt: string;
  remainingSeconds: number;
}

/** 案件: the running approval of a document. */
export class Approval {
  documentId: string;
  version: number;
  state: DocumentState;
  round: number;
  revisionNo: number;
  /** The revision in which the reader last acted; null before. */
  actedRevisionNo: number | null;
  contentDigest: string | null;
  decisionLabel: string | null;
  delegationTable: QuotedTableView | null;
  steps: RouteStep[];
  history: HistoryEntry[];
  allowed: AllowedAct[];
  refused: RefusedApprovalAct[];
  instructions: PriorInstructionView[];
  /** What the drafter asked for beyond the rules. */
  requested: RequestedSeatsView;
  /** Who it waits for, in words. */
  waitingFor: string | null;
  lastReturn: LastReturn | null;
  /** The reader's own decision while it can be undone; null for everybody else. */
  staged: StagedView | null;
  /** Set for whoever had an open seat and has none any more (RULE-102). */
  handedOver: HandedOverView | null;
}
