import { localDate } from '@fubako/kernel';
import fc from 'fast-check';
import { extendedTo, renewedTo, whyNotExtended } from './extend';

describe('the extension of a file', () => {
  it('KEEP-4 counts whole fiscal years from the expiry and ends on 31 March', () => {
    expect(extendedTo(localDate('2032-03-31'), 5)).toBe('2037-03-31');
    // 1年未満 expires within a year; its extension runs to the end of a fiscal year.
    expect(extendedTo(localDate('2032-06-10'), 1)).toBe('2034-03-31');
  });

  it('KEEP-4 law: it is always later, and two extensions are one of the sum', () => {
    const years = fc.integer({ min: 1, max: 30 });
    const days = fc
      .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
      .map((date) => localDate(date.toISOString().slice(0, 10)));
    fc.assert(
      fc.property(days, years, years, (day, a, b) => {
        expect(extendedTo(day, a) > day).toBe(true);
        expect(extendedTo(extendedTo(day, a), b)).toBe(extendedTo(day, a + b));
      }),
    );
  });

  it('DISP-8 what expired years ago is not over before its new period begins', () => {
    const today = localDate('2032-04-20');
    expect(renewedTo(localDate('2032-03-31'), 5, today)).toBe('2037-03-31');
    expect(renewedTo(localDate('2026-03-31'), 1, today)).toBe('2033-03-31');
  });

  it('KEEP-4 what is gone, has no end, or is of others is left out', () => {
    const file = { state: 'open', expiresOn: localDate('2032-03-31'), isYours: true };
    expect(whyNotExtended(file)).toBeNull();
    expect(whyNotExtended({ ...file, isYours: false })).toBe('not-yours');
    expect(whyNotExtended({ ...file, state: 'disposed' })).toBe('gone');
    expect(whyNotExtended({ ...file, expiresOn: null })).toBe('no-end');
  });
});
