import { type FiscalYear, type LocalDate, eraYearOf, firstDayOf, fiscalYearOf, partsOf } from '@fubako/kernel';

/** 番号系列 of the municipality package. */
export interface NumberSeries {
  readonly code: string;
  readonly kind: string;
  /** e.g. `{eraYear}{symbol}第{n}号{branch}` */
  readonly format: string;
  readonly yearBasis: 'fiscal' | 'calendar';
  readonly startAt: number;
  /** Null: the step of the municipality (RULE-74). */
  readonly step: number | null;
}

export interface SerialNumber {
  /** Gregorian year of the series: fiscal or calendar (RULE-72). */
  readonly year: number;
  /** 記号 of the section that issues; empty for series that the whole municipality shares. */
  readonly symbol: string;
  readonly serial: number;
  /** 0 = no branch; 2 → `の2` (RULE-74). */
  readonly branch: number;
}

const TOKEN = /\{(eraYear|fy|cy|symbol|n|branch)(?::0?(\d{1,2}))?\}/g;

/** NUM-1 The year of a number is the year of its issue, never of the printed date (RULE-73). */
export function seriesYearOf(series: NumberSeries, issuedOn: LocalDate): number {
  return series.yearBasis === 'fiscal' ? fiscalYearOf(issuedOn) : partsOf(issuedOn).year;
}

/** NUM-2 A series whose format names no symbol counts for the whole municipality. */
export function counterSymbol(series: NumberSeries, sectionSymbol: string): string {
  return series.format.includes('{symbol}') ? sectionSymbol : '';
}

/** NUM-3 The written number; the era is rendered from the Gregorian year, never stored. */
export function formatNumber(series: NumberSeries, number: SerialNumber): string {
  const era =
    series.yearBasis === 'fiscal' ? eraOfFiscalYear(number.year) : eraYearOf(`${number.year}-12-31` as LocalDate).year;
  const values: Record<string, string> = {
    eraYear: String(era),
    fy: String(number.year),
    cy: String(number.year),
    symbol: number.symbol,
    branch: number.branch === 0 ? '' : `の${number.branch}`,
  };
  return series.format.replace(TOKEN, (_, token: string, width?: string) =>
    token === 'n' ? String(number.serial).padStart(Number(width ?? 0), '0') : (values[token] ?? ''),
  );
}

/** NUM-5 Whether a series has branch numbers (枝番): its format has to have a place for them (RULE-74). */
export function hasBranches(series: NumberSeries): boolean {
  return series.format.includes('{branch}');
}

/** NUM-6 Only numbers of a series that has not begun are refused; the date on the document is another matter (RULE-73). */
export function isFutureSeries(series: NumberSeries, year: number, today: LocalDate): boolean {
  return year > seriesYearOf(series, today);
}

/** As the ledger of a series (発番簿) names a number: `120`, `120の2`. */
export function shortNumber({ serial, branch }: Pick<SerialNumber, 'serial' | 'branch'>): string {
  return branch === 0 ? String(serial) : `${serial}の${branch}`;
}

function eraOfFiscalYear(year: FiscalYear): number {
  return eraYearOf(firstDayOf(year)).year;
}

/** What is wrong with a format, or null: every brace must be a known token and the serial must be in it. */
export function numberFormatFault(format: string): string | null {
  const rest = format.replace(TOKEN, '');
  if (/[{}]/.test(rest)) return rest;
  return /\{n(:0?\d{1,2})?\}/.test(format) ? null : '{n}';
}
