import { PackageFiles } from '@fubako/organisation';
import type { SetRule } from '../data/rule-set.row';
import { delegationRules } from './delegation-table';

/** One row of the delegation table, cell by cell as the package writes it. */
export type RuleCells = Readonly<Record<keyof typeof delegationRules.columns, string>>;

export function cellsOf(rule: SetRule): RuleCells {
  const { minAmount, maxAmount } = rule;
  return {
    matter_type: rule.matterType,
    priority: String(rule.priority),
    when: rule.when,
    min_amount: minAmount === null ? '' : String(minAmount),
    max_amount: maxAmount === null ? '' : String(maxAmount),
    decider_rank: String(rule.deciderRank),
    decider_post_code: rule.deciderPostCode ?? '',
    concurrence: concurrenceText(rule.concurrence),
    reason: rule.reason,
  };
}

/** `S12;S22>S21#1`: groups in order, the sections of a group side by side, with how many of them must agree. */
export function concurrenceText(groups: SetRule['concurrence']): string {
  return groups.map(({ units, need }) => units.join(';') + (need === 'all' ? '' : `#${need}`)).join('>');
}

/** The same in names: `財政課・総務課 → デジタル推進室`; `(1課)` where one of a group is enough. */
export function concurrenceNames(groups: SetRule['concurrence'], nameOf: (code: string) => string): string {
  return groups
    .map(({ units, need }) => {
      const names = units.map((path) => path.split('/').map(nameOf).join('/'));
      return names.join('・') + (need === 'all' ? '' : `(${need}課)`);
    })
    .join(' → ');
}

/** The rows as the file of a package, so that one reader and one set of checks judges both; row n stands on line n + 1. */
export function filesOf(rows: readonly RuleCells[]): PackageFiles {
  const names = Object.keys(delegationRules.columns) as (keyof RuleCells)[];
  return PackageFiles.ofRows(delegationRules.file, names, rows);
}

/** Row of a table for the line of its file. */
export const rowOfLine = (line: number): number => line - 1;
