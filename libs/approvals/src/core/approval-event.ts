import {
  type CaseState,
  type MatterState,
  type Outcome,
  type PostReview,
  type Seat,
  type SeatPost,
  decisionIndex,
  seatsOf,
} from './case-state';
import type { SkipReason, StepKind } from './route-plan';
import type { Capacity } from './standing';

/** What an act leads to. Replaying all events of a round gives its state (ACT-5). */
export type ApprovalEvent =
  | { readonly type: 'seat-acted'; readonly seatId: string; readonly outcome: Outcome; readonly by: string }
  | {
      readonly type: 'seat-opened';
      readonly seatId: string;
      readonly principal: string | null;
      readonly capacity: Capacity | null;
    }
  | { readonly type: 'seat-skipped'; readonly seatId: string; readonly reason: SkipReason }
  | {
      readonly type: 'seat-passed';
      readonly seatId: string;
      readonly principal: string | null;
      /** The seat that pulled the matter up, or null for an absence. */
      readonly passedBy: string | null;
    }
  | { readonly type: 'seat-waits'; readonly seatId: string }
  | { readonly type: 'seat-reopened'; readonly seatId: string }
  | { readonly type: 'seat-suspended'; readonly seatId: string }
  | { readonly type: 'seat-held'; readonly seatId: string; readonly until: string | null }
  | { readonly type: 'seat-handed'; readonly seatId: string; readonly to: string | null }
  /** 承継: the post of the seat is no more, and another took over (RULE-103). */
  | { readonly type: 'seat-succeeded'; readonly seatId: string; readonly post: SeatPost }
  | { readonly type: 'step-added'; readonly before: number | null; readonly kind: StepKind; readonly seat: Seat }
  | { readonly type: 'seat-removed'; readonly seatId: string }
  | { readonly type: 'decision-raised'; readonly seat: Seat; readonly because: RaiseCause }
  | { readonly type: 'post-review-opened'; readonly review: PostReview }
  | { readonly type: 'post-review-done'; readonly seatId: string; readonly outcome: 'acknowledged' | 'opinion' }
  | { readonly type: 'post-review-moved'; readonly seatId: string; readonly principal: string }
  | { readonly type: 'content-revised'; readonly digest: string; readonly substance: boolean }
  | { readonly type: 'moved'; readonly to: MatterState };

/** 不同意 by the seat, or a decider who is vacant or the drafter. */
export type RaiseCause =
  { readonly code: 'objection'; readonly seatId: string } | { readonly code: 'vacant' | 'drafter' };

type SeatEvent = Extract<ApprovalEvent, { readonly seatId: string }>;

/** ACT-5 The state after an event. */
export function evolve(state: CaseState, event: ApprovalEvent): CaseState {
  switch (event.type) {
    case 'step-added':
      return withStep(state, event);
    case 'decision-raised':
      return withRaisedDecision(state, event.seat);
    case 'post-review-opened':
      return { ...state, postReviews: [...state.postReviews, event.review] };
    case 'post-review-done':
      return { ...state, postReviews: state.postReviews.map((one) => reviewed(one, event)) };
    case 'post-review-moved':
      return { ...state, postReviews: state.postReviews.map((one) => movedReview(one, event)) };
    case 'content-revised':
      return { ...state, contentDigest: event.digest };
    case 'moved':
      return { ...state, state: event.to };
    default: {
      const change = (seat: Seat) => (seat.id === event.seatId ? { ...seat, ...changeOf(state, seat, event) } : seat);
      return { ...state, steps: state.steps.map((step) => ({ ...step, seats: step.seats.map(change) })) };
    }
  }
}

export function evolveAll(state: CaseState, events: readonly ApprovalEvent[]): CaseState {
  return { ...events.reduce(evolve, state), version: state.version + 1 };
}

const FRESH = {
  outcome: null,
  principal: null,
  capacity: null,
  heldUntil: null,
  actedBy: null,
  actedNo: null,
} as const;

function changeOf(
  state: CaseState,
  seat: Seat,
  event: Exclude<SeatEvent, { readonly type: 'post-review-done' | 'post-review-moved' }>,
): Partial<Seat> {
  switch (event.type) {
    case 'seat-acted':
      return { state: 'done', outcome: event.outcome, actedBy: event.by, actedNo: nextNo(state), heldUntil: null };
    case 'seat-opened':
      return { state: 'active', principal: event.principal, capacity: event.capacity, skip: null };
    case 'seat-skipped':
      return { state: 'skipped', skip: event.reason };
    case 'seat-passed':
      return { state: 'passed', principal: event.principal, passedBy: event.passedBy };
    case 'seat-waits':
      return { ...FRESH, state: 'waiting', passedBy: null, skip: null };
    case 'seat-reopened':
      return { ...FRESH, state: 'waiting', attempt: seat.attempt + 1, skip: null };
    case 'seat-suspended':
      return { state: 'suspended' };
    case 'seat-held':
      return { heldUntil: event.until };
    case 'seat-handed':
      return event.to === null
        ? { handedTo: null, heldUntil: null }
        : { handedTo: event.to, principal: event.to, capacity: 'handed', heldUntil: null };
    case 'seat-succeeded':
      return { ...event.post };
    case 'seat-removed':
      return { state: 'removed' };
  }
}

function nextNo(state: CaseState): number {
  return 1 + seatsOf(state).reduce((last, { actedNo }) => Math.max(last, actedNo ?? 0), 0);
}

function reviewed(review: PostReview, done: Extract<ApprovalEvent, { type: 'post-review-done' }>): PostReview {
  return review.seatId === done.seatId && review.outcome === null ? { ...review, outcome: done.outcome } : review;
}

function movedReview(
  review: PostReview,
  { seatId, principal }: Extract<ApprovalEvent, { type: 'post-review-moved' }>,
): PostReview {
  return review.seatId === seatId && review.outcome === null ? { ...review, principal } : review;
}

function withStep(state: CaseState, { before, kind, seat }: Extract<ApprovalEvent, { type: 'step-added' }>): CaseState {
  const at = before === null ? state.steps.length : state.steps.findIndex(({ no }) => no === before);
  const step = { no: nextStepNo(state), kind, need: 'all' as const, seats: [seat] };
  return { ...state, steps: [...state.steps.slice(0, at), step, ...state.steps.slice(at)] };
}

/** RULE-34 The former decider passes the matter on; the raised seat decides. */
function withRaisedDecision(state: CaseState, seat: Seat): CaseState {
  const at = decisionIndex(state);
  const steps = state.steps.map((step) => (step.kind === 'decision' ? { ...step, kind: 'line' as const } : step));
  const raised = { no: nextStepNo(state), kind: 'decision' as const, need: 'all' as const, seats: [seat] };
  return { ...state, steps: [...steps.slice(0, at + 1), raised, ...steps.slice(at + 1)] };
}

export function nextStepNo(state: CaseState): number {
  return 1 + state.steps.reduce((last, { no }) => Math.max(last, no), 0);
}
