import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import type { Faults } from './fault';

export interface CsvRecord {
  /** Line on which the record begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The records of an RFC 4180 text with LF line ends; blank lines are passed over. Null when quotes are broken, which becomes a fault. */
export function readCsv(file: string, text: string, faults: Faults): CsvRecord[] | null {
  try {
    const records = parse(text, {
      info: true,
      relax_column_count: true,
      record_delimiter: '\n',
    }) as unknown as { record: string[]; info: InfoRecord }[];
    return records
      .map(({ record, info }) => ({ line: info.lines - lineBreaksIn(record), cells: record }))
      .filter(({ cells }) => cells.length > 1 || cells[0]?.trim() !== '');
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines ?? 0);
    const column = Number(error.column ?? 0) + 1;
    faults.add({ file, line, column, field: '' }, 'package.broken-csv', {
      ja: '引用符「"」の対応が崩れています。文字として使う「"」は「""」と二つ重ねて書いてください。',
      en: 'Quotation marks do not match. Write a mark that is meant as text twice ("").',
    });
    return null;
  }
}

function lineBreaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
}
