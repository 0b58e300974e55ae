import {
  type FiscalYear,
  type LocalDate,
  addDays,
  foldKey,
  fiscalYearOf,
  localDate,
  localDateOf,
  parseWareki,
} from '@fubako/kernel';
import { dayOf } from './dates';

/** Both ends belong to it; an absent one is open. */
export interface Range<T> {
  readonly from: T | null;
  readonly to: T | null;
}

/** Reads `a`, `a..b`, `a..`, `..b`, `a～b`, `>=a`, `>a`, `<=b`, `<b`; null when an end cannot be read or nothing is given. */
function rangeOf<T>(
  text: string,
  read: (word: string) => Range<T> | null,
  beside: (value: T, step: 1 | -1) => T,
): Range<T> | null {
  const folded = foldKey(text);
  const compared = /^(>=|>|<=|<|≥|≤)(.+)$/u.exec(folded);
  if (compared) return comparedWith(compared[1] ?? '', read(compared[2] ?? ''), beside);
  const ends = /^(.*?)(?:\.{2,3}|~)(.*)$/u.exec(folded);
  return ends ? betweenEnds(ends[1] ?? '', ends[2] ?? '', read) : read(folded);
}

function betweenEnds<T>(first: string, last: string, read: (word: string) => Range<T> | null): Range<T> | null {
  const from = first === '' ? null : read(first);
  const to = last === '' ? null : read(last);
  const isRead = (first === '' || from !== null) && (last === '' || to !== null);
  return isRead && (from ?? to) !== null ? { from: from?.from ?? null, to: to?.to ?? null } : null;
}

function comparedWith<T>(
  operator: string,
  value: Range<T> | null,
  beside: (value: T, step: 1 | -1) => T,
): Range<T> | null {
  if (value === null || value.from === null || value.to === null) return null;
  switch (operator) {
    case '>':
      return { from: beside(value.to, 1), to: null };
    case '<':
      return { from: null, to: beside(value.from, -1) };
    case '<=':
    case '≤':
      return { from: null, to: value.to };
    default:
      return { from: value.from, to: null };
  }
}

/** 年度: `R6`, `令和6年度`, `2024`; by the Gregorian year in which they begin. */
export function yearsOf(text: string): Range<FiscalYear> | null {
  return rangeOf(text, oneYear, (year, step) => year + step);
}

function oneYear(word: string): Range<FiscalYear> | null {
  const bare = word.replace(/年?度?$/u, '');
  const era = /^([mtshr]|明治|大正|昭和|平成|令和)(元|\d{1,2})$/u.exec(bare);
  const year = era ? eraYear(era[1] ?? '', era[2] ?? '') : /^\d{4}$/.test(bare) ? Number(bare) : null;
  return year === null || year < 1868 || year > 2199 ? null : { from: year, to: year };
}

/** Days: `R8.4.1`, `2026-04-01`, also whole months (`R8.4`), years (`令和8年`) and fiscal years (`R8年度`). */
export function daysOf(text: string): Range<LocalDate> | null {
  return rangeOf(text, oneDay, (day, step) => addDays(day, step));
}

function oneDay(word: string): Range<LocalDate> | null {
  const day = dayOf(word);
  if (day !== null) return { from: day, to: day };
  const fiscal = word.endsWith('年度') ? (oneYear(word)?.from ?? null) : null;
  if (fiscal !== null) return { from: localDate(`${fiscal}-04-01`), to: localDate(`${fiscal + 1}-03-31`) };
  const parts = /^(?:([mtshr]|明治|大正|昭和|平成|令和)(元|\d{1,2})|(\d{4}))(?:年|(?:[年./-](\d{1,2})月?))?$/u.exec(
    word,
  );
  if (!parts) return null;
  const year = parts[3] === undefined ? eraYear(parts[1] ?? '', parts[2] ?? '') : Number(parts[3]);
  return year === null ? null : spanOf(year, parts[4]);
}

function spanOf(year: number, month: string | undefined): Range<LocalDate> | null {
  const from = localDateOf(year, month === undefined ? 1 : Number(month), 1);
  if (from === null || year < 1868 || year > 2199) return null;
  const next = month === undefined ? localDateOf(year + 1, 1, 1) : nextMonth(year, Number(month));
  return next === null ? null : { from, to: addDays(next, -1) };
}

function nextMonth(year: number, month: number): LocalDate | null {
  return month === 12 ? localDateOf(year + 1, 1, 1) : localDateOf(year, month + 1, 1);
}

/** The Gregorian year of an era year, by any day that both have. */
function eraYear(era: string, year: string): number | null {
  for (const monthAndDay of ['12.31', '1.7', '4.1']) {
    const day = parseWareki(`${era}${year}.${monthAndDay}`);
    if (day !== null) return fiscalYearOf(day) + (monthAndDay === '1.7' ? 1 : 0);
  }
  return null;
}

/** Yen: `1000000`, `1,000,000円`, `100万`, `1.5億`. */
export function amountsOf(text: string): Range<number> | null {
  return rangeOf(text, oneAmount, (yen, step) => yen + step);
}

const UNITS: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 億: 1e8 };

function oneAmount(word: string): Range<number> | null {
  const parts = /^[¥\\]?(\d[\d,]*(?:\.\d+)?)(千|万|百万|億)?円?$/u.exec(word);
  if (!parts) return null;
  const yen = Number((parts[1] ?? '').replaceAll(',', '')) * (UNITS[parts[2] ?? ''] ?? 1);
  return Number.isSafeInteger(yen) ? { from: yen, to: yen } : null;
}
