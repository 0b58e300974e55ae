import type { StaffNo } from '@fubako/kernel';
import { CreateAccount, CreateDemoAccounts } from '@fubako/identity';
import { codeOfApp } from './authenticator';
import { IdentityUnderTest, PASSWORD } from './identity';

const DEMO = 'hamami-demo';
const NEXT = '春はあけぼのやうやう白くなりゆく';
const fukagawa = '1016';

describe('accounts in the hands of their administrator', () => {
  let lib: IdentityUnderTest;
  let admin: string;
  const start = async (access: object = {}) => {
    lib = await IdentityUnderTest.start({ DEMO: 'true' }, access);
    await lib.get(CreateAccount).run({ staffNo: fukagawa as StaffNo, password: PASSWORD, by: 'system:test' });
    await lib.get(CreateDemoAccounts).run(DEMO);
    admin = IdentityUnderTest.cookieOf(await lib.signIn('s1011', DEMO).expect(201));
  };
  afterEach(() => lib.stop());

  const codeOf = (response: { body: { code?: string } }) => response.body.code;
  const enter = async (login: string, password: string) =>
    IdentityUnderTest.cookieOf(await lib.signIn(login, password).expect(201));
  const lineOf = async (words: string) =>
    (await lib.send(admin, 'get', `/accounts?words=${encodeURIComponent(words)}`).expect(200)).body.items[0];
  const change = (what: string, reason = '本人からの届出による') =>
    lib.send(admin, 'post', `/accounts/${fukagawa}/changes`, { change: what, reason });

  it('ID-19 are for administrators alone, who read nothing by it', async () => {
    await start();
    const hara = await enter('hara', DEMO);
    for (const [method, path, body] of [
      ['get', '/accounts', undefined],
      ['post', '/accounts', { staffNo: '1016' }],
      ['post', '/accounts/provisionings', { staffNos: ['1016'] }],
      ['post', '/accounts/1016/passwords', { reason: 'x' }],
      ['post', '/accounts/1016/changes', { change: 'disable', reason: 'x' }],
    ] as const)
      expect(codeOf(await lib.send(hara, method, path, body).expect(403))).toBe('identity.not-administrator');
    const { body } = await lib.send(admin, 'get', '/accounts').expect(200);
    expect(body.items).toHaveLength(100);
    expect(await lineOf('深川')).toMatchObject({ staffNo: fukagawa, login: 'fukagawa', state: 'open', hasTotp: false });
    expect((await lib.send(admin, 'get', '/accounts?words=%E3%81%AA%E3%81%84%E4%BA%BA')).body.items).toEqual([]);
  });

  it('ID-19 a password of the administrator is shown once and holds until the first sign-in', async () => {
    await start();
    const before = await enter('fukagawa', PASSWORD);
    const reset = (reason: string) => lib.send(admin, 'post', `/accounts/${fukagawa}/passwords`, { reason });
    await reset('').expect(422);
    const { password } = (await reset('忘れたため').expect(201)).body;
    await lib.send(before, 'get', '/desk').expect(401);
    expect(await lineOf('fukagawa')).toMatchObject({ state: 'temporary' });
    const { body, ...response } = await lib.signIn('fukagawa', password).expect(201);
    expect(body).toMatchObject({ duty: 'new_password' });
    const after = IdentityUnderTest.cookieOf(response as never);
    await lib.send(after, 'put', '/my/password', { current: password, next: NEXT }).expect(200);
    await lib.send(after, 'get', '/desk').expect(200);
    expect(await ledger()).toContainEqual(['identity.password-set', '1011', { reason: '忘れたため' }]);
  });

  it('ID-19 closing, opening, ending sessions and taking factors away hold at once and stand in the ledger', async () => {
    await start();
    const here = await enter('fukagawa', PASSWORD);
    const { body } = await lib.send(here, 'post', '/my/totp').expect(201);
    const code = codeOfApp(body.secret, await lib.clock.now());
    await lib.send(here, 'post', '/my/totp/confirmation', { code }).expect(201);
    expect(await lineOf('1016')).toMatchObject({ hasTotp: true, openSessions: 1 });
    await change('reset_factors').expect(204);
    await lib.send(here, 'get', '/desk').expect(401);
    const again = await enter('fukagawa', PASSWORD);
    await change('end_sessions').expect(204);
    await lib.send(again, 'get', '/desk').expect(401);
    await change('disable', '退職').expect(204);
    await lib.signIn('fukagawa').expect(401);
    expect(await lineOf('fukagawa')).toMatchObject({ state: 'disabled' });
    await change('enable').expect(204);
    await enter('fukagawa', PASSWORD);
    expect((await ledger()).map(([kind]: [string]) => kind)).toEqual(
      expect.arrayContaining([
        'identity.factors-reset',
        'identity.sessions-ended',
        'identity.account-disabled',
        'identity.account-enabled',
      ]),
    );
    expect(codeOf(await change('disable', '').expect(422))).toBe('request.invalid');
  });

  it('ID-19 a name that slips closed is opened again', async () => {
    await start();
    for (let n = 0; n < 10; n++) {
      await lib.signIn('fukagawa', 'wrong');
      if (n < 9) await lib.wait(1.1);
    }
    await lib.signIn('fukagawa').expect(429);
    await change('unlock').expect(204);
    await lib.signIn('fukagawa').expect(201);
  });

  it('ID-19 a list of people gets accounts, with an answer for each', async () => {
    await start();
    await lib.database.dataSource.query(`delete from identity.session where staff_no <> '1011'`);
    await lib.database.dataSource.query(`delete from identity.account where staff_no in ('1006', '1013')`);
    const staffNos = ['1006', '1013', '1016', '9999'];
    const { body } = await lib.send(admin, 'post', '/accounts/provisionings', { staffNos }).expect(201);
    expect(body.items.map((one: { refusal: string | null }) => one.refusal)).toEqual([
      null,
      null,
      'identity.account-exists',
      'identity.unknown-person',
    ]);
    expect((await lib.signIn('eto', body.items[0].password).expect(201)).body).toMatchObject({ duty: 'new_password' });
  });

  it('ID-15 where the municipality asks it, the administrator is proven first', async () => {
    await start({ stepUp: { acts: ['account_change'] } });
    await lib.wait(6);
    expect((await change('disable').expect(403)).body).toMatchObject({
      code: 'identity.proof-needed',
      act: 'account_change',
    });
    admin = IdentityUnderTest.cookieOf(await lib.send(admin, 'post', '/session/proof', { password: DEMO }).expect(204));
    await change('disable').expect(204);
  });

  const ledger = async () =>
    (
      await lib.database.dataSource.query(
        `select convert_from(canonical, 'utf8')::jsonb as entry from ledger.entry where subject_id = '${fukagawa}' order by seq`,
      )
    ).map(({ entry }: { entry: { kind: string; actor: string; facts: object } }) => [
      entry.kind,
      entry.actor,
      entry.facts,
    ]);
});
