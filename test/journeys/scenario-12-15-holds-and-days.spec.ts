import { PDFDocument } from '@cantoo/pdf-lib';
import { deliverOwed } from './deliver';
import { type Town, approveBy, execute, openTown, submitContract } from './town';

let town: Town;
beforeEach(async () => {
  town = await openTown('2026-10-03T00:00:00Z');
});
afterEach(() => town?.close());

const OFFICE = 'chiba';

/** A contract that was decided and has gone out. */
async function executed(): Promise<string> {
  const id = await submitContract(town);
  await approveBy(town, id, 'goto', 'fukagawa', 'takarabe', 'eto');
  expect((await execute(town, id)).status).toBe(201);
  return id;
}

async function closeIt(id: string): Promise<any> {
  const closed = await (await town.as('hara')).post(`/documents/${id}/closure`);
  expect(closed.status).toBe(201);
  return closed.body;
}

const at = (instant: string): void => {
  town.clock.set(instant);
  town.newDay();
};

describe('S12 a legal hold beats every path', () => {
  it('holds until the latest day, refuses what would get round it, and lists the file again afterwards', async () => {
    const x = await executed();
    const { fileId, expiresOn } = await closeIt(x);
    expect(expiresOn).toBe('2032-03-31');

    at('2031-12-01T00:00:00Z');
    const placed = await (
      await town.as(OFFICE)
    ).post('/holds', {
      ground: 'disclosure_request',
      caseNo: '開示第40号',
      reason: '公文書開示請求',
      triggeredOn: '2031-12-01',
      fileIds: [fileId],
    });
    expect(placed).toMatchObject({ status: 201, body: { endsOn: null, inForce: true, isConfirmed: true } });

    at('2032-02-10T01:00:00Z');
    const decision = { decidedOn: '2032-02-10', note: '一部開示を決定' };
    const decided = await (await town.as(OFFICE)).post(`/holds/${placed.body.id}/decision`, decision);
    expect(decided).toMatchObject({ status: 200, body: { endsOn: '2033-02-10' } });

    at('2032-04-20T01:00:00Z');
    let office = await town.as(OFFICE);
    const expired = await office.get('/records/due-files?expired=true');
    expect(expired.body.items).toEqual([
      expect.objectContaining({ id: fileId, hold: expect.objectContaining({ endsOn: '2033-02-10' }) }),
    ]);
    expect((await office.get('/records/due-files?expired=true&held=false')).body.items).toEqual([]);
    const held = { code: 'records.held', rule: 'RULE-86', holdId: placed.body.id, endsOn: '2033-02-10' };
    const reason = 'うっかり';
    for (const refused of [
      await office.post(`/documents/${x}/refiling`, { classCode: '10-01-01', reason, shorten: true, carryHolds: true }),
      await office.post(`/documents/${x}/refiling`, { classCode: '10-01-01', reason }),
      await office.post(`/record-files/${fileId}/retention`, { retentionClass: 'R01', reason, shorten: true }),
    ])
      expect(refused).toMatchObject({ status: 409, body: held });
    expect((await office.delete(`/documents/${x}`)).status).toBeGreaterThanOrEqual(400);
    expect((await office.delete(`/record-files/${fileId}`)).status).toBe(404);
    // Not even by hand in the database.
    const byHand = town.database.dataSource.query(`update records.record_file set state = 'disposed' where id = $1`, [
      fileId,
    ]);
    await expect(byHand).rejects.toThrow(/is held|has not expired/);
    const attempts = await town.database.dataSource.query(
      `select convert_from(canonical, 'UTF8')::jsonb #>> '{facts,attempt}' as attempt, actor from ledger.entry
       where kind = 'records.refused-by-hold' order by id`,
    );
    expect(attempts.map(({ attempt }: { attempt: string }) => attempt)).toEqual([
      'refile',
      'refile',
      'change-retention',
    ]);

    at('2032-05-01T01:00:00Z');
    office = await town.as(OFFICE);
    const appeal = { ground: 'appeal', reason: '審査請求', triggeredOn: '2032-05-01', documentIds: [x] };
    const { body: lodged } = await office.post('/holds', appeal);
    at('2033-06-01T01:00:00Z');
    office = await town.as(OFFICE);
    const ruled = await office.post(`/holds/${lodged.id}/decision`, { decidedOn: '2033-06-01', note: '棄却' });
    expect(ruled.body).toMatchObject({ endsOn: '2034-06-01', allowed: ['change', 'decide', 'widen', 'release'] });

    at('2034-06-01T14:59:00Z');
    const before = await (await town.as(OFFICE)).get(`/record-files/${fileId}`);
    expect(before.body.acts).toContainEqual({
      act: 'dispose',
      allowed: false,
      reason: '審査請求のため令和16年6月1日まで保留されています。',
    });
    at('2034-06-02T01:00:00Z');
    const again = await (await town.as(OFFICE)).get('/records/due-files?expired=true&held=false');
    expect(again.body.items).toEqual([expect.objectContaining({ id: fileId, hold: null })]);
  });

  it('RULE-86 a section head asks, others may not, and the records office answers', async () => {
    const { fileId } = await closeIt(await executed());
    const asking = { ground: 'own', reason: '係争のおそれ', triggeredOn: '2026-10-03', fileIds: [fileId] };
    const stranger = await (await town.as('takarabe')).post('/holds', asking);
    expect(stranger).toMatchObject({ status: 403, body: { code: 'records.not-yours-to-hold' } });
    const asked = await (await town.as('fukagawa')).post('/holds', asking);
    expect(asked).toMatchObject({ status: 201, body: { isConfirmed: false, inForce: true, allowed: [] } });
    const office = await town.as(OFFICE);
    expect((await office.get('/records/overview')).body).toMatchObject({ askedHolds: 1, held: 1 });
    expect((await office.get('/holds?state=asked')).body.items).toHaveLength(1);
    expect((await office.post(`/holds/${asked.body.id}/confirmation`)).body.isConfirmed).toBe(true);
    const released = await office.post(`/holds/${asked.body.id}/release`, { reason: '終結' });
    expect(released).toMatchObject({ status: 200, body: { inForce: false, releaseReason: '終結' } });
  });
});

describe('S15 one day, one year', () => {
  it('explains why 31 March and 1 April lie a year apart', async () => {
    const [one, two] = [await executed(), await executed()];
    const { body: filing } = await (await town.as('hara')).get(`/documents/${one}/filing`);
    const office = await town.as(OFFICE);
    const term = { retentionClass: 'R01', reason: '1年保存の文書', shorten: true };
    expect((await office.post(`/record-files/${filing.fileId}/retention`, term)).status).toBe(200);

    at('2027-03-31T01:00:00Z');
    const first = await closeIt(one);
    at('2027-04-01T01:00:00Z');
    const second = await closeIt(two);
    expect([first.startsOn, first.expiresOn]).toEqual(['2027-04-01', '2028-03-31']);
    expect([second.startsOn, second.expiresOn]).toEqual(['2028-04-01', '2029-03-31']);
    const lines = (view: any) => view.explanation.map(({ text }: { text: string }) => text);
    expect(lines(first)[0]).toBe('完結した日は令和9年3月31日(令和8年度)です。');
    expect(lines(second)[0]).toBe('完結した日は令和9年4月1日(令和9年度)です。');
    expect(lines(second)[1]).toBe('翌年度の初日、令和10年4月1日から数えます。');
  });

  it('shows the moved expiry of a project end one day later, and asks for a reason', async () => {
    const id = await executed();
    const head = await town.as('fukagawa');
    const refiled = await head.post(`/documents/${id}/refiling`, { classCode: '20-02-01', reason: '補助事業の文書' });
    expect(refiled).toMatchObject({ status: 200, body: { retentionLabel: '事業完了後5年', expiresOn: null } });
    const entered = await head.post(`/documents/${id}/event`, { eventOn: '2027-03-31' });
    expect(entered.body.expiresOn).toBe('2032-03-31');
    const { body: shown } = await head.get(`/documents/${id}/event-preview?eventOn=2027-04-01`);
    expect(shown).toMatchObject({
      expiresOnBefore: '2032-03-31',
      expiresOn: '2033-03-31',
      startsOn: '2028-04-01',
      needsReason: true,
      isShorter: false,
    });
    const silent = await head.post(`/documents/${id}/event`, { eventOn: '2027-04-01', seenExpiry: '2033-03-31' });
    expect(silent).toMatchObject({ status: 422, body: { code: 'records.reason-needed', rule: 'RULE-82' } });
    const moved = await head.post(`/documents/${id}/event`, {
      eventOn: '2027-04-01',
      reason: '事業の完了が1日延びた',
      seenExpiry: '2033-03-31',
    });
    expect(moved).toMatchObject({ status: 200, body: { startsOn: '2028-04-01', expiresOn: '2033-03-31' } });
  });
});

describe('RULE-87 extension is a batch', () => {
  it('is done by the worker, file by file, and counts from the expiry', async () => {
    const { fileId } = await closeIt(await executed());
    const office = await town.as(OFFICE);
    const asked = await office.post('/records/extensions', { due: { fiscalYear: 2031 }, years: 2, reason: '継続事業' });
    expect(asked).toMatchObject({ status: 202, body: { state: 'running', total: 1, allowed: ['stop'] } });
    await deliverOwed(town, 'records.extend-files');
    const done = await office.get(`/records/extensions/${asked.body.id}`);
    expect(done.body).toMatchObject({ state: 'finished', extended: 1, refused: 0, allowed: [] });
    const { body: items } = await office.get(`/records/extensions/${asked.body.id}/items`);
    expect(items.items).toEqual([expect.objectContaining({ fileId, fromOn: '2032-03-31', toOn: '2034-03-31' })]);
    expect((await office.get(`/record-files/${fileId}`)).body).toMatchObject({
      expiresOn: '2034-03-31',
      extensionCount: 1,
    });
    const { body: contents } = await office.get(`/record-files/${fileId}/documents`);
    expect(contents.items).toEqual([expect.objectContaining({ expiresOn: '2034-03-31', isHeld: false })]);
  });

  it('KEEP-4 a file of another section is refused by itself, and named by its key alone', async () => {
    const { fileId } = await closeIt(await executed());
    const stranger = await town.as('s1044');
    const asked = await stranger.post('/records/extensions', { fileIds: [fileId], years: 2, reason: '他課の簿冊' });
    expect(asked).toMatchObject({ status: 202, body: { total: 1 } });
    await deliverOwed(town, 'records.extend-files');
    const { body } = await stranger.get(`/records/extensions/${asked.body.id}/items`);
    expect(body.items).toEqual([
      expect.objectContaining({ fileId, title: fileId, unitName: '', outcome: 'refused', code: 'not-yours' }),
    ]);
  });
});

describe('RULE-92 a scan in the place of paper', () => {
  it('example K: the paper of a disposition of 1 June stays until 30 August, and goes on 31 August by other hands', async () => {
    at('2026-06-02T01:00:00Z');
    const clerk = () => town.as('s1055');
    const { body: file } = await (
      await clerk()
    ).post('/paper-files', {
      classCode: '60-01-01',
      sectionCode: 'S31',
      fiscalYear: 2026,
      title: '支給決定',
      medium: 'paper',
      personalData: true,
      secret: false,
      continuing: false,
    });
    const paper = { title: '支給決定通知', documentedOn: '2026-06-01', pages: 3, disposition: true };
    const { body: registered } = await (
      await clerk()
    ).post(`/record-files/${file.id}/paper-records`, { ...paper, issuedOn: '2026-06-01' });
    const scan = await PDFDocument.create();
    for (const _ of [1, 2, 3]) scan.addPage();
    const { body: upload } = await (await clerk()).upload('支給決定.pdf', Buffer.from(await scan.save()));
    await deliverOwed(town, 'scans.');
    const made = await (
      await clerk()
    ).post(`/paper-records/${registered.records[0].id}/substitutes`, { uploadId: upload.id });
    expect(made.status).toBe(201);
    const take = async (login: string, step: object) =>
      (await town.as(login)).post(`/substitutes/${made.body.id}/steps`, step);
    const counted = { act: 'check', pages: 3, legible: true };
    expect(await take('s1055', counted)).toMatchObject({ status: 409, body: { code: 'records.substitute-not-yours' } });
    expect((await take('fukagawa', { ...counted, pages: 2 })).body.code).toBe('records.pages-differ');
    expect((await take('fukagawa', counted)).status).toBe(204);
    expect((await take('fukagawa', { act: 'approve' })).status).toBe(409);
    expect((await take(OFFICE, { act: 'approve' })).status).toBe(204);

    at('2026-08-30T14:59:00Z');
    expect((await take(OFFICE, { act: 'decide_destruction' })).body).toMatchObject({
      code: 'records.paper-kept-until',
      rule: 'RULE-92',
    });
    at('2026-08-30T15:00:00Z');
    expect((await take(OFFICE, { act: 'decide_destruction' })).status).toBe(204);
    const destroyed = { act: 'destroy', on: '2026-08-31', method: '溶解' };
    expect((await take(OFFICE, destroyed)).status).toBe(409);
    expect((await take('s1055', destroyed)).status).toBe(204);
    const { body } = await (await clerk()).get(`/record-files/${file.id}/paper`);
    expect(body.substitutes).toEqual([expect.objectContaining({ state: 'destroyed', paperMayGoFrom: '2026-08-31' })]);
  });
});
