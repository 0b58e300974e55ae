import { type LocalDate, addDays, partsOf } from '@fubako/kernel';

/** One line of a digest: how often one person read by one role and means, and the reasons that were stated. */
export interface DigestLine {
  readonly staffNo: string;
  readonly name: string;
  readonly role: string;
  readonly means: string;
  readonly times: number;
  readonly matters: number;
  readonly secret: number;
  readonly reasons: readonly string[];
}

export interface Week {
  readonly from: LocalDate;
  /** The Monday after it. */
  readonly until: LocalDate;
}

/** REA-4 The last week that is over on `day`, Monday to Sunday. */
export function weekBefore(day: LocalDate): Week {
  const { year, month, day: date } = partsOf(day);
  const weekday = (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7;
  const until = addDays(day, -weekday);
  return { from: addDays(until, -7), until };
}
