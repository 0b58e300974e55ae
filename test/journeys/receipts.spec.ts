import { reimport } from './scenarios';
import { type Answer, type Person, type Town, approveBy, openTown } from './town';

/** Records clerk of 福祉課, 福祉課長, member of the section, the records office, clerk of 税務課, 税務課長, auditor, mayor. */
const CAST = {
  clerk: 's1055',
  head: 'fukagawa',
  drafter: 'hara',
  office: 'baba',
  otherClerk: 's1045',
  otherHead: 's1014',
};

let town: Town;
const who = {} as Record<keyof typeof CAST, Person>;

beforeAll(async () => {
  town = await openTown('2026-05-11T00:30:00Z');
  for (const [name, login] of Object.entries(CAST)) who[name as keyof typeof CAST] = await town.as(login);
});
afterAll(() => town?.close());

const INQUIRY = {
  section: 'S31',
  kind: 'inquiry',
  subject: '福祉施設の実態調査について(照会)',
  sender: '神奈川県福祉局長',
  senderNumber: '福第1234号',
  senderDate: '2026-05-07',
  channel: 'post',
};

async function register(more: object = {}, person: Person = who.clerk): Promise<any> {
  return ok(await person.post('/receipts', { ...INQUIRY, ...more }), 201);
}

function ok<T>({ status, body }: Answer<T>, expected = 201): T {
  if (status !== expected) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

const refused = ({ status, body }: Answer) => [status, body.code];
const person = (code: string, required = true) => ({ kind: 'person', code, required });
const circulate = (id: string, readers: object[], more: object = {}) =>
  who.clerk.post(`/receipts/${id}/circulations`, { mode: 'reading', readers, ...more });

describe('RULE-01 arrival, receipt and acceptance', () => {
  it('are three moments of their own; the number comes from the series of receipts', async () => {
    const receipt = await register({ arrivalAt: '2026-05-11T08:45:00+09:00' });
    expect(receipt).toMatchObject({
      receiptNumber: expect.stringMatching(/^8浜福収第\d+号$/),
      arrivalAt: '2026-05-10T23:45:00.000Z',
      receivedAt: '2026-05-11T00:30:00.000Z',
      acceptedAt: null,
      backDated: false,
      state: 'open',
    });
    town.clock.set('2026-05-11T00:40:00Z');
    const accepted = ok(await who.clerk.post(`/receipts/${receipt.id}/acceptance`));
    expect(accepted).toMatchObject({
      arrivalAt: '2026-05-10T23:45:00.000Z',
      receivedAt: '2026-05-11T00:30:00.000Z',
      acceptedAt: '2026-05-11T00:40:00.000Z',
      acceptedByName: expect.any(String),
    });
    expect(refused(await who.clerk.post(`/receipts/${receipt.id}/acceptance`))).toEqual([
      409,
      'intake.already-accepted',
    ]);
  });

  it('an arrival on an earlier day needs a reason, which everybody sees', async () => {
    const saturday = { arrivalAt: '2026-05-09T10:00:00+09:00' };
    expect(refused(await who.clerk.post('/receipts', { ...INQUIRY, ...saturday }))).toEqual([
      422,
      'intake.back-dating-reason-missing',
    ]);
    const receipt = await register({ ...saturday, backDatingReason: '閉庁日の夜間受付に投函' });
    const seen = ok(await who.drafter.get(`/receipts/${receipt.id}`), 200);
    expect(seen).toMatchObject({ backDated: true, backDatingReason: '閉庁日の夜間受付に投函' });
    expect(refused(await who.clerk.post('/receipts', { ...INQUIRY, arrivalAt: '2026-05-12T10:00:00+09:00' }))).toEqual([
      422,
      'intake.arrival-in-future',
    ]);
  });

  it('what the records office opens for a section waits until that section receives it', async () => {
    const receipt = await register({ receive: false }, who.office);
    expect(receipt).toMatchObject({ state: 'arrived', receiptNumber: null, receivedAt: null });
    expect(refused(await who.clerk.post(`/receipts/${receipt.id}/acceptance`))).toEqual([409, 'intake.not-received']);
    const received = ok(await who.clerk.post(`/receipts/${receipt.id}/receipt`));
    expect(received).toMatchObject({ state: 'open', receiptNumber: expect.any(String) });
    expect(refused(await who.clerk.post(`/receipts/${receipt.id}/receipt`))).toEqual([409, 'intake.already-received']);
  });

  it('items whose time has legal effect are flagged by their kind', async () => {
    expect(await register({ kind: 'appeal' })).toMatchObject({ arrivalIsExact: true });
    expect(await register()).toMatchObject({ arrivalIsExact: false });
  });

  it('numbers have neither gaps nor twins, also when fifty arrive at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => register()));
    const numbers = answers
      .map(({ receiptNumber }) => Number(/第(\d+)号/.exec(receiptNumber)?.[1]))
      .sort((a, b) => a - b);
    expect(new Set(numbers).size).toBe(50);
    expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)).toBe(49);
  });
});

describe('RULE-02 exactly one ending', () => {
  it('供覧完結: the last required reader ends it', async () => {
    const { id } = await register();
    const circulation = ok(await circulate(id, [person('1016'), person('1118'), person('1006', false)]));
    ok(await who.drafter.post(`/circulations/${circulation.id}/read-marks`, { comment: '確認しました。' }));
    expect(ok(await who.clerk.get(`/receipts/${id}`), 200)).toMatchObject({
      state: 'circulating',
      required: 2,
      read: 1,
    });
    town.clock.set('2026-05-11T00:50:00Z');
    const done = ok(await who.head.post(`/circulations/${circulation.id}/read-marks`));
    expect(done).toMatchObject({
      state: 'completed',
      completedAt: '2026-05-11T00:50:00.000Z',
      required: 2,
      requiredRead: 2,
    });
    const ended = ok(await who.clerk.get(`/receipts/${id}`), 200);
    expect(ended).toMatchObject({ state: 'read', endings: [{ kind: 'read', undoneAt: null }] });
    expect(ended.allowed).toEqual(['broadcast', 'undo']);
    expect(ended.refused.find(({ act }: { act: string }) => act === 'draft')).toMatchObject({
      code: 'intake.already-ended',
      title: '処理が終わっています',
    });
    expect(refused(await who.drafter.post(`/receipts/${id}/drafts`, { matterType: 'notice' }))).toEqual([
      409,
      'intake.already-ended',
    ]);
  });

  it('起案に引継: draft and receipt know each other, and the decision closes the reply', async () => {
    const { id } = await register({ replyDueOn: '2026-05-15' });
    const { documentId, receipt } = ok(await who.drafter.post(`/receipts/${id}/drafts`, { matterType: 'internal' }));
    expect(receipt).toMatchObject({
      state: 'drafted',
      reply: 'due_soon',
      draft: { documentId, title: INQUIRY.subject, state: 'drafting' },
    });
    const document = ok(await who.drafter.get(`/documents/${documentId}`), 200);
    expect(document).toMatchObject({
      title: INQUIRY.subject,
      attributes: { dueOn: '2026-05-15' },
      drafter: { sectionCode: 'S31' },
    });
    expect(ok(await who.drafter.get(`/documents/${documentId}/receipts`), 200).items).toMatchObject([
      { id, subject: INQUIRY.subject, readable: true },
    ]);
    for (const [path, body] of [
      [`/receipts/${id}/endings`, { kind: 'not_needed', reason: '重複' }],
      [`/receipts/${id}/endings`, { kind: 'send_back', reason: '宛先違い' }],
      [`/receipts/${id}/routings`, { toSection: 'S23', reason: '所管' }],
      [`/receipts/${id}/circulations`, { mode: 'reading', readers: [person('1016')] }],
    ] as const)
      expect(refused(await who.clerk.post(path, body))).toEqual([409, 'intake.already-ended']);
    const saved = ok(
      await who.drafter.patch(
        `/documents/${documentId}`,
        { fields: { subject: INQUIRY.subject, body: '調査票のとおり回答する。' } },
        { ifMatch: document.version },
      ),
      200,
    );
    ok(await who.drafter.post(`/documents/${documentId}/submissions`, { expectedVersion: saved.version }));
    expect(refused(await who.clerk.post(`/receipts/${id}/undoings`, { reason: '誤り' }))).toEqual([
      409,
      'intake.draft-went-on',
    ]);
    await approveBy(town, documentId, ...(await approversOf(documentId)));
    expect(ok(await who.clerk.get(`/receipts/${id}`), 200)).toMatchObject({
      reply: 'replied',
      repliedAt: expect.any(String),
    });
  });

  it('他課転送: goes on living in the other section, with its number and its trace', async () => {
    const { id, receiptNumber } = await register();
    const sent = ok(
      await who.clerk.post(`/receipts/${id}/routings`, { toSection: 'S23', reason: '税務課の所管のため' }),
    );
    expect(sent).toMatchObject({ section: { code: 'S23' }, receiptNumber, state: 'open' });
    const there = ok(await who.otherClerk.get(`/receipts/${id}`), 200);
    expect(there.endings).toMatchObject([
      { kind: 'rerouted', section: { code: 'S31' }, toSection: { code: 'S23' }, reason: '税務課の所管のため' },
    ]);
    expect(there.allowed).toEqual(expect.arrayContaining(['circulate', 'reroute', 'not_needed', 'send_back']));
    expect(refused(await who.clerk.post(`/receipts/${id}/endings`, { kind: 'not_needed', reason: 'x' }))).toEqual([
      403,
      'intake.not-yours-to-handle',
    ]);
    ok(await who.clerk.post(`/receipts/${id}/undoings`, { reason: '転送先の誤り' }));
    expect(ok(await who.clerk.get(`/receipts/${id}`), 200)).toMatchObject({
      section: { code: 'S31' },
      endings: [{ kind: 'rerouted', undoReason: '転送先の誤り' }],
    });
    ok(await who.clerk.post(`/receipts/${id}/routings`, { toSection: 'S23', reason: '税務課の所管のため' }));
    ok(await who.otherClerk.post(`/receipts/${id}/acceptance`));
    expect(refused(await who.clerk.post(`/receipts/${id}/undoings`, { reason: '誤り' }))).toEqual([
      409,
      'intake.something-followed',
    ]);
  });

  it('返戻 and 不要 need a reason, and are taken back by an act with a reason', async () => {
    const { id } = await register();
    expect((await who.clerk.post(`/receipts/${id}/endings`, { kind: 'send_back', reason: '　' })).status).toBe(422);
    expect(
      ok(await who.clerk.post(`/receipts/${id}/endings`, { kind: 'send_back', reason: '押印がないため' })),
    ).toMatchObject({
      state: 'sent_back',
      endings: [{ kind: 'sent_back', reason: '押印がないため' }],
    });
    expect((await who.clerk.post(`/receipts/${id}/undoings`, {})).status).toBe(422);
    expect(ok(await who.clerk.post(`/receipts/${id}/undoings`, { reason: '取り違え' }))).toMatchObject({
      state: 'open',
    });
    expect(
      ok(await who.clerk.post(`/receipts/${id}/endings`, { kind: 'not_needed', reason: '広告' })).endings,
    ).toMatchObject([
      { kind: 'sent_back', undoReason: '取り違え' },
      { kind: 'not_needed', undoneAt: null },
    ]);
  });

  it('of two clerks who end it at the same moment one is refused', async () => {
    const { id } = await register();
    const answers = await Promise.all([
      who.clerk.post(`/receipts/${id}/endings`, { kind: 'send_back', reason: '宛先違い' }),
      who.office.post(`/receipts/${id}/endings`, { kind: 'not_needed', reason: '広告' }),
      who.drafter.post(`/receipts/${id}/drafts`, { matterType: 'internal' }),
    ]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
    expect(ok(await who.clerk.get(`/receipts/${id}`), 200).endings).toHaveLength(1);
  });
});

describe('RULE-05 online intake', () => {
  const APPLICATION = {
    portal: 'pittari',
    applicationNumber: '20260510-000123',
    arrivalAt: '2026-05-10T23:58:00+09:00',
    section: 'S31',
    kind: 'application',
    subject: '児童手当認定請求',
    sender: '浜見 花子',
    replyDueOn: '2026-06-09',
  };
  let system: Person;
  const handIn = (more: object = {}) => system.post('/online-applications', { ...APPLICATION, ...more });

  beforeAll(async () => {
    await reimport(town, { 'roles.csv': (text) => `${text.trimEnd()}\n1124,intake_system,,2026-04-01,\n` });
    system = await town.as('s1124');
  });

  it('ONL-1 ONL-2 an application becomes one receipt, however often it is handed in, with the arrival of the portal', async () => {
    const uploads = [
      { uploadId: ok(await system.upload('申請.txt', Buffer.from('申請の内容'))).id, label: '申請データ' },
    ];
    const answers = await Promise.all([handIn({ uploads }), handIn({ uploads }), handIn({ uploads })]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 201]);
    const [{ receiptId }, ...again] = answers.map(({ body }) => body);
    expect(again.map((one) => one.receiptId)).toEqual([receiptId, receiptId]);
    const receipt = ok(await who.clerk.get(`/receipts/${receiptId}`), 200);
    expect(receipt).toMatchObject({
      state: 'arrived',
      channel: 'online',
      senderNumber: '20260510-000123',
      arrivalAt: '2026-05-10T14:58:00.000Z',
      backDated: true,
      backDatingReason: expect.stringContaining('受付番号 20260510-000123'),
      receiptNumber: null,
      attachments: [{ fileName: '申請.txt', label: '申請データ' }],
    });
    const differs = await handIn({ subject: '別の申請' });
    expect(refused(differs)).toEqual([409, 'intake.application-differs']);
    const [bound] = await town.database.dataSource.query(
      `select count(*)::int as lines from ledger.entry where subject_kind = 'receipt' and subject_id = $1 and kind = 'intake.taken-online'`,
      [receiptId],
    );
    expect(bound).toEqual({ lines: 1 });
  });

  it('ONL-2 ONL-3 its section receives it, and the system learns where it stands from where it had read to', async () => {
    const { body: before } = await system.get('/online-applications?limit=1');
    expect(before.items).toMatchObject([
      { applicationNumber: '20260510-000123', state: 'arrived', receiptNumber: null },
    ]);
    const { receiptId } = before.items[0];
    town.clock.set(new Date((await town.clock.now()).getTime() + 60_000));
    const received = ok(await who.clerk.post(`/receipts/${receiptId}/receipt`, {}));
    const { status, body } = await system.get('/online-applications/pittari/20260510-000123');
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        state: 'open',
        receiptNumber: received.receiptNumber,
        receivedAt: received.receivedAt,
      }),
    ]);
    expect(Date.parse(body.changedAt)).toBeGreaterThan(Date.parse(before.items[0].changedAt));
    for (const nothing of ['nothing', '%00', '%E3%81%82'])
      expect((await system.get(`/online-applications/pittari/${nothing}`)).body.code).toBe('intake.no-application');
  });

  it('ONL-3 nobody else hands in or looks, and the system does nothing else', async () => {
    const byClerk = await who.clerk.post('/online-applications', { ...APPLICATION, applicationNumber: 'X-1' });
    expect(refused(byClerk)).toEqual([403, 'intake.not-an-intake-system']);
    expect(refused(await who.office.get('/online-applications'))).toEqual([403, 'intake.not-an-intake-system']);
    const { body } = await system.get('/online-applications');
    const accepted = await system.post(`/receipts/${body.items[0].receiptId}/acceptance`);
    expect(refused(accepted)).toEqual([403, 'intake.not-yours-to-handle']);
    const nowhere = await handIn({ applicationNumber: 'X-2', section: 'S999' });
    expect(refused(nowhere)).toEqual([422, 'intake.unknown-section']);
    const tomorrow = await handIn({ applicationNumber: 'X-3', arrivalAt: '2027-01-01T00:00:00+09:00' });
    expect(refused(tomorrow)).toEqual([422, 'intake.arrival-in-future']);
  });
});

async function approversOf(documentId: string): Promise<string[]> {
  const { body } = await who.drafter.get(`/documents/${documentId}/approval`);
  const holders = body.steps.flatMap((step: any) => step.seats.map((seat: any) => seat.holder?.staffNo));
  const rows: { staff_no: string; login: string }[] = await town.database.dataSource.query(
    'select staff_no, login from organisation.person',
  );
  return holders.map((staffNo: string) => rows.find((row) => row.staff_no === staffNo)?.login ?? '');
}
