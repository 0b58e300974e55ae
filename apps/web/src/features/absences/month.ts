import { townDay, townTime } from '../../shared/wareki/format';

interface Span {
  readonly from: string;
  readonly until: string;
}

/** How much of a day an absence takes. */
export type DayPart = 'allDay' | 'morning' | 'afternoon' | 'part';

const dayMs = 86_400_000;
const startOf = (day: string) => Date.parse(`${day}T00:00:00+09:00`);

export const monthOf = (day: string): string => day.slice(0, 7);

export function daysOfMonth(month: string): readonly string[] {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
}

export function shiftMonth(month: string, by: number): string {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

export const shiftDay = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * dayMs).toISOString().slice(0, 10);

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Null: the absence does not touch the day. */
export function partOfDay({ from, until }: Span, day: string): DayPart | null {
  const [start, noon, end] = [startOf(day), startOf(day) + dayMs / 2, startOf(day) + dayMs];
  const first = Math.max(Date.parse(from), start);
  const last = Math.min(Date.parse(until), end);
  if (first >= last) return null;
  if (first === start && last === end) return 'allDay';
  if (first === start && last === noon) return 'morning';
  if (first === noon && last === end) return 'afternoon';
  return 'part';
}

const isMidnight = (instant: string) => townTime(instant) === '00:00';

/** The words of a span need its first and last day, and the times where it does not begin or end with a day. */
export function endsOf({ from, until }: Span) {
  const last = isMidnight(until) ? shiftDay(townDay(until), -1) : townDay(until);
  return {
    first: townDay(from),
    last,
    fromTime: isMidnight(from) ? null : townTime(from),
    untilTime: isMidnight(until) ? null : townTime(until),
  };
}
