import { type LocalDate, addDays, localDateAt, startOfDay } from '@fubako/kernel';

/** What decides whether the office is open: 0 Sunday … 6 Saturday, national holidays, and the municipality's own days. */
export interface CalendarFacts {
  readonly isNationalHoliday: (date: LocalDate) => boolean;
  /** The municipality's own word on a day: true open, false closed; absent: as everywhere. */
  readonly own: ReadonlyMap<LocalDate, boolean>;
}

/** 開庁日 (ORG-20): the municipality's word, else neither weekend nor national holiday. */
export function isOpen(date: LocalDate, { isNationalHoliday, own }: CalendarFacts): boolean {
  const word = own.get(date);
  if (word !== undefined) return word;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isNationalHoliday(date);
}

/** More closed days in a row than this is a broken calendar, not a holiday season. */
const LONGEST_CLOSURE_DAYS = 400;

/**
 * The day `days` open days after `date` (ORG-21); `date` itself does not count. Zero: the day itself if open, else the next open one.
 * @throws RangeError for a negative count, or when the calendar has no open day for more than a year.
 */
export function addOpenDays(date: LocalDate, days: number, facts: CalendarFacts): LocalDate {
  if (!Number.isInteger(days) || days < 0)
    throw new RangeError(`Open days are counted forward in whole days, not ${days}.`);
  let day = days === 0 ? nextOpen(date, facts) : date;
  for (let left = days; left > 0; left--) day = nextOpen(addDays(day, 1), facts);
  return day;
}

/** 期限: the last day, and the first instant that is too late (00:00 of the day after, in Japan). */
export interface Deadline {
  readonly day: LocalDate;
  readonly until: Date;
}

/** The deadline of what must be done within `days` open days after the day of `opened`: the end of the last one (ORG-22). */
export function deadlineAfter(opened: Date, days: number, facts: CalendarFacts): Deadline {
  const day = addOpenDays(localDateAt(opened), days, facts);
  return { day, until: startOfDay(addDays(day, 1)) };
}

/** How many open days something that began on `from` is old on `to`: the open days after `from` up to and with `to` (ORG-23). */
export function openDaysBetween(from: LocalDate, to: LocalDate, facts: CalendarFacts): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isOpen(day, facts)) count++;
  return count;
}

/** The first `count` open days from `from` on; `from` itself counts. */
export function openDaysFrom(from: LocalDate, count: number, facts: CalendarFacts): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; days.length < count; day = addDays(day, 1)) days.push((day = nextOpen(day, facts)));
  return days;
}

function nextOpen(date: LocalDate, facts: CalendarFacts): LocalDate {
  for (let offset = 0; offset <= LONGEST_CLOSURE_DAYS; offset++) {
    const day = addDays(date, offset);
    if (isOpen(day, facts)) return day;
  }
  throw new RangeError(`The calendar has no open day within ${LONGEST_CLOSURE_DAYS} days after ${date}.`);
}
