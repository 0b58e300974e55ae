import { canonicalBytes } from '@fubako/kernel';
import type { Faults, PackageContents, Words } from '@fubako/organisation';
import { parseExpression } from '../core/expression';
import { DELEGATION_RULES, type RuleRow } from './delegation-table';

/** Bounds that no amount meets, and two rules that would both decide the same matter. */
export function checkBounds(all: PackageContents, faults: Faults): void {
  const seen = new Map<string, RuleRow[]>();
  for (const row of all.of(DELEGATION_RULES).rows) {
    const { min_amount: min, max_amount: max } = row.values;
    if (min !== null && max !== null && min > max) {
      faults.add(row.at('min_amount'), 'package.bounds-reversed', {
        ja: `金額の下限(${min})が上限(${max})より大きくなっています。入れ替えるか直してください。`,
        en: `The least amount (${min}) is above the largest (${max}). Exchange or correct them.`,
      });
      continue;
    }
    const group = groupOf(row);
    const rival = seen.get(group)?.find((earlier) => overlap(earlier, row));
    if (rival) {
      const { ja, en } = boundsOf(rival);
      faults.add(row.at('min_amount'), 'package.rules-overlap', {
        ja: `事案・優先順位・条件が同じ別の行(「${rival.values.reason}」)と、金額の範囲(${ja})が重なっています。どちらで決裁するか決まるように直してください。`,
        en: `Another row (“${rival.values.reason}”) has the same matter type, priority and condition, and amounts (${en}) that overlap. Only one may decide.`,
      });
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

function boundsOf({ values: { min_amount: min, max_amount: max } }: RuleRow): Words {
  if (min === null && max === null) return { ja: '制限なし', en: 'no limit' };
  const yen = (amount: number | null, unit: string): string =>
    amount === null ? '' : `${amount.toLocaleString('ja-JP')}${unit}`;
  return { ja: `${yen(min, '円')}〜${yen(max, '円')}`, en: `${yen(min, ' yen')} – ${yen(max, ' yen')}` };
}
