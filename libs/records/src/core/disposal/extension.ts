import { type FiscalYear, type LocalDate, fiscalYearOf, lastDayOf } from '@fubako/kernel';

/**
 * DISP-8 延長 by whole fiscal years, from the end of the period that has passed; where that lies years back, from the end of the
 * last fiscal year, so that the new period is never over before it begins.
 */
export function extendedTo(expiresOn: LocalDate, years: number, today: LocalDate): LocalDate {
  const last = Math.max(fiscalYearOf(expiresOn), fiscalYearOf(today) - 1);
  return lastDayOf((last + years) as FiscalYear);
}
