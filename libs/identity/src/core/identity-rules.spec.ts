import fc from 'fast-check';
import { CLIENT_POLICY, type FailureRecord, LOGIN_POLICY, afterFailure, waitMs } from './lockout';
import { isFromOwnPages } from './own-origin';
import { weaknessOf } from './password-rules';
import { deviceOf } from './device';
import { absoluteEndOf, isAlive, isProven, isWorthNoting } from './session-life';

const at = (ms: number) => new Date(Date.UTC(2026, 5, 1) + ms);
const MINUTE = 60_000;

describe('the life of a session', () => {
  const IDLE_MS = 30 * MINUTE;
  const ABSOLUTE_MS = 600 * MINUTE;
  const session = { seenAt: at(0), absoluteEnd: absoluteEndOf(at(0), 10), revokedAt: null, idleMinutes: 30 };

  it('ID-1 ends after half an hour without use', () => {
    expect(isAlive(session, at(IDLE_MS - 1))).toBe(true);
    expect(isAlive(session, at(IDLE_MS))).toBe(false);
  });

  it('ID-2 ends ten hours after sign-in however busy it is', () => {
    expect(isAlive({ ...session, seenAt: at(ABSOLUTE_MS - 1) }, at(ABSOLUTE_MS - 1))).toBe(true);
    expect(isAlive({ ...session, seenAt: at(ABSOLUTE_MS) }, at(ABSOLUTE_MS))).toBe(false);
  });

  it('ID-1, ID-2 the municipality says how long', () => {
    expect(isAlive({ ...session, idleMinutes: 5 }, at(5 * MINUTE))).toBe(false);
    expect(absoluteEndOf(at(0), 8)).toEqual(at(480 * MINUTE));
  });

  it('ID-15 a proof is as good as it is fresh', () => {
    expect(isProven(at(0), at(5 * MINUTE), 5)).toBe(true);
    expect(isProven(at(0), at(5 * MINUTE + 1), 5)).toBe(false);
    expect(isProven(null, at(0), 5)).toBe(false);
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

describe('the device of a session', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0',
      'edge',
      'windows',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0 Safari/537.36',
      'chrome',
      'linux',
    ],
    [
      'Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Mobile/15E148 Safari/604.1',
      'safari',
      'ios',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 15.0; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox', 'macos'],
    ['Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36', 'chrome', 'android'],
    ['intake/1.0', 'other', 'other'],
    ['', 'other', 'other'],
  ])('ID-11 %s', (client, browser, system) => {
    expect(deviceOf(client)).toEqual({ browser, system });
  });
});
