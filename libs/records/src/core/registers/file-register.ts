import { type FiscalYear, type LocalDate, formatFiscalYear, formatWareki } from '@fubako/kernel';
import { csvOf } from '@fubako/kernel';

/** One file as the register of a day has it. */
export interface RegisterLine {
  readonly fileId: string;
  /** 大・中・小分類 by their names. */
  readonly classNames: readonly string[];
  readonly classCode: string;
  readonly title: string;
  readonly volume: number;
  readonly fiscalYear: FiscalYear;
  readonly managerThen: string;
  readonly managerNow: string;
  readonly startsOn: LocalDate | null;
  readonly retentionLabel: string;
  readonly expiresOn: LocalDate | null;
  /** 永年, 常用: no expiry; otherwise none stands for not known yet. */
  readonly endless: boolean;
  readonly medium: string;
  /** Where it lies; for the public only 執務室 or 書庫. */
  readonly place: string;
  readonly disposition: string;
  readonly state: string;
}

/** What of a file decides whether the public register has it. */
export interface PublicFacts {
  readonly years: number | null;
  readonly secret: boolean;
  readonly disclosureClass: string;
  readonly state: string;
}

/** REG-2 Left out: files of less than a year, what is marked secret, and what is no longer kept. */
export function isPublic({ years, secret, state }: PublicFacts): boolean {
  return years !== 0 && !secret && (state === 'open' || state === 'closed');
}

/** REG-2 The name of a file that is not open to the public could tell what is exempt: its class stands in for it. */
export function publicTitle(
  { disclosureClass }: Pick<PublicFacts, 'disclosureClass'>,
  title: string,
  className: string,
): string {
  return disclosureClass === 'closed' ? className : title;
}

const MEDIA: Readonly<Record<string, string>> = { electronic: '電子', paper: '紙', hybrid: '紙・電子' };
const DISPOSITIONS: Readonly<Record<string, string>> = {
  destroy: '廃棄',
  transfer: '移管',
  appraise: '評価選別',
  review: '見直し',
};
const STATES: Readonly<Record<string, string>> = {
  open: '作成中',
  closed: '完結',
  transferred: '移管済',
  disposed: '廃棄済',
  removed: '抹消',
};

export interface RegisterColumn {
  readonly heading: string;
  /** Where a page has to break the heading. */
  readonly printed?: string;
  /** Share of the width of a page. */
  readonly share: number;
  readonly cell: (line: RegisterLine) => string;
}

const day = (date: LocalDate | null, none: string): string => (date === null ? none : formatWareki(date));

/** REG-1 The eleven columns of 公文書管理法施行令 11条. */
export const PUBLIC_COLUMNS: readonly RegisterColumn[] = [
  { heading: '分類', share: 2.3, cell: ({ classCode, classNames }) => `${classCode} ${classNames.join(' > ')}` },
  { heading: '名称', share: 2.6, cell: ({ title, volume }) => (volume > 1 ? `${title}(${volume})` : title) },
  { heading: '作成年度', share: 1.3, cell: ({ fiscalYear }) => formatFiscalYear(fiscalYear) },
  {
    heading: '作成時の文書管理者',
    printed: '作成時の\n文書管理者',
    share: 1.9,
    cell: ({ managerThen }) => managerThen,
  },
  { heading: '起算日', share: 1.8, cell: ({ startsOn }) => day(startsOn, '未確定') },
  { heading: '保存期間', share: 1.1, cell: ({ retentionLabel }) => retentionLabel },
  { heading: '満了日', share: 1.9, cell: ({ expiresOn, endless }) => day(expiresOn, endless ? '－' : '未確定') },
  { heading: '媒体の種別', share: 1.25, cell: ({ medium }) => MEDIA[medium] ?? medium },
  { heading: '保存場所', share: 1.1, cell: ({ place }) => place },
  { heading: '文書管理者', share: 1.9, cell: ({ managerNow }) => managerNow },
  {
    heading: '満了時の措置',
    printed: '満了時の\n措置',
    share: 1.1,
    cell: ({ disposition }) => DISPOSITIONS[disposition] ?? disposition,
  },
];

/** The register of the house: the same, with the state and the id of every file. */
export const INTERNAL_COLUMNS: readonly RegisterColumn[] = [
  ...PUBLIC_COLUMNS,
  { heading: '状態', share: 1.1, cell: ({ state }) => STATES[state] ?? state },
];

/** REG-4 */
export const registerCsv = (columns: readonly RegisterColumn[], lines: readonly RegisterLine[]): string =>
  csvOf(columns, lines);
