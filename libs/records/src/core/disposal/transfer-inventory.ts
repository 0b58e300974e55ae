import { type CsvColumn, type LocalDate, formatFiscalYear, formatWareki } from '@fubako/kernel';

/** A document, a paper, or what of a file is not listed one by one, as 移管目録 lists it. */
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
  /** Of the decision, or of the paper. */
  readonly day: string;
  readonly medium: '電子' | '紙';
  /** 数量: files of a document, pages of a paper. */
  readonly amount: string;
  /** 所在 of paper. */
  readonly place: string;
}

/** TRANS-3 What the inventory says of each; `share` is of the width of a page. */
export const INVENTORY_COLUMNS: readonly (CsvColumn<InventoryLine> & {
  readonly share: number;
  readonly align?: 'right';
})[] = [
  { heading: '分類', share: 1.2, cell: ({ classCode }) => classCode },
  { heading: '簿冊', share: 2.1, cell: ({ file }) => file },
  { heading: '所管', share: 1.2, cell: ({ section }) => section },
  { heading: '作成年度', share: 1.3, cell: ({ fiscalYear }) => fiscalYear },
  { heading: '冊', share: 0.8, align: 'right', cell: ({ volume }) => String(volume) },
  { heading: '保存期間', share: 1.1, cell: ({ retention }) => retention },
  { heading: '満了日', share: 2, cell: ({ expiresOn }) => expiresOn },
  { heading: '文書番号', share: 1.7, cell: ({ number }) => number },
  { heading: '件名', share: 2.4, cell: ({ title }) => title },
  { heading: '文書の日', share: 1.9, cell: ({ day }) => day },
  { heading: '媒体', share: 0.7, cell: ({ medium }) => medium },
  { heading: '数量', share: 1.4, cell: ({ amount }) => amount },
  { heading: '所在', share: 1.8, cell: ({ place }) => place },
];

/** 紙の記録 that goes to the archives. */
export interface TransferredPaper {
  readonly number: string | null;
  readonly title: string;
  readonly documentedOn: LocalDate;
  readonly pages: number;
  /** Within the file; null: nothing is said. */
  readonly location: string | null;
  /** An approved scan that stands for it (RULE-92), and whether the paper is no more. */
  readonly scan: { readonly sha256: string; readonly fileName: string; readonly isAlone: boolean } | null;
}

/** A file that goes to the archives, as it is or was. */
export interface TransferredFile {
  readonly title: string;
  readonly classCode: string;
  readonly sectionName: string;
  readonly fiscalYear: number;
  readonly volume: number;
  readonly retentionLabel: string;
  readonly expiresOn: LocalDate;
  /** `electronic`, `paper`, `hybrid` */
  readonly medium: string;
  /** Electronic documents in it. */
  readonly documents: number;
  /** Where its paper lies, or lay last. */
  readonly place: string | null;
  readonly papers: readonly TransferredPaper[];
}

/** 点数: what is counted of paper; what is not registered one by one is one piece. */
export function piecesOf({ medium, papers }: Pick<TransferredFile, 'medium' | 'papers'>): number {
  if (medium === 'electronic') return 0;
  return papers.length === 0 ? 1 : papers.filter(({ scan }) => !scan?.isAlone).length;
}

/** The columns that every line of a file has. */
export function lineOfFile(file: Omit<TransferredFile, 'documents' | 'papers' | 'medium' | 'place'>) {
  return {
    file: file.title,
    classCode: file.classCode,
    section: file.sectionName,
    fiscalYear: formatFiscalYear(file.fiscalYear),
    volume: file.volume,
    retention: file.retentionLabel,
    expiresOn: formatWareki(file.expiresOn),
  };
}

/** The paper of a file, piece by piece with where it lies and how much it is. */
export function paperLines(file: TransferredFile): InventoryLine[] {
  if (file.medium === 'electronic') return [];
  const own = lineOfFile(file);
  if (file.papers.length === 0)
    return [
      { ...own, number: '', title: '紙の資料一式', day: '', medium: '紙', amount: '1冊', place: file.place ?? '' },
    ];
  return file.papers.map(({ number, title, documentedOn, pages, location, scan }): InventoryLine => {
    const line = { ...own, number: number ?? '', day: formatWareki(documentedOn) };
    return scan?.isAlone
      ? { ...line, title: `${title}(代替の画像)`, medium: '電子', amount: '1ファイル', place: '' }
      : {
          ...line,
          title,
          medium: '紙',
          amount: `${pages.toLocaleString('ja-JP')}ページ`,
          place: [file.place, location].filter(Boolean).join(' '),
        };
  });
}

/** A file as a whole: its electronic documents counted, its paper piece by piece. */
export function linesOfFile(file: TransferredFile): InventoryLine[] {
  const electronic = {
    ...lineOfFile(file),
    number: '',
    title: '電子文書',
    day: '',
    medium: '電子' as const,
    amount: `${file.documents.toLocaleString('ja-JP')}件`,
    place: '',
  };
  return [...(file.documents > 0 ? [electronic] : []), ...paperLines(file)];
}
