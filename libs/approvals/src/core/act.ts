import {
  type CaseState,
  type MatterState,
  type Move,
  type Outcome,
  type Seat,
  seatsOf,
  stepOf,
  targetOf,
} from './case-state';
import type { StepKind } from './route-plan';

export type ActKind = 'approve' | 'return' | 'reject' | 'pull_back' | 'withdraw' | 'abandon';

/** 行為: what a person asks to do. `contentDigest` and `expectedVersion` say what the person had before their eyes (RULE-60). */
export interface Act {
  readonly kind: ActKind;
  readonly actor: string;
  readonly seatId: string | null;
  readonly outcome: Outcome | null;
  readonly comment: string | null;
  readonly contentDigest: string | null;
  readonly expectedVersion: number | null;
}

export type ApprovalEvent =
  | { readonly type: 'seat-acted'; readonly seatId: string; readonly outcome: Outcome }
  | { readonly type: 'seats-opened'; readonly seatIds: readonly string[] }
  | { readonly type: 'seats-suspended'; readonly seatIds: readonly string[] }
  | { readonly type: 'decision-raised'; readonly seat: RaisedSeat }
  | { readonly type: 'moved'; readonly to: MatterState };

/** The seat of the last instance, to which a matter goes when a section does not agree (RULE-34). */
export interface RaisedSeat {
  readonly id: string;
  readonly postCode: string;
  readonly postTitle: string;
  readonly unitName: string;
}

export type Refusal =
  | { readonly code: 'not-allowed'; readonly rule: string }
  | { readonly code: 'not-your-seat'; readonly rule: string }
  | { readonly code: 'already-acted'; readonly rule: string }
  | { readonly code: 'content-changed'; readonly rule: string }
  | { readonly code: 'reason-required'; readonly rule: string };

export type ActResult =
  { readonly ok: true; readonly events: readonly ApprovalEvent[] } | { readonly ok: false; readonly refusal: Refusal };

/**
 * ACT-2 Decides whether the act is lawful now and what follows from it. Pure: time and ids come from outside.
 * @param lastInstance where a matter goes on 不同意; null where the municipality takes concurrence as an opinion (RULE-30)
 */
export function act(state: CaseState, wanted: Act, lastInstance: RaisedSeat | null = null): ActResult {
  switch (wanted.kind) {
    case 'approve':
    case 'return':
    case 'reject':
      return actInSeat(state, wanted, lastInstance);
    default:
      return actAsDrafter(state, wanted);
  }
}

function actInSeat(state: CaseState, wanted: Act, lastInstance: RaisedSeat | null): ActResult {
  const seat = seatsOf(state).find(({ id }) => id === wanted.seatId);
  const step = seat ? stepOf(state, seat.id) : null;
  if (!seat || !step) return refused('not-your-seat', 'RULE-20');
  const obstacle = seatObstacle(state, seat, wanted);
  if (obstacle) return { ok: false, refusal: obstacle };
  if (needsOpinion(step.kind, wanted)) return refused('reason-required', 'RULE-31');
  if (wanted.kind === 'approve')
    return approveSeat(state, { seat, outcome: approvalOutcome(step.kind, wanted.outcome), lastInstance });
  if (!wanted.comment?.trim()) return refused('reason-required', wanted.kind === 'return' ? 'RULE-50' : 'RULE-52');
  if (wanted.kind === 'reject' && step.kind !== 'decision') return refused('not-allowed', 'RULE-52');
  return close(state, wanted.kind, [
    { type: 'seat-acted', seatId: seat.id, outcome: wanted.kind === 'return' ? 'returned' : 'rejected' },
  ]);
}

/** ACT-3 A seat is acted in once, by its holder, who is not the drafter, on the content that the holder saw. */
function seatObstacle(state: CaseState, seat: Seat, wanted: Act): Refusal | null {
  if (seat.principal !== wanted.actor) return { code: 'not-your-seat', rule: 'RULE-20' };
  if (wanted.actor === state.drafter) return { code: 'not-allowed', rule: 'RULE-25' };
  if (seat.state === 'done') return { code: 'already-acted', rule: 'RULE-63' };
  if (state.state !== 'circulating' || seat.state !== 'active') return { code: 'not-allowed', rule: 'RULE-63' };
  if (wanted.contentDigest !== state.contentDigest) return { code: 'content-changed', rule: 'RULE-60' };
  const stale = wanted.expectedVersion !== null && wanted.expectedVersion !== state.version;
  return stale && wanted.kind !== 'approve' ? { code: 'content-changed', rule: 'RULE-63' } : null;
}

/** RULE-31 不同意 and 意見付同意 say what the opinion is. */
function needsOpinion(kind: StepKind, { kind: act, outcome, comment }: Act): boolean {
  const opinion = outcome === 'objected' || outcome === 'consented_with_opinion';
  return act === 'approve' && kind === 'concurrence' && opinion && !comment?.trim();
}

function approvalOutcome(kind: StepKind, wanted: Outcome | null): Outcome {
  if (kind === 'decision') return 'decided';
  if (kind !== 'concurrence') return 'approved';
  return wanted === 'objected' || wanted === 'consented_with_opinion' ? wanted : 'consented';
}

function approveSeat(
  state: CaseState,
  { seat, outcome, lastInstance }: { seat: Seat; outcome: Outcome; lastInstance: RaisedSeat | null },
): ActResult {
  const acted: ApprovalEvent = { type: 'seat-acted', seatId: seat.id, outcome };
  const raised = outcome === 'objected' ? raise(state, lastInstance) : [];
  const after = [acted, ...raised].reduce(evolve, state);
  return { ok: true, events: [acted, ...raised, ...advance(after)] };
}

/** RULE-34 What a section does not agree to cannot be decided by delegation: it goes to the last instance. */
function raise(state: CaseState, lastInstance: RaisedSeat | null): ApprovalEvent[] {
  const decision = state.steps.find(({ kind }) => kind === 'decision');
  const alreadyThere = decision?.seats.some(({ postCode }) => postCode === lastInstance?.postCode) ?? false;
  return lastInstance === null || alreadyThere ? [] : [{ type: 'decision-raised', seat: lastInstance }];
}

/** ACT-4 When every seat of a step is done the next step opens; after the decision the matter is decided. */
export function advance(state: CaseState): ApprovalEvent[] {
  const open = state.steps.find(({ seats }) => seats.some(({ state: s }) => s === 'active' || s === 'waiting'));
  if (!open) return [{ type: 'moved', to: 'decided' }];
  const waiting = open.seats.filter(({ state: s }) => s === 'waiting').map(({ id }) => id);
  return waiting.length === 0 ? [] : [{ type: 'seats-opened', seatIds: waiting }];
}

function actAsDrafter(state: CaseState, wanted: Act): ActResult {
  if (wanted.actor !== state.drafter) return refused('not-your-seat', 'RULE-51');
  if (targetOf(state.state, wanted.kind) === null) return refused('not-allowed', 'RULE-52');
  if (wanted.kind === 'pull_back' && someoneActed(state)) return refused('not-allowed', 'RULE-51');
  if (wanted.kind === 'abandon' && !wanted.comment?.trim()) return refused('reason-required', 'RULE-52');
  return close(state, wanted.kind, []);
}

/** RULE-51 The drafter may take it back only until the next participant has acted in this round. */
function someoneActed(state: CaseState): boolean {
  return seatsOf(state).some(({ outcome }) => outcome !== null);
}

/** Leaves circulation: seats still open are suspended and nothing that was said is lost (RULE-32, RULE-53). */
function close(state: CaseState, move: Move, first: readonly ApprovalEvent[]): ActResult {
  const to = targetOf(state.state, move);
  if (to === null) return refused('not-allowed', 'RULE-52');
  const acted = first.flatMap((event) => (event.type === 'seat-acted' ? [event.seatId] : []));
  const open = seatsOf(state).filter(({ id, state: s }) => (s === 'active' || s === 'waiting') && !acted.includes(id));
  const suspended: ApprovalEvent[] =
    open.length === 0 ? [] : [{ type: 'seats-suspended', seatIds: open.map(({ id }) => id) }];
  return { ok: true, events: [...first, ...suspended, { type: 'moved', to }] };
}

/** ACT-5 The state after an event; replaying all events of a case gives the state it has. */
export function evolve(state: CaseState, event: ApprovalEvent): CaseState {
  switch (event.type) {
    case 'seat-acted':
      return withSeats(state, [event.seatId], (seat) => ({ ...seat, state: 'done', outcome: event.outcome }));
    case 'seats-opened':
      return withSeats(state, event.seatIds, (seat) => ({ ...seat, state: 'active' }));
    case 'seats-suspended':
      return withSeats(state, event.seatIds, (seat) => ({ ...seat, state: 'suspended' }));
    case 'decision-raised':
      return withRaisedDecision(state, event.seat);
    case 'moved':
      return { ...state, state: event.to };
  }
}

/** The former decider passes the matter on; the last instance decides. */
function withRaisedDecision(state: CaseState, seat: RaisedSeat): CaseState {
  const passed = state.steps.map((step) => (step.kind === 'decision' ? { ...step, kind: 'line' as const } : step));
  const raised = { ...seat, state: 'waiting' as const, principal: null, outcome: null };
  return { ...state, steps: [...passed, { no: passed.length + 1, kind: 'decision', seats: [raised] }] };
}

export function evolveAll(state: CaseState, events: readonly ApprovalEvent[]): CaseState {
  return { ...events.reduce(evolve, state), version: state.version + 1 };
}

function withSeats(state: CaseState, ids: readonly string[], change: (seat: Seat) => Seat): CaseState {
  const steps = state.steps.map((step) => ({
    ...step,
    seats: step.seats.map((seat) => (ids.includes(seat.id) ? change(seat) : seat)),
  }));
  return { ...state, steps };
}

function refused(code: Refusal['code'], rule: string): ActResult {
  return { ok: false, refusal: { code, rule } };
}
