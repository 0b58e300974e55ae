import { addDays, localDate } from '@fubako/kernel';
import { isLawfulDueDay, isReminderDue, loanStateOf } from './loans';

const day = (n: number) => addDays(localDate('2026-11-28'), n);
const loan = { dueOn: day(0), lent: true, refused: false, returned: false };

describe('loans of files', () => {
  it('LOAN-1 a file is lent from one day to thirty', () => {
    expect([0, 1, 30, 31].map((n) => isLawfulDueDay(day(n), day(0)))).toEqual([false, true, true, false]);
  });

  it('LOAN-2 it is late from the day after', () => {
    expect([0, 1].map((n) => loanStateOf(loan, day(n)))).toEqual(['lent', 'overdue']);
    expect(loanStateOf({ ...loan, lent: false }, day(9))).toBe('requested');
    expect(loanStateOf({ ...loan, returned: true }, day(9))).toBe('returned');
    expect(loanStateOf({ ...loan, lent: false, refused: true }, day(9))).toBe('refused');
  });

  it('LOAN-3 the borrower is reminded the day after and every seven days', () => {
    const reminded: number[] = [];
    let remindedOn = null as ReturnType<typeof day> | null;
    for (let n = -3; n <= 20; n++)
      if (isReminderDue({ dueOn: day(0), remindedOn }, day(n))) {
        reminded.push(n);
        remindedOn = day(n);
      }
    expect(reminded).toEqual([1, 8, 15]);
  });
});
