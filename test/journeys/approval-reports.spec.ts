import { beginDay, deliverOwed } from './deliver';
import { type Town, act, approveBy, openTown, submitContract, submittedNotice } from './town';
import { TownPackage } from './town-package';

/** What the records office sees of the way things are handled (RULE-66, RULE-102, S01, S17). */
describe('reports on approvals', () => {
  let town: Town;
  const items = async (login: string, path: string) =>
    (await (await town.as(login)).get(`/approval-reports/${path}`)).body.items;

  beforeAll(async () => {
    town = await openTown('2026-06-10T00:00:00Z');
  });
  afterAll(() => town?.close());

  it('S01 a 代決 of Wednesday that is not read afterwards is three open days old on Monday', async () => {
    const eto = await town.as('eto');
    const away = await eto.post('/absences', {
      from: '2026-06-10T00:30:00Z',
      until: '2026-06-12T15:00:00Z',
      reason: '出張',
    });
    expect(away.status).toBe(201);
    town.clock.set('2026-06-10T01:00:00Z');
    const id = await submitContract(town, { attributes: { urgent: true, urgencyReason: '納期のため' } });
    await approveBy(town, id, 'goto', 'fukagawa', 'takarabe');
    const decided = await act(town, 'fukagawa', id, 'acting_decide', {
      seatId: await seatOf('fukagawa', id, 'acting_decide'),
      comment: '部長出張中のため',
    });
    expect([decided.status, decided.body.state]).toEqual([201, 'decided']);
    town.clock.set('2026-06-15T00:00:00Z');
    town.newDay();
    expect(await items('baba', 'unread-reviews')).toEqual([
      expect.objectContaining({ documentId: id, cause: 'acting', openDays: 3, by: expect.stringContaining('江藤') }),
    ]);
    expect(await items('baba', 'urgency')).toEqual([
      { month: '2026-06', sectionCode: 'S31', sectionName: '福祉課', urgent: 1, submitted: 1 },
    ]);
  });

  it('S17 pull-ups are counted by month and person, those taken back are not', async () => {
    const [kept, undone] = [await submittedNotice(town), await submittedNotice(town)];
    for (const id of [kept, undone]) {
      const pulled = await act(town, 'fukagawa', id, 'pull_up', { seatId: await seatOf('fukagawa', id, 'pull_up') });
      expect(pulled.status).toBe(201);
    }
    const back = await act(town, 'fukagawa', undone, 'cancel_pull_up');
    expect(back.status).toBe(201);
    await approveBy(town, kept, 'fukagawa');
    expect(await items('baba', 'pull-ups')).toEqual([
      { month: '2026-06', staffNo: '1016', name: '深川 直美', count: 1 },
    ]);
    expect(await items('baba', 'pull-ups?fiscalYear=2025')).toEqual([]);
  });

  it('a records clerk sees the own section, others see nothing', async () => {
    expect(await items('s1055', 'unread-reviews')).toHaveLength(2);
    expect(await items('s1056', 'unread-reviews')).toEqual([]);
    expect(await items('s1055', 'vacant-seats')).toEqual([]);
    const refused = await (await town.as('hara')).get('/approval-reports/vacant-seats');
    expect(refused).toMatchObject({ status: 403, body: { code: 'approvals.not-your-report' } });
  });

  it('RULE-102 a seat whose post falls vacant stays open, and the section’s records clerk is told', async () => {
    const id = await submittedNotice(town);
    const package_ = new TownPackage().replace(
      'assignments.csv',
      '1030,P-U311-H',
      '1030,P-U311-H,main,2026-04-01,2026-06-15',
    );
    expect((await package_.import(town)).faults).toEqual([]);
    package_.remove();
    town.clock.set('2026-06-15T15:00:00Z');
    await beginDay(town);
    await deliverOwed(town, 'notifications.');
    const vacant = await items('s1055', 'vacant-seats');
    const mine = vacant.find(({ documentId }: { documentId: string }) => documentId === id);
    expect(mine).toMatchObject({ postTitle: '福祉係 係長', kind: 'line', title: '敬老会の開催について' });
    const { body } = await (await town.as('s1055')).get('/notifications');
    expect(body.items).toContainEqual(expect.objectContaining({ kind: 'needs_attention', documentId: id }));
    const given = await (
      await town.as('s1055')
    ).post(`/documents/${id}/acts`, {
      kind: 'hand_over',
      seatId: mine.seatId,
      to: '1117',
      comment: '係長が決まるまで',
    });
    expect(given.status).toBe(201);
    expect(await items('s1055', 'vacant-seats')).toEqual(vacant.filter((one: unknown) => one !== mine));
  });

  it('RPT-1 RPT-2 every figure has its matters, and sections their load', async () => {
    const late = await submittedNotice(town, { attributes: { dueOn: '2026-06-16' } });
    const secret = await submittedNotice(town, { attributes: { confidentiality: 'secret' } });
    town.clock.set('2026-06-17T00:00:00Z');
    town.newDay();
    const { body } = await (await town.as('baba')).get('/approval-reports/situation');
    const figure = async (query: string) => (await items('baba', `matters?limit=200&${query}`)).length;
    const week = 'from=2026-06-11&until=2026-06-18';
    expect(body).toMatchObject({
      overdue: { now: await figure('list=overdue'), before: 0 },
      submitted: { now: await figure(`list=submitted&${week}`) },
      sections: [{ sectionCode: 'S31', pending: await figure('list=pending&section=S31') }],
    });
    expect(body.overdue.now).toBeGreaterThan(0);
    expect(body.weeks).toHaveLength(12);
    expect(body.weeks.at(-1)).toEqual({
      from: '2026-06-15',
      submitted: expect.any(Number),
      decided: expect.any(Number),
    });
    expect(body.stages.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(
      expect.arrayContaining(['concurrence', 'decision', 'line']),
    );
    expect(body.stuck.map(({ documentId }: { documentId: string }) => documentId)).toContain(late);
    const overdue = await items('baba', 'matters?list=overdue');
    expect(overdue).toContainEqual(
      expect.objectContaining({ documentId: late, dueOn: '2026-06-16', waitsFor: '福祉課 課長' }),
    );
    const hidden = (await items('baba', 'matters?list=pending')).find(
      ({ documentId }: { documentId: string }) => documentId === secret,
    );
    expect(hidden).toMatchObject({ title: null, sectionName: '福祉課' });
    expect(await items('baba', 'matters?list=urgent&section=S31')).toHaveLength(1);
    expect(await items('baba', 'matters?list=pulled_up&person=1016&from=2026-06-01&until=2026-07-01')).toHaveLength(1);
    expect(await items('baba', 'matters?list=pulled_up&person=1017')).toEqual([]);
    expect(await items('s1056', 'matters?list=submitted')).toEqual([]);
    const refused = await (await town.as('hara')).get('/approval-reports/situation');
    expect(refused).toMatchObject({ status: 403, body: { code: 'approvals.not-your-report' } });
  });

  it('RPT-2 the matters come in pages', async () => {
    const all = await items('baba', 'matters?list=submitted&limit=200');
    const paged: unknown[] = [];
    let cursor = '';
    do {
      const { body } = await (await town.as('baba')).get(`/approval-reports/matters?list=submitted&limit=2${cursor}`);
      paged.push(...body.items);
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(paged).toEqual(all);
  });

  async function seatOf(login: string, id: string, kind: string): Promise<string> {
    const { body } = await (await town.as(login)).get(`/documents/${id}/approval`);
    return body.allowed.find((one: { kind: string }) => one.kind === kind)?.seatId;
  }
});
