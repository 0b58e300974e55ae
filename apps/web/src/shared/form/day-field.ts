import type { Locale } from '../i18n/locale';
import { formatDay } from '../wareki/format';
import { parseDate } from '../wareki/parse';

/** What was typed as a day: nothing, a day, or something that is none. */
export function readDay(typed: string, today: string): { readonly iso: string | null; readonly isBad: boolean } {
  if (typed.trim() === '') return { iso: null, isBad: false };
  const reading = parseDate(typed, today);
  return reading.ok ? { iso: reading.iso, isBad: false } : { iso: null, isBad: true };
}

/** A day as it stands in a field where days are typed: in the era, or as ISO where English is read. */
export const typedDay = (iso: string, locale: Locale): string => (locale === 'ja' ? formatDay(iso, 'ja') : iso);
