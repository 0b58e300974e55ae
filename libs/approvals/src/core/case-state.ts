import type { StepKind } from './route-plan';

/** State of a matter while approvals hold it; the names are those of the document's life (domain 2.8). */
export type MatterState =
  | 'drafting'
  | 'circulating'
  | 'returned'
  | 'pulled_back'
  | 'decided'
  | 'executed'
  | 'rejected'
  | 'withdrawn'
  | 'abandoned'
  | 'closed';

export const SEAT_STATES = ['waiting', 'active', 'done', 'suspended', 'skipped'] as const;
export type SeatState = (typeof SEAT_STATES)[number];

export const OUTCOMES = [
  'approved',
  'consented',
  'consented_with_opinion',
  'objected',
  'decided',
  'returned',
  'rejected',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Seat {
  readonly id: string;
  readonly postCode: string;
  readonly postTitle: string;
  readonly unitName: string;
  readonly state: SeatState;
  /** 職員番号 of the holder, resolved when the seat opened; null = vacant (要対応, RULE-102). */
  readonly principal: string | null;
  readonly outcome: Outcome | null;
}

export interface Step {
  readonly no: number;
  readonly kind: StepKind;
  readonly seats: readonly Seat[];
}

/** One round of one running approval: all that the rules look at. */
export interface CaseState {
  readonly documentId: string;
  readonly version: number;
  readonly state: MatterState;
  readonly round: number;
  readonly drafter: string;
  /** Hex digest of the revision in circulation. */
  readonly contentDigest: string | null;
  readonly steps: readonly Step[];
}

/** ACT-1 State graph of 2.8 as data: which move leads where. Everything that is not here is refused. */
export const MOVES = {
  drafting: { submit: 'circulating', withdraw: 'withdrawn' },
  circulating: {
    approve: 'circulating',
    decide: 'decided',
    return: 'returned',
    pull_back: 'pulled_back',
    reject: 'rejected',
    abandon: 'abandoned',
  },
  returned: { submit: 'circulating', withdraw: 'withdrawn', abandon: 'abandoned' },
  pulled_back: { submit: 'circulating', withdraw: 'withdrawn', abandon: 'abandoned' },
  decided: {},
  executed: {},
  rejected: {},
  withdrawn: {},
  abandoned: {},
  closed: {},
} as const satisfies Record<MatterState, Partial<Record<Move, MatterState>>>;

export type Move = 'submit' | 'approve' | 'decide' | 'return' | 'pull_back' | 'reject' | 'withdraw' | 'abandon';

export function targetOf(state: MatterState, move: Move): MatterState | null {
  const moves: Partial<Record<Move, MatterState>> = MOVES[state];
  return moves[move] ?? null;
}

export function seatsOf(state: CaseState): Seat[] {
  return state.steps.flatMap(({ seats }) => seats);
}

export function stepOf(state: CaseState, seatId: string): Step | null {
  return state.steps.find(({ seats }) => seats.some(({ id }) => id === seatId)) ?? null;
}
