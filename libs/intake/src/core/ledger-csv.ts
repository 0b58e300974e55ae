/** A cell that a spreadsheet would take for a formula is kept as text by an apostrophe in front. */
const FORMULA = /^[=+\-@\t\r]/;

/** CSV-1 RFC 4180 with CR LF; quotes where they are needed. */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => quoted(cell ?? '')).join(',')}\r\n`;
}

function quoted(cell: string): string {
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
