import { randomUUID } from 'node:crypto';
import { VerifyLedger } from '@fubako/ledger';
import { reimportSettings } from './scenarios';
import { type Town, act, openTown, submitContract } from './town';

const ADMIN = 's1011';

/** 設定, one by one: by the check and the writing of the package (SET-1 ff.). */
describe('settings of the municipality', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown('2026-06-01T01:00:00Z');
  });
  afterAll(() => town?.close());

  const admin = () => town.as(ADMIN);
  const all = async () => (await (await admin()).get('/municipality-settings')).body.items;
  const one = async (key: string) => (await all()).find((setting: any) => setting.key === key);
  const put = async (key: string, body: object, version?: number, login = ADMIN) => {
    const ifMatch = version ?? (await one(key))?.version ?? 0;
    return (await town.as(login)).request('PUT', `/municipality-settings/${key}`, JSON.stringify(body), {
      key: randomUUID(),
      ifMatch,
    });
  };
  const changes = async (key: string) =>
    (await (await admin()).get(`/municipality-settings/${key}/changes`)).body.items;

  it('SET-2 SET-6 are told with rule, unit, range and default to those who keep the rules, and to nobody else', async () => {
    expect(await one('graceSeconds')).toMatchObject({
      group: 'decision',
      rule: 'RULE-51',
      unit: 'seconds',
      shape: { kind: 'number', least: 0, most: 600 },
      value: 0,
      byDefault: 0,
      planned: [],
      version: 0,
      changedAt: null,
    });
    expect((await one('name')).value).toBe((await (await admin()).get('/session')).body.municipality.name);
    for (const reader of ['chiba', 's1027', 's1125'])
      expect((await (await town.as(reader)).get('/municipality-settings')).body.allowed).toEqual([]);
    expect(await (await town.as('hara')).get('/municipality-settings')).toMatchObject({
      status: 403,
      body: { code: 'organisation.settings-not-yours' },
    });
    expect((await put('graceSeconds', { value: 60, reason: '取り違えを減らす' }, 0, 's1027')).status).toBe(403);
  });

  it('SET-1 SET-5 a change holds at once, says who made it and why, and stands in the ledger under its name', async () => {
    const { status, body } = await put('graceSeconds', { value: 60, reason: '取り違えを減らす' });
    expect([status, body.code]).toEqual([200, undefined]);
    expect(await one('graceSeconds')).toMatchObject({ value: 60, changedByName: expect.any(String) });
    expect(await changes('graceSeconds')).toMatchObject([
      { validFrom: '2026-06-01', before: 0, after: 60, reason: '取り違えを減らす' },
    ]);
    const told = await town.database.dataSource.query(
      `select convert_from(canonical, 'UTF8')::jsonb -> 'facts' ->> 'setting' as setting from ledger.entry where kind = 'organisation.setting-changed'`,
    );
    expect(told).toEqual([{ setting: 'graceSeconds' }]);
    expect((await town.app.get(VerifyLedger).run()).anomalies).toEqual([]);
  });

  it('SET-7 what somebody else changed meanwhile is not written over; the same value is no change', async () => {
    expect(await put('graceSeconds', { value: 90, reason: 'もう少し' }, 0)).toMatchObject({
      status: 412,
      body: { code: 'organisation.setting-changed-meanwhile' },
    });
    expect(await put('graceSeconds', { value: 60, reason: '同じ' })).toMatchObject({
      status: 409,
      body: { code: 'organisation.setting-is-so' },
    });
    const bare = await (
      await admin()
    ).request('PUT', '/municipality-settings/graceSeconds', JSON.stringify({ value: 1, reason: 'x' }), {
      key: randomUUID(),
    });
    expect(bare.body.code).toBe('request.precondition-missing');
  });

  it('SET-2 what the package would refuse is refused at the field, in the language of the reader', async () => {
    const told = async (key: string, value: unknown) => (await put(key, { value, reason: '試し' })).body;
    expect(await told('graceSeconds', 601)).toMatchObject({
      code: 'organisation.setting-refused',
      errors: [{ pointer: '/value', detail: '600以下にしてください。' }],
    });
    expect((await told('themeColour', '#ffff00')).errors[0].detail).toContain('読める色ではありません');
    expect((await told('paperReasons', [])).errors[0].detail).toBe('1件以上にしてください。');
    expect((await told('access.stepUp.acts', ['everything'])).errors[0].detail).toContain('どれかにしてください');
    expect((await told('name', 'あ\u0000い')).errors[0].detail).toContain('使えない文字');
    expect((await told('stepDays', { line: 1 })).code).toBe('organisation.no-such-setting');
    const english = await (
      await admin()
    ).request('PUT', '/municipality-settings/graceSeconds', JSON.stringify({ value: -1, reason: 'x' }), {
      key: randomUUID(),
      ifMatch: (await one('graceSeconds')).version,
      headers: { 'Accept-Language': 'en' },
    });
    expect(english.body.errors[0].detail).toBe('At least 0.');
    expect((await put('graceSeconds', { value: 5, validFrom: '2026-05-31', reason: 'x' })).body.code).toBe(
      'organisation.valid-from-is-past',
    );
  });

  it('SET-3 a plan for a day to come keeps what others change until then, on the screen and by import', async () => {
    expect((await put('numberStep', { value: 10, validFrom: '2027-04-01', reason: '枝番のため' })).status).toBe(200);
    expect(await one('numberStep')).toMatchObject({ value: 1, planned: [{ from: '2027-04-01', value: 10 }] });
    expect((await put('escalateAfterDays', { value: 7, reason: '督促を遅らせる' })).status).toBe(200);
    await reimportSettings(town, { graceSeconds: 60, escalateAfterDays: 7, pullUp: false });
    town.clock.set('2027-04-01T01:00:00Z');
    expect(await one('numberStep')).toMatchObject({ value: 10, planned: [] });
    expect(await one('escalateAfterDays')).toMatchObject({ value: 7 });
    expect(await one('pullUp')).toMatchObject({ value: false, changedByName: null });
    expect(await changes('pullUp')).toMatchObject([{ before: true, after: false, reason: null }]);
    town.clock.set('2026-06-01T01:00:00Z');
  });

  it('SET-3 a plan is taken back by planning what holds already; both stay in the history', async () => {
    expect((await put('numberStep', { value: 1, validFrom: '2027-04-01', reason: '取りやめ' })).status).toBe(200);
    expect((await one('numberStep')).planned).toEqual([]);
    expect((await changes('numberStep')).map(({ reason }: any) => reason)).toEqual(['取りやめ', '枝番のため']);
  });

  it('SET-4 names hold at once, with their history', async () => {
    expect((await put('nameEn', { value: 'Fubako Town', reason: '表記を改める' })).status).toBe(200);
    expect((await one('nameEn')).value).toBe('Fubako Town');
    expect(await changes('nameEn')).toMatchObject([{ after: 'Fubako Town', reason: '表記を改める' }]);
    expect((await (await admin()).get('/session')).body.municipality.nameEn).toBe('Fubako Town');
  });

  it('RULE-104 what was submitted before keeps the settings of its day', async () => {
    const before = await submitContract(town, { fields: { amount: 600_000 } });
    expect((await put('rejectBy', { value: 'seats', reason: '途中の席でも否決できるようにする' })).status).toBe(200);
    const after = await submitContract(town, { fields: { amount: 600_001 } });
    const reject = (id: string) => act(town, 'goto', id, 'reject', { comment: '予算がない' });
    expect((await reject(before)).status).toBeGreaterThanOrEqual(400);
    expect((await reject(after)).status).toBe(201);
  });
});
