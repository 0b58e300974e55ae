import type { LocalDate } from '@fubako/kernel';

export type ReminderKind = 'due' | 'overdue' | 'escalated' | 'held';

/** An open seat with the days that a reminder may be about. */
export interface SeatDays {
  readonly dueOn: LocalDate | null;
  readonly heldUntil: LocalDate | null;
}

export interface ReminderFacts {
  readonly today: LocalDate;
  /** Whether the office is open today: nobody is reminded on a closed day. */
  readonly open: boolean;
  /** Open days after `from` up to and with today. */
  readonly openDaysSince: (from: LocalDate) => number;
  /** 督促 goes upward so many open days after the first reminder of the delay. */
  readonly escalateAfterDays: number;
}

export interface OwedReminder {
  readonly kind: ReminderKind;
  /** The day that it is about: with it, a reminder is given once. */
  readonly day: LocalDate;
}

/**
 * REMIND-1 What the holder of a seat is to be told today (RULE-35). After a standstill only what still matters: nobody
 * hears that something was due days ago and then that it is overdue. A held matter is asked for on its day instead.
 */
export function owedReminders({ dueOn, heldUntil }: SeatDays, facts: ReminderFacts): OwedReminder[] {
  const { today, open, openDaysSince, escalateAfterDays } = facts;
  if (!open || (heldUntil !== null && heldUntil > today)) return [];
  // The day of a held matter may be a closed one: then the next open day is its day.
  if (heldUntil !== null && (heldUntil === today || openDaysSince(heldUntil) <= 1))
    return [{ kind: 'held', day: heldUntil }];
  if (dueOn === null || dueOn > today) return [];
  if (dueOn === today) return [{ kind: 'due', day: dueOn }];
  const late = openDaysSince(dueOn);
  if (late === 0) return [];
  const overdue: OwedReminder = { kind: 'overdue', day: dueOn };
  return late > escalateAfterDays ? [overdue, { kind: 'escalated', day: dueOn }] : [overdue];
}
