import type { ActFacts } from './act-facts';
import { type ApprovalEvent, evolve } from './approval-event';
import { type CaseState, type Outcome, type Seat, type Step, decisionIndex, isOver } from './case-state';
import { NOBODY, type Standing } from './standing';

const AGREEING: readonly (Outcome | null)[] = [
  'approved',
  'approved_with_opinion',
  'consented',
  'consented_with_opinion',
  'not_concerned',
  'reviewed',
  'reviewed_with_opinion',
  'confirmed',
  'read',
  'decided',
];

/**
 * ACT-4 Opens what is to be opened now: holders are looked up at this moment (RULE-20), seats that need no act are
 * skipped with the reason, and the matter is decided when its decision step is done. Ends because every event closes,
 * opens or raises one seat for good.
 */
export function advance(start: CaseState, facts: ActFacts): ApprovalEvent[] {
  const all: ApprovalEvent[] = [];
  for (let state = start; ;) {
    const events = next(state, facts);
    if (events.length === 0) return all;
    all.push(...events);
    state = events.reduce(evolve, state);
  }
}

function next(state: CaseState, facts: ActFacts): ApprovalEvent[] {
  const decision = decisionIndex(state);
  const reading = opensReading(state, decision);
  if (reading) return settle(state, reading, facts);
  for (const [index, step] of state.steps.entries()) {
    if (step.kind === 'circulation') continue;
    if (index > decision && state.state === 'circulating') return [{ type: 'moved', to: 'decided' }];
    const open = stepEvents(state, step, facts);
    if (open !== null) return open;
  }
  return state.state === 'circulating' ? [{ type: 'moved', to: 'decided' }] : [];
}

/** 供覧 holds nothing up: readers before the decision are asked at once, those after it when it is made (RULE-26). */
function opensReading(state: CaseState, decision: number): { step: Step; seat: Seat } | null {
  for (const [index, step] of state.steps.entries()) {
    if (step.kind !== 'circulation' || (index > decision && state.state === 'circulating')) continue;
    const seat = step.seats.find((one) => one.state === 'waiting');
    if (seat) return { step, seat };
  }
  return null;
}

/** Null when the step is complete and the next one is to be looked at. */
function stepEvents(state: CaseState, step: Step, facts: ActFacts): ApprovalEvent[] | null {
  if (isComplete(step)) {
    const left = step.seats.find((seat) => !isOver(seat));
    return left ? [{ type: 'seat-skipped', seatId: left.id, reason: 'not-needed' }] : null;
  }
  for (const seats of branchesOf(step)) {
    const first = seats.find((seat) => !isOver(seat));
    if (first?.state === 'waiting') return settle(state, { step, seat: first }, facts);
  }
  return [];
}

/** Seats of each branch in the order of their turns. */
export function branchesOf(step: Step): Seat[][] {
  const branches = new Map<number, Seat[]>();
  for (const seat of step.seats) branches.set(seat.branch, [...(branches.get(seat.branch) ?? []), seat]);
  return [...branches.values()].map((seats) => seats.toSorted((a, b) => a.turn - b.turn));
}

/** A step is done when all its branches are, or as many agree as it needs; it never needs more than can still agree. */
export function isComplete(step: Step): boolean {
  const branches = branchesOf(step);
  if (branches.every((seats) => seats.every(isOver))) return true;
  if (step.need === 'all') return false;
  const agreed = branches.filter((seats) => seats.every(isOver) && seats.every(({ outcome }) => agrees(outcome)));
  const asked = branches.filter((seats) => seats.some((seat) => seat.state !== 'skipped' && seat.state !== 'removed'));
  return agreed.filter((seats) => asked.includes(seats)).length >= Math.min(step.need, asked.length);
}

/** RULE-34 in a step where not all must agree: whether as many as needed still can. */
export function canStillAgree(step: Step): boolean {
  if (step.need === 'all') return branchesOf(step).every((seats) => seats.every(({ outcome }) => agrees(outcome)));
  const open = branchesOf(step).filter((seats) => seats.every(({ outcome }) => agrees(outcome)));
  return open.length >= Math.min(step.need, branchesOf(step).length);
}

function agrees(outcome: Outcome | null): boolean {
  return outcome === null || AGREEING.includes(outcome);
}

interface Place {
  readonly step: Step;
  readonly seat: Seat;
}

/** What becomes of a seat whose turn has come. */
function settle(state: CaseState, { step, seat }: Place, facts: ActFacts): ApprovalEvent[] {
  const standing = facts.standings[seat.postCode] ?? NOBODY;
  const principal = seat.handedTo ?? standing.principal?.staffNo ?? null;
  if (step.kind === 'decision') return settleDecision(state, { seat, standing }, facts);
  if (principal === state.drafter) return [{ type: 'seat-skipped', seatId: seat.id, reason: 'drafter' }];
  if (principal === null && step.kind !== 'concurrence' && step.kind !== 'review')
    return [{ type: 'seat-skipped', seatId: seat.id, reason: 'vacant' }];
  if (principal !== null && actsLater(state, { step, seat }, { principal, facts }))
    return [{ type: 'seat-skipped', seatId: seat.id, reason: 'same-person' }];
  if (step.kind === 'line' && passesOver(seat, standing, facts)) return passOver(seat, principal);
  return [opened(seat, standing)];
}

function opened(seat: Seat, { principal }: Standing): ApprovalEvent {
  return seat.handedTo === null
    ? {
        type: 'seat-opened',
        seatId: seat.id,
        principal: principal?.staffNo ?? null,
        capacity: principal?.capacity ?? null,
      }
    : { type: 'seat-opened', seatId: seat.id, principal: seat.handedTo, capacity: 'handed' };
}

/** RULE-25 `merge`: who also sits in a later seat acts once, there. */
function actsLater(
  state: CaseState,
  { step, seat }: Place,
  { principal, facts }: { principal: string; facts: ActFacts },
): boolean {
  if (facts.policy.samePerson !== 'merge' || step.kind === 'circulation') return false;
  const from = state.steps.findIndex(({ no }) => no === step.no);
  const later = state.steps.slice(from + 1).filter(({ kind }) => kind !== 'circulation' && kind !== 'confirmation');
  const rest = step.seats.filter((one) => one.branch === seat.branch && one.turn > seat.turn);
  return [...rest, ...later.flatMap(({ seats }) => seats)].some(
    (one) =>
      one.state === 'waiting' && (one.handedTo ?? facts.standings[one.postCode]?.principal?.staffNo) === principal,
  );
}

/** RULE-45 (b) An absent intermediate is passed over where the drafter asked for it or the municipality always does. */
function passesOver(seat: Seat, { away }: Standing, { policy }: ActFacts): boolean {
  const absent = away === 'absence' || away === 'incapacity';
  return absent && seat.handedTo === null && (seat.passOver || policy.absentIntermediates === 'post_review');
}

function passOver(seat: Seat, principal: string | null): ApprovalEvent[] {
  return [
    { type: 'seat-passed', seatId: seat.id, principal, passedBy: null },
    { type: 'post-review-opened', review: { seatId: seat.id, principal, cause: 'absence', outcome: null } },
  ];
}

/** RULE-25 No draft is decided by its drafter, and none waits for an empty post while somebody above can decide. */
function settleDecision(
  state: CaseState,
  { seat, standing }: { seat: Seat; standing: Standing },
  facts: ActFacts,
): ApprovalEvent[] {
  const principal = standing.principal?.staffNo ?? null;
  const waitsForActing = principal === null && facts.policy.absenceIncludesVacancy && standing.acting !== null;
  const cause = principal === null ? 'vacant' : principal === state.drafter ? 'drafter' : null;
  if (cause === null || waitsForActing) return [opened(seat, standing)];
  const higher = facts.upward.find((candidate) => {
    const able = facts.standings[candidate.postCode]?.principal?.staffNo;
    return candidate.rank > seat.rank && able !== undefined && able !== state.drafter;
  });
  if (higher) {
    return [
      { type: 'seat-skipped', seatId: seat.id, reason: cause },
      { type: 'decision-raised', seat: higher, because: { code: cause } },
    ];
  }
  return [{ type: 'seat-opened', seatId: seat.id, principal: null, capacity: null }];
}
