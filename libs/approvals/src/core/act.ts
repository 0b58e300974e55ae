import { detailFault } from './act-details';
import type { ActFacts } from './act-facts';
import { ACTS } from './act-table';
import { advance } from './advance';
import { type ApprovalEvent, evolve } from './approval-event';
import type { CaseState, Seat } from './case-state';
import { consequencesOf } from './consequences';
import { obstacle } from './obstacle';
import type { Refusal } from './refusal';
import type { Act } from './wanted-act';

export type ActResult =
  { readonly ok: true; readonly events: readonly ApprovalEvent[] } | { readonly ok: false; readonly refusal: Refusal };

/** ACT-2 Decides whether the act is lawful now and what follows from it. Pure: time, ids and the organisation come from outside. */
export function act(stored: CaseState, wanted: Act, facts: ActFacts): ActResult {
  const state = withCurrentHolders(stored, facts);
  const refusal = obstacle(state, wanted, facts) ?? detailFault(state, wanted, facts);
  if (refusal) return { ok: false, refusal };
  const first = consequencesOf(state, wanted, facts);
  const after = first.reduce(evolve, state);
  const leaves = ACTS[wanted.kind].to !== null && first.some((event) => event.type === 'moved');
  return { ok: true, events: leaves ? first : [...first, ...advance(after, facts)] };
}

/** RULE-20 Whoever holds the post at this moment has the seat, whatever was true when it opened. */
export function withCurrentHolders(state: CaseState, facts: ActFacts): CaseState {
  const current = (seat: Seat): Seat => {
    if (seat.state !== 'active' || seat.handedTo !== null) return seat;
    const principal = facts.standings[seat.postCode]?.principal ?? null;
    return { ...seat, principal: principal?.staffNo ?? null, capacity: principal?.capacity ?? null };
  };
  return { ...state, steps: state.steps.map((step) => ({ ...step, seats: step.seats.map(current) })) };
}
