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

/** `2026` → `令和8年度`. Fiscal year 2019, in which 令和 began on 1 May, is 令和元年度 from end to end, as the government settled it. */
export function formatFiscalYear(year: FiscalYear): string {
  return `${formatEraYear(localDate(`${year}-05-01`))}度`;
}
