import type { FiscalYear, LocalDate } from '@fubako/kernel';
import type { SearchPlan } from './plan';

/** Conditions beside the words; an absent one leaves everything. */
export interface SearchFilter {
  readonly fiscalYears?: readonly FiscalYear[];
  /** 主管課 */
  readonly units?: readonly string[];
  readonly matterTypes?: readonly string[];
  readonly states?: readonly string[];
  /** Both days belong to the period. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** Position of a hit in the order of results: newest day first, then the later document. */
export interface HitKey {
  readonly fy: FiscalYear;
  readonly documentId: string;
  readonly sortOn: LocalDate;
}

export interface Question {
  readonly plan: SearchPlan;
  readonly filter: SearchFilter;
}
