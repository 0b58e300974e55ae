import { type LocalDate, formatFiscalYear, formatWareki } from '@fubako/kernel';
import type { CsvColumn } from '@fubako/kernel';

/** One file of the due list, as it is printed. */
export interface DueLine {
  readonly unitCode: string;
  readonly unitName: string;
  readonly classCode: string;
  readonly title: string;
  readonly volume: number;
  readonly fiscalYear: number;
  readonly documentCount: number;
  readonly retentionLabel: string;
  readonly expiresOn: LocalDate | null;
  readonly disposition: string;
  readonly medium: string;
  readonly extensionCount: number;
  /** 廃棄保留 in words; empty: none. */
  readonly hold: string;
}

const DISPOSITIONS: Readonly<Record<string, string>> = {
  destroy: '廃棄',
  transfer: '移管',
  appraise: '評価選別',
  review: '見直し',
};
const MEDIA: Readonly<Record<string, string>> = { paper: '紙', hybrid: '紙・電子', electronic: '電子' };

export interface DueColumn extends CsvColumn<DueLine> {
  /** Share of the width of a page. */
  readonly share: number;
  readonly align?: 'right';
}

/** DUE-3 What the printed list and the one for spreadsheets say of a file. */
export const DUE_COLUMNS: readonly DueColumn[] = [
  { heading: '所管', share: 1.4, cell: ({ unitName }) => unitName },
  { heading: '満了日', share: 1.5, cell: ({ expiresOn }) => (expiresOn ? formatWareki(expiresOn) : '') },
  { heading: '分類', share: 1.1, cell: ({ classCode }) => classCode },
  { heading: '簿冊', share: 2.9, cell: ({ title }) => title },
  { heading: '冊', share: 0.5, align: 'right', cell: ({ volume }) => String(volume) },
  { heading: '作成年度', share: 1.1, cell: ({ fiscalYear }) => formatFiscalYear(fiscalYear) },
  { heading: '件数', share: 0.6, align: 'right', cell: ({ documentCount }) => String(documentCount) },
  { heading: '保存期間', share: 1, cell: ({ retentionLabel }) => retentionLabel },
  {
    heading: '延長',
    share: 0.6,
    align: 'right',
    cell: ({ extensionCount }) => (extensionCount ? `${extensionCount}回` : ''),
  },
  { heading: '満了時の措置', share: 1.4, cell: ({ disposition }) => DISPOSITIONS[disposition] ?? disposition },
  { heading: '媒体', share: 0.8, cell: ({ medium }) => MEDIA[medium] ?? medium },
  { heading: '廃棄保留', share: 2.1, cell: ({ hold }) => hold },
];

/** By section, then by expiry; within a day as files stand on the shelf: by class, year and volume. */
export function bySection(lines: readonly DueLine[]): DueLine[] {
  return lines.toSorted(
    (a, b) =>
      compare(a.unitCode, b.unitCode) ||
      compare(a.expiresOn ?? '', b.expiresOn ?? '') ||
      compare(a.classCode, b.classCode) ||
      a.fiscalYear - b.fiscalYear ||
      a.volume - b.volume,
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
