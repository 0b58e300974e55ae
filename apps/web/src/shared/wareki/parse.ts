import { calendarDay, dayParts, eraOf, eras } from './eras';

/** What was read: a day, perhaps under a wrong era name, or why nothing could be read. */
export type DateReading =
  | { readonly ok: true; readonly iso: string; readonly warning: 'era-differs' | null }
  | { readonly ok: false; readonly error: 'unreadable' | 'no-such-day' };

const unreadable: DateReading = { ok: false, error: 'unreadable' };
const read = (iso: string | null, warning: 'era-differs' | null = null): DateReading =>
  iso ? { ok: true, iso, warning } : { ok: false, error: 'no-such-day' };

const gap = String.raw`\s*[./\-年月]\s*`;
const separated = (head: string) => new RegExp(`^${head}(\\d{1,2})${gap}(\\d{1,2})日?$`, 'u');
const eraName = '(令和|平成|昭和|大正|明治|[RHSTM令平昭大明])';
const withEra = separated(`${eraName}\\s*(\\d{1,2}|元)${gap}`);
const fullYear = separated(`(\\d{4})${gap}`);
const bareEraYear = separated(`(\\d{1,2})${gap}`);
const withoutYear = separated('');
const eraDigits = new RegExp(`^${eraName}(\\d{2})(\\d{2})(\\d{2})$`, 'u');
const eightDigits = /^(\d{4})(\d{2})(\d{2})$/;
const sixDigits = /^(\d{2})(\d{2})(\d{2})$/;

interface Written {
  readonly era: string;
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

const eraCalled = (name: string) => eras.find((one) => [one.name, one.short, one.letter].includes(name as never));
const yearOfEra = (year: string): number => (year === '元' ? 1 : Number(year));

function inEra({ era: name, year, month, day }: Written): DateReading {
  const era = eraCalled(name);
  const count = yearOfEra(year);
  if (!era || count < 1) return unreadable;
  const iso = calendarDay(era.offset + count, Number(month), Number(day));
  return read(iso, iso && eraOf(iso) !== era ? 'era-differs' : null);
}

const tidy = (typed: string): string => typed.normalize('NFKC').trim().toUpperCase();

/** The day in the fiscal year (April to March) that `today` lies in. */
function inFiscalYear(today: string, month: number, day: number): DateReading {
  const [year, thisMonth] = dayParts(today) ?? [1970, 1];
  const fiscalYear = thisMonth >= 4 ? year : year - 1;
  return read(calendarDay(month >= 4 ? fiscalYear : fiscalYear + 1, month, day));
}

/**
 * Reads a date as a clerk types it: R8.12.1, r081201, 令和8年12月1日, 8/12/1 (current era), 12/1 (current fiscal year),
 * 20261201, 2026-12-01, in full or half width. `today` is the business date 'YYYY-MM-DD'.
 */
export function parseDate(typed: string, today: string): DateReading {
  const text = tidy(typed)
    .replace(/[．。]/gu, '.')
    .replace(/[‐‑–—―ー−]/gu, '-');
  const part = (found: RegExpExecArray, index: number) => found[index] ?? '';

  let match = withEra.exec(text) ?? eraDigits.exec(text);
  if (match) return inEra({ era: part(match, 1), year: part(match, 2), month: part(match, 3), day: part(match, 4) });
  match = fullYear.exec(text) ?? eightDigits.exec(text);
  if (match) return read(calendarDay(Number(match[1]), Number(match[2]), Number(match[3])));
  match = bareEraYear.exec(text) ?? sixDigits.exec(text);
  if (match) {
    const era = eraOf(today)?.letter ?? 'R';
    return inEra({ era, year: part(match, 1), month: part(match, 2), day: part(match, 3) });
  }
  match = withoutYear.exec(text);
  return match ? inFiscalYear(today, Number(match[1]), Number(match[2])) : unreadable;
}

/** What was read: the calendar year in which the fiscal year begins, perhaps under a wrong era name. */
export type YearReading =
  { readonly ok: true; readonly year: number; readonly warning: 'era-differs' | null } | { readonly ok: false };

const fiscalYear = new RegExp(`^(?:${eraName}\\s*)?(\\d{1,2}|元)\\s*(?:年度?)?$`, 'u');
const calendarYear = /^(?:FY\s*)?(\d{4})\s*(?:年度?)?$/u;

/** Reads a fiscal year (年度) as a clerk types it: R8, 令和8年度, 8 (current era), 2026, FY2026, in full or half width. */
export function parseFiscalYear(typed: string, today: string): YearReading {
  const text = tidy(typed);
  const [, written] = calendarYear.exec(text) ?? [];
  if (written)
    return calendarDay(Number(written), 4, 1) ? { ok: true, year: Number(written), warning: null } : { ok: false };
  const [, name, count = ''] = fiscalYear.exec(text) ?? [];
  const era = name ? eraCalled(name) : eraOf(today);
  if (!era || yearOfEra(count) < 1) return { ok: false };
  const year = era.offset + yearOfEra(count);
  // 平成31年度 is as right as 令和元年度.
  const isOfEra = [`${year}-04-01`, `${year + 1}-03-31`].some((day) => eraOf(day) === era);
  return { ok: true, year, warning: isOfEra ? null : 'era-differs' };
}
