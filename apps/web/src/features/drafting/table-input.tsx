import type { ClipboardEvent, KeyboardEvent } from 'react';
import { FieldFrame } from '../../shared/form/field-frame';
import type { FieldSpec } from '../../shared/form/field-spec';
import { columnSum } from '../../shared/form/pasted-cells';
import { useLanguage } from '../../shared/i18n/translate';
import { formatYen } from '../../shared/money/yen';
import { Button } from '../../shared/ui/button';
import { cx } from '../../shared/ui/class-names';
import { useTableRows, type Place, type TableRows } from './use-table-rows';

const isNumeric = ({ kind }: FieldSpec) => kind === 'yen' || kind === 'integer' || kind === 'number';

/** Widths by what is typed: a column is never narrower than its usual content. */
const widthOf = ({ kind, maxLength, label }: FieldSpec) => {
  if (kind === 'yen') return 'min-w-28';
  if (kind === 'date') return 'min-w-36';
  if (isNumeric({ kind } as FieldSpec) || (maxLength ?? 200) <= 20 || label.length === 0) return 'min-w-16';
  return 'min-w-40';
};

/** The message of a cell in the tree of errors that the form keeps. */
function messageAt(errors: unknown, { row, column }: { row: number; column: string }): string | undefined {
  const cells = (errors as Record<number, Record<string, { message?: string }> | undefined> | undefined)?.[row];
  return cells?.[column]?.message;
}

interface CellProps {
  spec: FieldSpec;
  column: FieldSpec;
  at: Place;
  table: TableRows;
}

function Cell({ spec, column, at, table }: CellProps) {
  const { t } = useLanguage();
  const error = messageAt(table.errors, { row: at.row, column: column.name });
  const shared = {
    id: table.idOf(at),
    'aria-label': t('form.cell', { table: spec.label, row: at.row + 1, column: column.label }),
    'aria-invalid': Boolean(error),
    'aria-describedby': error ? `${table.idOf(at)}-error` : undefined,
    value: table.rows[at.row]?.[column.name] ?? '',
    onBlur: () => table.leave(at),
    className: cx(
      'w-full min-w-0 bg-white px-2 py-1.5 text-14 touch-target',
      isNumeric(column) && 'text-right tabular-nums',
      error && 'outline-2 -outline-offset-2 outline-vermilion',
    ),
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
      onPaste={(event: ClipboardEvent) => {
        if (table.paste(at, event.clipboardData.getData('text'))) event.preventDefault();
      }}
    />
  );
}

/** Enter goes down a column and past its end; Alt with arrows and Delete moves and removes the row. */
function onRowKey(event: KeyboardEvent, at: Place, table: TableRows) {
  if (event.nativeEvent.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return;
  const isCell = event.target instanceof HTMLInputElement;
  const act =
    event.key === 'Enter' && isCell && !event.altKey
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

function RowActs({ spec, row, table }: { spec: FieldSpec; row: number; table: TableRows }) {
  const { t } = useLanguage();
  const at = { row, column: 0 };
  const words = { label: spec.label, n: row + 1 };
  const act = 'touch-target min-h-6 min-w-6 rounded-4 px-1 text-key-900 disabled:text-solid-gray-420';
  return (
    <span className="flex whitespace-nowrap">
      <button
        type="button"
        className={act}
        disabled={row === 0}
        aria-label={t('table.up', words)}
        onClick={() => table.move(at, -1)}
      >
        ↑
      </button>
      <button
        type="button"
        className={act}
        disabled={row === table.rows.length - 1}
        aria-label={t('table.down', words)}
        onClick={() => table.move(at, 1)}
      >
        ↓
      </button>
      <button type="button" className={act} aria-label={t('table.remove', words)} onClick={() => table.remove(at)}>
        ✕
      </button>
    </span>
  );
}

function Sums({ columns, table }: { columns: readonly FieldSpec[]; table: TableRows }) {
  const { t, locale } = useLanguage();
  if (!columns.some(({ summed }) => summed)) return null;
  return (
    <tfoot>
      <tr>
        <th scope="row" className="px-1 py-1 text-13 font-bold whitespace-nowrap">
          {t('sheet.sum')}
        </th>
        {columns.map((column) => {
          const sum = column.summed ? columnSum(table.rows, column.name) : undefined;
          return (
            <td key={column.name} className="px-2 py-1 text-right text-14 font-bold whitespace-nowrap tabular-nums">
              {sum === null ? t('table.unreadable') : sum !== undefined && formatYen(sum, locale)}
            </td>
          );
        })}
        <td />
      </tr>
    </tfoot>
  );
}

function Notes({ table }: { table: TableRows }) {
  const { t } = useLanguage();
  return (
    <div className="flex flex-wrap items-center gap-2 text-13">
      <p role="status" className={cx(table.note?.tone === 'refused' && 'font-bold text-vermilion')}>
        {table.note?.text}
      </p>
      {table.undo && (
        <Button look="quiet" onClick={table.undo}>
          {t('table.undo')}
        </Button>
      )}
    </div>
  );
}

/** What is wrong in the cells, under the table in their order. */
function CellErrors({ columns, table }: { columns: readonly FieldSpec[]; table: TableRows }) {
  const wrong = table.rows.flatMap((_, row) =>
    columns.flatMap(({ name }, column) => {
      const text = messageAt(table.errors, { row, column: name });
      return text ? [{ id: `${table.idOf({ row, column })}-error`, text }] : [];
    }),
  );
  if (wrong.length === 0) return null;
  return (
    <ul className="text-13 font-bold text-vermilion">
      {wrong.map(({ id, text }) => (
        <li key={id} id={id}>
          {text}
        </li>
      ))}
    </ul>
  );
}

/** 内訳: rows of typed columns, filled by keyboard or from a spreadsheet; money is summed up beneath. */
export function TableInput({ name, spec }: { name: string; spec: FieldSpec }) {
  const { t } = useLanguage();
  const table = useTableRows(name, spec);
  const columns = spec.children;
  const own = (table.errors as { message?: string } | undefined)?.message;
  return (
    <FieldFrame id={name} label={spec.label} required={spec.required} help={spec.help} error={own} group>
      <p className="text-13 text-quiet">{t('table.help')}</p>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse">
          <thead>
            <tr className="bg-solid-gray-50 text-13">
              <th scope="col" className="border border-solid-gray-420 px-1 font-normal">
                {t('table.row')}
              </th>
              {columns.map((column) => (
                <th
                  key={column.name}
                  scope="col"
                  className={cx('border border-solid-gray-420 px-2 py-1 text-left font-normal', widthOf(column))}
                >
                  {column.label}
                  {column.required && <span className="text-vermilion"> {t('form.required')}</span>}
                </th>
              ))}
              <th scope="col" className="border border-solid-gray-420 px-1 font-normal">
                {t('table.acts')}
              </th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map((_, row) => (
              <tr key={row}>
                <th scope="row" className="border border-solid-gray-420 px-1 text-center text-13 font-normal">
                  {row + 1}
                </th>
                {columns.map((column, at) => (
                  <td
                    key={column.name}
                    className="border border-solid-gray-420 p-0"
                    onKeyDown={(event) => onRowKey(event, { row, column: at }, table)}
                  >
                    <Cell spec={spec} column={column} at={{ row, column: at }} table={table} />
                  </td>
                ))}
                <td className="border border-solid-gray-420 px-1">
                  <RowActs spec={spec} row={row} table={table} />
                </td>
              </tr>
            ))}
          </tbody>
          <Sums columns={columns} table={table} />
        </table>
      </div>
      <CellErrors columns={columns} table={table} />
      <Notes table={table} />
      <div>
        <Button look="quiet" onClick={() => table.add(table.rows.length - 1)}>
          {t('table.add')}
        </Button>
      </div>
    </FieldFrame>
  );
}
