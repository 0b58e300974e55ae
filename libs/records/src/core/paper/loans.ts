import { type LocalDate, addDays, daysBetween } from '@fubako/kernel';

/** Longest time for which a file is lent; it is asked for again after that. */
export const LOAN_DAYS_MOST = 30;
/** Days between two reminders. */
const REMIND_EVERY_DAYS = 7;

export const LOAN_STATES = ['requested', 'lent', 'overdue', 'returned', 'refused'] as const;
export type LoanState = (typeof LOAN_STATES)[number];

export interface LoanFacts {
  readonly dueOn: LocalDate;
  readonly lent: boolean;
  readonly refused: boolean;
  readonly returned: boolean;
}

/** LOAN-2 On the day it is due it is not late yet. */
export function loanStateOf({ dueOn, lent, refused, returned }: LoanFacts, today: LocalDate): LoanState {
  if (refused) return 'refused';
  if (returned) return 'returned';
  if (!lent) return 'requested';
  return today > dueOn ? 'overdue' : 'lent';
}

/** LOAN-3 The day after it was due, then every seven days. */
export function isReminderDue(
  { dueOn, remindedOn }: { readonly dueOn: LocalDate; readonly remindedOn: LocalDate | null },
  today: LocalDate,
): boolean {
  if (today <= dueOn) return false;
  return remindedOn === null || remindedOn <= dueOn || daysBetween(remindedOn, today) >= REMIND_EVERY_DAYS;
}

/** LOAN-1 From tomorrow at the earliest, for thirty days at most. */
export function isLawfulDueDay(dueOn: LocalDate, today: LocalDate): boolean {
  return dueOn > today && dueOn <= addDays(today, LOAN_DAYS_MOST);
}
