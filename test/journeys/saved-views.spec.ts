import { type Town, openTown, submitContract, submittedNotice } from './town';

/** INBOX-1, INBOX-2: an inbox narrowed down, in another order, under a name. */
describe('views of the inbox', () => {
  let town: Town;
  const titles = async (login: string, query: string) =>
    (await (await town.as(login)).get(`/inbox?${query}`)).body.items.map(({ title }: { title: string }) => title);

  beforeAll(async () => {
    town = await openTown();
    await submitContract(town, { fields: { subject: '小さな契約', amount: 600_000 } });
    town.clock.set('2026-05-11T00:10:00Z');
    await submitContract(town, { fields: { subject: '大きな契約', amount: 5_000_000 } });
    await submittedNotice(town, { subject: '急ぐ通知', attributes: { urgent: true, urgencyReason: '開催日のため' } });
    await submittedNotice(town, { subject: '期限のある通知', attributes: { dueOn: '2026-05-12' } });
  });
  afterAll(() => town?.close());

  it('INBOX-1 urgent first, then what is due, then what came first; other orders on request', async () => {
    expect(await titles('goto', '')).toEqual(['急ぐ通知', '期限のある通知', '小さな契約', '大きな契約']);
    expect((await titles('goto', 'sort=arrived'))[0]).toBe('小さな契約');
    expect((await titles('goto', 'sort=amount')).slice(0, 2)).toEqual(['大きな契約', '小さな契約']);
    const { body } = await (await town.as('goto')).get('/inbox?sort=due');
    const days = body.items.map(({ dueOn }: { dueOn: string | null }) => dueOn ?? 'none');
    expect(days).toEqual(days.toSorted());
    expect(new Set(days).size).toBeGreaterThan(1);
  });

  it('INBOX-1 a matter that becomes urgent, or due, moves up in the lists where it waits already', async () => {
    const query = (text: string) => town.database.dataSource.query(text);
    await query(`update documents.document set urgent = true where title = '大きな契約'`);
    expect((await titles('goto', '')).slice(0, 2).toSorted()).toEqual(['大きな契約', '急ぐ通知']);
    await query(`update documents.document set urgent = false, due_on = '2026-05-10' where title = '大きな契約'`);
    expect((await titles('goto', 'view=overdue')).slice(0, 1)).toEqual(['大きな契約']);
    await query(`update documents.document set due_on = null where title = '大きな契約'`);
    await query(`update approvals.step set kind = 'review' where kind = 'line' and document_id in
      (select id from documents.document where title = '急ぐ通知')`);
    expect(await titles('goto', 'view=review')).toEqual(['急ぐ通知']);
    await query(`update approvals.step set kind = 'line' where kind = 'review' and document_id in
      (select id from documents.document where title = '急ぐ通知')`);
    const differing = await query(`
      select s.id from approvals.seat s join documents.document d on d.id = s.document_id
      join approvals.step k on k.document_id = s.document_id and k.round = s.round and k.no = s.step_no
      where (s.step_kind, s.urgent, s.matter_due_on) is distinct from (k.kind, d.urgent, d.due_on)`);
    expect(differing).toEqual([]);
  });

  it('INBOX-1 pages of every order neither repeat nor skip', async () => {
    for (const sort of ['default', 'due', 'arrived', 'amount']) {
      const all = await titles('goto', `sort=${sort}`);
      const paged: string[] = [];
      let cursor = '';
      do {
        const { body } = await (await town.as('goto')).get(`/inbox?sort=${sort}&limit=1${cursor}`);
        paged.push(...body.items.map(({ title }: { title: string }) => title));
        cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
      } while (cursor);
      expect([sort, paged]).toEqual([sort, all]);
    }
    const { body } = await (await town.as('goto')).get('/inbox?sort=amount&limit=1');
    const foreign = await (await town.as('goto')).get(`/inbox?sort=due&cursor=${body.nextCursor}`);
    expect(foreign).toMatchObject({ status: 400, body: { code: 'request.bad-cursor' } });
  });

  it('words, kind of matter, urgency and amount narrow it down', async () => {
    expect(await titles('goto', `q=${encodeURIComponent('大きな')}`)).toEqual(['大きな契約']);
    expect(await titles('goto', `q=${encodeURIComponent('原 大地')}`)).toHaveLength(4);
    expect(await titles('goto', 'matterType=notice')).toEqual(['急ぐ通知', '期限のある通知']);
    expect(await titles('goto', 'urgent=true')).toEqual(['急ぐ通知']);
    expect(await titles('goto', 'amountFrom=1000000')).toEqual(['大きな契約']);
  });

  it('INBOX-3 section of the drafter, days of arrival, and 代決候補 on request', async () => {
    expect((await (await town.as('goto')).get('/inbox/sections')).body).toEqual({
      items: [{ code: 'S31', name: '福祉課' }],
    });
    expect(await titles('goto', 'section=S31')).toHaveLength(4);
    expect(await titles('goto', 'section=S22')).toEqual([]);
    expect(await titles('goto', 'from=2026-05-11&until=2026-05-11')).toHaveLength(4);
    expect(await titles('goto', 'from=2026-05-12')).toEqual([]);
    expect(await titles('goto', 'until=2026-05-10')).toEqual([]);
    expect((await (await town.as('goto')).get('/inbox?from=2026-02-30')).status).toBe(422);
    // Nobody is away: the switch adds nothing. Where somebody is, it is shown with scenario S01.
    expect(await titles('goto', 'acting=true')).toHaveLength(4);
    const kept = { name: '福祉課の5月', section: 'S31', from: '2026-05-01', until: '2026-05-31', acting: true };
    const saved = await (await town.as('goto')).post('/inbox/saved-views', kept);
    const { name: _, ...conditions } = kept;
    expect(saved.body).toMatchObject({ count: 4, conditions: { view: 'all', ...conditions } });
    expect((await (await town.as('goto')).delete(`/inbox/saved-views/${saved.body.id}`)).status).toBe(204);
  });

  it('INBOX-2 a shared view is seen by the section with its own counts, and removed by its owner alone', async () => {
    const [goto, fukagawa, takarabe] = [await town.as('goto'), await town.as('fukagawa'), await town.as('takarabe')];
    const view = {
      name: '大きな契約',
      view: 'approval',
      matterType: 'contract',
      amountFrom: 1_000_000,
      sort: 'amount',
    };
    const saved = await goto.post('/inbox/saved-views', { ...view, shared: true });
    expect(saved).toMatchObject({
      status: 201,
      body: { count: 1, sectionName: '福祉課', ownerName: '後藤 学', allowed: ['remove'] },
    });
    const own = await goto.post('/inbox/saved-views', { name: '至急', urgent: true });
    expect(own.body).toMatchObject({ count: 1, sectionName: null, conditions: { view: 'all', urgent: true } });
    expect((await goto.get('/inbox/saved-views')).body.items.map(({ count }: { count: number }) => count)).toEqual([
      1, 1,
    ]);
    const { body } = await fukagawa.get('/inbox/saved-views');
    const refused = [expect.objectContaining({ act: 'remove', code: 'approvals.no-view' })];
    expect(body.items).toEqual([expect.objectContaining({ name: '大きな契約', count: 0, allowed: [], refused })]);
    expect((await takarabe.get('/inbox/saved-views')).body.items).toEqual([]);
    const foreign = await fukagawa.delete(`/inbox/saved-views/${saved.body.id}`);
    expect(foreign).toMatchObject({ status: 404, body: { code: 'approvals.no-view' } });
    expect((await goto.delete(`/inbox/saved-views/${saved.body.id}`)).status).toBe(204);
    expect((await fukagawa.get('/inbox/saved-views')).body.items).toEqual([]);
  });
});
