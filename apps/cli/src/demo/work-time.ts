import { type LocalDate, addDays, localDateAt, startOfDay } from '@fubako/kernel';
import type { SeededRandom } from './random';

const MINUTE = 60_000;
const OPENS_MINUTES = 8 * 60 + 30;
const CLOSES_MINUTES = 17 * 60 + 15;

/** Office days of the town from one day to another, both included. */
export function officeDays(from: LocalDate, to: LocalDate, isOpen: (day: LocalDate) => boolean): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isOpen(day)) days.push(day);
  return days;
}

/** Some moment of the morning of an office day. */
export function morningOf(day: LocalDate, random: SeededRandom): Date {
  return new Date(startOfDay(day).getTime() + (OPENS_MINUTES + random.between(5, 150)) * MINUTE);
}

/** The moment at which a busy person gets to it: minutes to hours later, within office hours, never after `latest`. */
export function laterOn(
  moment: Date,
  { days, latest, random }: { days: readonly LocalDate[]; latest: Date; random: SeededRandom },
): Date {
  const wanted = new Date(moment.getTime() + random.between(25, 300) * MINUTE);
  const day = localDateAt(wanted);
  const minutes = (wanted.getTime() - startOfDay(day).getTime()) / MINUTE;
  const next =
    minutes <= CLOSES_MINUTES
      ? wanted
      : morningOf(days.find((candidate) => candidate > day) ?? addDays(day, 1), random);
  return next < latest ? next : latest;
}
