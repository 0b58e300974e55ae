import { act } from './act';
import type { ActFacts } from './act-facts';
import { advance } from './advance';
import { evolveAll } from './approval-event';
import { type CaseState, newSeat, seatsOf } from './case-state';
import type { RouteFacts } from './route-facts';
import type { PlannedSeat, PlannedStep } from './route-plan';

const SEEN = 'forecast';

/**
 * ROUTE-7 Runs the approval with everybody agreeing today and writes into the plan which seats turn out to need no act.
 * The engine itself answers, so the preview cannot differ from what happens (RULE-25, RULE-45).
 */
export function forecast(steps: readonly PlannedStep[], facts: RouteFacts): PlannedStep[] {
  const actFacts = factsOf(facts);
  let state = stateOf(steps, facts);
  state = evolveAll(state, advance(state, actFacts));
  for (let turn = seatsOf(state).length; turn > 0; turn -= 1) {
    const open = seatsOf(state).find((seat) => seat.state === 'active' && seat.principal !== null);
    if (!open) break;
    const result = act(state, agreement(open.id, open.principal ?? ''), actFacts);
    if (!result.ok) break;
    state = evolveAll(state, result.events);
  }
  const outcome = new Map(seatsOf(state).map((seat) => [seat.id, seat]));
  return steps.map((step, at) => ({
    ...step,
    seats: step.seats.map((seat, index) => withForecast(seat, outcome.get(`${at}.${index}`)?.skip ?? null)),
  }));
}

function withForecast(seat: PlannedSeat, skip: PlannedSeat['skip']): PlannedSeat {
  return { ...seat, skip: seat.skip ?? skip };
}

function agreement(seatId: string, actor: string): Parameters<typeof act>[1] {
  return { kind: 'approve', actor, seatId, outcome: null, comment: null, contentDigest: SEEN, expectedVersion: null };
}

function stateOf(steps: readonly PlannedStep[], { drafter }: RouteFacts): CaseState {
  return {
    documentId: SEEN,
    version: 1,
    state: 'circulating',
    round: 1,
    drafter: drafter.staffNo,
    contentDigest: SEEN,
    postReviews: [],
    steps: steps.map(({ kind, need, seats }, at) => ({
      no: at + 1,
      kind,
      need,
      seats: seats.map((seat, index) => plainSeat(seat, `${at}.${index}`)),
    })),
  };
}

function plainSeat(seat: PlannedSeat, id: string) {
  const { postCode, postTitle, unitName, rank, branch, turn, origin, passOver, skip } = seat;
  const place = { id, postCode, postTitle, unitName, rank, branch, turn, origin, passOver };
  return newSeat(skip === null ? place : { ...place, skip, state: 'skipped' });
}

function factsOf(facts: RouteFacts): ActFacts {
  return {
    today: facts.today,
    policy: facts.policy,
    urgent: facts.urgent,
    marks: facts.escalations,
    instructedPosts: [],
    partlySent: false,
    standings: facts.standings,
    upward: [],
    recordsOffice: false,
    recordsClerk: false,
  };
}
