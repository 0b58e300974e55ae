/** A column of a list for spreadsheets. */
export interface CsvColumn<L> {
  readonly heading: string;
  readonly cell: (line: L) => string;
}

/** REG-4 With a byte order mark for spreadsheets, and no cell that one would take for a formula. */
export function csvOf<L>(columns: readonly CsvColumn<L>[], lines: readonly L[]): string {
  const rows = [
    columns.map(({ heading }) => heading),
    ...lines.map((line) => columns.map(({ cell }) => csvCell(cell(line)))),
  ];
  return `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
}

function csvCell(value: string): string {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
