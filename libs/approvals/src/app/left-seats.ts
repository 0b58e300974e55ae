import { type CaseState, seatsOf } from '../core/case-state';
import type { SeatRow } from '../data/case.row';
import type { DifferenceBasis } from './seat-change';

/** An open seat that its holder no longer has. */
export interface LeftSeat {
  readonly seatId: string;
  readonly attempt: number;
  readonly postTitle: string;
  readonly from: { readonly staffNo: string; readonly name: string | null };
  /** Whether the seat is still open, and now somebody else's because the post is (RULE-102); not because of an act. */
  readonly succeeded: boolean;
  readonly to: string | null;
}

/** Compares who had the open seats before and after. */
export function leftSeats(
  after: CaseState,
  before: ReadonlyMap<string, SeatRow>,
  { actId }: Pick<DifferenceBasis, 'actId'>,
): LeftSeat[] {
  return seatsOf(after).flatMap((seat) => {
    const row = before.get(seat.id);
    if (row?.state !== 'active' || row.principal === null) return [];
    const stays = seat.state === 'active' && seat.principal === row.principal && seat.attempt === row.attempt;
    if (stays) return [];
    const byHand = actId !== null && seat.handedTo !== row.handed_to;
    const from = { staffNo: row.principal, name: row.principal_name };
    const succeeded = seat.state === 'active' && seat.principal !== row.principal && !byHand;
    const { postTitle, attempt } = seat;
    return [
      { seatId: seat.id, attempt, postTitle: `${seat.unitName} ${postTitle}`, from, succeeded, to: seat.principal },
    ];
  });
}
