import { type LocalDate, localDateOf, partsOf } from './local-date';

/** 元号 of the modern calendar, latest first. `letter` is the customary abbreviation (R8.4.1). */
const MEIJI = { name: '明治', letter: 'M', from: '1868-01-25', firstYear: 1868 } as const;
const ERAS = [
  { name: '令和', letter: 'R', from: '2019-05-01', firstYear: 2019 },
  { name: '平成', letter: 'H', from: '1989-01-08', firstYear: 1989 },
  { name: '昭和', letter: 'S', from: '1926-12-25', firstYear: 1926 },
  { name: '大正', letter: 'T', from: '1912-07-30', firstYear: 1912 },
  MEIJI,
] as const;

export interface EraYear {
  readonly name: string;
  readonly letter: string;
  /** Year within the era, from 1 (元年). */
  readonly year: number;
}

/** The era year of a day from 1868-01-25 on; earlier days count as Meiji 1 or less and are not met in practice. */
export function eraYearOf(date: LocalDate): EraYear {
  const era = ERAS.find((candidate) => date >= candidate.from) ?? MEIJI;
  return { name: era.name, letter: era.letter, year: partsOf(date).year - era.firstYear + 1 };
}

/** `2026-11-22` → `令和8年`; the first year is 元年. */
export function formatEraYear(date: LocalDate): string {
  const { name, year } = eraYearOf(date);
  return `${name}${year === 1 ? '元' : year}年`;
}

/** `2026-11-22` → `令和8年11月22日`. */
export function formatWareki(date: LocalDate): string {
  const { month, day } = partsOf(date);
  return `${formatEraYear(date)}${month}月${day}日`;
}

/** `2026-11-22` → `8.11.22`: as written on date stamps. */
export function formatStampDate(date: LocalDate): string {
  const { month, day } = partsOf(date);
  return `${eraYearOf(date).year}.${month}.${day}`;
}

const WAREKI = /^(?:([MTSHR])|(明治|大正|昭和|平成|令和))\s*(元|\d{1,2})[.年/-]\s*(\d{1,2})[.月/-]\s*(\d{1,2})日?$/i;

/** Reads `R8.4.1` and `令和8年4月1日` (width-insensitive); null when it is no such date or the era had no such day. */
export function parseWareki(text: string): LocalDate | null {
  const match = WAREKI.exec(text.normalize('NFKC').trim());
  if (!match) return null;
  const era = ERAS.find((e) => e.letter === match[1]?.toUpperCase() || e.name === match[2]);
  if (!era) return null;
  const yearInEra = match[3] === '元' ? 1 : Number(match[3]);
  const date = localDateOf(era.firstYear + yearInEra - 1, Number(match[4]), Number(match[5]));
  return date !== null && eraYearOf(date).name === era.name ? date : null;
}
