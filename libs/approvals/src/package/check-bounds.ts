import { canonicalBytes } from '@fubako/kernel';
import type { Faults, PackageContents } from '@fubako/organisation';
import { parseExpression } from '../core/expression';
import { DELEGATION_RULES, type RuleRow } from './delegation-table';

/** Bounds that no amount meets, and two rules that would both decide the same matter. */
export function checkBounds(all: PackageContents, faults: Faults): void {
  const seen = new Map<string, RuleRow[]>();
  for (const row of all.of(DELEGATION_RULES).rows) {
    const { min_amount: min, max_amount: max } = row.values;
    if (min !== null && max !== null && min > max) {
      const message = `「min_amount」(${min})が「max_amount」(${max})より大きくなっています。入れ替えるか直してください。`;
      faults.add(row.at('min_amount'), 'package.bounds-reversed', message);
      continue;
    }
    const group = groupOf(row);
    const rival = seen.get(group)?.find((earlier) => overlap(earlier, row));
    if (rival) {
      const message = `${rival.line}行目と同じ事案・優先順位・条件で、金額の範囲(${boundsOf(rival)})が重なっています。どちらで決裁するか決まるように直してください。`;
      faults.add(row.at('min_amount'), 'package.rules-overlap', message);
    }
    seen.set(group, [...(seen.get(group) ?? []), row]);
  }
}

/** Conditions that differ only in spacing or brackets are equal. */
function groupOf({ values }: RuleRow): string {
  const condition = values.when === '' ? '' : canonicalBytes(parseExpression(values.when)).toString('utf8');
  return [values.matter_type, values.priority, condition].join('\n');
}

/** Bounds are inclusive; a missing one is open. */
function overlap({ values: a }: RuleRow, { values: b }: RuleRow): boolean {
  const below = (min: number | null, max: number | null): boolean => min === null || max === null || min <= max;
  return below(a.min_amount, b.max_amount) && below(b.min_amount, a.max_amount);
}

function boundsOf({ values }: RuleRow): string {
  const yen = (amount: number | null): string => (amount === null ? '' : `${amount.toLocaleString('ja-JP')}円`);
  return values.min_amount === null && values.max_amount === null
    ? '制限なし'
    : `${yen(values.min_amount)}〜${yen(values.max_amount)}`;
}
