import type { FiscalYear, LocalDate } from '@fubako/kernel';
import type { SearchPlan } from './plan';
import type { SubjectKind } from './searchable-document';

/** 並び順: newest day; fiscal year and number; words in the title, then numbers, then day (SEA-20). */
export const SORTS = ['date', 'number', 'relevance'] as const;
export type Sort = (typeof SORTS)[number];

/** What filing says of a document; the records keep it, and it is asked there in the same statement. */
export const FACT_NAMES = [
  'unitThen',
  'filingClass',
  'retention',
  'expiryYear',
  'hold',
  'disclosureClass',
  'medium',
] as const;
export type FactName = (typeof FACT_NAMES)[number];

/** Conditions beside the words; an absent one leaves everything. */
export interface SearchFilter {
  readonly kinds?: readonly SubjectKind[];
  readonly fiscalYears?: readonly FiscalYear[];
  /** 所管課, as it is now. */
  readonly units?: readonly string[];
  /** Ids of files (簿冊). */
  readonly files?: readonly string[];
  readonly matterTypes?: readonly string[];
  readonly states?: readonly string[];
  readonly facts?: Readonly<Partial<Record<FactName, readonly string[]>>>;
  /** Both days belong to the period. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** A hit with all that an order of results looks at. */
export interface HitKey {
  readonly fy: FiscalYear;
  readonly documentId: string;
  readonly sortOn: LocalDate;
  /** The shown number in natural order; null without one. */
  readonly numberKey: string | null;
  /** How many of the words stand in the title, and then in numbers: SEA-20. */
  readonly rank: number;
}

export interface Question {
  readonly plan: SearchPlan;
  readonly filter: SearchFilter;
  /** Codes of the sections that each needle of 所属 means. */
  readonly unitCodes: ReadonlyMap<string, readonly string[]>;
  /** Ids of the files that each needle of 簿冊 means. */
  readonly fileIds: ReadonlyMap<string, readonly string[]>;
}
