import { Visits, sql, UnitOfWork } from '@fubako/platform/database';
import { DigestReadings } from '@fubako/search';
import { deliverOwed } from './deliver';
import { PASSWORD, type Person, type Town, decidedNotice, openTown, signIn, submitContract } from './town';

/** 緊急閲覧 (ID-23): two persons open a matter for some hours. */
let town: Town;
/** An administrator who asks, and a head who confirms. */
let asker: Person;
let confirmer: Person;
let secret: string;
let other: string;
let open: string;
const numbers: Record<string, string> = {};

beforeAll(async () => {
  town = await openTown();
  const attributes = { confidentiality: 'personnel' };
  secret = await submitContract(town, { fields: { subject: '懲戒に係る調査の委託について' }, attributes });
  other = await submitContract(town, { fields: { subject: '別件の調査の委託について' }, attributes });
  open = await decidedNotice(town, { subject: '避難所の開設について', body: '体育館を開ける。' });
  const hara = await town.as('hara');
  for (const id of [secret, other, open]) numbers[id] = (await hara.get(`/documents/${id}`)).body.draftNumber;
  asker = await town.as('s1011');
  confirmer = await town.as('s1004');
});
afterAll(() => town?.close());

const inHours = async (hours: number) => new Date((await town.clock.now()).getTime() + hours * 3_600_000).toISOString();
const later = async (minutes: number) => {
  town.clock.set(new Date((await town.clock.now()).getTime() + minutes * 60_000));
};
const ask = async (body: object, person = asker) =>
  person.post('/emergency-readings', { reason: '豪雨の避難対応', until: await inHours(2), ...body });
const confirm = (id: string, person = confirmer) => person.post(`/emergency-readings/${id}/confirmation`);
const end = (id: string, person: Person) => person.post(`/emergency-readings/${id}/end`);
/** Asked and confirmed. @returns its id */
async function opened(body: object): Promise<string> {
  const { status, body: asked } = await ask(body);
  expect(status).toBe(201);
  expect((await confirm(asked.id)).status).toBe(204);
  return asked.id;
}
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => `${status} ${body.code}`;
const statusOf = async (path: string, person = asker) => (await person.bytes(path)).status;
const rows = <T = any>(text: string, ...values: unknown[]): Promise<T[]> =>
  town.database.dataSource.query(text, values);

it('ID-23 nobody reads by administering or by confirming, and nothing opens while one person alone has asked', async () => {
  const { body } = await ask({ numbers: [numbers[secret]] });
  for (const person of [asker, confirmer, await town.as('s1027')])
    expect(await statusOf(`/documents/${secret}`, person)).toBe(404);
  expect((await end(body.id, asker)).status).toBe(204);
});

it('ID-23 refuses who may not ask, too long a time, no or two scopes, and what no number names', async () => {
  const named = { numbers: [numbers[secret]] };
  expect(codeOf(await ask(named, await town.as('hara')))).toBe('403 identity.emergency-not-asker');
  expect(codeOf(await ask(named, confirmer))).toBe('403 identity.emergency-not-asker');
  expect(codeOf(await ask({ ...named, until: await inHours(5) }))).toBe('422 identity.emergency-too-long');
  expect(codeOf(await ask({ ...named, until: await inHours(-1) }))).toBe('422 identity.emergency-too-long');
  expect(codeOf(await ask({}))).toBe('422 identity.emergency-scope');
  expect(codeOf(await ask({ ...named, unitCode: 'S31' }))).toBe('422 identity.emergency-scope');
  expect(codeOf(await ask({ numbers: ['8福-999999'] }))).toBe('422 identity.emergency-unknown');
  expect(codeOf(await ask({ unitCode: 'S99' }))).toBe('422 identity.emergency-unknown');
  expect((await ask({ ...named, reason: '' })).status).toBe(422);
});

it('ID-23 the second word is another person’s with the role of its own, proven a moment ago', async () => {
  const { body } = await ask({ numbers: [numbers[secret]] });
  expect(codeOf(await confirm(body.id, asker))).toBe('403 identity.emergency-own');
  expect(codeOf(await confirm(body.id, await town.as('s1125')))).toBe('403 identity.emergency-not-confirmer');
  expect(codeOf(await confirm(body.id, await town.as('s1019')))).toBe('404 identity.emergency-not-found');
  expect(codeOf(await confirm(crypto.randomUUID()))).toBe('404 identity.emergency-not-found');
  // Whoever holds both roles is no second person, neither for others nor for themselves.
  await rows(
    `insert into organisation.role_grant (staff_no, role, valid_from) values ('1027', 'emergency_confirmer', '2026-04-01')`,
  );
  await later(6);
  const both = await signIn(town.url, 's1027');
  expect(codeOf(await confirm(body.id, both))).toBe('404 identity.emergency-not-found');
  const tired = await signIn(town.url, 's1004');
  await later(6);
  expect(codeOf(await confirm(body.id, tired))).toBe('403 identity.proof-needed');
  expect(await statusOf(`/documents/${secret}`)).toBe(404);
  const { headers } = await tired.post('/session/proof', { password: PASSWORD });
  confirmer = Object.assign(Object.create(tired), { cookie: headers.get('set-cookie')?.split(';')[0] }) as Person;
  expect((await confirm(body.id)).status).toBe(204);
  expect(await statusOf(`/documents/${secret}`)).toBe(200);
  expect(codeOf(await confirm(body.id))).toBe('409 identity.emergency-over');
  expect((await end(body.id, asker)).status).toBe(204);
});

it('ID-23 opens exactly what was named, by every read of it, and nothing beside', async () => {
  const id = await opened({ numbers: [numbers[secret]] });
  const parts = ['', '/approval', '/sheet.pdf', '/print.pdf', '/revisions', '/circulations', '/receipts'];
  for (const part of parts) expect([part, await statusOf(`/documents/${secret}${part}`)]).toEqual([part, 200]);
  for (const path of [`/documents/${other}`, `/documents/${open}`, `/documents/${secret}/evidence.zip`])
    expect([path, await statusOf(path)]).toEqual([path, 404]);
  const found = await asker.get(`/search?q=${encodeURIComponent('調査の委託')}`);
  expect(found.body.items.map(({ documentId }: { documentId: string }) => documentId)).toEqual([secret]);
  for (const path of [
    '/documents?scope=section',
    '/search/titles?q=%E8%AA%BF%E6%9F%BB',
    '/numbers/ledger?series=S-DRAFT',
  ])
    expect((await asker.bytes(path)).bytes.toString('utf8')).not.toContain('懲戒');
  expect(await statusOf(`/documents/${secret}`, await town.as('s1027'))).toBe(404);
  await end(id, asker);
  for (const part of parts) expect([part, await statusOf(`/documents/${secret}${part}`)]).toEqual([part, 404]);
  expect((await asker.get(`/search?q=${encodeURIComponent('調査の委託')}`)).body.items).toEqual([]);
});

it('ID-23 lets nothing be written, by policy and by the wall of rows', async () => {
  const id = await opened({ numbers: [numbers[secret], numbers[open]] });
  const { body } = await asker.get(`/documents/${secret}`);
  const writes: readonly (readonly [string, string, object])[] = [
    ['POST', `/documents/${secret}/read-marks`, { attachmentIds: [] }],
    ['PATCH', `/documents/${secret}`, { fields: { subject: '変えた' } }],
    ['POST', `/documents/${secret}/acts`, { kind: 'approve', expectedVersion: body.version }],
    ['POST', `/documents/${open}/redrafts`, {}],
    ['POST', `/documents/${open}/circulations`, { mode: 'broadcast', units: ['S31'] }],
    ['POST', `/documents/${open}/execution/clean-copies`, {}],
  ];
  for (const [method, path, sent] of writes) {
    const { status } = await asker.request(method, path, JSON.stringify(sent), { ifMatch: body.version });
    expect([path, status < 500 && [404, 422].includes(status)]).toEqual([path, true]);
  }
  expect((await asker.get(`/documents/${secret}`)).body.version).toBe(body.version);
  const uow = town.app.get(UnitOfWork);
  const scope = {
    staffNo: '1011',
    day: '2026-05-11',
    units: [],
    roles: [],
    emergencyMatters: [secret],
    emergencyUnits: ['S31'],
  };
  const seen = () => uow.rows(sql`select id from documents.document where id = ${secret}`);
  await Visits.begin(async () => {
    Visits.nowOf(scope);
    expect(await uow.read(seen)).toHaveLength(1);
    expect(await uow.run(seen)).toEqual([]);
    expect(await uow.run(() => uow.change(sql`update documents.document set title = 'x' where id = ${secret}`))).toBe(
      0,
    );
  });
  await end(id, asker);
});

it('ID-23 of a section opens what is not secret', async () => {
  const hara = await town.as('hara');
  const draft = (
    await hara.post('/documents', { matterType: 'notice', fields: { subject: '下書き', addressee: 'a', body: 'b' } })
  ).body.id;
  const clerk = await town.as('s1055');
  const letter = async (confidentiality: string) =>
    (await clerk.post('/receipts', { section: 'S31', subject: '照会', sender: '県', confidentiality })).body.id;
  const [plain, closed] = [await letter('none'), await letter('secret')];
  const id = await opened({ unitCode: 'S31' });
  const expected: readonly (readonly [string, number])[] = [
    [`/documents/${open}`, 200],
    [`/receipts/${plain}`, 200],
    [`/documents/${secret}`, 404],
    [`/documents/${draft}`, 404],
    [`/receipts/${closed}`, 404],
  ];
  for (const [path, status] of expected) expect([path, await statusOf(path)]).toEqual([path, status]);
  await end(id, asker);
  // One receipt by its number, secret or not.
  const { receiptNumber } = (await clerk.get(`/receipts/${closed}`)).body;
  if (receiptNumber) {
    const one = await opened({ numbers: [receiptNumber] });
    expect([await statusOf(`/receipts/${closed}`), await statusOf(`/receipts/${plain}`)]).toEqual([200, 404]);
    await end(one, asker);
  }
});

it('ID-23 every read is in the ledger before the first byte, marked and with the reason; without it nothing is shown', async () => {
  const id = await opened({ numbers: [numbers[open]], reason: '避難所の鍵の所在' });
  await rows(
    `create function ledger.blocked() returns trigger language plpgsql as $$ begin raise exception 'blocked'; end $$`,
  );
  await rows(`create trigger blocked before insert on ledger.entry for each row execute function ledger.blocked()`);
  for (const path of [
    `/documents/${open}`,
    `/documents/${open}/sheet.pdf`,
    `/search?q=${encodeURIComponent('避難所')}`,
  ]) {
    const { status, bytes } = await asker.bytes(path);
    expect([path, status]).toEqual([path, 503]);
    expect(bytes.toString('utf8')).not.toMatch(/体育館|開設|%PDF/);
  }
  await rows('drop trigger blocked on ledger.entry');
  for (const path of [
    `/documents/${open}`,
    `/documents/${open}/sheet.pdf`,
    `/search?q=${encodeURIComponent('避難所')}`,
  ])
    expect([path, await statusOf(path)]).toEqual([path, 200]);
  const told = await rows(
    `select means, role, secret, entered, reason from ledger.reading where staff_no = '1011' and subject_id = $1 and reason = $2 order by means`,
    open,
    '避難所の鍵の所在',
  );
  const one = { role: 'emergency', secret: false, entered: true, reason: '避難所の鍵の所在' };
  expect(told).toEqual(['print', 'screen', 'search'].map((means) => ({ means, ...one })));
  await end(id, asker);
});

it('ID-23 the manager outside of IT, the heads concerned and those who confirm are told; they and auditors see it, others do not', async () => {
  const id = await opened({ numbers: [numbers[secret]], reason: '豪雨' });
  await deliverOwed(town, 'notifications.');
  const news = async (login: string) =>
    (await (await town.as(login)).get('/notifications')).body.items.filter(
      ({ documentId }: { documentId: string }) => documentId === id,
    );
  expect(await news('fukui')).toMatchObject([{ kind: 'emergency_opened', subjectKind: 'emergency' }]);
  expect(await news('fukagawa')).toMatchObject([{ kind: 'emergency_opened' }]);
  expect(await news('s1004')).toMatchObject([{ kind: 'emergency_asked' }]);
  expect(await news('s1019')).toEqual([]);
  const listed = async (login: string) =>
    (await (await town.as(login)).get('/emergency-readings')).body.items.find((one: { id: string }) => one.id === id);
  for (const login of ['fukui', 'fukagawa', 's1125', 's1004', 's1011'])
    expect([login, await listed(login)]).toMatchObject([
      login,
      { state: 'open', reason: '豪雨', numbers: [numbers[secret]] },
    ]);
  for (const login of ['s1019', 's1027']) expect([login, (await listed(login)) ?? null]).toEqual([login, null]);
  expect((await listed('fukui')).allowed).toEqual(['end']);
  expect((await listed('fukagawa')).allowed).toEqual([]);
  expect(codeOf(await end(id, await town.as('fukagawa')))).toBe('403 identity.emergency-not-yours');
  expect((await end(id, await town.as('fukui'))).status).toBe(204);
  expect(await statusOf(`/documents/${secret}`)).toBe(404);
  const acts = await rows(
    `select kind, actor from ledger.entry where subject_kind = 'emergency' and subject_id = $1 order by seq`,
    id,
  );
  expect(acts).toEqual([
    { kind: 'identity.emergency-asked', actor: '1011' },
    { kind: 'identity.emergency-opened', actor: '1004' },
    { kind: 'identity.emergency-ended', actor: '1002' },
  ]);
});

it('ID-23 ends by itself, and what nobody confirmed in time stays closed', async () => {
  const until = await inHours(0.25);
  const { body: late } = await ask({ numbers: [numbers[other]], until });
  await opened({ numbers: [numbers[secret]], until });
  expect(await statusOf(`/documents/${secret}`)).toBe(200);
  await later(15);
  expect(await statusOf(`/documents/${secret}`)).toBe(404);
  const fresh = await signIn(town.url, 's1004');
  expect(codeOf(await confirm(late.id, fresh))).toBe('409 identity.emergency-over');
});

it('REA-4 ID-23 what was read in an emergency stands in the digest of the week, by reader, means and reason', async () => {
  const reason = '夜間の避難誘導';
  [asker, confirmer] = [await signIn(town.url, 's1011'), await signIn(town.url, 's1004')];
  const id = await opened({ numbers: [numbers[secret], numbers[open]], reason });
  for (const path of [`/documents/${secret}`, `/documents/${open}`, `/documents/${open}/sheet.pdf`])
    expect([path, await statusOf(path)]).toEqual([path, 200]);
  await end(id, asker);
  town.clock.set(new Date('2026-05-18T00:00:00Z'));
  town.newDay();
  expect(await town.app.get(DigestReadings, { strict: false }).run()).toBe(true);
  const [week] = (await (await town.as('fukui')).get('/readings/digests')).body.digests;
  expect([week.from, week.to, week.allowed]).toEqual(['2026-05-11', '2026-05-17', ['acknowledge']]);
  const lines = week.lines.filter(({ role }: { role: string }) => role === 'emergency');
  const told = await rows(
    `select means, count(*)::int as times, count(distinct subject_id)::int as matters, (count(*) filter (where secret))::int as secret
       from ledger.reading where staff_no = '1011' and role = 'emergency' group by means order by means`,
  );
  expect(told.map(({ means }) => means)).toEqual(['print', 'screen', 'search']);
  expect(lines).toEqual(
    told.map((line) =>
      expect.objectContaining({
        ...line,
        staffNo: '1011',
        reasons: line.means === 'search' ? expect.anything() : expect.arrayContaining([reason]),
      }),
    ),
  );
  // Whoever has confirmed has read nothing.
  expect(week.lines.map(({ staffNo }: { staffNo: string }) => staffNo)).not.toContain('1004');
});
