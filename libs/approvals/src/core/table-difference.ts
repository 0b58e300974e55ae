import { canonicalBytes, sha256Hex } from '@fubako/kernel';
import type { DelegationRule } from './route-facts';

export interface NamedRule extends DelegationRule {
  readonly matterType: string;
}

export interface TableDifference<T extends NamedRule> {
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** RULES-4 The digest of a table: another row, or another order of rows, is another table. */
export const tableDigest = (rules: readonly NamedRule[]): string => sha256Hex(canonicalBytes(rules));

/** What one table has and the other has not, row by row, in the order of each; a changed row is one of both. */
export function tableDifference<T extends NamedRule>(before: readonly T[], after: readonly T[]): TableDifference<T> {
  return { removed: without(before, after), added: without(after, before) };
}

function without<T extends NamedRule>(rules: readonly T[], others: readonly T[]): T[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(spelled(other), (left.get(spelled(other)) ?? 0) + 1);
  return rules.filter((rule) => {
    const count = left.get(spelled(rule)) ?? 0;
    left.set(spelled(rule), count - 1);
    return count <= 0;
  });
}

const spelled = (rule: NamedRule): string => canonicalBytes(rule).toString();

/** Names of what a rule speaks of. */
export interface RuleNames {
  readonly matterType: string;
  readonly decider: string;
  readonly concurrence: string;
}

/** `契約の締結 500,001円から3,000,000円まで 条件: important → 部長専決(健康福祉部長) 合議: 財政課` */
export function ruleLine(rule: NamedRule, { matterType, decider, concurrence }: RuleNames): string {
  const parts = [
    matterType,
    boundsOf(rule),
    rule.when === '' ? '' : `条件: ${rule.when}`,
    `→ ${rule.reason === '' ? decider : `${rule.reason}(${decider})`}`,
    concurrence === '' ? '' : `合議: ${concurrence}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function boundsOf({ minAmount, maxAmount }: NamedRule): string {
  const yen = (amount: number) => `${amount.toLocaleString('ja-JP')}円`;
  const from = minAmount === null || minAmount === 0 ? '' : `${yen(minAmount)}から`;
  return `${from}${maxAmount === null ? '' : `${yen(maxAmount)}まで`}`;
}
