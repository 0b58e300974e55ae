import type { HolderFact } from './post-fact';
export const STEP_KINDS = ['line', 'review', 'concurrence', 'decision', 'confirmation', 'circulation'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Who put the seat into the route: the rules, the drafter, or a participant on the way. */
export type SeatOrigin = 'rule' | 'drafter' | 'participant';

/** How many branches of a step must agree: every one, or this many (RULE-31). */
export type Need = 'all' | number;

/** Why a seat stands where it stands: a rule, and the facts it was applied to. Worded where it is shown. */
export type SeatReason =
  | { readonly code: 'line-head'; readonly unitName: string; readonly title: string }
  | { readonly code: 'concurrence'; readonly unitName: string; readonly rule: string }
  | { readonly code: 'concurrence-head-upward'; readonly unitName: string; readonly title: string }
  | { readonly code: 'concurrence-inner'; readonly unitName: string; readonly sectionName: string }
  | { readonly code: 'review'; readonly timing: 'before' | 'after' }
  | { readonly code: 'added'; readonly by: string; readonly comment: string | null }
  | { readonly code: 'removed'; readonly comment: string; readonly unitName: string }
  | { readonly code: 'decider'; readonly rule: string }
  | { readonly code: 'decider-raised'; readonly rule: string; readonly grounds: readonly string[] }
  | { readonly code: 'decider-upward'; readonly rule: string; readonly because: 'no-head' | 'vacant' | 'drafter' }
  | { readonly code: 'decider-disagreement'; readonly unitName: string };

/** Why a planned seat needs no act. */
export type SkipReason = 'drafter' | 'vacant' | 'same-person' | 'own-section' | 'not-needed' | 'removed';

export interface PlannedSeat {
  readonly postCode: string;
  readonly postTitle: string;
  readonly rank: number;
  readonly unitCode: string;
  readonly unitName: string;
  readonly holder: HolderFact | null;
  readonly reason: SeatReason;
  /** Null for seats that must act, as far as the day of the plan shows. */
  readonly skip: SkipReason | null;
  readonly branch: number;
  readonly turn: number;
  readonly origin: SeatOrigin;
  readonly passOver: boolean;
}

export interface PlannedStep {
  readonly kind: StepKind;
  readonly need: Need;
  readonly seats: readonly PlannedSeat[];
}

export interface PlannedDecision {
  /** 専決区分, e.g. 部長専決. */
  readonly label: string;
  readonly rank: number;
  readonly raised: boolean;
}

export type RouteProblem =
  | { readonly code: 'no-rule' }
  | { readonly code: 'amount-missing' }
  | { readonly code: 'no-decider' }
  | { readonly code: 'unknown-post'; readonly postCode: string }
  | { readonly code: 'unknown-unit'; readonly unitCode: string };

export type RoutePlan =
  | { readonly ok: true; readonly decision: PlannedDecision; readonly steps: readonly PlannedStep[] }
  | { readonly ok: false; readonly problems: readonly RouteProblem[] };
