import { randomUUID } from 'node:crypto';
import { decided, rejected, returned, seatsOpened } from '@fubako/approvals/events';
import { newId, type Sha256Hex } from '@fubako/kernel';
import { OrganisationCharts } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { sql } from '@fubako/platform/database';
import { EventBus, type EventType } from '@fubako/platform/outbox';
import { JobRegistry } from '@fubako/platform/jobs';
import { loanOverdue, sweepFound } from '@fubako/records/events';
import { locksDrifted, objectsDamaged, sendingRefused } from '@fubako/scans/events';
import { type TestDatabase, testDatabase } from '@fubako/platform/testing';
import { CollectNews } from '../src/app/collect-news';
import { CollectStoreNews } from '../src/app/collect-store-news';
import { MarkNoticesRead } from '../src/app/mark-notices-read';
import { ReadNotices } from '../src/app/read-notices';
import { NoticeRows } from '../src/data/notice-rows';
import { ForgetOldNotices } from '../src/jobs/forget-old-notices';

const person = (staffNo: string) => ({ staffNo }) as Actor;
const ETO = { staffNo: '1001', name: '江藤 信一', title: '総務部 部長' };
const HARA = person('2001');
const BABA = person('2002');
const CLERK = person('3001');

/** The organisation as far as this lib asks it: who holds a records role. */
const people = [
  { staffNo: '3001', roles: [{ role: 'records_clerk', unitCode: null }] },
  { staffNo: '3002', roles: [{ role: 'records_clerk', unitCode: 'U1' }] },
  { staffNo: '3003', roles: [{ role: 'records_officer', unitCode: null }] },
  { staffNo: '2001', roles: [] },
  { staffNo: '4001', roles: [{ role: 'system_admin', unitCode: null }] },
];
const chart = {
  people: () => people,
  rolesOf: (staffNo: string) => people.find((one) => one.staffNo === staffNo)?.roles ?? [],
};
const charts = { today: () => Promise.resolve(chart) } as unknown as OrganisationCharts;

describe('notices', () => {
  let database: TestDatabase;
  let bus: EventBus;
  let reading: ReadNotices;
  let marking: MarkNoticesRead;
  let rows: NoticeRows;

  beforeAll(async () => {
    database = await testDatabase();
    bus = new EventBus(database.uow);
    rows = new NoticeRows(database.uow);
    reading = new ReadNotices(database.uow, rows);
    marking = new MarkNoticesRead(database.uow, rows);
    new CollectNews(rows, charts, bus);
    new CollectStoreNews(rows, charts, bus);
  });
  afterAll(() => database.drop());
  beforeEach(() => database.owned.run(() => database.owned.rows(sql`truncate notifications.notice`)));

  /** As the worker does: the effect inside one unit. */
  const deliver = async <P extends object>(type: EventType<P>, consumer: string, payload: P, id = newId<string>()) => {
    const handler = bus.consumer(consumer);
    await handler?.(
      { id, name: type.name, subject: 'x', payload },
      { attempt: 1, complete: (work) => database.uow.run(work) },
    );
    return id;
  };
  const decide = (title: string, drafterStaffNo = '2001', dispatchNumber: string | null = '8二総第120号') =>
    deliver(decided, 'notifications.decided', {
      documentId: randomUUID(),
      title,
      drafterStaffNo,
      dispatchNumber,
      decidedBy: ETO,
      decidedAt: '2026-05-11T00:00:00Z',
    });
  const newsFor = (actor: Actor) => reading.run(actor, undefined, 'ja');

  it('SCN-14, SCN-15 faults of the object store reach the system administrator and nobody else', async () => {
    const sha256 = 'ab'.repeat(32) as Sha256Hex;
    const first = { findingId: newId<string>(), sha256, place: 'first', fault: 'changed' } as const;
    await deliver(objectsDamaged, 'notifications.objects-damaged', { count: 3, first });
    await deliver(locksDrifted, 'notifications.locks-drifted', { count: 1, first: { sha256, drift: 'no-hold' } });
    const notices = await reading.run(person('4001'), undefined, 'ja');
    expect(JSON.stringify(notices)).toContain('保管庫の原本3件が、登録時の内容と一致しません(最初の1件 abababababab)');
    expect(JSON.stringify(notices)).toContain('かけ直しました');
    expect(JSON.stringify(await reading.run(HARA, undefined, 'ja'))).not.toContain('保管庫');
  });

  it('SCN-32 a file that waited for the scanner and was refused is news for its sender alone, in the words of the refusal', async () => {
    const payload = {
      sendingId: newId<string>(),
      staffNo: '2001',
      fileName: '届いた請求書.pdf',
      refusal: { code: 'scans.infected', facts: { found: 'Eicar-Test' } },
    };
    await deliver(sendingRefused, 'notifications.sending-refused', payload);
    const [notice] = (await newsFor(HARA)).items;
    expect(notice).toMatchObject({
      kind: 'sending_refused',
      subjectKind: 'sending',
      documentId: payload.sendingId,
      title: '届いた請求書.pdf',
    });
    expect(notice?.text).toMatch(
      /受け付けられませんでした。ウイルス検査で「Eicar-Test」が見つかったため.*連絡してください。$/u,
    );
    const [english] = (await reading.run(HARA, undefined, 'en')).items;
    expect(english?.text).toContain('The virus scanner found "Eicar-Test"');
    for (const other of [BABA, person('4001')]) expect((await newsFor(other)).items).toEqual([]);
  });

  it('tells the drafter who decided, and under which number', async () => {
    await decide('橋梁点検業務委託');
    await decide('庁内会議の開催', '2001', null);
    const { items, unread } = await newsFor(HARA);
    expect(items.map(({ kind, title, text, readAt }) => ({ kind, title, text, readAt }))).toEqual([
      { kind: 'decided', title: '庁内会議の開催', text: '総務部 部長 江藤 信一が決裁しました。', readAt: null },
      {
        kind: 'decided',
        title: '橋梁点検業務委託',
        text: '総務部 部長 江藤 信一が決裁しました。施行番号は 8二総第120号 です。',
        readAt: null,
      },
    ]);
    expect(unread).toBe(2);
    expect((await newsFor(BABA)).items).toEqual([]);
  });

  it('tells the drafter of returns and rejections without repeating the reason, in the language of the reader', async () => {
    const closed = {
      documentId: randomUUID(),
      title: '物品購入',
      drafterStaffNo: '2001',
      by: ETO,
      comment: '見積りが足りない',
    };
    await deliver(returned, 'notifications.returned', closed);
    await deliver(rejected, 'notifications.rejected', closed);
    const { items } = await reading.run(HARA, undefined, 'en');
    expect(items.map(({ text }) => text)).toEqual([
      '江藤 信一 (総務部 部長) rejected it. The reason stands in the history of the approval.',
      '江藤 信一 (総務部 部長) returned it. Read the reason, correct it and submit it again.',
    ]);
    const kept = await database.uow.read(() =>
      database.uow.rows(sql`select facts::text as facts from notifications.notice`),
    );
    expect(JSON.stringify(kept)).not.toContain('見積り');
  });

  it('tells holders of opened seats what is asked of them, once for each person', async () => {
    const seats = [
      { seatId: randomUUID(), staffNo: '2001', kind: 'concurrence' },
      { seatId: randomUUID(), staffNo: '2001', kind: 'line' },
      { seatId: randomUUID(), staffNo: '2002', kind: 'decision' },
    ];
    await deliver(seatsOpened, 'notifications.seats-opened', { documentId: randomUUID(), title: '要綱の制定', seats });
    expect((await newsFor(HARA)).items).toMatchObject([
      { kind: 'seat_opened', title: '要綱の制定', text: expect.stringContaining('合議') as string },
    ]);
    expect((await newsFor(BABA)).items).toMatchObject([{ text: expect.stringContaining('決裁の順番') as string }]);
    expect((await newsFor(CLERK)).items).toEqual([]);
  });

  it('RULE-102 tells the records clerk of the municipality about a vacant post, without the title', async () => {
    const documentId = randomUUID();
    await deliver(seatsOpened, 'notifications.seats-opened', {
      documentId,
      title: '職員の懲戒処分',
      seats: [{ seatId: randomUUID(), staffNo: null, kind: 'line' }],
    });
    const { items } = await newsFor(CLERK);
    expect(items).toMatchObject([{ kind: 'needs_attention', documentId, title: '要対応: 空席の職に案件があります' }]);
    expect((await newsFor(person('3002'))).items).toEqual([]);
    const kept = await database.uow.read(() =>
      database.uow.rows(sql`select facts::text as facts from notifications.notice`),
    );
    expect(JSON.stringify(kept)).not.toContain('懲戒');
  });

  it('RULE-90 tells the records office of new findings of the nightly sweep, once', async () => {
    const first = { id: randomUUID(), title: '補助金交付' };
    const found = { day: '2026-10-04', fresh: 3, open: 7, first };
    const id = await deliver(sweepFound, 'notifications.records-findings', found);
    await deliver(sweepFound, 'notifications.records-findings', found, id);
    const { items } = await reading.run(person('3003'), undefined, 'ja');
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'records_findings',
        subjectKind: 'finding',
        documentId: first.id,
        title: '簿冊の点検で、手当てが要るものが見つかりました',
        text: expect.stringContaining('新しく3件見つかりました(最初は「補助金交付」)'),
      }),
    ]);
    expect((await reading.run(CLERK, undefined, 'en')).items).toEqual([]);
  });

  it('LOAN-3 tells the borrower of a late file, and leads to the file', async () => {
    const fileId = randomUUID();
    await deliver(loanOverdue, 'notifications.loan-overdue', {
      borrower: '2001',
      fileId,
      title: '給付費',
      dueOn: '2026-05-25',
    });
    expect((await newsFor(HARA)).items).toMatchObject([
      {
        kind: 'loan_overdue',
        subjectKind: 'record-file',
        documentId: fileId,
        title: '給付費',
        text: expect.stringContaining('返却期限(5月25日)') as string,
      },
    ]);
  });

  it('is news once although the event is delivered twice', async () => {
    const id = newId<string>();
    const payload = { documentId: randomUUID(), title: '一度だけ', drafterStaffNo: '2001', by: ETO, comment: '' };
    await deliver(returned, 'notifications.returned', payload, id);
    await deliver(returned, 'notifications.returned', payload, id);
    expect((await newsFor(HARA)).items).toHaveLength(1);
  });

  it('pages through all of them, latest first, none twice', async () => {
    for (let n = 0; n < 120; n++) await decide(`第${n}号`);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await reading.run(HARA, cursor, 'ja');
      seen.push(...page.items.map(({ title }) => title));
      expect(page.unread).toBe(120);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => `第${119 - n}号`));
  });

  it('marks only own notices as read, and keeps the first time', async () => {
    await decide('甲', '2001');
    await decide('乙', '2001');
    await decide('丙', '2002');
    const [latest, first] = (await newsFor(HARA)).items;
    const [others] = (await newsFor(BABA)).items;
    await marking.run(HARA, [latest!.id, others!.id]);
    expect((await newsFor(BABA)).unread).toBe(1);
    const once = (await newsFor(HARA)).items[0]!.readAt;
    expect(once).not.toBeNull();
    await marking.run(HARA, 'all');
    const after = await newsFor(HARA);
    expect(after.unread).toBe(0);
    expect(after.items.map(({ id, readAt }) => [id, readAt === once])).toEqual([
      [latest!.id, true],
      [first!.id, false],
    ]);
    expect((await newsFor(BABA)).unread).toBe(1);
  });

  it('refuses a cursor that it did not give', async () => {
    expect(() => reading.run(HARA, 'bm90IGpzb24', 'ja')).toThrow('request.bad-cursor');
    const forged = Buffer.from(JSON.stringify(['not a uuid'])).toString('base64url');
    await expect(async () => reading.run(HARA, forged, 'ja')).rejects.toThrow('request.bad-cursor');
  });

  it('forgets notices after 400 days', async () => {
    await decide('古い');
    await database.uow.run(() =>
      database.uow.change(sql`update notifications.notice set created_at = created_at - interval '401 days'`),
    );
    await decide('新しい');
    await new ForgetOldNotices(database.uow, rows, new JobRegistry()).run();
    expect((await newsFor(HARA)).items.map(({ title }) => title)).toEqual(['新しい']);
  });
});
