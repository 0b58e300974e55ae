import type { KeyboardEvent } from 'react';
import { useT } from '../../shared/i18n/translate';
import { cx } from '../../shared/ui/class-names';
import type { RuleColumn } from './rule-rows';
import { isComposing } from '../../shared/keys/match';

export const cellId = (row: number, column: RuleColumn) => `rule-${row}-${column}`;
export const postsList = 'delegation-posts';

interface RuleCellProps {
  /** From 1. */
  row: number;
  column: RuleColumn;
  value: string;
  fault: string | null;
  /** Rows that are shown, in order: where the arrow keys lead. */
  shown: readonly number[];
  choices?: readonly { readonly code: string; readonly name: string }[] | undefined;
  onChange: (value: string) => void;
}

const widths: Readonly<Record<RuleColumn, string>> = {
  matterType: 'w-36',
  priority: 'w-14 text-right tabular-nums',
  when: 'w-44',
  minAmount: 'w-26 text-right tabular-nums',
  maxAmount: 'w-26 text-right tabular-nums',
  deciderRank: 'w-14 text-right tabular-nums',
  deciderPostCode: 'w-28',
  concurrence: 'w-28',
  reason: 'w-32',
};

/** Enter and the arrows lead to the cell above or below, as in a sheet of figures. */
function stepOf(event: KeyboardEvent): number {
  if (isComposing(event.nativeEvent)) return 0;
  if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey)) return 1;
  if (event.key === 'ArrowUp' || event.key === 'Enter') return -1;
  return 0;
}

export function RuleCell({ row, column, value, fault, shown, choices, onChange }: RuleCellProps) {
  const t = useT();
  const label = t('delegation.row', { row, column: t(`delegation.${column}`) });
  const look = cx(
    'rounded-4 border bg-white px-1.5 py-1 text-14',
    widths[column],
    fault ? 'border-2 border-vermilion' : 'border-solid-gray-536',
  );
  const common = {
    id: cellId(row, column),
    value,
    className: look,
    'aria-label': label,
    'aria-invalid': fault !== null,
    title: fault ?? undefined,
  };
  if (choices)
    return (
      <select {...common} onChange={(event) => onChange(event.target.value)}>
        {!choices.some(({ code }) => code === value) && <option value={value}>{value}</option>}
        {choices.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    );
  return (
    <input
      {...common}
      type="text"
      autoComplete="off"
      spellCheck={false}
      list={column === 'deciderPostCode' ? postsList : undefined}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        const step = stepOf(event);
        const next = step === 0 ? undefined : shown[shown.indexOf(row) + step];
        if (next === undefined) return;
        event.preventDefault();
        document.getElementById(cellId(next, column))?.focus();
      }}
    />
  );
}
