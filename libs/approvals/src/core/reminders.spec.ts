import fc from 'fast-check';
import { type LocalDate, addDays, localDate } from '@fubako/kernel';
import { type ReminderFacts, type SeatDays, owedReminders } from './reminders';

/** Weekdays are open; 2026-06-08 is a Monday. */
const isOpen = (day: LocalDate) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const openDays = (from: LocalDate, to: LocalDate) => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isOpen(day)) count++;
  return count;
};
const on = (day: string, escalateAfterDays = 3): ReminderFacts => {
  const today = localDate(day);
  return { today, open: isOpen(today), openDaysSince: (from) => openDays(from, today), escalateAfterDays };
};
const kinds = (day: string, seat: Partial<Record<keyof SeatDays, string>>, escalateAfterDays?: number) =>
  owedReminders(
    { dueOn: (seat.dueOn ?? null) as LocalDate | null, heldUntil: (seat.heldUntil ?? null) as LocalDate | null },
    on(day, escalateAfterDays),
  ).map(({ kind }) => kind);

describe('owedReminders (RULE-35)', () => {
  it.each([
    ['2026-06-09', []],
    ['2026-06-10', ['due']],
    ['2026-06-11', ['overdue']],
    ['2026-06-12', ['overdue']],
    ['2026-06-13', []],
    ['2026-06-15', ['overdue']],
    ['2026-06-16', ['overdue', 'escalated']],
  ])('a seat due on Wednesday 10 June: on %s %j', (day, expected) => {
    expect(kinds(day, { dueOn: '2026-06-10' })).toEqual(expected);
  });

  it('escalateAfterDays: goes upward as many open days after the delay as the municipality says', () => {
    const firstDay = (escalateAfterDays: number) =>
      ['2026-06-12', '2026-06-16', '2026-06-18'].find((day) =>
        kinds(day, { dueOn: '2026-06-10' }, escalateAfterDays).includes('escalated'),
      );
    expect([1, 3, 5].map(firstDay)).toEqual(['2026-06-12', '2026-06-16', '2026-06-18']);
  });

  it('is asked for on the day until which it was held, or on the next open one, and not before', () => {
    const seat = { dueOn: '2026-06-10', heldUntil: '2026-06-13' };
    expect(kinds('2026-06-12', seat)).toEqual([]);
    expect(kinds('2026-06-13', seat)).toEqual([]);
    expect(kinds('2026-06-15', seat)).toEqual(['held']);
    expect(kinds('2026-06-16', seat)).toEqual(['overdue', 'escalated']);
  });

  it('says nothing on closed days and before a seat is due, and each thing once for a day', () => {
    const days = fc.integer({ min: 0, max: 60 }).map((n) => addDays(localDate('2026-06-01'), n));
    fc.assert(
      fc.property(days, days, fc.option(days), (today, dueOn, heldUntil) => {
        const owed = owedReminders({ dueOn, heldUntil }, on(today));
        if (!isOpen(today) || (heldUntil !== null && heldUntil > today)) expect(owed).toEqual([]);
        if (today < dueOn) expect(owed.filter(({ kind }) => kind !== 'held')).toEqual([]);
        expect(new Set(owed.map(({ kind, day }) => `${kind} ${day}`)).size).toBe(owed.length);
      }),
    );
  });
});
