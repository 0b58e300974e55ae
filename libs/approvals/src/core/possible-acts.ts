import { type Act, type ActKind, act } from './act';
import { type CaseState, type Seat, seatsOf, stepOf } from './case-state';

export interface PossibleAct {
  readonly kind: ActKind;
  readonly seatId: string | null;
}

const SEAT_ACTS: readonly ActKind[] = ['approve', 'return', 'reject'];
const DRAFTER_ACTS: readonly ActKind[] = ['pull_back', 'withdraw', 'abandon'];

/** ACT-6 What a person may do now: exactly the acts that {@link act} would not refuse, so buttons and rules cannot differ. */
export function possibleActs(state: CaseState, actor: string): PossibleAct[] {
  const seats = seatsOf(state).filter((seat) => seat.principal === actor && seat.state === 'active');
  const inSeats = seats.flatMap((seat) => SEAT_ACTS.map((kind) => ({ kind, seatId: seat.id })));
  const asDrafter = state.drafter === actor ? DRAFTER_ACTS.map((kind) => ({ kind, seatId: null })) : [];
  return [...inSeats, ...asDrafter].filter((possible) => act(state, complete(state, possible, actor)).ok);
}

/** The act as a person would send it who has the current content in view and gives a reason. */
function complete(state: CaseState, { kind, seatId }: PossibleAct, actor: string): Act {
  return {
    kind,
    seatId,
    actor,
    outcome: null,
    comment: '理由',
    contentDigest: state.contentDigest,
    expectedVersion: state.version,
  };
}

/** The open seat in which `actor` would act first, if any. */
export function openSeatOf(state: CaseState, actor: string): { readonly seat: Seat; readonly stepNo: number } | null {
  const seat = seatsOf(state).find(({ principal, state: s }) => principal === actor && s === 'active');
  const step = seat ? stepOf(state, seat.id) : null;
  return seat && step ? { seat, stepNo: step.no } : null;
}
