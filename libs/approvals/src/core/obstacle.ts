import type { ActFacts } from './act-facts';
import { ACTS, type ActKind } from './act-table';
import { type CaseState, type Seat, type Step, decisionIndex, isOver, seatOf, seatsOf, stepOf } from './case-state';
import { type Refusal, refusal } from './refusal';
import { rolesInSeat, rolesInMatter } from './roles-in-case';
import type { Act } from './wanted-act';

/** ACT-3 What stands against the act, whatever its details: who asks, for which seat, in which state, having seen what. */
export function obstacle(state: CaseState, wanted: Act, facts: ActFacts): Refusal | null {
  return ACTS[wanted.kind].steps.length === 0
    ? matterObstacle(state, wanted, facts)
    : seatObstacle(state, wanted, facts);
}

/** RULE-51, RULE-52 The drafter's own acts, and abandoning by the records office. */
function matterObstacle(state: CaseState, wanted: Act, facts: ActFacts): Refusal | null {
  const row = ACTS[wanted.kind];
  const mine = rolesInMatter(state, { staffNo: wanted.actor, facts }).flatMap((role) => row.by[role] ?? []);
  if (mine.length === 0) return refusal('not-your-seat', row.rule);
  if (!mine.includes(state.state)) return refusal('not-allowed', row.rule);
  if (wanted.kind === 'abandon' && facts.partlySent) return refusal('partly-sent', 'RULE-52');
  return wanted.kind === 'pull_back' && someoneActed(state) ? refusal('others-acted', 'RULE-51') : null;
}

function someoneActed(state: CaseState): boolean {
  return seatsOf(state).some(({ outcome }) => outcome !== null && outcome !== 'read');
}

function seatObstacle(state: CaseState, wanted: Act, facts: ActFacts): Refusal | null {
  const row = ACTS[wanted.kind];
  const seat = seatOf(state, wanted.seatId);
  const step = seat && stepOf(state, seat.id);
  if (!seat || !step) return refusal('not-your-seat', 'RULE-20');
  const actor = { staffNo: wanted.actor, facts };
  const roles = wanted.kind === 'remove_seat' ? rolesInMatter(state, actor) : rolesInSeat(state, seat, actor);
  const states = roles.flatMap((role) => row.by[role] ?? []);
  if (states.length === 0) return notYours(seat, wanted);
  if (!states.includes(state.state) || !row.steps.includes(step.kind)) return refusal('not-allowed', row.rule);
  if (ownDraft(state, wanted)) return refusal('own-draft', 'RULE-25');
  if (row.content && wanted.contentDigest !== state.contentDigest) return refusal('content-changed', 'RULE-60');
  if (isStale(state, wanted)) return refusal('content-changed', 'RULE-63');
  return GUARDS[wanted.kind]?.(state, { seat, step, wanted, facts }) ?? null;
}

/** A seat that was acted in says so, rather than that it is somebody else's. */
function notYours(seat: Seat, { kind, actor }: Act): Refusal {
  const mine = seat.principal === actor || seat.actedBy === actor;
  if (mine && seat.state === 'done' && kind !== 'recall') return refusal('already-acted', 'RULE-63');
  if (seat.principal === actor) return refusal('not-allowed', ACTS[kind].rule);
  return refusal('not-your-seat', 'RULE-20');
}

/** Reading one's own draft is harmless; judging it, for whomever, is not (RULE-25). */
function ownDraft(state: CaseState, { kind, actor }: Act): boolean {
  return actor === state.drafter && kind !== 'remove_seat';
}

function isStale(state: CaseState, { kind, expectedVersion }: Act): boolean {
  return kind !== 'approve' && expectedVersion !== null && expectedVersion !== state.version;
}

interface SeatAct {
  readonly seat: Seat;
  readonly step: Step;
  readonly wanted: Act;
  readonly facts: ActFacts;
}

type Guard = (state: CaseState, place: SeatAct) => Refusal | null;

/** What stands against a kind of act beyond what holds for all of them. */
const GUARDS: Partial<Record<ActKind, Guard>> = {
  approve: (state, { step }) => (isDecidedAway(state, step) ? refusal('not-allowed', 'RULE-61') : null),
  reject: (_, { step, facts }) =>
    step.kind !== 'decision' && facts.policy.rejectBy === 'decider' ? refusal('not-allowed', 'RULE-52') : null,
  pull_up: pullUpObstacle,
  cancel_pull_up: (state, { seat }) =>
    passedBy(state, seat).length === 0 ? refusal('nothing-pulled-up', 'RULE-46') : null,
  acting_decide: actingObstacle,
  acting_approve: standInObstacle,
  recall: recallObstacle,
  release: (_, { seat }) => (seat.heldUntil === null ? refusal('not-allowed', 'RULE-54') : null),
  hand_over: handOverObstacle,
  remove_seat: removalObstacle,
};

/** Before the decision everything is judged; afterwards only what stands behind it, and readers. */
function isDecidedAway(state: CaseState, step: Step): boolean {
  if (state.state === 'circulating' || step.kind === 'circulation') return false;
  return state.steps.indexOf(step) <= decisionIndex(state);
}

/** RULE-45 (b), S17: only seats of the line can be passed; a section that must be asked cannot. */
function pullUpObstacle(state: CaseState, { step, facts }: SeatAct): Refusal | null {
  if (!facts.policy.pullUp) return refusal('switched-off', 'RULE-45');
  const before = openBefore(state, step);
  if (before.some((one) => one.kind !== 'line')) return refusal('concurrence-open', 'RULE-33');
  return before.length === 0 ? refusal('not-allowed', 'RULE-45') : null;
}

/** Steps before `step` in which somebody still has to act. */
export function openBefore(state: CaseState, step: Step): Step[] {
  const blocking = state.steps.slice(0, state.steps.indexOf(step)).filter(({ kind }) => kind !== 'circulation');
  return blocking.filter(({ seats }) => seats.some((seat) => !isOver(seat)));
}

/** The seats that this seat has pulled the matter over. */
export function passedBy(state: CaseState, seat: Seat): Seat[] {
  return seatsOf(state).filter((one) => one.state === 'passed' && one.passedBy === seat.id);
}

/** RULE-40 … RULE-42 and RULE-34: 代決 is for the final decider only, while away, by the first of the order who is there. */
function actingObstacle(state: CaseState, { seat, wanted, facts }: SeatAct): Refusal | null {
  const standing = facts.standings[seat.postCode];
  if (!standing || standing.away === null) return refusal('holder-present', 'RULE-40');
  if (standing.away === 'vacancy' && !facts.policy.absenceIncludesVacancy) return refusal('post-vacant', 'RULE-40');
  if (standing.acting?.staffNo !== wanted.actor) return refusal('not-in-acting-order', 'RULE-41');
  const excluded = facts.policy.actingExcludes;
  const objected = seatsOf(state).some(({ outcome }) => outcome === 'objected');
  if (objected && excluded.includes('non_agreed')) return refusal('not-agreed', 'RULE-34');
  const instructed = facts.instructedPosts.includes(seat.postCode);
  if (!instructed && facts.marks.some((mark) => excluded.includes(mark))) return refusal('matter-excluded', 'RULE-42');
  return facts.policy.actingRequiresUrgency && !facts.urgent ? refusal('not-urgent', 'RULE-40') : null;
}

/** 代理決定 for somebody on the way exists only where the municipality has it (RULE-47). */
function standInObstacle(_: CaseState, { seat, wanted, facts }: SeatAct): Refusal | null {
  if (!facts.policy.actingForIntermediates) return refusal('switched-off', 'RULE-40');
  const standing = facts.standings[seat.postCode];
  if (standing?.proxy?.staffNo === wanted.actor) return null;
  return standing?.away === 'absence' || standing?.away === 'incapacity' ? null : refusal('holder-present', 'RULE-40');
}

/** RULE-51 Until the next has acted, and not when the act has moved the decision or passed others over. */
function recallObstacle(state: CaseState, { seat }: SeatAct): Refusal | null {
  const last = Math.max(...seatsOf(state).map(({ actedNo }) => actedNo ?? 0));
  if (seat.actedNo === null || seat.actedNo !== last) return refusal('others-acted', 'RULE-51');
  const bound = seat.outcome === 'objected' || passedBy(state, seat).length > 0;
  return bound ? refusal('not-allowed', 'RULE-51') : null;
}

/** RULE-47 What was handed over is not handed on; the holder of the post may take it back. */
function handOverObstacle(_: CaseState, { seat, wanted, facts }: SeatAct): Refusal | null {
  if (seat.handedTo !== null && wanted.actor === seat.handedTo) return refusal('not-handed-on', 'RULE-47');
  const holder = seat.principal === wanted.actor || seat.handedTo !== null;
  return holder || (seat.principal === null && facts.recordsClerk) ? null : refusal('not-your-seat', 'RULE-102');
}

/** What the rules put there goes only by the decider's word; what people added, by the drafter or whoever acts. */
function removalObstacle(state: CaseState, { seat, step, wanted }: SeatAct): Refusal | null {
  if (isOver(seat) || step.kind === 'decision') return refusal('not-allowed', 'RULE-20');
  if (seat.origin !== 'rule') return null;
  const decider = state.steps[decisionIndex(state)]?.seats.some(
    (one) => one.state === 'active' && one.principal === wanted.actor,
  );
  return decider ? null : refusal('rule-made', 'RULE-22');
}
