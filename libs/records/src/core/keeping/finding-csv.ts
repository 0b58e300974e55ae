import { type CsvColumn, csvOf } from '@fubako/kernel';
import { findingWords } from './finding-words';

export interface FindingLine {
  readonly kind: 'unknown_expiry' | 'mixed_years' | 'mixed_retention';
  readonly unitName: string;
  readonly classCode: string;
  readonly title: string;
  readonly fiscalYear: number;
  readonly volume: number;
  readonly expiresOn: string | null;
  readonly foundOn: string;
  readonly seenOn: string;
  readonly settledOn: string | null;
}

const COLUMNS: readonly CsvColumn<FindingLine>[] = [
  { heading: '所管', cell: ({ unitName }) => unitName },
  { heading: '分類', cell: ({ classCode }) => classCode },
  { heading: '簿冊名', cell: ({ title }) => title },
  { heading: '年度', cell: ({ fiscalYear }) => String(fiscalYear) },
  { heading: '冊', cell: ({ volume }) => String(volume) },
  { heading: '満了日', cell: ({ expiresOn }) => expiresOn ?? '' },
  { heading: '状況', cell: ({ kind }) => findingWords(kind, 'ja') },
  { heading: '最初に見つかった日', cell: ({ foundOn }) => foundOn },
  { heading: '最後に確かめた日', cell: ({ seenOn }) => seenOn },
  { heading: '解消した日', cell: ({ settledOn }) => settledOn ?? '' },
];

/** SWEEP-2 Findings as a spreadsheet has them (REG-4). */
export const findingCsv = (lines: readonly FindingLine[]): string => csvOf(COLUMNS, lines);
