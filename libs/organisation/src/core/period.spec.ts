import fc from 'fast-check';
import { type LocalDate, addDays, localDate } from '@fubako/kernel';
import { type Period, firstUncovered, holds, overlap } from './period';

const day = (offset: number): LocalDate => addDays(localDate('2026-04-01'), offset);
const period = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.integer({ min: 0, max: 20 })))
  .map(([start, length]): Period => ({ from: day(start), to: length === null ? null : day(start + length) }));

describe('periods', () => {
  it('ORG-1 the last day belongs to the period and the day after does not', () => {
    const year = { from: localDate('2026-04-01'), to: localDate('2027-03-31') };
    expect(holds(year, localDate('2027-03-31'))).toBe(true);
    expect(holds(year, localDate('2027-04-01'))).toBe(false);
  });

  it('ORG-2 two periods overlap exactly when some day belongs to both', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        const shared = Array.from({ length: 80 }, (_, offset) => day(offset)).some(
          (date) => holds(a, date) && holds(b, date),
        );
        expect(overlap(a, b)).toBe(shared);
      }),
    );
  });

  it('ORG-3 the first uncovered day is the earliest day of the whole that no part holds', () => {
    fc.assert(
      fc.property(period, fc.array(period, { maxLength: 4 }), (whole, parts) => {
        const days = Array.from({ length: 80 }, (_, offset) => day(offset)).filter((date) => holds(whole, date));
        const gap = days.find((date) => !parts.some((part) => holds(part, date))) ?? null;
        expect(firstUncovered(whole, parts)).toBe(gap);
      }),
    );
  });
});
