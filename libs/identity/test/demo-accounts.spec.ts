import type { StaffNo } from '@fubako/kernel';
import { CreateAccount, CreateDemoAccounts } from '@fubako/identity';
import { IdentityUnderTest, PASSWORD } from './identity';

describe('demo accounts', () => {
  let lib: IdentityUnderTest;
  afterEach(() => lib.stop());

  it('the sign-in page shows the cast of the sample town with the printed password', async () => {
    lib = await IdentityUnderTest.start({ DEMO: 'true' });
    expect(await lib.get(CreateDemoAccounts).run('hamami-demo')).toBe(126);
    const { body } = await lib.http().get('/sign-in').expect(200);
    expect(body).toMatchObject({ municipality: { code: '149993', name: '浜見町', nameEn: 'Hamami Town' }, demo: true });
    expect(body.demoLogins).toHaveLength(9);
    expect(body.demoLogins[0]).toEqual({
      login: 'hara',
      password: 'hamami-demo',
      name: '原 大地',
      title: '主事',
      unitName: '福祉係',
      role: '起案する職員',
    });
    for (const { login, password } of body.demoLogins) await lib.signIn(login, password).expect(201);
  });

  it('ID-9 the screens follow posts and roles', async () => {
    lib = await IdentityUnderTest.start({ DEMO: 'true' });
    await lib.get(CreateDemoAccounts).run('hamami-demo');
    const allowed = async (login: string) => (await lib.signIn(login, 'hamami-demo')).body.allowed;
    expect(await allowed('hara')).toEqual(['draft', 'approve', 'search']);
    expect(await allowed('chiba')).toEqual([
      'draft',
      'approve',
      'search',
      'records',
      'reports',
      'definitions',
      'settings',
    ]);
    expect(await allowed('s1125')).toEqual([
      'draft',
      'approve',
      'search',
      'records',
      'reports',
      'definitions',
      'store',
      'readings',
      'emergency',
      'settings',
    ]);
    expect(await allowed('s1011')).toEqual([
      'draft',
      'approve',
      'search',
      'store',
      'accounts',
      'emergency',
      'settings',
    ]);
  });

  it('leave real accounts alone, and take a new password on the next run', async () => {
    lib = await IdentityUnderTest.start({ DEMO: 'true' });
    await lib.get(CreateAccount).run({ staffNo: '1016' as StaffNo, password: PASSWORD, by: 'system:test' });
    expect(await lib.get(CreateDemoAccounts).run('hamami-demo')).toBe(125);
    expect(await lib.get(CreateDemoAccounts).run('hamami-next')).toBe(125);
    await lib.signIn('fukagawa').expect(201);
    await lib.signIn('hara', 'hamami-demo').expect(401);
    const { body } = await lib.http().get('/sign-in');
    expect(body.demoLogins.map(({ login }: { login: string }) => login)).not.toContain('fukagawa');
  });

  it('ID-10 cannot be made without demo mode, and the page then shows no logins', async () => {
    lib = await IdentityUnderTest.start();
    await expect(lib.get(CreateDemoAccounts).run('hamami-demo')).rejects.toMatchObject({
      code: 'identity.demo-refused',
    });
    const { body } = await lib.http().get('/sign-in').expect(200);
    expect(body).toMatchObject({ demo: false, demoLogins: [] });
  });

  it('ID-10 open nothing in production, not even on a database that was a demo', async () => {
    lib = await IdentityUnderTest.start({ NODE_ENV: 'production', PUBLIC_URL: 'https://fubako.town.example' });
    await expect(lib.get(CreateDemoAccounts).run('hamami-demo')).rejects.toMatchObject({
      code: 'identity.demo-refused',
    });
    await lib.get(CreateAccount).run({ staffNo: '1016' as StaffNo, password: PASSWORD, by: 'system:test' });
    const cookie = IdentityUnderTest.cookieOf(await lib.signIn('fukagawa').expect(201));
    await lib.database.dataSource.query('update identity.account set demo = true');
    await lib.http().get('/session').set('Cookie', cookie).expect(401);
    await lib.signIn('fukagawa').expect(401);
    expect((await lib.http().get('/sign-in')).body.demoLogins).toEqual([]);
  });
});
