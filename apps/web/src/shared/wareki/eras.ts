/** Eras since the Gregorian calendar of 1873, newest first; `from` is the first day (改元の日). */
export const eras = [
  { letter: 'R', name: '令和', short: '令', from: '2019-05-01', offset: 2018 },
  { letter: 'H', name: '平成', short: '平', from: '1989-01-08', offset: 1988 },
  { letter: 'S', name: '昭和', short: '昭', from: '1926-12-25', offset: 1925 },
  { letter: 'T', name: '大正', short: '大', from: '1912-07-30', offset: 1911 },
  { letter: 'M', name: '明治', short: '明', from: '1873-01-01', offset: 1867 },
] as const;
export type Era = (typeof eras)[number];

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;

/** @returns the ISO date, or null when the calendar has no such day (令和8年2月30日). */
export function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1873 || year > 9999) return null;
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** @returns year, month, day of a real ISO date, else null. */
export function dayParts(iso: string): [number, number, number] | null {
  const match = isoDate.exec(iso);
  if (!match) return null;
  const parts: [number, number, number] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return calendarDay(...parts) ? parts : null;
}

/** The era a day belongs to; null before 1873. */
export const eraOf = (iso: string): Era | null => eras.find((era) => era.from <= iso) ?? null;
