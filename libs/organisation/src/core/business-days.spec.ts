import fc from 'fast-check';
import { type LocalDate, addDays, localDate } from '@fubako/kernel';
import { type CalendarFacts, addOpenDays, deadlineAfter, isOpen, openDaysBetween, openDaysFrom } from './business-days';

const calendar = (own: Record<string, boolean> = {}): CalendarFacts => ({
  isNationalHoliday: (date) => date === '2026-05-04',
  own: new Map(Object.entries(own) as [LocalDate, boolean][]),
});

describe('business days', () => {
  it('ORG-20 weekends and national holidays are closed', () => {
    expect(isOpen(localDate('2026-05-02'), calendar())).toBe(false);
    expect(isOpen(localDate('2026-05-04'), calendar())).toBe(false);
    expect(isOpen(localDate('2026-05-07'), calendar())).toBe(true);
  });

  it('ORG-20 the word of the municipality stands above weekend and holiday', () => {
    expect(isOpen(localDate('2026-05-02'), calendar({ '2026-05-02': true }))).toBe(true);
    expect(isOpen(localDate('2026-12-29'), calendar({ '2026-12-29': false }))).toBe(false);
  });

  it('ORG-21 counts open days after the day itself', () => {
    expect(addOpenDays(localDate('2026-05-01'), 1, calendar())).toBe('2026-05-05');
    expect(addOpenDays(localDate('2026-05-02'), 0, calendar())).toBe('2026-05-05');
    expect(addOpenDays(localDate('2026-05-01'), 0, calendar())).toBe('2026-05-01');
  });

  it('ORG-21 refuses to count backwards', () => {
    expect(() => addOpenDays(localDate('2026-05-01'), -1, calendar())).toThrow(RangeError);
  });

  it('ORG-22 a deadline ends with its day in Japan, wherever the server stands', () => {
    const friday = new Date('2026-05-01T14:59:59.999Z');
    expect(deadlineAfter(friday, 3, calendar())).toEqual({
      day: '2026-05-07',
      until: new Date('2026-05-07T15:00:00.000Z'),
    });
    // One millisecond later it is Saturday in Japan.
    expect(deadlineAfter(new Date('2026-05-01T15:00:00.000Z'), 3, calendar()).day).toBe('2026-05-07');
    expect(deadlineAfter(new Date('2026-05-02T15:00:00.000Z'), 0, calendar()).day).toBe('2026-05-05');
  });

  it('S01 an unread 後閲 of Wednesday is 3 working days old on Monday', () => {
    expect(openDaysBetween(localDate('2026-06-10'), localDate('2026-06-15'), calendar())).toBe(3);
    expect(openDaysBetween(localDate('2026-06-10'), localDate('2026-06-10'), calendar())).toBe(0);
    expect(openDaysBetween(localDate('2026-06-15'), localDate('2026-06-10'), calendar())).toBe(0);
  });

  it('ORG-23 counting the days undoes adding them', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 60 }), (offset, days) => {
        const from = addDays(localDate('2026-01-01'), offset);
        const to = addOpenDays(from, days, calendar());
        expect(openDaysBetween(from, to, calendar())).toBe(days);
        expect(openDaysFrom(addDays(from, 1), days, calendar()).at(-1)).toBe(to);
      }),
    );
  });
});
