import { remaining } from './activity';

const now = Date.parse('2026-05-11T01:00:00Z');
const session = { idleMinutes: 30, endsAt: '2026-05-11T10:00:00Z' };
const minutesAgo = (minutes: number) => now - minutes * 60_000;

test('nothing is said while somebody works', () => {
  expect(remaining(session, { now, active: minutesAgo(26) }).warns).toBeNull();
});

test('three minutes before the idle end it is said, with what is left', () => {
  const { warns, idle } = remaining(session, { now, active: minutesAgo(28) });
  expect({ warns, idle }).toEqual({ warns: 'idle', idle: 120_000 });
});

test('a short idle time is not warned of from its beginning', () => {
  const short = { ...session, idleMinutes: 5 };
  expect(remaining(short, { now, active: minutesAgo(1) }).warns).toBeNull();
  expect(remaining(short, { now, active: minutesAgo(2.5) }).warns).toBe('idle');
});

test('five minutes before the end of the working day it is said too', () => {
  const late = Date.parse('2026-05-11T09:56:00Z');
  expect(remaining(session, { now: late, active: late })).toMatchObject({ warns: 'absolute', absolute: 240_000 });
});
