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

/** 決裁 */
export const decided = defineEvent<MatterDecided>('approvals.decided.v1');
/** 差戻し */
export const returned = defineEvent<MatterClosed>('approvals.returned.v1');
/** 否決 */
export const rejected = defineEvent<MatterClosed>('approvals.rejected.v1');
/** Seats whose turn has come; a vacant one has no `staffNo` and needs attention (要対応). */
export const seatsOpened = defineEvent<SeatsOpened>('approvals.seats-opened.v1');
