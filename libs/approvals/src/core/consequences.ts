import type { ActFacts } from './act-facts';
import { ACTS, type ActKind } from './act-table';
import { canStillAgree } from './advance';
import { type ApprovalEvent, evolve } from './approval-event';
import {
  type CaseState,
  type Outcome,
  type Seat,
  type Step,
  decisionIndex,
  isOver,
  seatOf,
  seatsOf,
  stepOf,
} from './case-state';
import { openBefore, passedBy } from './obstacle';
import type { StepKind } from './route-plan';
import type { Act } from './wanted-act';

/** What a lawful act changes by itself; {@link advance} then opens what follows. */
export function consequencesOf(state: CaseState, wanted: Act, facts: ActFacts): ApprovalEvent[] {
  const seat = seatOf(state, wanted.seatId);
  const step = seat && stepOf(state, seat.id);
  return seat && step
    ? (CONSEQUENCES[wanted.kind]?.(state, { seat, step, wanted }, facts) ?? [])
    : leave(state, wanted, []);
}

interface SeatAct {
  readonly seat: Seat;
  readonly step: Step;
  readonly wanted: Act;
}

type Consequence = (state: CaseState, place: SeatAct, facts: ActFacts) => ApprovalEvent[];

const inStead: Consequence = (state, place, facts) => [...approve(state, place, facts), ...owedReview(place, facts)];

const CONSEQUENCES: Partial<Record<ActKind, Consequence>> = {
  approve,
  acting_decide: inStead,
  acting_approve: inStead,
  return: returnSeat,
  reject: (state, { seat, wanted }) =>
    leave(state, wanted, [{ type: 'seat-acted', seatId: seat.id, outcome: 'rejected', by: wanted.actor }]),
  pull_up: pullUp,
  cancel_pull_up: (state, { seat }) =>
    [...passedBy(state, seat), seat].map(({ id }) => ({ type: 'seat-waits', seatId: id })),
  post_review: (_, { seat, wanted }) => [
    { type: 'post-review-done', seatId: seat.id, outcome: wanted.outcome === 'opinion' ? 'opinion' : 'acknowledged' },
  ],
  recall: (state, { seat, step }) => [
    ...backToWaiting(state, { seat, step }),
    { type: 'seat-reopened', seatId: seat.id },
  ],
  hold: (_, { seat, wanted }) => [{ type: 'seat-held', seatId: seat.id, until: wanted.until ?? null }],
  release: (_, { seat }) => [{ type: 'seat-held', seatId: seat.id, until: null }],
  hand_over: (_, { seat, wanted }) => [
    { type: 'seat-handed', seatId: seat.id, to: wanted.to === wanted.actor ? null : (wanted.to ?? null) },
  ],
  add_seat: addSeat,
  remove_seat: (_, { seat }) => [{ type: 'seat-removed', seatId: seat.id }],
  revise: (state, { wanted }) => revise(state, wanted),
};

function approve(state: CaseState, { seat, step, wanted }: SeatAct, facts: ActFacts): ApprovalEvent[] {
  const outcome = agreement(step.kind, wanted.outcome);
  const acted: ApprovalEvent = { type: 'seat-acted', seatId: seat.id, outcome, by: wanted.actor };
  const passed = passedBy(state, seat).map((one): ApprovalEvent => {
    const review = { seatId: one.id, principal: one.principal, cause: 'pull_up' as const, outcome: null };
    return { type: 'post-review-opened', review };
  });
  return [acted, ...passed, ...raiseOnObjection(evolve(state, acted), seat, facts)];
}

const PLAIN: Record<StepKind, Outcome> = {
  line: 'approved',
  review: 'reviewed',
  concurrence: 'consented',
  decision: 'decided',
  confirmation: 'confirmed',
  circulation: 'read',
};
const QUALIFIED: Partial<Record<StepKind, readonly Outcome[]>> = {
  line: ['approved_with_opinion'],
  review: ['reviewed_with_opinion'],
  concurrence: ['consented_with_opinion', 'objected', 'not_concerned'],
};

function agreement(kind: StepKind, wanted: Act['outcome']): Outcome {
  return QUALIFIED[kind]?.find((outcome) => outcome === wanted) ?? PLAIN[kind];
}

/** RULE-34 What too many sections do not agree to cannot be decided by delegation: it goes to the last instance. */
function raiseOnObjection(state: CaseState, seat: Seat, { policy, upward }: ActFacts): ApprovalEvent[] {
  const step = stepOf(state, seat.id);
  const last = upward.at(-1);
  if (policy.concurrenceEffect !== 'consent' || step?.kind !== 'concurrence' || canStillAgree(step) || !last) return [];
  const decision = state.steps[decisionIndex(state)];
  const there = decision?.seats.some(({ postCode, rank }) => postCode === last.postCode || rank >= last.rank) ?? false;
  return there ? [] : [{ type: 'decision-raised', seat: last, because: { code: 'objection', seatId: seat.id } }];
}

/** RULE-44 後閲 is spared where the municipality leaves it to the acting person, or for trivial matters: those without a mark. */
export function mayWaiveReview({ policy, marks }: Pick<ActFacts, 'policy' | 'marks'>): boolean {
  return policy.postReview === 'acting_judgement' || (policy.postReview === 'exempt_trivial' && marks.length === 0);
}

/** RULE-44 Whoever was decided for reads it afterwards, unless the acting person may spare it and does. */
function owedReview({ seat, wanted }: SeatAct, facts: ActFacts): ApprovalEvent[] {
  const principal = facts.standings[seat.postCode]?.principal?.staffNo ?? null;
  if (principal === null || (wanted.postReview === false && mayWaiveReview(facts))) return [];
  return [{ type: 'post-review-opened', review: { seatId: seat.id, principal, cause: 'acting', outcome: null } }];
}

function returnSeat(state: CaseState, place: SeatAct): ApprovalEvent[] {
  const { seat, wanted } = place;
  return wanted.targetSeatId
    ? returnToSeat(state, place, wanted.targetSeatId)
    : leave(state, wanted, [{ type: 'seat-acted', seatId: seat.id, outcome: 'returned', by: wanted.actor }]);
}

/** RULE-50 The seat returned to acts again, then the one that returned it; what others said in between stands. */
function returnToSeat(state: CaseState, { seat, step, wanted }: SeatAct, targetSeatId: string): ApprovalEvent[] {
  const siblings = step.seats.filter((one) => one.id !== seat.id && one.state === 'active');
  return [
    { type: 'seat-acted', seatId: seat.id, outcome: 'returned', by: wanted.actor },
    { type: 'seat-reopened', seatId: seat.id },
    ...siblings.map(({ id }): ApprovalEvent => ({ type: 'seat-waits', seatId: id })),
    { type: 'seat-reopened', seatId: targetSeatId },
  ];
}

/** RULE-45 Open seats of the line before are passed over; those of nobody are skipped. */
function pullUp(state: CaseState, { seat, step }: SeatAct, { standings }: ActFacts): ApprovalEvent[] {
  const open = openBefore(state, step).flatMap(({ seats }) => seats.filter((one) => !isOver(one)));
  const passed = open.map((one): ApprovalEvent => {
    const principal = one.handedTo ?? standings[one.postCode]?.principal?.staffNo ?? null;
    return principal === null || principal === state.drafter
      ? { type: 'seat-skipped', seatId: one.id, reason: principal === null ? 'vacant' : 'drafter' }
      : { type: 'seat-passed', seatId: one.id, principal, passedBy: seat.id };
  });
  return passed;
}

/** What was opened, or found to need no act, behind the seat waits again. */
function backToWaiting(state: CaseState, { seat, step }: Pick<SeatAct, 'seat' | 'step'>): ApprovalEvent[] {
  const behind = state.steps.slice(state.steps.indexOf(step) + 1).filter(({ kind }) => kind !== 'circulation');
  const branch = step.seats.filter((one) => one.branch === seat.branch && one.turn > seat.turn);
  const opened = (one: Seat) => one.state === 'active' || (one.state === 'skipped' && !isSettled(one));
  return [...branch, ...behind.flatMap(({ seats }) => seats)]
    .filter(opened)
    .map(({ id }): ApprovalEvent => ({ type: 'seat-waits', seatId: id }));
}

/** Left out for good when the route was planned. */
function isSettled({ skip }: Seat): boolean {
  return skip === 'own-section' || skip === 'removed';
}

/** Readers are asked at once; sections before the matter goes on, so that no decision is made without them. */
function addSeat(state: CaseState, { step, seat, wanted }: SeatAct): ApprovalEvent[] {
  if (!wanted.addition) return [];
  const { kind, seat: added } = wanted.addition;
  const decision = state.steps[decisionIndex(state)]?.no ?? null;
  const next = state.steps[state.steps.indexOf(step) + 1]?.no ?? null;
  const before = kind === 'confirmation' ? null : kind === 'circulation' || step.kind === 'decision' ? decision : next;
  const waits = step.kind === 'decision' && kind === 'concurrence';
  return [
    { type: 'step-added', before, kind, seat: { ...added, origin: 'participant' } },
    ...(waits ? [{ type: 'seat-waits' as const, seatId: seat.id }] : []),
  ];
}

/** RULE-33, RULE-60 Changed substance asks everybody again; any other edit leaves what was said. */
function revise(state: CaseState, { revision }: Act): ApprovalEvent[] {
  if (!revision) return [];
  const revised: ApprovalEvent = { type: 'content-revised', ...revision };
  if (!revision.substance) return [revised];
  const judging = state.steps.filter(({ kind }) => kind !== 'circulation').flatMap(({ seats }) => seats);
  const again = judging.flatMap((seat): ApprovalEvent[] => {
    if (seat.state === 'done') return [{ type: 'seat-reopened', seatId: seat.id }];
    return seat.state === 'active' || seat.state === 'passed' ? [{ type: 'seat-waits', seatId: seat.id }] : [];
  });
  return [revised, ...again];
}

/** Leaves circulation: seats still open are suspended and nothing that was said is lost (RULE-32, RULE-53). */
function leave(state: CaseState, { kind }: Act, first: readonly ApprovalEvent[]): ApprovalEvent[] {
  const to = ACTS[kind].to;
  if (to === null) return [...first];
  const acted = first.flatMap((event) => (event.type === 'seat-acted' ? [event.seatId] : []));
  const open = seatsOf(state).filter((seat) => !isOver(seat) && !acted.includes(seat.id));
  const suspended = open.map(({ id }): ApprovalEvent => ({ type: 'seat-suspended', seatId: id }));
  return [...first, ...suspended, { type: 'moved', to }];
}
