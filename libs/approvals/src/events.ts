import { defineEvent } from '@fubako/platform/outbox';

export interface ActorSnapshot {
  readonly staffNo: string;
  readonly name: string;
  readonly title: string;
}

export interface MatterDecided {
  readonly documentId: string;
  readonly title: string;
  readonly drafterStaffNo: string;
  readonly dispatchNumber: string | null;
  readonly decidedBy: ActorSnapshot;
  /** ISO instant of the decision. */
  readonly decidedAt: string;
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
  | 'removed';

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
