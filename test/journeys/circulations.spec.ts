import { type Answer, type Person, type Town, approveBy, openTown, submitContract } from './town';

const CAST = {
  clerk: 's1055',
  head: 'fukagawa',
  drafter: 'hara',
  department: 'eto',
  office: 'baba',
  otherClerk: 's1045',
  otherHead: 's1014',
  auditor: 's1125',
  admin: 's1011',
  mayor: 'machida',
};

let town: Town;
const who = {} as Record<keyof typeof CAST, Person>;

beforeAll(async () => {
  town = await openTown('2026-05-11T00:30:00Z');
  for (const [name, login] of Object.entries(CAST)) who[name as keyof typeof CAST] = await town.as(login);
});
afterAll(() => town?.close());

function ok<T>({ status, body }: Answer<T>, expected = 201): T {
  if (status !== expected) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
const refused = ({ status, body }: Answer) => [status, body.code];
const person = (code: string, required = true) => ({ kind: 'person', code, required });
const LETTER = { section: 'S31', subject: '研修会の開催について(通知)', sender: '県社会福祉協議会' };

async function register(more: object = {}, by: Person = who.clerk): Promise<any> {
  return ok(await by.post('/receipts', { ...LETTER, ...more }));
}
const circulate = async (id: string, readers: object[], more: object = {}): Promise<any> =>
  ok(await who.clerk.post(`/receipts/${id}/circulations`, { mode: 'reading', readers, ...more }));
const mark = (by: Person, id: string, body: object = {}) => by.post(`/circulations/${id}/read-marks`, body);
const titles = async (by: Person, view = 'to_read') =>
  ok(await by.get(`/circulations?view=${view}`), 200).items.map(({ id }: { id: string }) => id);

describe('RULE-03 circulation', () => {
  it('names its readers by post, person and section on the day it begins', async () => {
    const { id } = await register();
    const circulation = await circulate(id, [
      { kind: 'post', code: 'P-D30-H', required: true },
      { kind: 'section', code: 'U311', required: false },
      person('1016'),
    ]);
    const readers = circulation.readers.map((one: any) => [one.staffNo, one.required]);
    expect(readers).toEqual(
      expect.arrayContaining([
        ['1006', true],
        ['1016', true],
        ['1118', false],
      ]),
    );
    expect(circulation.required).toBe(2);
    expect(circulation.readers.length).toBeGreaterThan(4);
  });

  it('each mark has person, post, time and comment; nobody marks twice or for another', async () => {
    const { id } = await register();
    const { id: circulation } = await circulate(id, [person('1016'), person('1006')], { note: 'ご確認ください。' });
    expect(await titles(who.head)).toContain(circulation);
    const before = ok(await who.head.get('/circulations/counts'), 200).toRead;
    const marked = ok(await mark(who.head, circulation, { comment: '係で対応してください。' }));
    expect(marked.readers.find((one: any) => one.staffNo === '1016')).toMatchObject({
      name: '深川 直美',
      postTitle: '課長',
      unitName: '福祉課',
      readAt: '2026-05-11T00:30:00.000Z',
      comment: '係で対応してください。',
    });
    expect(ok(await who.head.get('/circulations/counts'), 200).toRead).toBe(before - 1);
    expect(await titles(who.head, 'read')).toContain(circulation);
    expect(refused(await mark(who.head, circulation))).toEqual([409, 'intake.already-read']);
    expect(refused(await mark(who.drafter, circulation))).toEqual([403, 'intake.not-a-reader']);
    expect(refused(await mark(who.otherHead, circulation))).toEqual([404, 'intake.no-circulation']);
  });

  it('is complete once, however many of the last readers mark at the same moment', async () => {
    const { id } = await register();
    const { id: circulation } = await circulate(id, [person('1016'), person('1006'), person('1118')]);
    const answers = await Promise.all([who.head, who.department, who.drafter].map((one) => mark(one, circulation)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(ok(await who.clerk.get(`/receipts/${id}`), 200)).toMatchObject({
      state: 'read',
      endings: [{ kind: 'read' }],
    });
  });

  it('a reader asks for a draft: the receipt stays open until its clerk has decided', async () => {
    const { id } = await register();
    const { id: circulation } = await circulate(id, [person('1016')]);
    ok(await mark(who.head, circulation, { asksForDraft: true, comment: '回答を起案してください。' }));
    expect(ok(await who.clerk.get(`/receipts/${id}`), 200)).toMatchObject({ state: 'open', draftAsked: true });
    const asked = ok(await who.clerk.get('/receipts?view=asked'), 200).items;
    expect(asked.map((one: any) => one.id)).toContain(id);
    ok(await who.clerk.post(`/receipts/${id}/endings`, { kind: 'finish_reading', reason: '電話で回答済みのため' }));
    expect(ok(await who.clerk.get(`/receipts/${id}`), 200)).toMatchObject({ state: 'read', draftAsked: false });
  });

  it('readers are added later; a stop needs a reason and keeps the marks', async () => {
    const { id } = await register();
    const { id: circulation } = await circulate(id, [person('1016'), person('1006')]);
    ok(await mark(who.head, circulation));
    ok(await who.clerk.post(`/circulations/${circulation}/readers`, { readers: [person('1014')] }));
    expect(ok(await who.otherHead.get(`/receipts/${id}`), 200).subject).toBe(LETTER.subject);
    expect(refused(await who.head.post(`/circulations/${circulation}/readers`, { readers: [person('1001')] }))).toEqual(
      [403, 'intake.not-yours-to-circulate'],
    );
    const stopped = ok(await who.clerk.post(`/circulations/${circulation}/stops`, { reason: '宛先の誤り' }));
    expect(stopped).toMatchObject({ state: 'stopped', stopReason: '宛先の誤り', requiredRead: 1 });
    expect(refused(await mark(who.department, circulation))).toEqual([409, 'intake.circulation-over']);
    expect(ok(await who.clerk.get(`/receipts/${id}`), 200).allowed).toContain('circulate');
  });

  it('回覧 asks nobody, is read by whoever wants, and counts them', async () => {
    const { id } = await register();
    const broadcast = ok(
      await who.clerk.post(`/receipts/${id}/circulations`, { mode: 'broadcast', audience: ['S23'] }),
    );
    expect(broadcast).toMatchObject({ mode: 'broadcast', required: 0, audience: ['税務課'] });
    expect(await titles(who.otherHead)).toContain(broadcast.id);
    expect(ok(await who.otherHead.get(`/receipts/${id}`), 200).subject).toBe(LETTER.subject);
    expect(ok(await mark(who.otherHead, broadcast.id))).toMatchObject({ state: 'running', read: 1 });
    expect(await titles(who.otherHead)).not.toContain(broadcast.id);
    const secret = await register({ confidentiality: 'secret' });
    expect(refused(await who.clerk.post(`/receipts/${secret.id}/circulations`, { mode: 'broadcast' }))).toEqual([
      409,
      'intake.confidential-broadcast',
    ]);
  });

  it('a decided document is circulated the same way, and being asked is the right to read it', async () => {
    const documentId = await submitContract(town);
    const begin = { mode: 'reading', readers: [person('1014')] };
    expect(refused(await who.drafter.post(`/documents/${documentId}/circulations`, begin))).toEqual([
      409,
      'intake.not-decided',
    ]);
    await approveBy(town, documentId, 'goto', 'fukagawa', 'takarabe', 'eto');
    expect((await who.otherHead.get(`/documents/${documentId}`)).status).toBe(404);
    const circulation = ok(await who.drafter.post(`/documents/${documentId}/circulations`, begin));
    expect((await who.otherHead.get(`/documents/${documentId}`)).status).toBe(200);
    expect(refused(await mark(who.otherHead, circulation.id, { asksForDraft: true }))).toEqual([
      422,
      'intake.no-draft-of-document',
    ]);
    expect(ok(await mark(who.otherHead, circulation.id))).toMatchObject({ state: 'completed' });
    expect(ok(await who.drafter.get(`/documents/${documentId}/circulations`), 200).items).toHaveLength(1);
  });

  it('refuses readers that are nobody, and a circulation that nobody must read', async () => {
    const { id } = await register();
    const begin = (readers: object[]) => who.clerk.post(`/receipts/${id}/circulations`, { mode: 'reading', readers });
    expect(refused(await begin([person('9999')]))).toEqual([422, 'intake.unknown-reader']);
    expect(refused(await begin([person('1016', false)]))).toEqual([422, 'intake.no-required-reader']);
    expect(refused(await begin([]))).toEqual([422, 'intake.no-required-reader']);
  });
});

describe('RULE-04 forms with a ledger of their own', () => {
  it('take their numbers from the series agreed for their kind', async () => {
    const first = await register({ kind: 'disclosure' });
    const common = await register();
    const second = await register({ kind: 'disclosure', section: 'S23' }, who.otherClerk);
    expect([first.receiptNumber, second.receiptNumber]).toEqual(['情公8第1号', '情公8第2号']);
    expect(common.receiptNumber).toMatch(/^8浜福収第\d+号$/);
    const ledger = ok(await who.office.get('/receipts?view=all&everywhere=true&kind=disclosure'), 200).items;
    expect(ledger.map((one: any) => one.receiptNumber)).toEqual(['情公8第2号', '情公8第1号']);
    expect(
      refused(await who.clerk.patch(`/receipts/${first.id}`, { kind: 'general' }, { ifMatch: first.version })),
    ).toEqual([409, 'intake.kind-is-numbered']);
  });
});

describe('work lists and the ledger', () => {
  it('shows what is due soon and overdue, and drops it when it is answered or moot', async () => {
    const late = await register({ replyDueOn: '2026-05-10' });
    const soon = await register({ replyDueOn: '2026-05-18' });
    await register({ replyDueOn: '2026-05-19' });
    const ids = async (view: string) =>
      ok(await who.clerk.get(`/receipts?view=${view}`), 200).items.map((one: any) => one.id);
    expect(await ids('overdue')).toEqual([late.id]);
    expect(await ids('due_soon')).toEqual([soon.id]);
    expect(ok(await who.clerk.get('/receipts/counts'), 200)).toMatchObject({ overdue: 1, dueSoon: 1 });
    ok(await who.clerk.post(`/receipts/${late.id}/endings`, { kind: 'not_needed', reason: '照会が撤回されたため' }));
    expect(await ids('overdue')).toEqual([]);
  });

  it('finds by number, sender, subject and the sender’s number, whatever the width', async () => {
    const { id, receiptNumber } = await register({
      sender: '関東財務局ヨコハマ事務所',
      senderNumber: '関財ﾖｺ第７７号',
    });
    const found = async (q: string) =>
      ok(await who.clerk.get(`/receipts?view=all&q=${encodeURIComponent(q)}`), 200).items.map((one: any) => one.id);
    for (const q of [receiptNumber, 'ﾖｺﾊﾏ', '第77号', '研修会 関東財務局']) expect(await found(q)).toContain(id);
    expect(await found('研修会 存在しない語')).toEqual([]);
  });

  it('the ledger is saved as CSV in the order of its numbers, formulas as text', async () => {
    await register({ subject: '=HYPERLINK("x")' });
    const { status, bytes, headers } = await who.clerk.bytes('/receipts/ledger.csv?view=all');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const lines = bytes.toString('utf8').replace('\uFEFF', '').trim().split('\r\n');
    expect(lines[0]).toContain('収受番号,到達日時,収受日時');
    expect(lines.join('\n')).toContain(`"'=HYPERLINK(""x"")"`);
    const serials = lines.flatMap((line) => /^8浜福収第(\d+)号/.exec(line)?.[1] ?? []).map(Number);
    expect(serials).toEqual([...serials].sort((a, b) => a - b));
    expect(serials.length).toBeGreaterThan(5);
  });

  it('attachments are kept as they came, and shown to whoever may read the receipt', async () => {
    const { id } = await register();
    const bytes = Buffer.from('照会文の写し\n');
    const upload = ok(await who.clerk.upload('照会文.txt', bytes));
    const { attachments } = ok(await who.clerk.post(`/receipts/${id}/attachments`, { uploadId: upload.id }));
    const path = `/receipts/${id}/attachments/${attachments[0].id}/original`;
    expect((await who.drafter.bytes(path)).bytes.equals(bytes)).toBe(true);
    expect((await who.otherHead.bytes(path)).status).toBe(404);
    expect((await who.drafter.delete(`/receipts/${id}/attachments/${attachments[0].id}`)).status).toBe(403);
    expect((await who.clerk.delete(`/receipts/${id}/attachments/${attachments[0].id}`)).status).toBe(204);
    expect(ok(await who.clerk.get(`/receipts/${id}`), 200).attachments).toEqual([]);
  });
});

describe('default deny', () => {
  it('strangers learn nothing of a receipt: 404 everywhere', async () => {
    const { id } = await register();
    for (const stranger of [who.otherHead, who.otherClerk, who.admin]) {
      expect((await stranger.get(`/receipts/${id}`)).status).toBe(404);
      expect((await stranger.get(`/receipts/${id}/circulations`)).status).toBe(404);
      for (const [path, body] of [
        ['acceptance', {}],
        ['endings', { kind: 'not_needed', reason: 'x' }],
        ['routings', { toSection: 'S23', reason: 'x' }],
        ['undoings', { reason: 'x' }],
        ['drafts', { matterType: 'internal' }],
        ['circulations', { mode: 'reading', readers: [person('1014')] }],
      ] as const)
        expect([path, (await stranger.post(`/receipts/${id}/${path}`, body)).status]).toEqual([path, 404]);
    }
  });

  it('who reads does not handle: members, heads and auditors are refused with the rule', async () => {
    const { id } = await register();
    for (const reader of [who.drafter, who.head, who.auditor]) {
      expect((await reader.get(`/receipts/${id}`)).status).toBe(200);
      const answer = await reader.post(`/receipts/${id}/endings`, { kind: 'not_needed', reason: 'x' });
      expect([...refused(answer), answer.body.rule]).toEqual([403, 'intake.not-yours-to-handle', 'RULE-02']);
    }
    expect(refused(await who.auditor.post(`/receipts/${id}/drafts`, { matterType: 'internal' }))).toEqual([
      403,
      'intake.not-your-section',
    ]);
    expect(refused(await who.drafter.post('/receipts', LETTER))).toEqual([403, 'intake.not-yours-to-register']);
    expect(refused(await who.otherClerk.post('/receipts', LETTER))).toEqual([403, 'intake.not-yours-to-register']);
  });

  it('what is confidential is seen by its clerks and readers alone', async () => {
    const { id } = await register({ confidentiality: 'personnel' });
    for (const other of [who.drafter, who.head, who.office, who.auditor, who.mayor])
      expect((await other.get(`/receipts/${id}`)).status).toBe(404);
    await circulate(id, [person('1016')]);
    expect((await who.head.get(`/receipts/${id}`)).status).toBe(200);
    expect((await who.drafter.get(`/receipts/${id}`)).status).toBe(404);
  });

  it('a repeated registration under one key gives the first answer and takes one number', async () => {
    const send = { key: 'receipt-registered-once-1' };
    const first = ok(await who.clerk.post('/receipts', LETTER, send));
    const again = await who.clerk.post('/receipts', LETTER, send);
    expect([again.status, again.body]).toEqual([201, first]);
  });

  it('every act stands in the ledger of the receipt', async () => {
    const { id } = await register();
    ok(await who.clerk.post(`/receipts/${id}/acceptance`));
    ok(await who.clerk.post(`/receipts/${id}/endings`, { kind: 'send_back', reason: '押印漏れ' }));
    ok(await who.clerk.post(`/receipts/${id}/undoings`, { reason: '取り違え' }));
    const rows: { kind: string }[] = await town.database.dataSource.query(
      "select kind from ledger.entry where subject_kind = 'receipt' and subject_id = $1 order by seq",
      [id],
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      'intake.arrived',
      'intake.received',
      'intake.numbered',
      'intake.accepted',
      'intake.ended',
      'intake.ending-undone',
    ]);
  });
});
