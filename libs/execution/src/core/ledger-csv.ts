import { type CsvColumn, csvOf } from '@fubako/kernel';

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

/** The keys of a line in the order of its columns, each with its heading. */
export type Headings<L> = readonly (readonly [keyof L, string])[];

/** Columns that say what stands under a key. */
export const columnsOf = <L extends object>(headings: Headings<L>): CsvColumn<L>[] =>
  headings.map(([key, heading]) => ({ heading, cell: (line) => String(line[key] ?? '') }));

const HEADINGS: Headings<LedgerCsvLine> = [
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
export const ledgerCsv = (lines: readonly LedgerCsvLine[]): string => csvOf(columnsOf(HEADINGS), lines);
