/** One line of 発番簿 as a spreadsheet has it. */
export interface LedgerCsvLine {
  readonly short: string;
  readonly text: string;
  readonly issuedOn: string;
  readonly issuedByName: string | null;
  readonly addressee: string | null;
  readonly title: string | null;
  readonly voidedOn: string;
  readonly voidedByName: string | null;
  readonly voidReason: string | null;
  readonly reserveReason: string | null;
}

const HEADINGS: readonly (readonly [keyof LedgerCsvLine, string])[] = [
  ['short', '番号'],
  ['text', '文書番号'],
  ['issuedOn', '発番日'],
  ['issuedByName', '発番者'],
  ['addressee', '宛先'],
  ['title', '件名'],
  ['voidedOn', '欠番日'],
  ['voidedByName', '欠番とした者'],
  ['voidReason', '欠番の理由'],
  ['reserveReason', '予約の理由'],
];

/** EXE-10 発番簿 and 欠番簿 as CSV. */
export const ledgerCsv = (lines: readonly LedgerCsvLine[]): string => csvOf(HEADINGS, lines);

export type Headings<L> = readonly (readonly [keyof L, string])[];

/** With a byte order mark for spreadsheets, and no cell that one would take for a formula. */
export function csvOf<L extends object>(headings: Headings<L>, lines: readonly L[]): string {
  const rows = [
    headings.map(([, heading]) => heading),
    ...lines.map((line) => headings.map(([key]) => cell(String(line[key] ?? '')))),
  ];
  return `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
}

function cell(value: string): string {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
