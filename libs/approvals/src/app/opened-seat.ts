import type { StepKind } from '../core/route-plan';

/** A seat whose turn has come; nobody holds it when the post is vacant (要対応, RULE-102). */
export interface OpenedSeat {
  readonly seatId: string;
  readonly staffNo: string | null;
  readonly kind: StepKind;
}
