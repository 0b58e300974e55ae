import { defineEvent } from '@fubako/platform/outbox';
import type { ReminderKind } from './core/reminders';

export interface ActorSnapshot {
  readonly staffNo: string;
  readonly name: string;
  readonly title: string;
}

/** What is known of a decision before its number. */
export interface MatterDeciding {
  readonly documentId: string;
  readonly decidedBy: ActorSnapshot;
  /** ISO instant of the decision. */
  readonly decidedAt: string;
}

export interface MatterDecided extends MatterDeciding {
  readonly title: string;
  readonly drafterStaffNo: string;
  readonly dispatchNumber: string | null;
}

export interface MatterClosed {
  readonly documentId: string;
  readonly title: string;
  readonly drafterStaffNo: string;
  readonly by: ActorSnapshot;
  readonly comment: string;
}

export interface SeatsOpened {
  readonly documentId: string;
  readonly title: string;
  /** Section of the document: its records clerk hears of empty posts. Absent in news of earlier days. */
  readonly section?: string;
  readonly seats: readonly { readonly seatId: string; readonly staffNo: string | null; readonly kind: string }[];
}

/** Why somebody who has nothing to do now is told of a matter all the same. */
export type ConcernCode =
  | 'abandoned'
  | 'withdrawn'
  | 'revised'
  | 'resubmitted'
  | 'to-post-review'
  | 'post-review-opinion'
  | 'handed-over'
  | 'succeeded'
  | 'removed'
  /** Of a staged decision that the rules no longer allowed when it was to take effect. */
  | 'decision-dropped';

/** News for participants beside those whose turn it is (RULE-33, RULE-44, RULE-52, RULE-60). */
export interface ParticipantsInformed {
  readonly documentId: string;
  readonly title: string;
  readonly code: ConcernCode;
  /** 職員番号 of those who are told; with `recordsOffice` the records office too. */
  readonly staffNos: readonly string[];
  readonly recordsOffice: boolean;
  readonly by: ActorSnapshot;
}

/** Seats that were open and are not, or not theirs, any more: what was said of them to these people is out of date. */
export interface SeatsClosed {
  readonly documentId: string;
  readonly seats: readonly { readonly seatId: string; readonly staffNo: string }[];
}

/** 督促 of one open seat (RULE-35). */
export interface HolderReminded {
  readonly documentId: string;
  /** Null for those who need not have the right to read it. */
  readonly title: string | null;
  readonly kind: ReminderKind;
  readonly seatId: string;
  readonly seatKind: string;
  readonly staffNos: readonly string[];
  /** 処理期限, or the day of a held matter. */
  readonly day: string;
  /** Whose seat it is. */
  readonly holder: { readonly name: string; readonly title: string };
}

/** 経路の点検 found steps that nobody can act in. */
export interface RouteGapsFound {
  readonly checkId: string;
  /** How many. */
  readonly gaps: number;
  /** Day of the first gap, and the last day that was looked at. */
  readonly first: string;
  readonly until: string;
}

/** 決裁, within its unit and before its number is taken: for whoever needs none, so that counters are held for a moment only. */
export const deciding = defineEvent<MatterDeciding>('approvals.deciding.v1');
/** 決裁 */
export const decided = defineEvent<MatterDecided>('approvals.decided.v1');
/** 差戻し */
export const returned = defineEvent<MatterClosed>('approvals.returned.v1');
/** 否決 */
export const rejected = defineEvent<MatterClosed>('approvals.rejected.v1');
/** Seats whose turn has come; a vacant one has no `staffNo` and needs attention (要対応). */
export const seatsOpened = defineEvent<SeatsOpened>('approvals.seats-opened.v1');
/** Participants learn what happened to a matter that they have dealt with. */
export const participantsInformed = defineEvent<ParticipantsInformed>('approvals.participants-informed.v1');
/** Open seats were acted in or belong to somebody else now. */
export const seatsClosed = defineEvent<SeatsClosed>('approvals.seats-closed.v1');
/** 督促: a seat is due, overdue, or comes back from being held. */
export const holderReminded = defineEvent<HolderReminded>('approvals.holder-reminded.v1');
/** 経路の点検: gaps that are new, or other than those told of before. */
export const routeGapsFound = defineEvent<RouteGapsFound>('approvals.route-gaps-found.v1');
