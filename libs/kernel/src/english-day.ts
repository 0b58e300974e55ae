import { type LocalDate, partsOf } from './local-date';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-22` → `22 Nov 2026`: as English sentences and screens write a day. */
export function formatEnglishDay(date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
}
