import type { KeyboardEvent } from 'react';
import { cellClass } from './field-frame';
import type { FieldSpec } from './field-spec';
import { useLanguage } from '../i18n/translate';
import { isLong } from './choice-props';
import { LongChoice } from './long-choice';
import type { Place, TableRows } from './use-table-rows';
import { isComposing } from '../keys/match';

const isNumeric = ({ kind }: FieldSpec) => kind === 'yen' || kind === 'integer' || kind === 'number';

/** Widths by what is typed: a column is never narrower than its usual content. */
export const widthOf = (column: FieldSpec) => {
  const { kind, maxLength, label, options } = column;
  if (kind === 'yen') return 'min-w-28';
  if (kind === 'date') return 'min-w-36';
  if (kind === 'choice' && isLong(options)) return 'min-w-48';
  if (isNumeric(column) || (maxLength ?? 200) <= 20 || label.length === 0) return 'min-w-16';
  return 'min-w-40';
};

/** The message of a cell in the tree of errors that the form keeps. */
export function messageAt(errors: unknown, { row, column }: { row: number; column: string }): string | undefined {
  const cells = (errors as Record<number, Record<string, { message?: string }> | undefined> | undefined)?.[row];
  return cells?.[column]?.message;
}

interface CellProps {
  spec: FieldSpec;
  column: FieldSpec;
  at: Place;
  table: TableRows;
}

/** One cell, as the kind of its column asks: long choices are typed, short ones chosen, everything else written. */
export function TableCell({ spec, column, at, table }: CellProps) {
  const { t } = useLanguage();
  const error = messageAt(table.errors, { row: at.row, column: column.name });
  const id = table.idOf(at);
  const label = t('form.cell', { table: spec.label, row: at.row + 1, column: column.label });
  const value = table.rows[at.row]?.[column.name] ?? '';
  const errorId = `${id}-error`;
  if (column.kind === 'choice' && isLong(column.options)) {
    return (
      <LongChoice
        key={table.built}
        {...{ id, label, value, error, cell: { errorId } }}
        options={column.options.map((one) => ({ value: one, label: one, reading: column.readings[one] }))}
        onChange={(text) => table.write(at, text)}
        onBlur={() => table.leave(at)}
      />
    );
  }
  const shared = {
    id,
    value,
    'aria-label': label,
    'aria-invalid': Boolean(error),
    'aria-describedby': error ? errorId : undefined,
    onBlur: () => table.leave(at),
    className: cellClass(Boolean(error), isNumeric(column) ? 'text-right tabular-nums' : undefined),
  };
  if (column.kind === 'choice') {
    return (
      <select {...shared} onChange={(event) => table.write(at, event.target.value)}>
        <option value="">{t('form.choose')}</option>
        {column.options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    );
  }
  return (
    <input
      type="text"
      autoComplete="off"
      inputMode={isNumeric(column) ? 'decimal' : 'text'}
      {...shared}
      onChange={(event) => table.write(at, event.target.value)}
    />
  );
}

/**
 * Enter goes down a column and past its end; Alt with arrows and Delete moves and removes the row. Heard before the cell
 * itself, but for an open list, whose keys are its own.
 */
export function onRowKey(event: KeyboardEvent, at: Place, table: TableRows) {
  if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey) return;
  const input = event.target instanceof HTMLInputElement ? event.target : null;
  if (input?.getAttribute('aria-expanded') === 'true') return;
  const act =
    event.key === 'Enter' && input && !event.altKey
      ? () => (at.row + 1 < table.rows.length ? table.goTo({ ...at, row: at.row + 1 }) : table.add(at.row, at.column))
      : event.altKey && event.key === 'ArrowUp'
        ? () => table.move(at, -1)
        : event.altKey && event.key === 'ArrowDown'
          ? () => table.move(at, 1)
          : event.altKey && event.key === 'Delete'
            ? () => table.remove(at)
            : null;
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}
