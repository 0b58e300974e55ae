import { type LocalDate, fiscalYearOf, lastDayOf } from '@fubako/kernel';

/** KEEP-4 延長 counts from the expiry: whole fiscal years later, on 31 March (RULE-87). */
export function extendedTo(expiresOn: LocalDate, years: number): LocalDate {
  return lastDayOf(fiscalYearOf(expiresOn) + years);
}

/**
 * DISP-8 延長 of what has expired: from the end of its period or, where that lies years back, of the last fiscal year, so that
 * the new period is never over before it begins.
 */
export function renewedTo(expiresOn: LocalDate, years: number, today: LocalDate): LocalDate {
  const lastYearEnd = lastDayOf(fiscalYearOf(today) - 1);
  return extendedTo(expiresOn > lastYearEnd ? expiresOn : lastYearEnd, years);
}

/** Why a file cannot be extended; null when it can. */
export function whyNotExtended(file: {
  readonly state: string;
  readonly expiresOn: LocalDate | null;
  readonly isYours: boolean;
}): 'not-yours' | 'gone' | 'no-end' | null {
  if (!file.isYours) return 'not-yours';
  if (file.state !== 'open' && file.state !== 'closed') return 'gone';
  return file.expiresOn === null ? 'no-end' : null;
}
