import type { CsvColumn } from '@fubako/kernel';

/** A document that is handed over, as 移管目録 lists it. */
export interface InventoryLine {
  readonly file: string;
  readonly classCode: string;
  readonly section: string;
  readonly fiscalYear: string;
  readonly volume: number;
  readonly retention: string;
  readonly expiresOn: string;
  readonly number: string;
  readonly title: string;
  readonly decidedOn: string;
  /** How many files of it are in the package. */
  readonly files: number;
}

/** TRANS-3 What the inventory says of a document; `share` is of the width of a page. */
export const INVENTORY_COLUMNS: readonly (CsvColumn<InventoryLine> & { readonly share: number })[] = [
  { heading: '分類', share: 1.2, cell: ({ classCode }) => classCode },
  { heading: '簿冊', share: 2.6, cell: ({ file }) => file },
  { heading: '所管', share: 1.6, cell: ({ section }) => section },
  { heading: '作成年度', share: 1.3, cell: ({ fiscalYear }) => fiscalYear },
  { heading: '冊', share: 0.5, cell: ({ volume }) => String(volume) },
  { heading: '保存期間', share: 1.1, cell: ({ retention }) => retention },
  { heading: '満了日', share: 1.8, cell: ({ expiresOn }) => expiresOn },
  { heading: '文書番号', share: 2, cell: ({ number }) => number },
  { heading: '件名', share: 3.2, cell: ({ title }) => title },
  { heading: '決裁日', share: 1.8, cell: ({ decidedOn }) => decidedOn },
  { heading: 'ファイル', share: 0.8, cell: ({ files }) => String(files) },
];
