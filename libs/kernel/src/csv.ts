/** What spreadsheets take for a formula, in the widths they know; also after a line end within a cell. */
const FORMULA = /^[\s\u200b]*[=+\-@＝＋－＠\t\r]/u;
/** How registers say that there is nothing: one sign without anything to compute. */
const NOTHING = '－';

/** One cell: an apostrophe keeps text from being run as a formula; quotes keep it in one piece. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const guarded = FORMULA.test(value) && value !== NOTHING ? `'${value}` : value;
  return /[",\r\n]/u.test(guarded) || guarded !== guarded.trim() ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** One line, ended as spreadsheets want it. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** Begins a file, so that spreadsheets read it as UTF-8. */
export const CSV_START = '\uFEFF';

/** A column of a list for spreadsheets. */
export interface CsvColumn<L> {
  readonly heading: string;
  readonly cell: (line: L) => string;
}

/** A whole list: headings, then a line for each. */
export function csvOf<L>(columns: readonly CsvColumn<L>[], lines: readonly L[]): string {
  const rows = [columns.map(({ heading }) => heading), ...lines.map((line) => columns.map(({ cell }) => cell(line)))];
  return CSV_START + rows.map(csvLine).join('');
}
