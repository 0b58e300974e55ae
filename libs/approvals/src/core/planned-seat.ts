import type { PlannedSeat, SeatReason } from './route-plan';
import type { PostFact } from './post-fact';

/** The seat of a post, as the rules plan it. */
export function plannedSeat({ unitKind: _, ...post }: PostFact, reason: SeatReason): PlannedSeat {
  return { ...post, reason, skip: null, branch: 1, turn: 1, origin: 'rule', passOver: false };
}
