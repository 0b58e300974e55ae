import type { DelegationRule } from './route-facts';

type Row = Pick<DelegationRule, 'priority' | 'when' | 'minAmount' | 'maxAmount' | 'deciderRank'> & {
  readonly matterType: string;
};

export interface Unreached {
  /** Places in the table, from 0. */
  readonly row: number;
  /** The row that comes before it and decides all that it would. */
  readonly before: number;
}

/**
 * Rows that no matter comes to (ROUTE-1): one before them has the same condition or none, and all of their amounts. A row of a higher rank
 * is left out: matters that are raised come to it (ROUTE-2).
 */
export function unreachedRules(rules: readonly Row[]): Unreached[] {
  return rules.flatMap((rule, row) => {
    const before = rules.findIndex((other) => other !== rule && comesBefore(other, rule) && takesAllOf(other, rule));
    return before < 0 ? [] : [{ row, before }];
  });
}

const comesBefore = (one: Row, other: Row): boolean =>
  one.matterType === other.matterType && one.priority < other.priority && one.deciderRank >= other.deciderRank;

function takesAllOf(one: Row, other: Row): boolean {
  const below = one.minAmount === null || (other.minAmount !== null && one.minAmount <= other.minAmount);
  const above = one.maxAmount === null || (other.maxAmount !== null && one.maxAmount >= other.maxAmount);
  return below && above && (one.when === '' || one.when === other.when);
}
