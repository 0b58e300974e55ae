import { type LocalDate, addDays, localDate } from '@fubako/kernel';
import fc from 'fast-check';
import { weekBefore } from './reading-digest';

it('REA-4 a digest is of the last whole week from Monday to Sunday', () => {
  expect(weekBefore(localDate('2026-11-29'))).toEqual({ from: '2026-11-16', until: '2026-11-23' });
  expect(weekBefore(localDate('2026-11-30'))).toEqual({ from: '2026-11-23', until: '2026-11-30' });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (n) => {
      const day: LocalDate = addDays(localDate('2000-01-01'), n);
      const { from, until } = weekBefore(day);
      expect(new Date(`${until}T00:00:00Z`).getUTCDay()).toBe(1);
      expect([addDays(from, 7), until <= day, addDays(until, 7) > day]).toEqual([until, true, true]);
    }),
  );
});
