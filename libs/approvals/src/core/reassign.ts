import type { ActFacts } from './act-facts';
import { advance } from './advance';
import { type ApprovalEvent, evolve } from './approval-event';
import { type CaseState, type Seat, type SeatPost, seatOf, seatsOf, stepOf } from './case-state';

/** What the rules look at when the organisation, and nobody's act, has changed a case. */
export interface ReassignFacts extends ActFacts {
  /** Posts that took over from posts that are no more, by seat (RULE-103). */
  readonly successors: Readonly<Record<string, SeatPost | undefined>>;
  /** 職員番号 of those who serve in no post any more. */
  readonly departed: readonly string[];
}

/**
 * REASSIGN-1 What a change of the organisation makes of the open seats: they follow their posts (RULE-20, RULE-102), and
 * posts that ended are followed by those that took over (RULE-103). Nothing that was said changes, and no open seat is
 * lost: one whose post is empty stays open with nobody in it (要対応). Asked again, it finds nothing to do.
 */
export function reassign(stored: CaseState, facts: ReassignFacts): ApprovalEvent[] {
  const seated = settled(stored, [...succeededSeats(stored, facts), ...returnedTasks(stored, facts)]);
  const moved = settled(seated.state, [
    ...seatsOf(seated.state).flatMap((seat) => ofSeat(seated.state, seat, facts)),
    ...movedReviews(seated.state, facts),
  ]);
  const opened = moved.events.some(({ type }) => type === 'seat-waits') ? advance(moved.state, facts) : [];
  const after = settled(moved.state, opened);
  const events = [...seated.events, ...moved.events, ...opened];
  return isSame(stored, after.state) ? [] : events;
}

function settled(state: CaseState, events: readonly ApprovalEvent[]) {
  return { events, state: events.reduce(evolve, state) };
}

/** Seats that have not been acted in belong to the post that took over, those that wait for their turn as well. */
function succeededSeats(state: CaseState, { successors }: ReassignFacts): ApprovalEvent[] {
  return seatsOf(state).flatMap((seat) => {
    const post = successors[seat.id];
    const pending = seat.state === 'active' || seat.state === 'waiting' || seat.state === 'passed' || owes(state, seat);
    return post && pending ? [{ type: 'seat-succeeded' as const, seatId: seat.id, post }] : [];
  });
}

function owes({ postReviews }: CaseState, seat: Seat): boolean {
  return postReviews.some(({ seatId, outcome }) => seatId === seat.id && outcome === null);
}

/** RULE-102 What was handed to somebody who has left comes back to the post. */
function returnedTasks(state: CaseState, { departed }: ReassignFacts): ApprovalEvent[] {
  return seatsOf(state).flatMap((seat) => {
    const open = seat.state === 'active' || seat.state === 'waiting';
    return open && seat.handedTo !== null && departed.includes(seat.handedTo)
      ? [{ type: 'seat-handed' as const, seatId: seat.id, to: null }]
      : [];
  });
}

function ofSeat(state: CaseState, seat: Seat, facts: ReassignFacts): ApprovalEvent[] {
  if (seat.state !== 'active' || seat.handedTo !== null) return [];
  const holder = facts.standings[seat.postCode]?.principal ?? null;
  const principal = holder?.staffNo ?? null;
  const isDecision = stepOf(state, seat.id)?.kind === 'decision';
  // RULE-25 None is judged by its drafter; no decision waits for an empty post while somebody above can decide.
  if (principal === state.drafter || (principal === null && isDecision))
    return [{ type: 'seat-waits', seatId: seat.id }];
  const capacity = holder?.capacity ?? null;
  if (seat.principal === principal && seat.capacity === capacity) return [];
  return [...releasedFor(principal, seat), { type: 'seat-opened', seatId: seat.id, principal, capacity }];
}

/** RULE-54 A hold is a person's own; whoever comes next finds the seat free. */
function releasedFor(principal: string | null, { id, principal: former, heldUntil }: Seat): ApprovalEvent[] {
  return heldUntil !== null && former !== principal ? [{ type: 'seat-held', seatId: id, until: null }] : [];
}

/** 後閲 follows the post; while it is empty it stays with whom it was recorded for. */
function movedReviews(state: CaseState, { standings }: ReassignFacts): ApprovalEvent[] {
  return state.postReviews.flatMap(({ seatId, principal, outcome }) => {
    const seat = seatOf(state, seatId);
    const holder = seat ? (standings[seat.postCode]?.principal?.staffNo ?? null) : null;
    const stays = outcome !== null || holder === null || holder === principal || holder === state.drafter;
    return stays ? [] : [{ type: 'post-review-moved' as const, seatId, principal: holder }];
  });
}

function isSame(a: CaseState, b: CaseState): boolean {
  return a.state === b.state && text(a) === text(b);
}

const text = ({ steps, postReviews }: CaseState): string => JSON.stringify([steps, postReviews]);
