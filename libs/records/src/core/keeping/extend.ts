import { type LocalDate, fiscalYearOf, lastDayOf } from '@fubako/kernel';

/** KEEP-4 延長 counts from the expiry: whole fiscal years later, on 31 March (RULE-87). */
export function extendedTo(expiresOn: LocalDate, years: number): LocalDate {
  return lastDayOf(fiscalYearOf(expiresOn) + years);
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
