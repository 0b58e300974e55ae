import type { Capacity } from './standing';
import type { Need, SeatOrigin, SkipReason, StepKind } from './route-plan';

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

/** `passed`: skipped for now by a pull-up or an absence; its holder reads afterwards (後閲, RULE-45). */
export const SEAT_STATES = ['waiting', 'active', 'done', 'suspended', 'skipped', 'passed', 'removed'] as const;
export type SeatState = (typeof SEAT_STATES)[number];

export const OUTCOMES = [
  'approved',
  'approved_with_opinion',
  'consented',
  'consented_with_opinion',
  'objected',
  'not_concerned',
  'reviewed',
  'reviewed_with_opinion',
  'confirmed',
  'read',
  'decided',
  'returned',
  'rejected',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The post of a seat as the route shows it. */
export interface SeatPost {
  readonly postCode: string;
  readonly postTitle: string;
  readonly unitName: string;
  readonly rank: number;
}

export interface Seat extends SeatPost {
  readonly id: string;
  readonly state: SeatState;
  /** 職員番号 of whoever has it, resolved when the seat opened; null = vacant (要対応, RULE-102). */
  readonly principal: string | null;
  readonly capacity: Capacity | null;
  readonly outcome: Outcome | null;
  /** Seats of one branch act one after the other; branches of a step act side by side (RULE-31). */
  readonly branch: number;
  readonly turn: number;
  readonly origin: SeatOrigin;
  /** Rises each time the seat is opened again, so that one act closes it once (RULE-63). */
  readonly attempt: number;
  readonly skip: SkipReason | null;
  /** 保留 until this day (RULE-54). */
  readonly heldUntil: string | null;
  /** The person to whom this one task was handed over. */
  readonly handedTo: string | null;
  /** RULE-45 the drafter asked to pass the seat over while its holder is absent. */
  readonly passOver: boolean;
  /** 職員番号 of whoever closed it in this round, with the order in which seats were closed. */
  readonly actedBy: string | null;
  readonly actedNo: number | null;
  /** For a passed seat: the seat that pulled the matter up, or null for an absence. */
  readonly passedBy: string | null;
}

export interface Step {
  readonly no: number;
  readonly kind: StepKind;
  readonly need: Need;
  readonly seats: readonly Seat[];
}

/** 後閲: somebody reads afterwards what was decided or passed without them (RULE-44, RULE-45). */
export interface PostReview {
  readonly seatId: string;
  readonly principal: string | null;
  readonly cause: 'acting' | 'pull_up' | 'absence';
  readonly outcome: 'acknowledged' | 'opinion' | null;
}

/** One round of one running approval: all that the rules look at. Steps stand in acting order. */
export interface CaseState {
  readonly documentId: string;
  readonly version: number;
  readonly state: MatterState;
  readonly round: number;
  readonly drafter: string;
  /** Hex digest of the revision in circulation. */
  readonly contentDigest: string | null;
  readonly steps: readonly Step[];
  readonly postReviews: readonly PostReview[];
}

/** A seat as a plan or an addition makes it. */
export function newSeat(seat: Pick<Seat, 'id' | keyof SeatPost> & Partial<Seat>): Seat {
  return {
    state: 'waiting',
    principal: null,
    capacity: null,
    outcome: null,
    branch: 1,
    turn: 1,
    origin: 'rule',
    attempt: 1,
    skip: null,
    heldUntil: null,
    handedTo: null,
    passOver: false,
    actedBy: null,
    actedNo: null,
    passedBy: null,
    ...seat,
  };
}

export function seatsOf(state: CaseState): Seat[] {
  return state.steps.flatMap(({ seats }) => seats);
}

export function seatOf(state: CaseState, seatId: string | null): Seat | null {
  return seatsOf(state).find(({ id }) => id === seatId) ?? null;
}

export function stepOf(state: CaseState, seatId: string): Step | null {
  return state.steps.find(({ seats }) => seats.some(({ id }) => id === seatId)) ?? null;
}

/** Place of the step that decides; every route has exactly one. */
export function decisionIndex(state: CaseState): number {
  return state.steps.findIndex(({ kind }) => kind === 'decision');
}

/** Nothing more is asked of the seat in this round. */
export function isOver({ state }: Seat): boolean {
  return state !== 'waiting' && state !== 'active';
}
