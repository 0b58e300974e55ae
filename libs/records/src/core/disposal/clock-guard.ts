const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Two clocks may differ by so much. */
const AGREEMENT_MS = DAY;
/** Longest time for which the machines may have stood still. */
const LONGEST_STANDSTILL_MS = 10 * DAY;
/** The ledger is written in the order of the clock, apart from units that ran side by side. */
const LEDGER_SLACK_MS = 5 * MINUTE;

export interface ClockFacts {
  /** Clock of the database, by which everything is dated. */
  readonly now: Date;
  /** Clock of the machine that asks. */
  readonly hostNow: Date;
  /** Time of the last act that was recorded; null: nothing ever was. */
  readonly lastAct: Date | null;
  /** When the work that is to be finished now began. */
  readonly since: Date;
  /** Instants at which a day was seen to pass since then, in any order. */
  readonly witnesses: readonly Date[];
}

export type ClockFault = 'clocks-disagree' | 'runs-backwards' | 'leapt';

/**
 * DISP-12 Why a clock is not to be believed (reliability I15); null: it may be. A database whose clock leaps by years finds
 * no days in between: neither the day's witness nor acts of people.
 */
export function clockFault({ now, hostNow, lastAct, since, witnesses }: ClockFacts): ClockFault | null {
  if (Math.abs(now.getTime() - hostNow.getTime()) > AGREEMENT_MS) return 'clocks-disagree';
  if (now < since || (lastAct !== null && lastAct.getTime() - now.getTime() > LEDGER_SLACK_MS)) return 'runs-backwards';
  if (lastAct === null || now.getTime() - lastAct.getTime() > LONGEST_STANDSTILL_MS) return 'leapt';
  return longestGap([since, ...witnesses, now]) > LONGEST_STANDSTILL_MS ? 'leapt' : null;
}

function longestGap(instants: readonly Date[]): number {
  const sorted = instants.map((instant) => instant.getTime()).toSorted((a, b) => a - b);
  return sorted.reduce((gap, at, index) => Math.max(gap, index === 0 ? 0 : at - (sorted[index - 1] ?? at)), 0);
}
