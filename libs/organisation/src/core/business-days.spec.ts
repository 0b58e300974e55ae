import { type LocalDate, localDate } from '@fubako/kernel';
import { type CalendarFacts, addOpenDays, isOpen } from './business-days';

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
});
