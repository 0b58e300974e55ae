import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { StaffNo } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { loadSettings } from '@fubako/platform/config';
import { CreateAccount, DisableAccount } from '@fubako/identity';
import { IdentityUnderTest, PASSWORD } from './identity';
import { type Lie, LyingProvider, withAnotherKey, withPublicKeyAsSecret } from './support/lying-provider';

const PUBLIC_URL = 'http://fubako.test';
const COME_BACK = `${PUBLIC_URL}/api/v1/session/provider/answer`;
const fukagawa = '1016' as StaffNo;
const by = 'system:test';
const settingsFor = (issuer: string) => ({
  PUBLIC_URL,
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: 'fubako',
  OIDC_CLIENT_SECRET: 'a-secret-of-the-provider',
});

const cookieIn = (headers: Record<string, unknown>, name: string): string | undefined =>
  ((headers['set-cookie'] ?? []) as string[])
    .map((one) => one.split(';')[0] ?? '')
    .find((one) => one.startsWith(`${name}=`) && one !== `${name}=`);

/** Where the sign-in page sends the browser, and the cookie it leaves with. */
async function leave(lib: IdentityUnderTest): Promise<{ address: URL; flow: string }> {
  const { headers } = await lib.http().get('/session/provider').expect(302);
  return { address: new URL(String(headers['location'])), flow: cookieIn(headers, 'fubako_flow') ?? '' };
}

async function comeBack(lib: IdentityUnderTest, search: string, flow: string) {
  const { headers } = await lib.http().get(`/session/provider/answer${search}`).set('Cookie', flow).expect(303);
  return { to: String(headers['location']), session: cookieIn(headers, 'fubako_sid') };
}

const REFUSED = { to: '/sign-in?refused=identity.provider-refused', session: undefined };

describe('ID-20 signing in at an identity provider', () => {
  let lib: IdentityUnderTest;
  let provider: ChildProcess;
  let issuer: string;
  beforeAll(async () => {
    provider = fork(join(__dirname, 'support/oidc-provider.mjs'), [COME_BACK], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    [{ issuer }] = (await once(provider, 'message')) as [{ issuer: string }];
    lib = await IdentityUnderTest.start(settingsFor(issuer));
    await lib.get(CreateAccount).run({ staffNo: fukagawa, password: PASSWORD, by });
  });
  afterAll(async () => {
    provider.kill();
    await lib.stop();
  });

  /** A browser at the provider, signed in there as this person. @returns what it comes back with */
  async function atProvider(address: URL, staffNo: string): Promise<string> {
    await fetch(`${issuer}/be/${staffNo}`);
    const jar = new Map<string, string>();
    for (let next = address.href, hops = 0; hops < 8; hops++) {
      if (next.startsWith(PUBLIC_URL)) return new URL(next).search;
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(next, { redirect: 'manual', headers: { Cookie: cookie } });
      for (const one of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (one.split(';')[0] ?? '').split('=', 2);
        jar.set(name, value);
      }
      const location = response.headers.get('location');
      if (!location) return `${response.status}: ${await response.text()}`;
      next = new URL(location, issuer).href;
    }
    throw new Error('The provider sends the browser round and round.');
  }

  it('lets an existing account in with code, PKCE, state and nonce; the link is noted once, in the ledger', async () => {
    for (let n = 0; n < 2; n++) {
      const { address, flow } = await leave(lib);
      expect(Object.fromEntries(address.searchParams)).toMatchObject({
        client_id: 'fubako',
        redirect_uri: COME_BACK,
        response_type: 'code',
        scope: 'openid profile',
        code_challenge_method: 'S256',
        code_challenge: expect.stringMatching(/^[\w-]{43}$/),
        state: expect.stringMatching(/^[\w-]{43}$/),
        nonce: expect.stringMatching(/^[\w-]{43}$/),
      });
      const { to, session } = await comeBack(lib, await atProvider(address, '1016'), flow);
      expect(to).toBe('/');
      const me = await lib
        .http()
        .get('/session')
        .set('Cookie', session ?? '')
        .expect(200);
      expect(me.body.login).toBe('fukagawa');
    }
    const { uow } = lib.database;
    const noted = await uow.read(() =>
      uow.rows(sql`select 1 from ledger.entry where kind = 'identity.provider-linked'`),
    );
    expect(noted).toHaveLength(1);
  });

  it('makes no account: whoever has none, or a disabled one, is refused in words', async () => {
    const unknown = { to: '/sign-in?refused=identity.provider-unknown-person', session: undefined };
    const first = await leave(lib);
    expect(await comeBack(lib, await atProvider(first.address, '1001'), first.flow)).toEqual(unknown);
    await lib.get(CreateAccount).run({ staffNo: '1011' as StaffNo, password: PASSWORD, by });
    await lib.get(DisableAccount).run({ staffNo: '1011' as StaffNo, by });
    const second = await leave(lib);
    expect(await comeBack(lib, await atProvider(second.address, '1011'), second.flow)).toEqual(unknown);
  });

  it('refuses a code that was used already, also in a new flow', async () => {
    const first = await leave(lib);
    const search = await atProvider(first.address, '1016');
    expect((await comeBack(lib, search, first.flow)).to).toBe('/');
    expect(await comeBack(lib, search, first.flow)).toEqual(REFUSED);
    const second = await leave(lib);
    const replayed = new URLSearchParams(search);
    replayed.set('state', second.address.searchParams.get('state') ?? '');
    expect(await comeBack(lib, `?${replayed.toString()}`, second.flow)).toEqual(REFUSED);
  });

  it('refuses a code that was issued for another browser (PKCE), and the provider one without a challenge', async () => {
    const [victim, thief] = [await leave(lib), await leave(lib)];
    const stolen = new URLSearchParams(await atProvider(victim.address, '1016'));
    stolen.set('state', thief.address.searchParams.get('state') ?? '');
    expect(await comeBack(lib, `?${stolen.toString()}`, thief.flow)).toEqual(REFUSED);
    const { address } = await leave(lib);
    for (const name of ['code_challenge', 'code_challenge_method']) address.searchParams.delete(name);
    expect(new URLSearchParams(await atProvider(address, '1016')).get('error')).toBe('invalid_request');
  });

  it('is sent back to its own address only: the provider refuses a foreign one, and a forged Host changes nothing', async () => {
    const { address } = await leave(lib);
    address.searchParams.set('redirect_uri', 'https://evil.example/answer');
    expect(await atProvider(address, '1016')).toMatch(/^400: /);
    const { headers } = await lib
      .http()
      .get('/session/provider?to=//evil.example')
      .set('Host', 'evil.example')
      .expect(302);
    expect(new URL(String(headers['location'])).searchParams.get('redirect_uri')).toBe(COME_BACK);
  });
});

describe('ID-20 an identity provider that lies', () => {
  let lib: IdentityUnderTest;
  let provider: LyingProvider;
  beforeAll(async () => {
    provider = await new LyingProvider().open();
    lib = await IdentityUnderTest.start(settingsFor(provider.issuer));
    await lib.get(CreateAccount).run({ staffNo: fukagawa, password: PASSWORD, by });
  });
  afterAll(async () => {
    await lib.stop();
    await provider.close();
  });

  async function attempt(lie: Lie, change: (answer: URLSearchParams) => void = () => undefined) {
    const { address, flow } = await leave(lib);
    provider.lie = lie;
    provider.nonce = address.searchParams.get('nonce') ?? '';
    const answer = new URLSearchParams({
      code: 'c',
      state: address.searchParams.get('state') ?? '',
      iss: provider.issuer,
    });
    change(answer);
    return comeBack(lib, `?${answer.toString()}`, flow);
  }

  const seconds = (ago: number) => Math.floor(Date.now() / 1000) - ago;
  it.each<[string, Lie]>([
    ['alg none', { header: { alg: 'none' }, signedBy: () => '' }],
    ['alg none, kept signed', { header: { alg: 'none' } }],
    ['RS256 taken for HS256', { header: { alg: 'HS256' }, signedBy: withPublicKeyAsSecret }],
    ['another algorithm than the agreed one', { header: { alg: 'PS256' } }],
    ['a foreign key under a known kid', { signedBy: withAnotherKey }],
    ['no signature', { signedBy: () => '' }],
    ['an unknown kid', { header: { kid: 'unknown' } }],
    ['a key in the header', { header: { jwk: { kty: 'oct', k: 'AAAA' }, kid: undefined }, signedBy: withAnotherKey }],
    ['a critical header nobody knows', { header: { crit: ['exp'], exp: 1 } }],
    ['another audience', { claims: { aud: 'somebody-else' } }],
    ['several audiences and another azp', { claims: { aud: ['fubako', 'other'], azp: 'other' } }],
    ['several audiences without azp', { claims: { aud: ['fubako', 'other'] } }],
    ['no audience', { claims: { aud: undefined } }],
    ['another issuer', { claims: { iss: 'https://evil.example' } }],
    ['no issuer', { claims: { iss: undefined } }],
    ['another nonce', { claims: { nonce: 'A'.repeat(43) } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['an end long ago', { claims: { iat: seconds(7200), exp: seconds(3600) } }],
    ['no end', { claims: { exp: undefined } }],
    ['a beginning to come', { claims: { nbf: seconds(-3600) } }],
    ['no subject', { claims: { sub: undefined } }],
  ])('refuses %s', async (_, lie) => {
    expect(await attempt(lie)).toEqual(REFUSED);
  });

  it.each<[string, (answer: URLSearchParams) => void]>([
    ['another state', (answer) => answer.set('state', 'B'.repeat(43))],
    ['no state', (answer) => answer.delete('state')],
    ['two states', (answer) => answer.append('state', 'B'.repeat(43))],
    ['a mix-up: the answer of another provider', (answer) => answer.set('iss', 'https://evil.example')],
    ['a mix-up: an answer that names no provider', (answer) => answer.delete('iss')],
    ['no code', (answer) => answer.delete('code')],
    ['a refusal of the provider', (answer) => answer.set('error', 'access_denied')],
    ['a token in place of a code', (answer) => answer.set('id_token', 'x.y.z')],
  ])('refuses %s', async (_, change) => {
    expect(await attempt({}, change)).toEqual(REFUSED);
  });

  it('refuses another browser, none at all, and one that comes back after ten minutes', async () => {
    const { address, flow } = await leave(lib);
    provider.lie = {};
    provider.nonce = address.searchParams.get('nonce') ?? '';
    const state = address.searchParams.get('state') ?? '';
    const search = `?${new URLSearchParams({ code: 'c', state, iss: provider.issuer }).toString()}`;
    expect(await comeBack(lib, search, `fubako_flow=${'A'.repeat(43)}`)).toEqual(REFUSED);
    expect(await comeBack(lib, search, '')).toEqual(REFUSED);
    await lib.wait(11);
    expect(await comeBack(lib, search, flow)).toEqual(REFUSED);
  });

  it('lets an honest answer in, sends the verifier, and holds to the subject that was linked first', async () => {
    const asked = provider.asked.length;
    expect((await attempt({})).to).toBe('/');
    expect(provider.asked[asked]?.get('code_verifier')).toMatch(/^[\w-]{43}$/);
    const unknown = '/sign-in?refused=identity.provider-unknown-person';
    expect((await attempt({ claims: { sub: 'somebody else' } })).to).toBe(unknown);
    // The claim may change: who somebody is there, is issuer and subject.
    expect((await attempt({ claims: { employee_number: undefined } })).to).toBe('/');
    await lib.get(CreateAccount).run({ staffNo: '1011' as StaffNo, password: PASSWORD, by });
    const admin = IdentityUnderTest.cookieOf(await lib.signIn('s1011'));
    const reset = { change: 'reset_factors', reason: '番号が変わった' };
    await lib.send(admin, 'post', '/accounts/1016/changes', reset).expect(204);
    expect((await attempt({ claims: { sub: 'somebody else' } })).to).toBe('/');
  });

  it('asks nobody outside when none is configured, and says that there is none', async () => {
    const alone = await IdentityUnderTest.start({ PUBLIC_URL });
    const before = provider.requests;
    expect((await alone.http().get('/sign-in')).body.provider).toBe(false);
    const { headers } = await alone.http().get('/session/provider').expect(303);
    expect(headers['location']).toBe('/sign-in?refused=identity.no-provider');
    expect(provider.requests).toBe(before);
    expect((await lib.http().get('/sign-in')).body.provider).toBe(true);
    await alone.stop();
  });

  it('says so when the provider is away; whoever is signed in stays so', async () => {
    const away = await IdentityUnderTest.start(settingsFor('http://127.0.0.1:9'));
    await away.get(CreateAccount).run({ staffNo: fukagawa, password: PASSWORD, by });
    const cookie = IdentityUnderTest.cookieOf(await away.signIn('fukagawa'));
    const { headers } = await away.http().get('/session/provider').expect(303);
    expect(headers['location']).toBe('/sign-in?refused=identity.provider-unavailable');
    await away.http().get('/session').set('Cookie', cookie).expect(200);
    await away.stop();
  });

  it('needs https in production', () => {
    const production = {
      ...settingsFor('http://provider.example'),
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://h/d',
    };
    expect(() => loadSettings(production)).toThrow(/OIDC_ISSUER: production needs an https: address/);
  });
});
