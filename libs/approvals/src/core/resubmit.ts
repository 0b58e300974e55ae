import type { Outcome } from './case-state';
import type { PlannedSeat, PlannedStep, StepKind } from './route-plan';

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
  readonly seats: readonly EntrySeat[];
}

const STANDS: readonly Outcome[] = ['approved', 'consented', 'consented_with_opinion'];

/**
 * RESUBMIT-1 Where a resubmission enters (RULE-50): with changed substance everybody acts again (RULE-33); otherwise the
 * approvals of people who still hold the same seat stand, and it enters at the seat that returned it.
 * A decision never carries over.
 */
export function enterRound(
  steps: readonly PlannedStep[],
  earlier: readonly EarlierSeat[],
  substanceChanged: boolean,
): EntryStep[] {
  const standing = substanceChanged
    ? []
    : earlier.filter(({ outcome }) => outcome !== null && STANDS.includes(outcome));
  return steps.map(({ kind, seats }) => ({
    kind,
    seats: seats.map((seat) => ({
      ...seat,
      carriedActId: kind === 'decision' ? null : carriedAct(kind, seat, standing),
    })),
  }));
}

function carriedAct(kind: StepKind, seat: PlannedSeat, standing: readonly EarlierSeat[]): string | null {
  if (seat.skip !== null || seat.holder === null) return null;
  const same = standing.find(
    (e) => e.stepKind === kind && e.postCode === seat.postCode && e.holder === seat.holder?.staffNo,
  );
  return same?.actId ?? null;
}
