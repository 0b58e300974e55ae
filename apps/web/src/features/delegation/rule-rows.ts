import type { DelegationRule, DelegationRuleInput } from '../../shared/api/types';
import { parseInteger } from '../../shared/money/yen';

/** The columns of the table, in reading order. */
export const columns = [
  'matterType',
  'priority',
  'when',
  'minAmount',
  'maxAmount',
  'deciderRank',
  'deciderPostCode',
  'concurrence',
  'reason',
] as const;
export type RuleColumn = (typeof columns)[number];

const numbers: readonly RuleColumn[] = ['priority', 'minAmount', 'maxAmount', 'deciderRank'];

/** One row as it is typed; `key` stays with the row however it moves. */
export type RuleRow = Readonly<Record<RuleColumn, string>> & { readonly key: number };

/** The column that a fault of the API names. */
export const columnOfFault: Readonly<Record<string, RuleColumn | undefined>> = {
  matter_type: 'matterType',
  priority: 'priority',
  when: 'when',
  min_amount: 'minAmount',
  max_amount: 'maxAmount',
  decider_rank: 'deciderRank',
  decider_post_code: 'deciderPostCode',
  concurrence: 'concurrence',
  reason: 'reason',
};

let lastKey = 0;
const newKey = () => (lastKey += 1);
const text = (value: string | number | null | undefined) =>
  value === null || value === undefined ? '' : String(value);

export function rowOf(rule: DelegationRule): RuleRow {
  const cells = Object.fromEntries(columns.map((column) => [column, text(rule[column])]));
  return { ...(cells as Record<RuleColumn, string>), key: newKey() };
}

export function blankRow(matterType: string): RuleRow {
  const empty = Object.fromEntries(columns.map((column) => [column, ''])) as Record<RuleColumn, string>;
  return { ...empty, matterType, priority: '10', key: newKey() };
}

export const copyRow = (row: RuleRow): RuleRow => ({ ...row, key: newKey() });

/** Rows without their keys, to see whether something was changed. */
export const spelled = (rows: readonly RuleRow[]) => JSON.stringify(rows.map(({ key: _, ...cells }) => cells));

export type RuleReading =
  | { readonly ok: true; readonly rules: DelegationRuleInput[] }
  /** The first cell that is no number; `row` from 1. */
  | { readonly ok: false; readonly row: number; readonly column: RuleColumn };

/** What is sent: numbers as numbers; conditions and codes are judged by the server alone. */
export function readRows(rows: readonly RuleRow[]): RuleReading {
  for (const [index, row] of rows.entries()) {
    const bad = numbers.find((column) => !isNumber(row[column], column === 'priority'));
    if (bad) return { ok: false, row: index + 1, column: bad };
  }
  return { ok: true, rules: rows.map(ruleOf) };
}

function isNumber(typed: string, needed: boolean): boolean {
  return typed.trim() === '' ? !needed : parseInteger(typed).ok;
}

function numberOf(typed: string): number | null {
  const reading = typed.trim() === '' ? null : parseInteger(typed);
  return reading?.ok ? reading.value : null;
}

function ruleOf(row: RuleRow): DelegationRuleInput {
  return {
    matterType: row.matterType.trim(),
    priority: numberOf(row.priority) ?? 0,
    when: row.when.trim(),
    minAmount: numberOf(row.minAmount),
    maxAmount: numberOf(row.maxAmount),
    deciderRank: numberOf(row.deciderRank),
    deciderPostCode: row.deciderPostCode.trim() || null,
    concurrence: row.concurrence.trim(),
    reason: row.reason.trim(),
  };
}
