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

const HEADINGS = [
  '所管',
  '分類',
  '簿冊名',
  '年度',
  '冊',
  '満了日',
  '状況',
  '最初に見つかった日',
  '最後に確かめた日',
  '解消した日',
];

/** SWEEP-2 Findings as a spreadsheet has them: with a byte order mark, and no cell that one would take for a formula. */
export function findingCsv(lines: readonly FindingLine[]): string {
  const rows = lines.map((line) =>
    [
      line.unitName,
      line.classCode,
      line.title,
      String(line.fiscalYear),
      String(line.volume),
      line.expiresOn ?? '',
      findingWords(line.kind, 'ja'),
      line.foundOn,
      line.seenOn,
      line.settledOn ?? '',
    ].map(cell),
  );
  return `\uFEFF${[HEADINGS, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
}

function cell(value: string): string {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
