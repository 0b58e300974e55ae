import type { ActFacts } from './act-facts';
import { ACTS, type ActKind } from './act-table';
import { type CaseState, seatOf, seatsOf } from './case-state';
import { type Refusal, refusal } from './refusal';
import type { Act } from './wanted-act';

/** A month is long enough to hold a matter; a longer wait is a return (RULE-54). */
const HOLD_DAYS = 31;

/** What is missing in an act that the person may do as such: the reason, the date, the person, the place. */
export function detailFault(state: CaseState, wanted: Act, facts: ActFacts): Refusal | null {
  if (ACTS[wanted.kind].reason === 'required' && !hasComment(wanted))
    return refusal('reason-required', ACTS[wanted.kind].rule);
  return DETAILS[wanted.kind]?.(state, wanted, facts) ?? null;
}

type Check = (state: CaseState, wanted: Act, facts: ActFacts) => Refusal | null;

const DETAILS: Partial<Record<ActKind, Check>> = {
  approve: opinionFault,
  acting_approve: opinionFault,
  post_review: (_, wanted) =>
    wanted.outcome === 'opinion' && !hasComment(wanted) ? refusal('reason-required', 'RULE-44') : null,
  return: targetFault,
  hold: (_, wanted, facts) => dateFault(wanted, facts),
  hand_over: personFault,
  add_seat: additionFault,
  revise: (_, wanted) => (wanted.revision ? null : refusal('not-allowed', 'RULE-60')),
};

function opinionFault(_: CaseState, wanted: Act): Refusal | null {
  return needsOpinion(wanted) && !hasComment(wanted) ? refusal('reason-required', 'RULE-31') : null;
}

function hasComment({ comment }: Act): boolean {
  return comment !== null && comment.trim() !== '';
}

/** RULE-31 What is more, or less, than plain agreement says why. */
function needsOpinion({ outcome }: Act): boolean {
  return outcome === 'objected' || outcome === 'not_concerned' || (outcome?.endsWith('_with_opinion') ?? false);
}

/** RULE-50 Back to the drafter, or to somebody who acted earlier in this round. */
function targetFault(state: CaseState, { seatId, targetSeatId }: Act): Refusal | null {
  if (!targetSeatId) return null;
  const target = seatOf(state, targetSeatId);
  const at = (id: string | null) => state.steps.findIndex(({ seats }) => seats.some((seat) => seat.id === id));
  const earlier = at(targetSeatId) < at(seatId) && target?.state === 'done' && target.actedBy !== null;
  return earlier ? null : refusal('bad-target', 'RULE-50');
}

function dateFault({ until }: Act, { today }: ActFacts): Refusal | null {
  const days = until ? (Date.parse(until) - Date.parse(today)) / 86_400_000 : 0;
  return days >= 1 && days <= HOLD_DAYS ? null : refusal('bad-date', 'RULE-54');
}

/** RULE-25, RULE-47 Not to the drafter, nor to whoever has it already; the holder of the post may take it back. */
function personFault(state: CaseState, { seatId, to, actor }: Act, facts: ActFacts): Refusal | null {
  const seat = seatOf(state, seatId);
  const takesBack = seat?.handedTo !== null && to === actor;
  const bad = !to || to === state.drafter || (!takesBack && (to === seat?.principal || to === actor));
  if (bad) return refusal('bad-person', 'RULE-47');
  return takesBack && facts.standings[seat?.postCode ?? '']?.principal?.staffNo !== actor
    ? refusal('bad-person', 'RULE-47')
    : null;
}

/** Only somebody who can act, who is not in the route already, and who is not the drafter. */
function additionFault(state: CaseState, { addition }: Act, facts: ActFacts): Refusal | null {
  if (!addition) return refusal('bad-addition', 'RULE-26');
  const principal = facts.standings[addition.seat.postCode]?.principal?.staffNo;
  const known = seatsOf(state).some(
    ({ postCode, state: s }) => postCode === addition.seat.postCode && s !== 'removed' && s !== 'skipped',
  );
  return !principal || principal === state.drafter || known ? refusal('bad-addition', 'RULE-26') : null;
}
