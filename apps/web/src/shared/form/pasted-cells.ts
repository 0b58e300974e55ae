import type { FieldSpec } from './field-spec';
import { parseDecimal, parseInteger, formatNumber } from '../money/yen';
import { formatDay, formatFiscalYear } from '../wareki/format';
import { parseDate, parseFiscalYear } from '../wareki/parse';

/** One row of a table as its inputs show it. */
export type TableRow = Readonly<Record<string, string>>;

/** Cells as a spreadsheet copies them: tabs between columns, quoted where a cell has breaks or quotes of its own. */
export function readPasted(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gu;
  for (const [, quoted, plain = '', end] of text.matchAll(cells)) {
    row.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === '\t') continue;
    rows.push(row);
    row = [];
  }
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === '')) rows.pop();
  return rows;
}

/** Numbers and days set in order where they can be read; anything else stays as it was typed, to be put right. */
export function tidyCell({ kind }: FieldSpec, text: string, today: string): string {
  const typed = text.trim();
  if (typed === '') return '';
  if (kind === 'yen' || kind === 'integer' || kind === 'number') {
    const reading = (kind === 'number' ? parseDecimal : parseInteger)(typed);
    if (!reading.ok) return typed;
    return kind === 'yen' ? formatNumber(reading.value) : String(reading.value);
  }
  if (kind === 'date') {
    const reading = parseDate(typed, today);
    return reading.ok ? formatDay(reading.iso, 'ja') : typed;
  }
  if (kind === 'fiscalYear') {
    const reading = parseFiscalYear(typed, today);
    return reading.ok ? formatFiscalYear(reading.year, 'ja') : typed;
  }
  return typed.replace(/\s*[\r\n]+\s*/gu, ' ');
}

export interface Paste {
  readonly rows: readonly TableRow[];
  readonly columns: readonly FieldSpec[];
  readonly at: { readonly row: number; readonly column: number };
  readonly cells: readonly (readonly string[])[];
  readonly maxRows: number | null;
  readonly today: string;
}

export type PasteOutcome =
  | { readonly ok: true; readonly rows: readonly TableRow[] }
  /** Nothing was pasted: the table has less room than asked for. */
  | { readonly ok: false; readonly error: 'columns' | 'rows'; readonly wanted: number; readonly room: number };

/** The table with the cells laid over it from one cell on; rows grow as needed, and an empty cell empties what it covers. */
export function placePasted({ rows, columns, at, cells, maxRows, today }: Paste): PasteOutcome {
  const wanted = Math.max(...cells.map((row) => row.length));
  const room = columns.length - at.column;
  if (wanted > room) return { ok: false, error: 'columns', wanted, room };
  const height = at.row + cells.length;
  if (maxRows !== null && height > maxRows)
    return { ok: false, error: 'rows', wanted: cells.length, room: maxRows - at.row };
  const pasted = Array.from({ length: Math.max(rows.length, height) }, (_, index): TableRow => {
    const row = rows[index] ?? blankRow(columns);
    const over = cells[index - at.row];
    if (!over) return row;
    const laid = over.map((text, offset) => {
      const column = columns[at.column + offset];
      return column ? [column.name, tidyCell(column, text, today)] : [];
    });
    return { ...row, ...Object.fromEntries(laid) };
  });
  return { ok: true, rows: pasted };
}

export const blankRow = (columns: readonly FieldSpec[]): TableRow =>
  Object.fromEntries(columns.map(({ name }) => [name, '']));

/** Sum of a column of money; null when a cell of it cannot be read. */
export function columnSum(rows: readonly TableRow[], name: string): number | null {
  let sum = 0;
  for (const { [name]: text = '' } of rows) {
    const reading = text.trim() === '' ? null : parseInteger(text);
    if (reading?.ok === false) return null;
    sum += reading?.value ?? 0;
  }
  return sum;
}
