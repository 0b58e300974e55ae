import type { ReactNode } from 'react';
import type { FieldSpec } from '../form/field-spec';
import { useLanguage } from '../i18n/translate';
import { cx } from '../ui/class-names';

type Row = Readonly<Record<string, unknown>>;

const isNumeric = ({ kind }: FieldSpec) => kind === 'yen' || kind === 'integer' || kind === 'number';
const sumOf = (rows: readonly Row[], name: string) =>
  rows.reduce((sum, row) => sum + (typeof row[name] === 'number' ? row[name] : 0), 0);

interface TableValueProps {
  readonly spec: FieldSpec;
  readonly rows: readonly Row[];
  /** One cell, as the sheet prints such a value. */
  readonly valueOf: (column: FieldSpec, value: unknown) => ReactNode;
}

/** 内訳 on the sheet: rows under headings, money summed up. */
export default function TableValue({ spec, rows, valueOf }: TableValueProps) {
  const { t } = useLanguage();
  const cell = (column: FieldSpec) =>
    cx(
      'border border-solid-gray-600 px-2 py-0.5',
      isNumeric(column) ? 'text-right whitespace-nowrap tabular-nums' : 'text-left',
    );
  const columns = spec.children;
  return (
    // A wide table scrolls by itself: the sheet keeps its width.
    <div className="overflow-x-auto" role="region" aria-label={spec.label} tabIndex={0}>
      <table className="min-w-full border-collapse text-13">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={cx(cell(column), 'bg-solid-gray-50 font-normal')}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column.name} className={cell(column)}>
                  {valueOf(column, row[column.name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {columns.some(({ summed }) => summed) && (
          <tfoot>
            <tr>
              {columns.map((column, index) => (
                <td key={column.name} className={cx(cell(column), 'font-bold')}>
                  {column.summed ? valueOf(column, sumOf(rows, column.name)) : index === 0 && t('sheet.sum')}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
