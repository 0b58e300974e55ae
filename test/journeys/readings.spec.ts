import { GatherReadings } from '@fubako/ledger';
import { DigestReadings } from '@fubako/search';
import { deliverOwed } from './deliver';
import { CONTRACT_FIELDS, type Town, approveBy, openTown, submitContract } from './town';

/** 閲覧記録 (LOG-1 to LOG-5): who read, printed or took out what. */
let town: Town;
let secret: string;
let open: string;
let file: string;
beforeAll(async () => {
  town = await openTown();
  const hara = await town.as('hara');
  const { body: upload } = await hara.upload('見積書.txt', Buffer.from('渡邉氏の見積り'));
  const draft = await hara.post('/documents', {
    matterType: 'contract',
    fields: { ...CONTRACT_FIELDS, subject: '渡邉氏に係る相談支援業務の委託について' },
    attributes: { confidentiality: 'personnel' },
  });
  secret = draft.body.id;
  expect((await hara.post(`/documents/${secret}/attachments`, { uploadId: upload.id })).status).toBe(201);
  const { body } = await hara.get(`/documents/${secret}`);
  file = body.attachments[0].id;
  await hara.post(`/documents/${secret}/submissions`, { expectedVersion: body.version });
  open = await submitContract(town, { fields: { subject: '渡邉橋見守り業務委託契約の締結について' } });
  await approveBy(town, open, 'goto');
});
afterAll(() => town?.close());

const rows = <T = any>(text: string, ...values: unknown[]): Promise<T[]> =>
  town.database.dataSource.query(text, values);
/** Entries of confidential reads of a person, as they stand committed. */
const entered = async (staffNo: string): Promise<string[]> =>
  (
    await rows(
      `select convert_from(canonical, 'UTF8')::jsonb->'facts' as facts from ledger.entry
       where kind = 'ledger.read' and subject_id = $1 order by seq`,
      staffNo,
    )
  ).map(({ facts }) => `${facts.means} ${facts.of}${facts.part ? `/${facts.part}` : ''}`);
const GOTO = '1030';
const statusesOf = async (login: string, paths: readonly string[]) => {
  const person = await town.as(login);
  const answers = [];
  for (const path of paths) answers.push(await person.bytes(path));
  return answers;
};

describe('what is confidential', () => {
  const routes = () => [
    `/documents/${secret}`,
    `/documents/${secret}/approval`,
    `/documents/${secret}/attachments/${file}/original`,
    `/documents/${secret}/sheet.pdf`,
    `/documents/${secret}/print.pdf`,
    `/documents/${secret}/revisions`,
    `/documents/${secret}/as-of?day=2026-05-11`,
    `/search?q=${encodeURIComponent('相談支援')}`,
  ];

  it('LOG-2 is not shown by any route while the ledger cannot say who reads it: 503, and no byte of it', async () => {
    await rows(
      `create function ledger.blocked() returns trigger language plpgsql as $$ begin raise exception 'blocked'; end $$`,
    );
    for (const table of ['ledger.reading', 'ledger.entry'] as const) {
      await rows(`create trigger blocked before insert on ${table} for each row execute function ledger.blocked()`);
      for (const { status, bytes } of await statusesOf('goto', routes())) {
        expect(status).toBe(503);
        expect(bytes.toString('utf8')).toContain('ledger.reading-not-entered');
        expect(bytes.toString('utf8')).not.toMatch(/渡邉|見積|相談支援|%PDF/);
      }
      expect((await statusesOf('goto', [`/documents/${open}`])).map(({ status }) => status)).toEqual([200]);
      await rows(`drop trigger blocked on ${table}`);
    }
    expect(await entered(GOTO)).toEqual([]);
  });

  it('LOG-1 LOG-4 is an entry of its reader before it is read: a screen once, files, papers and searches as they come', async () => {
    const answers = await statusesOf('goto', [...routes(), ...routes()]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const of = `document/${secret}`;
    expect((await entered(GOTO)).toSorted()).toEqual(
      [
        `screen ${of}`,
        `search ${of}`,
        ...[1, 2].flatMap(() => [`file ${of}/${file}`, `print ${of}`, `print ${of}`]),
      ].toSorted(),
    );
    expect(await rows(`select count(*)::int as n from ledger.reading where staff_no = $1 and entered`, GOTO)).toEqual([
      { n: 8 },
    ]);
  });

  it('LOG-1 is entered once for fifty questions of one screen at once, and for nobody who may not read it', async () => {
    const hara = await town.as('hara');
    const before = (await entered('1118')).length;
    town.clock.set(new Date((await town.clock.now()).getTime() + 1000));
    await Promise.all(Array.from({ length: 50 }, () => hara.get(`/documents/${secret}/approval`)));
    expect((await entered('1118')).length - before).toBeLessThanOrEqual(1);
    expect((await (await town.as('eto')).get(`/documents/${secret}`)).status).toBe(404);
    expect(
      await rows(`select 1 from ledger.reading where subject_id = $1 and reader_name like '%江藤%'`, secret),
    ).toEqual([]);
  });
});

it('LOG-1 what an auditor reads is entered first, whatever it is', async () => {
  const auditor = await town.as('s1125');
  expect((await auditor.get(`/documents/${open}`)).status).toBe(200);
  expect(await entered('1125')).toEqual([`screen document/${open}`]);
  expect(await rows(`select role, secret from ledger.reading where staff_no = '1125'`)).toEqual([
    { role: 'auditor', secret: false },
  ]);
});

it('LOG-1 what a records officer opens by its title is entered with the reason, for each look', async () => {
  const chiba = await town.as('chiba');
  const { body: opening } = await chiba.post('/search/openings', { documentId: secret, reason: '開示請求第7号' });
  for (let n = 0; n < 2; n++) expect((await chiba.get(`/search/openings/${opening.id}`)).status).toBe(200);
  expect((await chiba.bytes(`/search/openings/${opening.id}/attachments/${file}`)).status).toBe(200);
  expect(
    await rows(`select means, role, reason, part from ledger.reading where means = 'opening' order by id`),
  ).toEqual(
    ['', '', file].map((part) => ({ means: 'opening', role: 'records_officer', reason: '開示請求第7号', part })),
  );
});

it('LOG-5 ordinary reads are one row for a person, a thing and a day, however often the screen asks', async () => {
  const hara = await town.as('hara');
  for (let n = 0; n < 5; n++) await hara.get(`/documents/${open}`);
  await town.app.get(GatherReadings, { strict: false }).flush();
  for (let n = 0; n < 3; n++) await hara.get(`/documents/${open}`);
  await town.app.get(GatherReadings, { strict: false }).flush();
  const [row, ...others] = await rows(
    `select means, entered, times from ledger.reading where staff_no = '1118' and subject_id = $1`,
    open,
  );
  expect(others).toEqual([]);
  expect(row).toMatchObject({ means: 'screen', entered: false });
  expect(row.times).toBeGreaterThanOrEqual(8);
  expect(
    await rows(
      `select 1 from ledger.entry where kind = 'ledger.read' and subject_id = '1118' and canonical::text like '%' || $1 || '%'`,
      open,
    ),
  ).toEqual([]);
});

describe('閲覧の照会', () => {
  const ask = async (login: string, query: string) => (await town.as(login)).get(`/readings?${query}`);

  it('REA-1 REA-2 answers an auditor who saw what about a person, since when; titles that are closed to the auditor stay so', async () => {
    const { status, body } = await ask('s1125', `about=${encodeURIComponent('渡邉氏')}&limit=200`);
    expect(status).toBe(200);
    const readers = new Set<string>(body.items.map(({ staffNo }: { staffNo: string }) => staffNo));
    expect([...readers].toSorted()).toEqual(['1026', '1030', '1118']);
    expect(new Set(body.items.map(({ subjectId }: { subjectId: string }) => subjectId))).toEqual(new Set([secret]));
    expect(new Set(body.items.map(({ title }: { title: string | null }) => title))).toEqual(new Set([null]));
    const means = body.items.filter((one: any) => one.staffNo === '1030').map((one: any) => one.means);
    expect(means.toSorted()).toEqual(['file', 'file', 'print', 'print', 'print', 'print', 'screen', 'search']);
    const byDrafter = await ask(
      's1125',
      `about=${encodeURIComponent('起案者:原')}&reader=${encodeURIComponent('後藤')}&means=file`,
    );
    expect(byDrafter.body.items).toHaveLength(2);
    const later = await ask('s1125', `about=${encodeURIComponent('渡邉氏')}&from=2026-05-12`);
    expect(later.body.items).toEqual([]);
  });

  it('REA-1 pages come without gap or twin, and as CSV', async () => {
    const auditor = await town.as('s1125');
    const seen: number[] = [];
    for (let cursor = ''; ;) {
      const { body } = await auditor.get(`/readings?enteredOnly=true&limit=3${cursor}`);
      seen.push(...body.items.map(({ id }: { id: number }) => id));
      if (!body.nextCursor) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    const [{ n }] = await rows(`select count(*)::int as n from ledger.reading where entered`);
    expect([new Set(seen).size, seen.length]).toEqual([n, n]);
    const { bytes } = await auditor.bytes(`/readings/list.csv?reader=1030&enteredOnly=true`);
    const lines = bytes.toString('utf8').trim().split('\r\n');
    expect(lines[0]).toContain('職員番号');
    expect(lines).toHaveLength(9);
    expect(lines[1]).toMatch(/令和8年5月11日.*1030.*後藤 学.*秘密,あり/);
  });

  it('REA-1 is for auditors alone, and is in the ledger itself', async () => {
    for (const login of ['s1011', 'chiba', 'hara', 'takarabe', 'eto'])
      expect([
        (await ask(login, '')).status,
        (await (await town.as(login)).bytes('/readings/list.csv')).status,
      ]).toEqual([403, 403]);
    const asked = await rows(
      `select actor, convert_from(canonical, 'UTF8') as said from ledger.entry where kind = 'search.readings-asked'`,
    );
    expect(asked.map(({ actor }) => actor)).toEqual(asked.map(() => '1125'));
    expect(asked.some(({ said }) => said.includes('渡邉氏'))).toBe(true);
  });

  it('REA-4 REA-5 the week is digested once, told to the manager outside of IT, and acknowledged by nobody else', async () => {
    const digest = town.app.get(DigestReadings, { strict: false });
    town.clock.set(new Date('2026-05-18T00:00:00Z'));
    town.newDay();
    expect([await digest.run(), await digest.run()]).toEqual([true, false]);
    await deliverOwed(town, 'notifications.');
    const manager = await town.as('fukui');
    expect((await manager.get('/notifications')).body.items[0]).toMatchObject({
      kind: 'readings_digested',
      subjectKind: 'readings',
    });
    const { body } = await manager.get('/readings/digests');
    expect(body.mayInquire).toBe(false);
    const [week] = body.digests;
    expect([week.from, week.to, week.allowed]).toEqual(['2026-05-11', '2026-05-17', ['acknowledge']]);
    expect(week.lines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ staffNo: '1026', means: 'opening', times: 3, reasons: ['開示請求第7号'] }),
        expect.objectContaining({ staffNo: '1125', role: 'auditor' }),
      ]),
    );
    const of = (login: string) => async (remark: string) =>
      (await (await town.as(login)).post(`/readings/digests/${week.id}/acknowledgement`, { remark })).status;
    for (const login of ['s1125', 's1011', 'chiba', 'hara']) expect(await of(login)('見た')).toBe(403);
    expect((await (await town.as('s1125')).get('/readings/digests')).body.digests[0].allowed).toEqual([]);
    expect([await of('fukui')('不審な点なし'), await of('fukui')('再度')]).toEqual([204, 409]);
    expect((await manager.get('/readings/digests')).body.digests[0]).toMatchObject({
      remark: '不審な点なし',
      allowed: [],
    });
  });
});
