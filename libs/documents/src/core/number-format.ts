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

const TOKEN = /\{(eraYear|fy|cy|symbol|branch)(?::0?\d{1,2})?\}/g;
/** `{n}`, or `{n:4}` for at least four digits. */
const SERIAL = /\{n(?::0?(\d{1,2}))?\}/;

/** NUM-1 The year of a number is the year of its issue, never of the printed date (RULE-73). */
export function seriesYearOf(series: NumberSeries, issuedOn: LocalDate): number {
  return series.yearBasis === 'fiscal' ? fiscalYearOf(issuedOn) : partsOf(issuedOn).year;
}

/** NUM-2 A series whose format names no symbol counts for the whole municipality. */
export function counterSymbol(series: NumberSeries, sectionSymbol: string): string {
  return series.format.includes('{symbol}') ? sectionSymbol : '';
}

/** What stands around the serial in a written number, and how many digits it has at least. */
export interface NumberFrame {
  readonly before: string;
  readonly digits: number;
  readonly after: string;
}

/** NUM-3 The written number; the era is rendered from the Gregorian year, never stored. */
export function formatNumber(series: NumberSeries, number: SerialNumber): string {
  const { before, digits, after } = frameOf(series, number);
  return `${before}${String(number.serial).padStart(digits, '0')}${after}`;
}

/** For whoever learns the serial last: the database writes a number in the statement that moves its counter (RULE-75). */
export function frameOf(series: NumberSeries, { year, symbol, branch }: Omit<SerialNumber, 'serial'>): NumberFrame {
  const era = series.yearBasis === 'fiscal' ? eraOfFiscalYear(year) : eraYearOf(`${year}-12-31` as LocalDate).year;
  const values: Record<string, string> = {
    eraYear: String(era),
    fy: String(year),
    cy: String(year),
    symbol,
    branch: branch === 0 ? '' : `の${branch}`,
  };
  const written = (part: string): string => part.replace(TOKEN, (_, token: string) => values[token] ?? '');
  const [before = '', digits, after = ''] = series.format.split(SERIAL);
  return { before: written(before), digits: Number(digits ?? 0), after: written(after) };
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

/** What is wrong with a format, or null: every brace must be a known token and the serial must be in it, once. */
export function numberFormatFault(format: string): string | null {
  const parts = format.split(SERIAL);
  const rest = parts.filter((_, index) => index % 2 === 0).map((part) => part.replace(TOKEN, ''));
  const odd = rest.find((part) => /[{}]/.test(part));
  return odd ?? (parts.length === 3 ? null : '{n}');
}
