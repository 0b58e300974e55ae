import type { Outcome } from './case-state';
import type { Need, PlannedSeat, PlannedStep, StepKind } from './route-plan';

/** A seat of the round that was returned, as far as the next round looks at it. */
export interface EarlierSeat {
  readonly stepKind: StepKind;
  readonly postCode: string;
  readonly holder: string | null;
  readonly outcome: Outcome | null;
  /** The act that closed it, in this round or an earlier one. */
  readonly actId: string | null;
}

export type EntrySeat = PlannedSeat & {
  /** An act of an earlier round that still stands for this seat. */
  readonly carriedActId: string | null;
};

export interface EntryStep {
  readonly kind: StepKind;
  readonly need: Need;
  readonly seats: readonly EntrySeat[];
}

const STANDS: readonly Outcome[] = [
  'approved',
  'approved_with_opinion',
  'consented',
  'consented_with_opinion',
  'not_concerned',
  'reviewed',
  'reviewed_with_opinion',
  'read',
];

/** RULE-50 as the municipality has set it, and what the drafter changed. */
export interface Reentry {
  readonly policy: 'auto' | 'resumeFromStart' | 'resumeAtReturner';
  readonly substanceChanged: boolean;
}

/**
 * RESUBMIT-1 Where a resubmission enters (RULE-50): `auto`: with changed substance everybody acts again (RULE-33), else the
 * acts of people who still hold the same seat stand and it enters at the seat that returned it. `resumeAtReturner` lets the
 * line stand even then, but never a section. A decision never carries over.
 */
export function enterRound(
  steps: readonly PlannedStep[],
  earlier: readonly EarlierSeat[],
  { policy, substanceChanged }: Reentry,
): EntryStep[] {
  const stands = (kind: StepKind): boolean => {
    if (kind === 'decision' || policy === 'resumeFromStart') return false;
    return !substanceChanged || (policy === 'resumeAtReturner' && kind === 'line');
  };
  const standing = earlier.filter(({ outcome }) => outcome !== null && STANDS.includes(outcome));
  return steps.map(({ kind, need, seats }) => ({
    kind,
    need,
    seats: seats.map((seat) => ({ ...seat, carriedActId: stands(kind) ? carriedAct(kind, seat, standing) : null })),
  }));
}

function carriedAct(kind: StepKind, seat: PlannedSeat, standing: readonly EarlierSeat[]): string | null {
  if (seat.skip !== null || seat.holder === null) return null;
  const same = standing.find(
    (e) => e.stepKind === kind && e.postCode === seat.postCode && e.holder === seat.holder?.staffNo,
  );
  return same?.actId ?? null;
}
