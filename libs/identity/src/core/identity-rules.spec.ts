import fc from 'fast-check';
import { CLIENT_POLICY, type FailureRecord, LOGIN_POLICY, afterFailure, waitMs } from './lockout';
import { isFromOwnPages } from './own-origin';
import { weaknessOf } from './password-rules';
import { ABSOLUTE_MS, IDLE_MS, isAlive, isWorthNoting } from './session-life';

const at = (ms: number) => new Date(Date.UTC(2026, 5, 1) + ms);
const MINUTE = 60_000;

describe('the life of a session', () => {
  const session = { seenAt: at(0), absoluteEnd: at(ABSOLUTE_MS), revokedAt: null };

  it('ID-1 ends after half an hour without use', () => {
    expect(isAlive(session, at(IDLE_MS - 1))).toBe(true);
    expect(isAlive(session, at(IDLE_MS))).toBe(false);
  });

  it('ID-2 ends ten hours after sign-in however busy it is', () => {
    expect(isAlive({ ...session, seenAt: at(ABSOLUTE_MS - 1) }, at(ABSOLUTE_MS - 1))).toBe(true);
    expect(isAlive({ ...session, seenAt: at(ABSOLUTE_MS) }, at(ABSOLUTE_MS))).toBe(false);
  });

  it('ends when it is revoked', () => {
    expect(isAlive({ ...session, revokedAt: at(1) }, at(2))).toBe(false);
  });

  it('ID-3 use is written down once a minute', () => {
    expect(isWorthNoting(session, at(MINUTE - 1))).toBe(false);
    expect(isWorthNoting(session, at(MINUTE))).toBe(true);
  });
});

describe('lockout', () => {
  const failTimes = (count: number, policy = LOGIN_POLICY): FailureRecord => {
    let record: FailureRecord | null = null;
    for (let n = 0; n < count; n++) record = afterFailure(record, at(n), policy);
    if (!record) throw new Error('At least one failure.');
    return record;
  };

  it('ID-4 two slips cost nothing, the third a second, the tenth a quarter of an hour', () => {
    expect([1, 2, 3, 4, 6, 9, 10, 11].map((count) => waitMs(failTimes(count), at(count - 1)) / 1000)).toEqual([
      0, 0, 1, 2, 8, 60, 900, 900,
    ]);
  });

  it('ID-4 is never for good: after the wait the next attempt is welcome, after an hour all is forgotten', () => {
    const record = failTimes(30);
    expect(waitMs(record, at(29 + 15 * MINUTE))).toBe(0);
    expect(afterFailure(record, at(29 + 60 * MINUTE + 1), LOGIN_POLICY).failures).toBe(1);
  });

  it('ID-4 waiting never shrinks while failures go on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        expect(LOGIN_POLICY.delayMs(count + 1)).toBeGreaterThanOrEqual(LOGIN_POLICY.delayMs(count));
      }),
    );
  });

  it('ID-5 an office of people with slips is not locked out, a flood is', () => {
    expect(waitMs(failTimes(199, CLIENT_POLICY), at(198))).toBe(0);
    expect(waitMs(failTimes(200, CLIENT_POLICY), at(199))).toBe(15 * MINUTE);
  });
});

describe('new passwords', () => {
  it.each([
    ['short', 'too-short'],
    ['a'.repeat(129), 'too-long'],
    ['aaaaaaaaaaaaaaaaaaa', 'too-uniform'],
    ['my name is FUKAGAWA ok', 'contains-login'],
    ['my name is ｆｕｋａｇａｗａ ok', 'contains-login'],
    ['correct horse\u0000battery', 'unfit-characters'],
    ['春はあけぼのやうやう白くなりゆく山ぎは', null],
    ['correct horse battery', null],
  ])('ID-7 %j is %s', (password, weakness) => {
    expect(weaknessOf(password, 'fukagawa')).toBe(weakness);
  });
});

describe('writes of foreign pages', () => {
  const nothing = { secFetchSite: undefined, origin: undefined, host: 'fubako.town.example', publicOrigin: undefined };

  it.each([
    ['our own page', { secFetchSite: 'same-origin' }, true],
    ['typed by the person', { secFetchSite: 'none' }, true],
    ['a foreign page', { secFetchSite: 'cross-site' }, false],
    ['another host of the town', { secFetchSite: 'same-site' }, false],
    [
      'a foreign page that lies about its origin',
      { secFetchSite: 'cross-site', origin: 'https://fubako.town.example' },
      false,
    ],
    ['an older browser on our page', { origin: 'http://fubako.town.example' }, true],
    ['an older browser on a foreign page', { origin: 'https://evil.example' }, false],
    ['a page without an origin', { origin: 'null' }, false],
    [
      'behind a proxy that renames the host',
      { origin: 'https://docs.town.example', host: 'api:3000', publicOrigin: 'https://docs.town.example' },
      true,
    ],
    ['a program', {}, true],
  ])('ID-8 %s', (_, headers, welcome) => {
    expect(isFromOwnPages({ ...nothing, ...headers })).toBe(welcome);
  });
});
