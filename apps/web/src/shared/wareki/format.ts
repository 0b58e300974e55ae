import type { Locale } from '../i18n/locale';
import { dayParts, eraOf } from './eras';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const timeZone = 'Asia/Tokyo';
const inDays = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
const inMinutes = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' });

/** The day an instant falls on in the town (JST), 'YYYY-MM-DD'; the text itself when it is no instant. */
export function townDay(instant: string): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  return inDays.format(time);
}

/** '14:05' in the town. */
export function townTime(instant: string): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return '';
  return inMinutes.format(time);
}

/** 令和8年12月1日 / 1 Dec 2026. A value that is no date is shown as it is: formatting never throws. */
export function formatDay(iso: string, locale: Locale): string {
  const parts = dayParts(iso);
  if (!parts) return iso;
  const [year, month, day] = parts;
  const era = eraOf(iso);
  if (locale === 'en' || !era) return `${day} ${months[month - 1]} ${year}`;
  const eraYear = year - era.offset;
  return `${era.name}${eraYear === 1 ? '元' : eraYear}年${month}月${day}日`;
}

/** The day in the calendar the reader does not see: 2026年12月1日 / 令和8年12月1日. */
export function otherCalendar(iso: string, locale: Locale): string {
  const parts = dayParts(iso);
  if (!parts || locale === 'en') return formatDay(iso, 'ja');
  return `${parts[0]}年${parts[1]}月${parts[2]}日`;
}

/** Both calendars, for who points at a short form: 令和8年12月1日 (2026年12月1日). */
export function bothCalendars(iso: string, locale: Locale): string {
  return `${formatDay(iso, locale)} (${otherCalendar(iso, locale)})`;
}

/** The stamp's short form: 8.12.1 (era year). */
export function stampDay(iso: string): string {
  const parts = dayParts(iso);
  const era = eraOf(iso);
  if (!parts || !era) return iso;
  return `${parts[0] - era.offset}.${parts[1]}.${parts[2]}`;
}

/** For list cells: 12/1, with the year when it is not the year of `today`. */
export function shortDay(iso: string, today: string, locale: Locale): string {
  const parts = dayParts(iso);
  if (!parts) return iso;
  const [year, month, day] = parts;
  const sameYear = today.startsWith(String(year));
  if (locale === 'en') return sameYear ? `${day} ${months[month - 1]}` : `${day} ${months[month - 1]} ${year}`;
  const era = eraOf(iso);
  return sameYear || !era ? `${month}/${day}` : `${era.letter}${year - era.offset}.${month}.${day}`;
}

/** 令和8年度 / FY2026, from the fiscal year's first calendar year. */
export function formatFiscalYear(fiscalYear: number, locale: Locale): string {
  if (locale === 'en') return `FY${fiscalYear}`;
  return formatDay(`${fiscalYear}-05-01`, 'ja').replace(/年.*$/u, '年度');
}
