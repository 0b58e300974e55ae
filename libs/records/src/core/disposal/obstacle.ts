import { type FiscalYear, type LocalDate, fiscalYearOf } from '@fubako/kernel';

/** What is known of a file and of everything in it, as it is now. */
export interface FileFacts {
  readonly state: string;
  readonly expiresOn: LocalDate | null;
  readonly retentionClass: string;
  /** Years of the retention class; null: no end. */
  readonly years: number | null;
  readonly fiscalYear: FiscalYear;
  /** 継続簿冊 gathers several years. */
  readonly continuing: boolean;
  /** Lent (貸出中): it comes back first (LOAN-5). */
  readonly lent?: boolean;
  /** `electronic`, `paper`, `hybrid` */
  readonly medium: string;
  readonly documents: readonly RecordFacts[];
  /** 紙の記録, registered one by one. */
  readonly papers: readonly PaperFacts[];
}

export interface PaperFacts {
  readonly paperId: string;
  readonly documentedOn: LocalDate;
}

export interface RecordFacts {
  readonly documentId: string;
  readonly state: string;
  readonly retentionClass: string;
  readonly decidedOn: LocalDate;
  readonly provisional: boolean;
  readonly expiresOn: LocalDate | null;
}

export const OBSTACLES = [
  'has-left',
  'lent',
  'empty',
  'no-end',
  'unknown-expiry',
  'not-expired',
  'not-closed',
  'mixed-retention',
  'mixed-years',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/**
 * DISP-1 Why a file cannot be disposed of; null: nothing stands in the way but holds. Each of its documents is looked at,
 * because the file's own dates may be wrong: 455 documents of a town went with a list that had no expiry dates (RULE-90),
 * and binders of mixed years are a named cause of wrongful disposal (RULE-83).
 */
export function obstacleOf(file: FileFacts, today: LocalDate): Obstacle | null {
  const { documents } = file;
  if (!['open', 'closed'].includes(file.state)) return 'has-left';
  if (documents.some(({ state }) => state !== 'held_in_file')) return 'has-left';
  if (file.lent) return 'lent';
  if (isEmpty(file)) return 'empty';
  if (file.years === null) return 'no-end';
  if (file.expiresOn === null || documents.some(({ expiresOn }) => expiresOn === null)) return 'unknown-expiry';
  if (!isOver(file.expiresOn, today) || documents.some(({ expiresOn }) => !isOver(expiresOn, today)))
    return 'not-expired';
  if (documents.some(({ provisional }) => provisional)) return 'not-closed';
  if (documents.some(({ retentionClass }) => retentionClass !== file.retentionClass)) return 'mixed-retention';
  if (mixesYears(file)) return 'mixed-years';
  return null;
}

/** A file of paper is not empty because nothing in it was registered one by one. */
const isEmpty = ({ documents, papers, medium }: FileFacts): boolean =>
  documents.length === 0 && papers.length === 0 && medium !== 'paper';

/** What is older than its file does not end too early with it; paper is often dated before it comes in. */
function mixesYears({ continuing, fiscalYear, documents, papers }: FileFacts): boolean {
  if (continuing) return false;
  return (
    documents.some(({ decidedOn }) => fiscalYearOf(decidedOn) !== fiscalYear) ||
    papers.some(({ documentedOn }) => fiscalYearOf(documentedOn) > fiscalYear)
  );
}

/** The last day of the period has passed; an unknown one never has. */
function isOver(expiresOn: LocalDate | null, today: LocalDate): boolean {
  return expiresOn !== null && expiresOn < today;
}
