import { lockDrift } from './lock-drift';

const until = new Date('2027-01-01T00:00:00.400Z');
const at = (text: string) => new Date(text);

describe('SCN-15 the lock of an object', () => {
  it.each([
    ['as told, cut to the second', { retainUntil: at('2027-01-01T00:00:00Z'), hold: true }, null],
    ['longer than told', { retainUntil: at('2030-01-01T00:00:00Z'), hold: true }, null],
    ['shorter', { retainUntil: at('2026-12-31T23:00:00Z'), hold: true }, 'shorter'],
    ['without retention', { retainUntil: null, hold: true }, 'no-retention'],
    ['without hold', { retainUntil: until, hold: false }, 'no-hold'],
    ['of an object that is gone', null, 'missing'],
  ] as const)('%s', (_how, found, drift) => {
    expect(lockDrift(found, until)).toBe(drift);
  });
});
