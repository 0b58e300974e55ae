import { type LocalDate, addDays, fiscalYearOf, lastDayOf } from '@fubako/kernel';
import { lastDayWithinAYear } from './one-year';

/** Why something must not be disposed of: 開示請求, 不服申立て, 訴訟, 監査・検査, 所管課の判断 (RULE-86). */
export const HOLD_GROUNDS = ['disclosure_request', 'appeal', 'lawsuit', 'audit', 'own'] as const;
export type HoldGround = (typeof HOLD_GROUNDS)[number];

/** 廃棄保留 as a refusal names it. */
export interface Hold {
  readonly id: string;
  readonly ground: HoldGround;
  readonly caseNo: string | null;
  readonly reason: string;
  readonly triggeredOn: LocalDate;
  readonly decidedOn: LocalDate | null;
  /** Last day; null: until it is released. */
  readonly endsOn: LocalDate | null;
  readonly placedByName: string;
}

/** Grounds that go on for a year after the decision or the ruling; the others end when the records office says so. */
const YEAR_AFTER: readonly HoldGround[] = ['disclosure_request', 'appeal'];

export interface HoldPolicy {
  /** Whether a hold goes on to the end of the fiscal year in which it would end. */
  readonly roundsUp: boolean;
}

/** HOLD-3 Last day of a hold that was decided on `decidedOn`; null while it is open, and for grounds that are concluded by release. */
export function holdEnd(ground: HoldGround, decidedOn: LocalDate | null, { roundsUp }: HoldPolicy): LocalDate | null {
  if (decidedOn === null || !YEAR_AFTER.includes(ground)) return null;
  const end = lastDayWithinAYear(addDays(decidedOn, 1));
  return roundsUp ? lastDayOf(fiscalYearOf(end)) : end;
}

/** HOLD-4 Of several holds the one that lasts longest; an open one outlasts every day. */
export function longest<H extends Pick<Hold, 'endsOn'>>(holds: readonly H[]): H | null {
  return holds.reduce<H | null>(
    (last, hold) => (last === null || outlasts(hold.endsOn, last.endsOn) ? hold : last),
    null,
  );
}

function outlasts(a: LocalDate | null, b: LocalDate | null): boolean {
  return b !== null && (a === null || a > b);
}
