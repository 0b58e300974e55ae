import type { Brand } from './brand';

/** A calendar day in the municipality's time zone, written `YYYY-MM-DD`. Comparable with `<` and `>`. */
export type LocalDate = Brand<'LocalDate'>;

/** Every municipality of Japan lives in this zone; Japan has no summer time. */
export const JAPAN_TIME_ZONE = 'Asia/Tokyo';

const JAPAN_OFFSET_MS = 9 * 3_600_000;
const DAY_MS = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day `text` names, or null when it is not an existing calendar day in ISO form. */
export function parseLocalDate(text: string): LocalDate | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  return localDateOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day with these parts (month and day from 1), or null when the calendar has no such day. */
export function localDateOf(year: number, month: number, day: number): LocalDate | null {
  const time = new Date(Date.UTC(year, month - 1, day));
  const exists = time.getUTCFullYear() === year && time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return exists ? iso(time) : null;
}

/** @throws RangeError when `text` is no ISO day: for values that the program itself wrote. */
export function localDate(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (parsed === null) throw new RangeError(`Not a calendar day: ${text}`);
  return parsed;
}

/** The Japanese calendar day on which `instant` falls. */
export function localDateAt(instant: Date): LocalDate {
  return iso(new Date(instant.getTime() + JAPAN_OFFSET_MS));
}

/** The instant at which `date` begins in Japan (00:00 JST). */
export function startOfDay(date: LocalDate): Date {
  return new Date(epochDay(date) * DAY_MS - JAPAN_OFFSET_MS);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return iso(new Date((epochDay(date) + days) * DAY_MS));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDay(to) - epochDay(from);
}

/** Whether `date` lies in the period; both ends belong to it, a missing end is open (municipality package). */
export function isWithin(date: LocalDate, from: LocalDate, to: LocalDate | null): boolean {
  return from <= date && (to === null || date <= to);
}

export function partsOf(date: LocalDate): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

function epochDay(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function iso(time: Date): LocalDate {
  return time.toISOString().slice(0, 10) as LocalDate;
}
