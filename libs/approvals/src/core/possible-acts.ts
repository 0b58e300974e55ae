import type { ActFacts } from './act-facts';
import { ACTS, ACT_KINDS, type ActKind } from './act-table';
import { withCurrentHolders } from './act';
import { type CaseState, type Seat, isOver, seatsOf, stepOf } from './case-state';
import { obstacle, passedBy } from './obstacle';
import type { Refusal } from './refusal';
import { rolesInMatter, rolesInSeat } from './roles-in-case';
import type { Act } from './wanted-act';

export interface PossibleAct {
  readonly kind: ActKind;
  readonly seatId: string | null;
  /** Null when the person may do it now. */
  readonly refusal: Refusal | null;
}

/**
 * ACT-6 Every act that a person's place in the matter suggests, with what stands against it now. {@link act} asks the
 * same obstacles, so buttons and rules cannot differ.
 */
export function possibleActs(stored: CaseState, actor: string, facts: ActFacts): PossibleAct[] {
  const state = withCurrentHolders(stored, facts);
  return ACT_KINDS.flatMap((kind) => placesOf(state, { kind, actor }, facts)).map((place) => ({
    ...place,
    refusal: obstacle(state, complete(state, place, actor), facts),
  }));
}

/** The seats for which the person's roles make the act thinkable; null for acts about the whole matter. */
function placesOf(
  state: CaseState,
  { kind, actor }: { kind: ActKind; actor: string },
  facts: ActFacts,
): { kind: ActKind; seatId: string | null }[] {
  const roles = Object.keys(ACTS[kind].by);
  if (ACTS[kind].steps.length === 0) {
    const mine = rolesInMatter(state, { staffNo: actor, facts });
    return mine.some((role) => roles.includes(role)) ? [{ kind, seatId: null }] : [];
  }
  return seatsOf(state)
    .filter((seat) => isThinkable(state, { kind, seat }, { staffNo: actor, facts }))
    .map(({ id }) => ({ kind, seatId: id }));
}

/** Where naming an act as refused would only be noise: nothing is held, pulled up, or left to take out. */
const SENSIBLE: Partial<Record<ActKind, (seat: Seat, state: CaseState) => boolean>> = {
  hand_over: (seat) => seat.state === 'active',
  release: (seat) => seat.heldUntil !== null,
  cancel_pull_up: (seat, state) => passedBy(state, seat).length > 0,
  remove_seat: (seat, state) => !isOver(seat) && stepOf(state, seat.id)?.kind !== 'decision',
};

function isThinkable(
  state: CaseState,
  { kind, seat }: { kind: ActKind; seat: Seat },
  actor: { staffNo: string; facts: ActFacts },
): boolean {
  const step = stepOf(state, seat.id);
  if (!step || !ACTS[kind].steps.includes(step.kind)) return false;
  if (!(SENSIBLE[kind]?.(seat, state) ?? true)) return false;
  const roles = kind === 'remove_seat' ? rolesInMatter(state, actor) : rolesInSeat(state, seat, actor);
  return roles.some((role) => Object.hasOwn(ACTS[kind].by, role));
}

/** The act as a person would send it who has the current content in view. */
function complete(state: CaseState, { kind, seatId }: { kind: ActKind; seatId: string | null }, actor: string): Act {
  return {
    kind,
    seatId,
    actor,
    outcome: null,
    comment: null,
    contentDigest: state.contentDigest,
    expectedVersion: state.version,
  };
}
