import { type LocalDate, addDays, localDate, localDateOf, partsOf } from '@fubako/kernel';

/** The last day of a year that begins on `day`: the day before the same day of the next year; for 29 February, which the next year lacks, 28 February (民法 143条). */
export function lastDayWithinAYear(day: LocalDate): LocalDate {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const sameDay = localDateOf(year + 1, month, dayOfMonth);
  return sameDay === null ? localDate(`${year + 1}-02-28`) : addDays(sameDay, -1);
}
