import { type FiscalYear, type LocalDate, lastDayOf, localDate } from '@fubako/kernel';

export interface YearOfFile {
  readonly fiscalYear: FiscalYear;
  /** 継続簿冊: gathers several years. */
  readonly continuing: boolean;
  /** 出納整理期間 applies. */
  readonly adjustmentPeriod: boolean;
}

/**
 * YEAR-1 The last day on which a file takes documents: 31 March; where accounts are settled afterwards, 31 May. Null: it
 * goes on until somebody closes it.
 */
export function closingDayOf({ fiscalYear, continuing, adjustmentPeriod }: YearOfFile): LocalDate | null {
  if (continuing) return null;
  return adjustmentPeriod ? localDate(`${fiscalYear + 1}-05-31`) : lastDayOf(fiscalYear);
}
