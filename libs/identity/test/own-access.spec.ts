import type { StaffNo } from '@fubako/kernel';
import { CreateAccount, SetPassword } from '@fubako/identity';
import { bytesOf, codeOfApp } from './authenticator';
import { IdentityUnderTest, PASSWORD } from './identity';

const fukagawa = '1016' as StaffNo;
const by = 'system:test';
const NEXT = '春はあけぼのやうやう白くなりゆく';
const WINDOWS_EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0';

let lib: IdentityUnderTest;
const start = async (access: object = {}) => {
  lib = await IdentityUnderTest.start({}, access);
  await lib.get(CreateAccount).run({ staffNo: fukagawa, password: PASSWORD, by });
};
afterEach(() => lib.stop());

const codeOf = (response: { body: { code?: string } }) => response.body.code;
const enter = async (code?: string, password = PASSWORD) =>
  IdentityUnderTest.cookieOf(await lib.signIn('fukagawa', password, code).expect(201));
const appCode = async (secret: string, steps = 0) => codeOfApp(secret, await lib.clock.now(), steps);

/** An authenticator app and recovery codes for the person of the session. */
async function enrol(cookie: string) {
  const { body } = await lib.send(cookie, 'post', '/my/totp').expect(201);
  const confirmed = await lib
    .send(cookie, 'post', '/my/totp/confirmation', { code: await appCode(body.secret) })
    .expect(201);
  return { secret: body.secret as string, codes: confirmed.body.codes as string[] };
}

describe('sessions and password of one’s own', () => {
  beforeEach(() => start());

  it('ID-11 shows where one is signed in; ending one, or all others, holds on the next request', async () => {
    const [here, there, elsewhere] = [await enter(), await enter(), await enter()];
    await lib.http().get('/desk').set('Cookie', there).set('User-Agent', WINDOWS_EDGE);
    const other = IdentityUnderTest.cookieOf(await lib.signIn('fukagawa').set('User-Agent', WINDOWS_EDGE).expect(201));
    const { body } = await lib.send(here, 'get', '/my/access').expect(200);
    expect(body.sessions).toHaveLength(4);
    expect(body.sessions.filter((one: { current: boolean }) => one.current)).toHaveLength(1);
    const edge = body.sessions.find((one: { browser: string }) => one.browser === 'edge');
    expect(edge).toMatchObject({ system: 'windows', current: false, endsAt: '2026-06-01T10:00:00.000Z' });
    await lib.send(here, 'delete', `/my/sessions/${edge.id}`).expect(204);
    await lib.send(other, 'get', '/desk').expect(401);
    expect(codeOf(await lib.send(here, 'delete', `/my/sessions/${edge.id}`).expect(404))).toBe(
      'identity.no-such-session',
    );
    expect((await lib.send(here, 'delete', '/my/sessions').expect(200)).body).toEqual({ ended: 2 });
    for (const cookie of [there, elsewhere]) await lib.send(cookie, 'get', '/desk').expect(401);
    await lib.send(here, 'get', '/desk').expect(200);
  });

  it('ID-11 nobody ends the session of somebody else', async () => {
    await lib.get(CreateAccount).run({ staffNo: '1006' as StaffNo, password: PASSWORD, by });
    const eto = IdentityUnderTest.cookieOf(await lib.signIn('eto').expect(201));
    const { body } = await lib.send(eto, 'get', '/my/access').expect(200);
    await lib.send(await enter(), 'delete', `/my/sessions/${body.sessions[0].id}`).expect(404);
    await lib.send(eto, 'get', '/desk').expect(200);
  });

  it('ID-17 a new password needs the present one and ends the other sessions', async () => {
    const [here, there] = [await enter(), await enter()];
    const change = (current: string, next: string) => lib.send(here, 'put', '/my/password', { current, next });
    expect(codeOf(await change('wrong', NEXT).expect(422))).toBe('identity.wrong-password');
    expect(codeOf(await change(PASSWORD, 'short').expect(422))).toBe('identity.weak-password');
    expect(codeOf(await change(PASSWORD, PASSWORD).expect(422))).toBe('identity.same-password');
    expect((await change(PASSWORD, NEXT).expect(200)).body).toEqual({ ended: 1 });
    await lib.send(there, 'get', '/desk').expect(401);
    await lib.send(here, 'get', '/desk').expect(200);
    await lib.signIn('fukagawa').expect(401);
    await enter(undefined, NEXT);
  });

  it('ID-4 guessing the present password at an open session waits longer and longer', async () => {
    const here = await enter();
    const guess = () => lib.send(here, 'put', '/my/password', { current: 'wrong', next: NEXT });
    for (let n = 0; n < 3; n++) await guess().expect(422);
    expect(codeOf(await guess().expect(429))).toBe('identity.locked');
  });

  it('ID-17 a password that an administrator set is replaced before anything else', async () => {
    await lib.get(SetPassword).run({ staffNo: fukagawa, password: NEXT, by, temporary: true });
    const { body, ...response } = await lib.signIn('fukagawa', NEXT).expect(201);
    expect(body).toMatchObject({ duty: 'new_password', allowed: [] });
    const here = IdentityUnderTest.cookieOf(response as never);
    expect(codeOf(await lib.send(here, 'get', '/desk').expect(403))).toBe('identity.new-password-demanded');
    await lib.send(here, 'put', '/my/password', { current: NEXT, next: PASSWORD }).expect(200);
    await lib.send(here, 'get', '/desk').expect(200);
  });

  it('ID-1 what a page asks by itself is no use of the session', async () => {
    const here = await enter();
    for (let minute = 0; minute < 30; minute += 10) {
      await lib.send(here, 'get', '/desk').set('X-Fubako-Idle', '1').expect(200);
      await lib.wait(10);
    }
    await lib.send(here, 'get', '/desk').expect(401);
  });
});

describe('authenticator app and recovery codes', () => {
  beforeEach(() => start());

  it('ID-12 the second step is asked of who knows the password, and of nobody else', async () => {
    const { secret } = await enrol(await enter());
    const [wrong, unknown] = [await lib.signIn('fukagawa', 'wrong'), await lib.signIn('nobody', 'wrong')];
    expect({ ...wrong.body, traceId: '' }).toEqual({ ...unknown.body, traceId: '' });
    expect((await lib.signIn('fukagawa').expect(401)).body).toMatchObject({
      code: 'identity.second-factor-needed',
      factors: ['totp', 'recovery'],
    });
    await lib.wait(1);
    expect(codeOf(await lib.signIn('fukagawa', PASSWORD, '000000').expect(401))).toBe('identity.wrong-code');
    await lib.wait(1);
    await enter(await appCode(secret));
  });

  it('ID-21 a secret lies sealed in the database, and one of an earlier version is sealed when it is next used', async () => {
    const { secret } = await enrol(await enter());
    const stored = async () => (await lib.database.dataSource.query('select secret, sealed from identity.totp'))[0];
    const first = await stored();
    expect(first.secret).toBeNull();
    const plain = bytesOf(secret);
    expect(first.sealed.includes(plain)).toBe(false);
    await lib.database.dataSource.query('update identity.totp set secret = $1, sealed = null', [plain]);
    await lib.wait(1);
    await enter(await appCode(secret));
    const second = await stored();
    expect([second.secret, second.sealed.length]).toEqual([null, first.sealed.length]);
    await lib.wait(1);
    await enter(await appCode(secret));
  });

  it('ID-21 a process without the key lets nobody in by it and begins no second one; recovery codes still open', async () => {
    const here = await enter();
    const { secret, codes } = await enrol(here);
    await lib.database.dataSource.query(`update identity.totp set sealed = decode(repeat('00', 56), 'hex')`);
    await lib.database.dataSource.query(`update identity.sealing_key set name = decode(repeat('00', 8), 'hex')`);
    await lib.wait(1);
    const refused = await lib.signIn('fukagawa', PASSWORD, await appCode(secret)).expect(503);
    expect(codeOf(refused)).toBe('identity.secrets-locked');
    await lib.wait(1);
    await enter(codes[0]);
    await lib.send(here, 'delete', '/my/totp').expect(204);
    expect(codeOf(await lib.send(here, 'post', '/my/totp').expect(503))).toBe('identity.secrets-locked');
  });

  it('ID-12 a code opens once, also when it comes twice side by side', async () => {
    const { secret } = await enrol(await enter());
    expect(codeOf(await lib.signIn('fukagawa', PASSWORD, await appCode(secret)).expect(401))).toBe(
      'identity.wrong-code',
    );
    await lib.wait(1);
    const code = await appCode(secret);
    const answers = await Promise.all([0, 1].map(() => lib.signIn('fukagawa', PASSWORD, code)));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 401]);
  });

  it('ID-12 guesses of codes close the name like guesses of passwords', async () => {
    await enrol(await enter());
    for (let n = 0; n < 10; n++) {
      await lib.signIn('fukagawa', PASSWORD, `99999${n}`);
      if (n < 9) await lib.wait(1.1);
    }
    expect((await lib.signIn('fukagawa', PASSWORD, '123456').expect(429)).body.retryAfterSeconds).toBe(900);
  });

  it('ID-13 a recovery code opens once; new ones make the former worthless', async () => {
    const here = await enter();
    const { codes } = await enrol(here);
    await enter(codes[0]?.toLowerCase());
    expect(codeOf(await lib.signIn('fukagawa', PASSWORD, codes[0]).expect(401))).toBe('identity.wrong-code');
    const renewed = await lib.send(here, 'post', '/my/recovery-codes').expect(201);
    expect(codeOf(await lib.signIn('fukagawa', PASSWORD, codes[1]).expect(401))).toBe('identity.wrong-code');
    await lib.wait(1);
    await enter(renewed.body.codes[0]);
    const stored = await lib.database.dataSource.query('select code_sha256 from identity.recovery_code');
    expect(JSON.stringify(stored)).not.toContain(renewed.body.codes[1]);
    expect((await lib.send(here, 'get', '/my/access')).body).toMatchObject({ recoveryCodesLeft: 9 });
  });

  it('ID-12 a secret that no code confirmed asks nothing at the door; another enrolment needs the first one gone', async () => {
    const here = await enter();
    await lib.send(here, 'post', '/my/totp').expect(201);
    expect(codeOf(await lib.send(here, 'post', '/my/totp/confirmation', { code: '000000' }).expect(401))).toBe(
      'identity.wrong-code',
    );
    const again = await enter();
    await enrol(again);
    expect(codeOf(await lib.send(again, 'post', '/my/totp').expect(409))).toBe('identity.factor-exists');
    await lib.send(again, 'delete', '/my/totp').expect(204);
    await enter();
  });

  it('ID-15 factors are changed by whoever was proven within five minutes, and the proof changes the token', async () => {
    const here = await enter();
    await lib.wait(6);
    const { body } = await lib.send(here, 'post', '/my/totp').expect(403);
    expect(body).toMatchObject({ code: 'identity.proof-needed', act: 'own_access', by: ['password'] });
    await lib.send(here, 'post', '/session/proof', { password: 'wrong' }).expect(422);
    const proven = IdentityUnderTest.cookieOf(
      await lib.send(here, 'post', '/session/proof', { password: PASSWORD }).expect(204),
    );
    expect(proven).not.toBe(here);
    await lib.send(here, 'get', '/desk').expect(200);
    await lib.wait(0.5);
    await lib.send(here, 'get', '/desk').expect(401);
    const { secret } = await enrol(proven);
    await lib.wait(6);
    expect((await lib.send(proven, 'post', '/my/recovery-codes').expect(403)).body.by).toEqual(['totp', 'recovery']);
    expect(codeOf(await lib.send(proven, 'post', '/session/proof', { password: PASSWORD }).expect(401))).toBe(
      'identity.wrong-code',
    );
    await lib.send(proven, 'post', '/session/proof', { code: await appCode(secret) }).expect(204);
  });

  it('ID-16 an answer of an authenticator that nobody asked, or of none, is refused', async () => {
    const here = await enter();
    const { body } = await lib.send(here, 'post', '/session/passkey/challenge').expect(200);
    expect(body.options).toMatchObject({ rpId: '127.0.0.1', userVerification: 'required' });
    expect(body.options.allowCredentials ?? []).toEqual([]);
    const clientDataJSON = Buffer.from(
      JSON.stringify({ type: 'webauthn.get', challenge: body.options.challenge, origin: 'http://127.0.0.1' }),
    ).toString('base64url');
    for (const answer of [
      {},
      { id: 'x' },
      { id: 'x', response: { clientDataJSON } },
      { response: { clientDataJSON: 'e30' } },
    ])
      expect(codeOf(await lib.send('', 'post', '/session/passkey', { answer }).expect(401))).toBe(
        'identity.wrong-passkey',
      );
    await lib.send(here, 'post', '/my/passkeys', { name: '鍵', answer: { id: 'x' } }).expect(401);
  });
});

describe('what the municipality asks', () => {
  it('ID-14 a role that needs a second factor enrols one before anything else, and keeps it', async () => {
    await start({ secondFactorFor: ['everyone'] });
    const { body, ...response } = await lib.signIn('fukagawa').expect(201);
    expect(body).toMatchObject({ duty: 'second_factor', allowed: [] });
    const here = IdentityUnderTest.cookieOf(response as never);
    expect(codeOf(await lib.send(here, 'get', '/desk').expect(403))).toBe('identity.second-factor-demanded');
    await enrol(here);
    await lib.send(here, 'get', '/desk').expect(200);
    expect(codeOf(await lib.send(here, 'delete', '/my/totp').expect(409))).toBe('identity.second-factor-kept');
  });

  it('ID-14 others are not asked', async () => {
    await start({ secondFactorFor: ['system_admin'] });
    expect((await lib.signIn('fukagawa').expect(201)).body).toMatchObject({ duty: null });
  });

  it('ID-18 how often one person may ask, in words and with the seconds to wait; others are not held up', async () => {
    await start({ perMinute: { reads: 300, writes: 60, searches: 30, uploads: 20 } });
    await lib.get(CreateAccount).run({ staffNo: '1006' as StaffNo, password: PASSWORD, by });
    const [here, eto] = [await enter(), IdentityUnderTest.cookieOf(await lib.signIn('eto').expect(201))];
    const answers = [];
    for (let n = 0; n < 70; n++) answers.push(await lib.send(here, 'post', '/desk'));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(60);
    expect(refused[0]?.body).toMatchObject({ code: 'identity.too-many-requests', retryAfterSeconds: 1 });
    expect(refused[0]?.headers['retry-after']).toBe('1');
    await lib.send(here, 'get', '/desk').expect(200);
    await lib.send(eto, 'post', '/desk').expect(201);
  });

  it('ID-1, ID-2 how long sessions last', async () => {
    await start({ idleMinutes: 5, absoluteHours: 2 });
    const { body, ...response } = await lib.signIn('fukagawa').expect(201);
    expect(body).toMatchObject({ idleMinutes: 5, endsAt: '2026-06-01T02:00:00.000Z' });
    const here = IdentityUnderTest.cookieOf(response as never);
    await lib.wait(4.9);
    await lib.send(here, 'get', '/desk').expect(200);
    await lib.wait(5);
    await lib.send(here, 'get', '/desk').expect(401);
  });
});
