import { formatEraYear } from './era';
import { type LocalDate, localDate, partsOf } from './local-date';

/** 年度: 1 April to 31 March, named by the Gregorian year in which it begins (RULE-72). */
export type FiscalYear = number;

export function fiscalYearOf(date: LocalDate): FiscalYear {
  const { year, month } = partsOf(date);
  return month >= 4 ? year : year - 1;
}

export function firstDayOf(year: FiscalYear): LocalDate {
  return localDate(`${year}-04-01`);
}

export function lastDayOf(year: FiscalYear): LocalDate {
  return localDate(`${year + 1}-03-31`);
}

/** `2026` → `令和8年度`; the era is that of the first day of the fiscal year. */
export function formatFiscalYear(year: FiscalYear): string {
  return `${formatEraYear(firstDayOf(year))}度`;
}
