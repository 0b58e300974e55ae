import { type LocalDate, addDays, isWithin } from '@fubako/kernel';

/** 有効期間: both days belong to it; no last day means open-ended (municipality package). */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export function overlap(a: Period, b: Period): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}

/** Whether `date` belongs to the period. */
export function holds(period: Period, date: LocalDate): boolean {
  return isWithin(date, period.from, period.to);
}

/** The first day of `whole` that none of `parts` covers, or null when every day is covered (ORG-3). */
export function firstUncovered(whole: Period, parts: readonly Period[]): LocalDate | null {
  let day = whole.from;
  for (;;) {
    const cover = parts.filter((part) => holds(part, day));
    if (cover.length === 0) return day;
    const end = cover.reduce<LocalDate | null>(
      (latest, { to }) => (latest === null || to === null ? null : to > latest ? to : latest),
      day,
    );
    if (end === null) return null;
    day = addDays(end, 1);
    if (whole.to !== null && day > whole.to) return null;
  }
}
