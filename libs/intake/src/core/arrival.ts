import { localDateAt } from '@fubako/kernel';

export type ArrivalFault = 'intake.arrival-in-future' | 'intake.back-dating-reason-missing';

/** Clocks of counters and mail rooms differ a little; more than this is the future. */
const TOLERANCE_MS = 60_000;

/** ARR-1 An arrival on an earlier Japanese day than that of its entry is back-dated and needs a reason (RULE-01). */
export function isBackDated(arrivalAt: Date, enteredAt: Date): boolean {
  return localDateAt(arrivalAt) < localDateAt(enteredAt);
}

export function arrivalFault(arrivalAt: Date, enteredAt: Date, reason: string | null): ArrivalFault | null {
  if (arrivalAt.getTime() > enteredAt.getTime() + TOLERANCE_MS) return 'intake.arrival-in-future';
  return isBackDated(arrivalAt, enteredAt) && !reason?.trim() ? 'intake.back-dating-reason-missing' : null;
}
