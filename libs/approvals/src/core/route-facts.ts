import type { ActPolicy } from './act-facts';
import type { PostFact } from './post-fact';
import type { Need } from './route-plan';
import type { Standing } from './standing';

/** One row of the 専決 table. Bounds are whole yen and inclusive; null = no bound. */
export interface DelegationRule {
  readonly priority: number;
  /** Empty = always. */
  readonly when: string;
  readonly minAmount: number | null;
  readonly maxAmount: number | null;
  readonly deciderRank: number;
  readonly deciderPostCode: string | null;
  /** Groups in order; the sections of one group act side by side. */
  readonly concurrence: readonly ConcurrenceGroup[];
  /** 専決区分 as the town calls it, e.g. 部長専決. */
  readonly reason: string;
}

/** Sections that are asked together. `S22/U221` asks 財政課 by way of its 財政係 (RULE-31). */
export interface ConcurrenceGroup {
  readonly units: readonly string[];
  /** How many of them must agree; `all`: every one. */
  readonly need: Need;
}

/** A seat that the drafter adds to what the rules ask for. */
export interface DraftedSeat {
  readonly kind: 'concurrence' | 'confirmation' | 'circulation';
  readonly post: PostFact;
}

export interface ConcurringUnit {
  readonly unitCode: string;
  readonly unitName: string;
  /** Place in the order of 事務分掌. */
  readonly sort: number;
  /** The department (部) it belongs to, or null. */
  readonly departmentCode: string | null;
  /** Heads from the unit upwards, nearest first. */
  readonly heads: readonly PostFact[];
}

/** Everything route planning looks at: one matter, one day's organisation, one rule set. */
export interface RouteFacts {
  readonly drafter: { readonly staffNo: string; readonly name: string; readonly postCode: string };
  readonly sectionCode: string;
  readonly departmentCode: string | null;
  readonly amount: number | null;
  readonly fields: Readonly<Record<string, unknown>>;
  /** 専決の留保 that the drafter raised (RULE-23). */
  readonly escalations: readonly string[];
  /** Those of them that raise the decision in this municipality (setting `escalationGrounds`). */
  readonly raising: readonly string[];
  readonly rules: readonly DelegationRule[];
  /** Heads of the drafter's own line, nearest first. */
  readonly line: readonly PostFact[];
  /** The posts that rules name. */
  readonly posts: Readonly<Record<string, PostFact | undefined>>;
  readonly concurring: Readonly<Record<string, ConcurringUnit | undefined>>;
  /** The highest head of the municipality: the last instance. */
  readonly topHead: PostFact | null;
  /** 審査 by this post, before or after the decision; null: none is asked for. */
  readonly review: { readonly timing: 'before' | 'after'; readonly post: PostFact } | null;
  readonly additions: readonly DraftedSeat[];
  /** Sections that the rules ask and the drafter leaves out, by unit code, with the reason. */
  readonly removals: Readonly<Record<string, string | undefined>>;
  /** Posts to pass over while their holders are absent (RULE-45). */
  readonly passOver: readonly string[];
  /** How the sections of one group follow each other (RULE-21). */
  readonly concurrenceOrder: 'parallel' | 'function_order' | 'most_related_first';
  readonly policy: ActPolicy;
  readonly urgent: boolean;
  readonly today: string;
  readonly standings: Readonly<Record<string, Standing | undefined>>;
}
