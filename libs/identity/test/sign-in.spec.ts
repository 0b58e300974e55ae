import type { StaffNo } from '@fubako/kernel';
import { CreateAccount, DisableAccount, SetPassword } from '@fubako/identity';
import { untilSomebodyWaits } from '../../../test/support/waiters';
import { IdentityUnderTest, PASSWORD } from './identity';

const fukagawa = '1016' as StaffNo;
const by = 'system:test';

describe('signing in', () => {
  let lib: IdentityUnderTest;
  beforeEach(async () => {
    lib = await IdentityUnderTest.start();
    await lib.get(CreateAccount).run({ staffNo: fukagawa, password: PASSWORD, by });
  });
  afterEach(() => lib.stop());

  const codeOf = (response: { body: { code?: string } }) => response.body.code;
  const desk = (cookie: string) => lib.http().get('/desk').set('Cookie', cookie);

  it('answers with the person, the posts and the screens, and sets a cookie that scripts cannot read', async () => {
    const response = await lib.signIn('fukagawa').expect(201);
    expect(response.body).toEqual({
      staffNo: '1016',
      name: '深川 直美',
      kana: 'ふかがわ なおみ',
      login: 'fukagawa',
      posts: [{ code: 'P-S31-H', title: '課長', unitCode: 'S31', unitName: '福祉課', kind: 'main' }],
      roles: [],
      municipality: { code: '149993', name: '浜見町', nameEn: 'Hamami Town' },
      today: '2026-06-01',
      allowed: ['draft', 'approve', 'search'],
      duty: null,
      idleMinutes: 30,
      endsAt: '2026-06-01T10:00:00.000Z',
    });
    expect(response.headers['set-cookie']).toEqual([
      expect.stringMatching(/^fubako_sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('lets the person through to other routes, as the actor of today', async () => {
    const cookie = IdentityUnderTest.cookieOf(await lib.signIn('fukagawa'));
    const { body } = await desk(cookie).expect(200);
    expect(body).toEqual({ name: '深川 直美', units: ['S31', 'U311', 'U312'] });
    await lib.http().get('/session').set('Cookie', cookie).expect(200);
  });

  it('without a session every route is closed, also to a made-up token', async () => {
    expect(codeOf(await lib.http().get('/desk').expect(401))).toBe('identity.signed-out');
    expect(codeOf(await desk(`fubako_sid=${'A'.repeat(43)}`).expect(401))).toBe('identity.signed-out');
    expect(codeOf(await desk("fubako_sid=' or 1=1").expect(401))).toBe('identity.signed-out');
  });

  it('an unknown name, a name without account and a wrong password look alike', async () => {
    const answers = await Promise.all([lib.signIn('nobody'), lib.signIn('eto'), lib.signIn('fukagawa', 'wrong')]);
    const bodies = answers.map(({ status, body }) => ({ ...body, status, traceId: '' }));
    expect(bodies[0]).toMatchObject({ status: 401, code: 'identity.wrong-credentials' });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });

  it('an unknown name takes as long as a wrong password', async () => {
    const timeOf = async (login: string) => {
      const start = performance.now();
      await lib.signIn(login, 'wrong').expect(401);
      return performance.now() - start;
    };
    await timeOf('warm-up');
    const ratios: number[] = [];
    // In pairs, so that a busy machine slows both alike.
    for (let n = 0; n < 11; n++) {
      ratios.push((await timeOf('nobody')) / (await timeOf('fukagawa')));
      await lib.wait(61);
    }
    const median = ratios.sort((a, b) => a - b)[5];
    expect(median).toBeGreaterThan(0.6);
    expect(median).toBeLessThan(1.7);
  });

  it('ID-6 a password typed in full width is the same password', async () => {
    await lib.signIn('fukagawa', 'ｃｏｒｒｅｃｔ　ｈｏｒｓｅ　ｂａｔｔｅｒｙ').expect(201);
  });

  it('ID-4 ten failures close the name for a quarter of an hour, even to the right password', async () => {
    for (let n = 0; n < 10; n++) {
      expect((await lib.signIn('fukagawa', 'wrong')).status).toBe(401);
      if (n < 9) await lib.wait(1.1);
    }
    const locked = await lib.signIn('fukagawa').expect(429);
    expect(locked.body).toMatchObject({ code: 'identity.locked', retryAfterSeconds: 900 });
    await lib.wait(15);
    await lib.signIn('fukagawa').expect(201);
  });

  it('ID-4 a name that does not exist is closed in the same way', async () => {
    for (let n = 0; n < 3; n++) await lib.signIn('nobody', 'wrong').expect(401);
    expect(codeOf(await lib.signIn('nobody', 'wrong').expect(429))).toBe('identity.locked');
  });

  it('ID-4 whoever tries while the same name signs in is answered like anybody', async () => {
    await lib.signIn('fukagawa', 'wrong').expect(401);
    const other = lib.database.dataSource.createQueryRunner();
    await other.query('begin');
    await other.query('select from identity.sign_in_failure for update');
    const waiting = lib.signIn('fukagawa').then(({ status }) => status);
    await untilSomebodyWaits(lib.database.dataSource);
    await other.query('delete from identity.sign_in_failure');
    await other.query('commit');
    await other.release();
    expect(await waiting).toBe(201);
  });

  it('ID-4 guesses made side by side are counted one by one', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => lib.signIn('fukagawa', 'wrong')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(9);
  });

  it('signing in forgets earlier slips', async () => {
    for (const password of ['wrong', 'wrong', PASSWORD, 'wrong', 'wrong', PASSWORD])
      await lib.signIn('fukagawa', password);
    await lib.signIn('fukagawa').expect(201);
  });

  it('ID-1 a session nobody uses ends after half an hour; use prolongs it', async () => {
    const cookie = IdentityUnderTest.cookieOf(await lib.signIn('fukagawa'));
    for (let n = 0; n < 3; n++) {
      await lib.wait(29);
      await desk(cookie).expect(200);
    }
    await lib.wait(30);
    await desk(cookie).expect(401);
  });

  it('ID-2 a session ends after ten hours of work', async () => {
    const cookie = IdentityUnderTest.cookieOf(await lib.signIn('fukagawa'));
    for (let minutes = 0; minutes < 580; minutes += 20) {
      await lib.wait(20);
      await desk(cookie).expect(200);
    }
    await lib.wait(20);
    await desk(cookie).expect(401);
  });

  it('signing out ends the session, twice is no fault', async () => {
    const cookie = IdentityUnderTest.cookieOf(await lib.signIn('fukagawa'));
    await lib.http().delete('/session').set('Cookie', cookie).expect(204);
    await desk(cookie).expect(401);
    await lib.http().delete('/session').set('Cookie', cookie).expect(204);
  });

  it('signing in again replaces the session of the same browser and leaves other browsers alone', async () => {
    const [first, other] = [
      IdentityUnderTest.cookieOf(await lib.signIn('fukagawa')),
      IdentityUnderTest.cookieOf(await lib.signIn('fukagawa')),
    ];
    const second = IdentityUnderTest.cookieOf(await lib.signIn('fukagawa').set('Cookie', first));
    await desk(first).expect(401);
    await desk(second).expect(200);
    await desk(other).expect(200);
  });

  it('a new password ends every session', async () => {
    const cookie = IdentityUnderTest.cookieOf(await lib.signIn('fukagawa'));
    await lib.get(SetPassword).run({ staffNo: fukagawa, password: '春はあけぼのやうやう白くなりゆく', by });
    await desk(cookie).expect(401);
    await lib.signIn('fukagawa').expect(401);
    await lib.signIn('fukagawa', '春はあけぼのやうやう白くなりゆく').expect(201);
  });

  it('a disabled account is closed at once', async () => {
    const cookie = IdentityUnderTest.cookieOf(await lib.signIn('fukagawa'));
    await lib.get(DisableAccount).run({ staffNo: fukagawa, by });
    await desk(cookie).expect(401);
    expect(codeOf(await lib.signIn('fukagawa').expect(401))).toBe('identity.wrong-credentials');
  });

  it('ID-8 refuses writes of foreign pages and bodies that a form could send', async () => {
    const cookie = IdentityUnderTest.cookieOf(await lib.signIn('fukagawa'));
    const write = () => lib.http().post('/desk').set('Cookie', cookie);
    await write().set('Sec-Fetch-Site', 'same-origin').expect(201);
    expect(codeOf(await write().set('Sec-Fetch-Site', 'cross-site').expect(403))).toBe('identity.foreign-origin');
    expect(codeOf(await write().set('Origin', 'https://evil.example').expect(403))).toBe('identity.foreign-origin');
    await write().type('form').send('a=1').expect(415);
    await lib
      .http()
      .post('/session')
      .set('Sec-Fetch-Site', 'cross-site')
      .send({ login: 'fukagawa', password: PASSWORD })
      .expect(403);
  });

  it('refuses unknown members and speaks English when asked', async () => {
    await lib.http().post('/session').send({ login: 'fukagawa', password: PASSWORD, admin: true }).expect(422);
    const { body } = await lib.signIn('fukagawa', 'wrong').set('Accept-Language', 'en');
    expect(body.title).toBe('Cannot sign in');
  });
});

describe('accounts', () => {
  let lib: IdentityUnderTest;
  beforeEach(async () => {
    lib = await IdentityUnderTest.start({ PUBLIC_URL: 'https://fubako.town.example' });
  });
  afterEach(() => lib.stop());

  it('over https the cookie is bound to the host', async () => {
    await lib.get(CreateAccount).run({ staffNo: fukagawa, password: PASSWORD, by });
    const response = await lib.signIn('fukagawa').expect(201);
    expect(response.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-fubako_sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    const cookie = IdentityUnderTest.cookieOf(response);
    await lib.http().get('/session').set('Cookie', cookie).expect(200);
    await lib.http().get('/session').set('Cookie', cookie.replace('__Host-', '')).expect(401);
  });

  it('are refused for strangers, twice, and with weak passwords', async () => {
    const create = (staffNo: string, password = PASSWORD) =>
      lib.get(CreateAccount).run({ staffNo: staffNo as StaffNo, password, by });
    await expect(create('9999')).rejects.toMatchObject({ code: 'identity.unknown-person' });
    await expect(create('1016', 'short')).rejects.toMatchObject({ code: 'identity.weak-password' });
    await create('1016');
    await expect(create('1016')).rejects.toMatchObject({ code: 'identity.account-exists' });
    await expect(lib.get(DisableAccount).run({ staffNo: '1006' as StaffNo, by })).rejects.toMatchObject({
      code: 'identity.no-account',
    });
  });
});
