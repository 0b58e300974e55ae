import { FieldFrame } from './field-frame';
import type { FieldSpec } from './field-spec';
import { columnSum } from './pasted-cells';
import { useLanguage } from '../i18n/translate';
import { formatYen } from '../money/yen';
import { Button } from '../ui/button';
import { cx } from '../ui/class-names';
import { messageAt, onRowKey, TableCell, widthOf } from './table-cell';
import { useTableRows, type TableRows } from './use-table-rows';

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
                    onKeyDownCapture={(event) => onRowKey(event, { row, column: at }, table)}
                    onPasteCapture={(event) => {
                      if (table.paste({ row, column: at }, event.clipboardData.getData('text'))) event.preventDefault();
                    }}
                  >
                    <TableCell spec={spec} column={column} at={{ row, column: at }} table={table} />
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
