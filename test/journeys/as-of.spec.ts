import { beginDay } from './deliver';
import { jst } from './scenarios';
import {
  type Answer,
  CONTRACT_FIELDS,
  type Town,
  act,
  approveBy,
  openTown,
  reviewIfAsked,
  submitContract,
} from './town';
import { TownPackage } from './town-package';

/** その日の姿 (DOC-12, PAST-1): what the screens said in the evening of a day is what is shown of that day later. */
let town: Town;
/** The notice that the tests follow. */
let id: string;
/** A contract on its long way beside it: seen ahead by those above, pulled back, made cheaper, decided, added to. */
let contract: string;
const package_ = new TownPackage();
afterAll(async () => {
  await town?.close();
  package_.remove();
});

/** Some of everybody: drafter, line, section, clerk, records office, auditor, other sections. */
const LOGINS = {
  hara: '1118',
  goto: '1030',
  fukagawa: '1016',
  s1055: '1055',
  s1117: '1117',
  s1119: '1119',
  s1121: '1121',
  hoshino: '1066',
  s1067: '1067',
  s1125: '1125',
  eto: '1006',
  chiba: '1026',
} as const;

interface Evening {
  readonly day: string;
  readonly document: any;
  readonly approval: any;
  readonly filing: Answer;
  readonly readers: Readonly<Record<string, boolean>>;
}

const evenings = new Map<string, Evening>();
const seenOf = (day: string, documentId: string) => evenings.get(`${day} ${documentId}`) as Evening;
const get = async (login: string, path: string) => (await town.as(login)).get(path);
const asOf = (day: string, login = 'fukagawa', documentId = id) =>
  get(login, `/documents/${documentId}/as-of?day=${day}`);

/** Somebody who may read it says what the screens show, and everybody tries to open it. */
async function evening(day: string, login = 'goto', documentId = id): Promise<Evening> {
  town.clock.set(jst(`${day} 23:30`));
  const readers: Record<string, boolean> = {};
  for (const [one, staffNo] of Object.entries(LOGINS))
    readers[staffNo] = (await get(one, `/documents/${documentId}`)).status === 200;
  const seen = {
    day,
    document: (await get(login, `/documents/${documentId}`)).body,
    approval: (await get(login, `/documents/${documentId}/approval`)).body,
    filing: await get(login, `/documents/${documentId}/filing`),
    readers,
  };
  evenings.set(`${day} ${documentId}`, seen);
  return seen;
}

const PLAIN = [
  'state',
  'matterType',
  'matterTypeName',
  'form',
  'title',
  'fields',
  'drafter',
  'draftNumber',
  'dispatchNumber',
  'draftedAt',
  'submittedAt',
  'decidedAt',
  'executedAt',
  'revisionNo',
  'contentDigest',
] as const;
const pick = (from: any, names: readonly string[]) => Object.fromEntries(names.map((name) => [name, from[name]]));

/** Everything that both say. */
function expectSame(past: any, seen: Evening): void {
  expect(pick(past.document, PLAIN)).toEqual(pick(seen.document, PLAIN));
  const { attributes } = past.document;
  expect(attributes).toEqual(pick(seen.document.attributes, Object.keys(attributes)));
  expect(past.className).toBe(seen.document.className);
  const files = [
    'id',
    'fileName',
    'label',
    'bytes',
    'sha256',
    'addedAt',
    'addedBy',
    'addedAfterDecision',
    'additionReason',
  ];
  expect(past.document.attachments.map((file: any) => pick(file, files))).toEqual(
    seen.document.attachments.map((file: any) => pick(file, files)),
  );
  expect(past.route.steps).toEqual(seen.approval.steps);
  expect(past.route.history).toEqual(seen.approval.history);
  expect(pick(past.route, ['round', 'decisionLabel'])).toEqual(pick(seen.approval, ['round', 'decisionLabel']));
  const filing = [
    'fileId',
    'fileTitle',
    'fiscalYearLabel',
    'classCode',
    'unitName',
    'closedOn',
    'startsOn',
    'expiresOn',
  ];
  if (seen.filing.status === 404) expect(past.filing).toBeNull();
  else expect(pick(past.filing, filing)).toEqual(pick(seen.filing.body, filing));
  const could = new Set(past.readers.flatMap(({ people }: any) => people.map(({ staffNo }: any) => staffNo)));
  const numbers = Object.keys(seen.readers);
  expect(Object.fromEntries(numbers.map((one) => [one, could.has(one)]))).toEqual(seen.readers);
}

beforeAll(async () => {
  town = await openTown('2026-05-10T06:00:00Z');
}, 120_000);

describe('a matter is drafted, returned, revised, decided; its section is renamed and its drafter transferred; it is closed', () => {
  it('10 May: a draft of its drafter', async () => {
    const hara = await town.as('hara');
    const draft = await hara.post('/documents', {
      matterType: 'notice',
      fields: { subject: '敬老会の開催について', addressee: '区長会長', body: '下書きのままの本文' },
    });
    id = draft.body.id;
    const upload = await hara.upload('会場図.txt', Buffer.from('公民館'));
    expect((await hara.post(`/documents/${id}/attachments`, { uploadId: upload.body.id })).status).toBe(201);
  });

  it('11 May: submitted with another text, agreed to by 後藤', async () => {
    town.clock.set(jst('2026-05-11 09:00'));
    const hara = await town.as('hara');
    const { version } = (await hara.get(`/documents/${id}`)).body;
    const edited = await hara.patch(
      `/documents/${id}`,
      { fields: { subject: '敬老会の開催について', addressee: '区長会長', body: '次のとおり開催します。' } },
      { ifMatch: version },
    );
    expect(edited.status).toBe(200);
    const submitted = await hara.post(`/documents/${id}/submissions`, { expectedVersion: edited.body.version });
    expect(submitted.status).toBe(201);
    expect((await act(town, 'goto', id)).status).toBe(201);
    contract = await submitContract(town);
    await evening('2026-05-11');
    await evening('2026-05-11', 'hara', contract);
  });

  it('12 May: returned by 深川', async () => {
    town.clock.set(jst('2026-05-12 10:00'));
    const returned = await act(town, 'fukagawa', id, 'return', { comment: '日付を直してください' });
    expect(returned.status).toBe(201);
    expect((await act(town, 'hara', contract, 'pull_back')).status).toBe(201);
    await evening('2026-05-12');
    await evening('2026-05-12', 'hara', contract);
  });

  it('13 May: made secret, given another name and another file, submitted again', async () => {
    town.clock.set(jst('2026-05-13 11:00'));
    const hara = await town.as('hara');
    const document = (await hara.get(`/documents/${id}`)).body;
    expect((await hara.delete(`/documents/${id}/attachments/${document.attachments[0].id}`)).status).toBeLessThan(300);
    const upload = await hara.upload('日程表.txt', Buffer.from('9月21日'));
    expect((await hara.post(`/documents/${id}/attachments`, { uploadId: upload.body.id })).status).toBe(201);
    const { version } = (await hara.get(`/documents/${id}`)).body;
    const edited = await hara.patch(
      `/documents/${id}`,
      {
        fields: { subject: '敬老会の開催日について', addressee: '区長会長', body: '9月21日に開催します。' },
        attributes: { confidentiality: 'secret', disclosureReason: '個人の情報を含むため' },
      },
      { ifMatch: version },
    );
    expect(edited.status).toBe(200);
    const submitted = await hara.post(`/documents/${id}/submissions`, {
      expectedVersion: edited.body.version,
      note: '日付を入れました',
      substanceChanged: true,
    });
    expect(submitted.status).toBe(201);
    expect((await act(town, 'goto', id)).status).toBe(201);
    const dear = (await hara.get(`/documents/${contract}`)).body;
    const cheap = await hara.patch(
      `/documents/${contract}`,
      { fields: { ...CONTRACT_FIELDS, amount: 400_000 } },
      { ifMatch: dear.version },
    );
    const again = await hara.post(`/documents/${contract}/submissions`, { expectedVersion: cheap.body.version });
    expect(again.status).toBe(201);
    await approveBy(town, contract, 'goto');
    await evening('2026-05-13');
    await evening('2026-05-13', 'hara', contract);
  });

  it('14 May: decided and filed', async () => {
    town.clock.set(jst('2026-05-14 13:00'));
    expect((await act(town, 'fukagawa', id)).status).toBe(201);
    await reviewIfAsked(town, id, 'hara');
    await approveBy(town, contract, 'fukagawa');
    await evening('2026-05-14', 'hara', contract);
    const { document, filing } = await evening('2026-05-14');
    expect(document).toMatchObject({ state: 'decided', dispatchNumber: expect.any(String) });
    expect(filing.status).toBe(200);
  });

  it('1 June: 福祉課 becomes 地域福祉課, 原 goes to another section', async () => {
    const to = '2026-04-01,2026-05-31';
    package_
      .replace(
        'org_units.csv',
        'S31,',
        `S31,福祉課,section,D30,浜福,31,${to},,ふくしか`,
        'S31,地域福祉課,section,D30,浜福,31,2026-06-01,,,ちいきふくしか',
      )
      .replace('assignments.csv', '1118,', `1118,P-U311-02,main,${to}`, '1118,P-S41-02,main,2026-06-01,')
      .replace('assignments.csv', '1067,', `1067,P-S41-02,main,${to}`, '1067,P-U311-02,main,2026-06-01,');
    const { faults, applied } = await package_.import(town);
    expect({ faults, applied }).toEqual({ faults: [], applied: true });
    town.clock.set(jst('2026-06-01 00:05'));
    await beginDay(town);
    const hara = await town.as('hara');
    const upload = await hara.upload('契約書.txt', Buffer.from('契約書の写し'));
    const added = await hara.post(`/documents/${contract}/attachments/additions`, {
      uploadId: upload.body.id,
      reason: '締結した契約書',
    });
    expect(added.status).toBe(201);
    await evening('2026-06-01');
    await evening('2026-06-01', 'hara', contract);
  });

  it('2 June: closed', async () => {
    town.clock.set(jst('2026-06-02 15:00'));
    const waived = await (
      await town.as('fukagawa')
    ).post(`/documents/${id}/execution/waivers`, { reason: '窓口で伝えた' });
    expect(waived.status).toBe(201);
    const closed = await (await town.as('hara')).post(`/documents/${id}/closure`);
    expect(closed.status).toBe(201);
    await evening('2026-06-02');
  });
});

describe('a week later', () => {
  beforeAll(() => town.clock.set(jst('2026-06-09 09:00')));

  it.each(['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14', '2026-06-01', '2026-06-02'])(
    'DOC-12 PAST-1 %s is shown as the screens said in its evening, and who could open it then is named',
    async (day) => {
      const past = await asOf(day);
      expect(past.status).toBe(200);
      expectSame(past.body, seenOf(day, id));
    },
  );

  it.each(['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14', '2026-06-01'])(
    'DOC-12 PAST-1 READ-1 and so is a contract that was seen ahead, pulled back, made cheaper and decided: %s',
    async (day) => {
      const past = await asOf(day, 'hara', contract);
      expect(past.status).toBe(200);
      expectSame(past.body, seenOf(day, contract));
    },
  );

  it('READ-1 who was only foreseen is named on the day, and no longer when the route does without them', async () => {
    const seats = async (day: string) =>
      (await asOf(day, 'hara', contract)).body.readers
        .find(({ ground }: any) => ground === 'seat')
        ?.people.map(({ staffNo }: any) => staffNo);
    expect(await seats('2026-05-11')).toContain('1006');
    expect(await seats('2026-05-13')).not.toContain('1006');
  });

  it('DOC-12 a day between is like the last one before on which something changed', async () => {
    const [between, before] = [await asOf('2026-05-20'), await asOf('2026-05-14')];
    const { day: _, ...shown } = between.body;
    const { day: __, ...then } = before.body;
    expect(shown).toEqual(then);
  });

  it('DOC-12 the organisation is named as it was, beside the names that the document bears', async () => {
    expect((await asOf('2026-05-14')).body.document.place).toMatchObject({
      sectionName: '福祉課',
      holders: ['原 大地'],
    });
    const later = (await asOf('2026-06-02')).body.document;
    expect(later.place.sectionName).toBe('地域福祉課');
    expect(later.place.holders).not.toContain('原 大地');
    expect(later.drafter.staffNo).toBe('1118');
  });

  it('DOC-12 what stood on a desk and was never submitted is not shown; only its drafter could read it', async () => {
    const { body } = await asOf('2026-05-10');
    expect(body).toMatchObject({
      document: { state: 'drafting', title: null, fields: null, revisionNo: 0, attachments: [] },
      route: null,
      filing: null,
    });
    expect(body.readers).toEqual([
      { ground: 'drafter', role: null, people: [expect.objectContaining({ staffNo: '1118' })] },
    ]);
    expect(JSON.stringify(body)).not.toContain('下書きのまま');
  });

  it('DOC-12 a file that was taken out is named and not opened', async () => {
    const [taken] = (await asOf('2026-05-11')).body.document.attachments;
    expect(taken).toMatchObject({ fileName: '会場図.txt', originalUrl: null });
    const [kept] = (await asOf('2026-05-13')).body.document.attachments;
    expect(kept).toMatchObject({ fileName: '日程表.txt', originalUrl: expect.stringContaining('/original') });
  });

  it('DOC-12 today is what the screens say now', async () => {
    const seen = await evening('2026-06-09', 'fukagawa');
    const { body } = await asOf('2026-06-09');
    expect(body.today).toBe(true);
    expectSame(body, seen);
  });

  it('DOC-12 without the right of today it is the same answer as for the document, whatever the day', async () => {
    // Colleagues who could read it on 11 May, before it was secret.
    for (const login of ['s1117', 'eto']) {
      const document = await get(login, `/documents/${id}`);
      expect(document.status).toBe(404);
      for (const day of ['2026-05-11', '2026-05-01', '2026-06-09', '2027-01-01']) {
        const past = await asOf(day, login);
        expect([past.status, past.body.code, past.body.title]).toEqual([404, document.body.code, document.body.title]);
      }
    }
  });

  it.each([
    ['2026-05-09', 422, 'documents.not-yet-there'],
    ['2026-06-10', 422, 'documents.day-to-come'],
  ])('DOC-12 %s is refused with %d %s, in words', async (day, status, code) => {
    const answer = await asOf(day);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail.length).toBeGreaterThan(5);
  });

  it('DOC-12 a day that the calendar does not have is refused', async () => {
    expect((await asOf('2026-02-30')).status).toBe(422);
    expect((await get('fukagawa', `/documents/${id}/as-of`)).status).toBe(422);
  });

  it('DOC-12 before the first day that is kept there is no guessing', async () => {
    await town.database.dataSource.query(
      `delete from documents.document_past where document_id = '${id}' and since < '2026-05-12'`,
    );
    const answer = await asOf('2026-05-11');
    expect([answer.status, answer.body.code]).toEqual([422, 'documents.past-not-kept']);
  });
});
