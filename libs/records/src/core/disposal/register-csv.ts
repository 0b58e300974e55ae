import { csvOf } from '@fubako/kernel';

/** One line of 廃棄簿 or 移管簿 as a spreadsheet has it. */
export interface RegisterCsvLine {
  readonly executedOn: string;
  readonly sectionName: string;
  readonly className: string;
  readonly title: string;
  readonly fiscalYearLabel: string;
  readonly volume: number;
  readonly documentCount: number;
  readonly retentionLabel: string;
  readonly expiresOn: string;
  readonly decisionNumber: string | null;
  readonly decidedOn: string;
  readonly decidedByName: string;
  readonly executedName: string;
  readonly method: string;
}

const HEADINGS: readonly (readonly [keyof RegisterCsvLine, string])[] = [
  ['executedOn', '実行日'],
  ['sectionName', '所管'],
  ['className', '分類'],
  ['title', '簿冊名'],
  ['fiscalYearLabel', '年度'],
  ['volume', '冊'],
  ['documentCount', '件数'],
  ['retentionLabel', '保存期間'],
  ['expiresOn', '満了日'],
  ['decisionNumber', '決裁番号'],
  ['decidedOn', '決裁日'],
  ['decidedByName', '決裁者'],
  ['executedName', '実行者'],
  ['method', '方法'],
];

const COLUMNS = HEADINGS.map(([key, heading]) => ({
  heading,
  cell: (line: RegisterCsvLine) => String(line[key] ?? ''),
}));

/** DISP-15 The register as CSV (REG-4). */
export const registerCsv = (lines: readonly RegisterCsvLine[]): string => csvOf(COLUMNS, lines);
