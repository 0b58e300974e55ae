import fc from 'fast-check';
import { isWhole, mayPass, SETTLE_MS, subjectOf } from './scan-inlet';

const AT = new Date('2026-11-30T01:00:00Z');
const later = (ms: number) => new Date(AT.getTime() + ms);

describe('files in an inlet', () => {
  it('SCI-2 a file is whole when it has lain unchanged for a while, and not a moment earlier', () => {
    const file = { mark: 'a', whole: false };
    expect(isWhole(file, null, AT)).toBe(false);
    expect(isWhole(file, { mark: 'a', since: AT }, later(SETTLE_MS - 1))).toBe(false);
    expect(isWhole(file, { mark: 'a', since: AT }, later(SETTLE_MS))).toBe(true);
    expect(isWhole(file, { mark: 'b', since: AT }, later(SETTLE_MS))).toBe(false);
  });

  it('SCI-2 a file that says so itself is whole at once', () => {
    expect(isWhole({ mark: 'a', whole: true }, null, AT)).toBe(true);
  });

  it('SCI-4 a store that is down may pass, a broken file does not', () => {
    expect(mayPass('objects.unavailable')).toBe(true);
    expect(mayPass('scans.broken-file')).toBe(false);
  });

  it('SCI-5 the subject is the name without its ending, never empty and never too long', () => {
    expect(subjectOf('補助金の照会.pdf', { n: 1, of: 1 })).toBe('補助金の照会');
    expect(subjectOf('束.pdf', { n: 2, of: 3 })).toBe('束（2／3）');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 99 }),
        (name, of) => {
          const subject = subjectOf(`${name}.pdf`, { n: 1, of });
          expect([...subject].length).toBeGreaterThan(0);
          expect([...subject].length).toBeLessThanOrEqual(200);
        },
      ),
    );
  });
});
