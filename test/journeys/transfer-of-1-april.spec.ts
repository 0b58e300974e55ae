import { ReresolveSeats } from '@fubako/approvals';
import { beginDay, deliverOwed } from './deliver';
import {
  PASSWORD,
  type Person,
  type Town,
  act,
  approveBy,
  decidedNotice,
  openTown,
  signIn,
  submittedNotice,
} from './town';

/** S07 Transfer on 1 April: 深川 goes to 都市整備課, 星野 comes to 福祉課. */
describe('S07 transfer on 1 April', () => {
  let town: Town;
  /** The lines that change, as the personnel section sends them. */
  const lists = {
    assignments: `staff_no,post_code,kind,valid_from,valid_to
1016,P-S31-H,main,2026-04-01,2027-03-31
1016,P-S41-H,main,2027-04-01,
1019,P-S41-H,main,2026-04-01,2027-03-31
1066,P-S41-01,main,2026-04-01,2027-03-31
1066,P-S31-H,main,2027-04-01,
`,
  };
  const waiting: string[] = [];
  let decided = '';
  let approved = '';
  const drafts: string[] = [];
  let dryRun: readonly string[] = [];
  let englishNotes: readonly string[] = [];
  let changes: readonly object[] = [];

  const inbox = async (login: string): Promise<string[]> => {
    const { body } = await (await town.as(login)).get('/inbox?limit=100');
    return body.items.map(({ documentId }: { documentId: string }) => documentId).toSorted();
  };
  const approval = async (login: string, id: string) =>
    (await (await town.as(login)).get(`/documents/${id}/approval`)).body;

  beforeAll(async () => {
    town = await openTown('2027-03-29T00:00:00Z');
    decided = await decidedNotice(town);
    for (let n = 1; n <= 17; n++) {
      const id = await submittedNotice(town, { subject: `通知その${n}` });
      await approveBy(town, id, 'goto');
      waiting.push(id);
    }
    approved = waiting.pop() ?? '';
    const extra = await submittedNotice(town, { subject: '通知その18' });
    await approveBy(town, extra, 'goto');
    waiting.push(extra);
    await act(town, 'fukagawa', approved, 'return', { comment: '宛先を直してください。' });
    const fukagawa = await town.as('fukagawa');
    for (const n of [1, 2]) {
      const draft = await fukagawa.post('/documents', {
        matterType: 'notice',
        fields: { subject: `課長の起案${n}`, addressee: '町内会長', body: '本文' },
      });
      drafts.push(draft.body.id);
    }
    for (const [taker, from, until] of [
      ['1030', '2027-03-30', '2027-04-10'],
      ['1055', '2027-04-10', '2027-04-20'],
      ['1118', '2027-04-20', '2027-05-10'],
    ]) {
      const given = await fukagawa.post('/proxies', {
        postCode: 'P-S31-H',
        taker,
        from: `${from}T00:00:00Z`,
        until: `${until}T00:00:00Z`,
        reason: '出張が続くため',
      });
      expect([taker, given.status]).toEqual([taker, 201]);
    }
    const administrator = await town.as('s1027');
    const tried = await administrator.post('/staff-lists/trials', lists);
    expect(tried).toMatchObject({ status: 200, body: { applied: false, faults: [] } });
    dryRun = tried.body.notes;
    const english = await administrator.request('POST', '/staff-lists/trials', JSON.stringify(lists), {
      headers: { 'Accept-Language': 'en' },
    });
    englishNotes = english.body.notes;
    changes = tried.body.changes;
    expect(await administrator.post('/staff-lists', lists)).toMatchObject({
      status: 200,
      body: { applied: true, faults: [] },
    });
    expect((await administrator.post('/staff-lists', lists)).body).toMatchObject({ applied: false, changes: [] });
  }, 120_000);
  afterAll(() => town?.close());

  it('PKG-18 the dry run of the transfer list said what 深川 has under way, and who comes after', () => {
    const of = (noun: string) => dryRun.find((note) => note.startsWith('深川 直美(1016') && note.includes(noun));
    expect(of('後任に移る処理待ちの席')).toMatch(/福祉課 課長、2027-03-31まで、後任 星野 香織\): .*17件\(/);
    expect(of('課に残る起案')).toContain('2件');
    expect(of('終わる代理')).toContain('3件(深川 直美→後藤 学');
    expect(dryRun.filter((note) => note.includes('後任なし'))).toEqual([]);
    const inEnglish = (words: string) =>
      englishNotes.find((note) => note.startsWith('深川 直美 (1016, ') && note.includes(words));
    expect(inEnglish('seats that go to the successor')).toMatch(/until 2027-03-31, followed by 星野 香織\): .* 17 \(/);
    expect(inEnglish('drafts that stay in the section')).toContain(': drafts that stay in the section 2 (');
    expect(englishNotes).toHaveLength(dryRun.length);
  });

  it('PKG-19 a list of the lines that change is tried and brought in by the organisation administrator alone', async () => {
    expect(changes).toContainEqual({
      list: 'assignments',
      line: 6,
      change: 'added',
      staffNo: '1066',
      name: '星野 香織',
      postTitle: '課長',
      unitName: '福祉課',
      kind: 'main',
      from: '2027-04-01',
      to: null,
    });
    expect(changes).toHaveLength(5);
    for (const login of ['s1011', 'chiba', 'fukagawa', 's1125']) {
      const person = await town.as(login);
      const answers = [
        await person.get('/staff-lists/people.csv'),
        await person.post('/staff-lists/trials', lists),
        await person.post('/staff-lists', lists),
      ];
      expect([login, ...answers.map(({ status }) => status)]).toEqual([login, 403, 403, 403]);
    }
  });

  it('PKG-19 nonsense is refused line by line, and nothing of the list is written', async () => {
    const administrator = await town.as('s1027');
    const bad = {
      assignments: `staff_no,post_code,kind,valid_from,valid_to\n1016,P-NIX,concurrent,2027-04-01,\n9999,P-S31-H,sub,2027-04-31,\n`,
    };
    const { status, body } = await administrator.post('/staff-lists', bad);
    expect([status, body.applied, body.changes]).toEqual([200, false, []]);
    expect(body.faults.map(({ line, field }: any) => [line, field])).toEqual([
      [2, 'post_code'],
      [3, 'kind'],
      [3, 'valid_from'],
    ]);
    const english = await administrator.request('POST', '/staff-lists/trials', JSON.stringify(bad), {
      headers: { 'Accept-Language': 'en' },
    });
    expect(english.body.faults[0].message).toBe(
      '“post_code”: “P-NIX” is not in posts.csv. Correct the code or add it there.',
    );
    expect(english.body.faults[1].message).toMatch(/^“kind”: write one of main, /);
    const own = { assignments: `staff_no,post_code,kind,valid_from,valid_to\n1027,P-S31-H,concurrent,2027-04-01,\n` };
    expect((await administrator.post('/staff-lists/trials', own)).body.changes).toHaveLength(1);
    expect(await administrator.post('/staff-lists', own)).toMatchObject({
      status: 403,
      body: { code: 'organisation.own-transfer' },
    });
    expect((await administrator.get('/organisation/staff/1027')).body.items).toHaveLength(1);
    expect(await administrator.post('/staff-lists', {})).toMatchObject({
      status: 422,
      body: { code: 'organisation.nothing-to-transfer' },
    });
    const taken = await fetch(`${town.url}/api/v1/staff-lists/assignments.csv`, {
      headers: { Cookie: administrator.cookie },
    });
    const rows = await taken.text();
    expect(rows.split('\r\n')[0]).toBe('staff_no,post_code,kind,valid_from,valid_to');
    expect(rows).toContain('\n1066,P-S31-H,main,2027-04-01,\r\n');
    expect((await administrator.post('/staff-lists', { assignments: rows })).body).toMatchObject({
      faults: [],
      changes: [],
    });
  });

  it('ORG-32 the chart shows any day, and of a person every post: held, now and to come', async () => {
    const goto = await town.as('goto');
    const holders = async (on: string) =>
      (await goto.get(`/organisation/units/S31/posts?on=${on}`)).body.items.flatMap(({ title, holders: held }: any) =>
        held.map(({ name }: any) => `${title} ${name}`),
      );
    expect((await holders('2027-03-31'))[0]).toBe('課長 深川 直美');
    expect((await holders('2027-04-01'))[0]).toBe('課長 星野 香織');
    expect((await goto.get('/organisation/units/U211/posts')).body.functions).toEqual(['文書管理', '例規']);
    const { body } = await goto.get('/organisation/staff/1066');
    expect(body).toMatchObject({ name: '星野 香織', kana: expect.any(String) });
    expect(body.items.map(({ postTitle, unitName, standing }: any) => [unitName, postTitle, standing])[0]).toEqual([
      '福祉課',
      '課長',
      'to_come',
    ]);
    const chart = (await goto.get('/organisation/chart')).body;
    expect(chart).toMatchObject({ on: '2027-03-29', mayTransfer: false });
    expect(chart.nextChanges).toContain('2027-04-01');
    expect(chart.items.find(({ code }: any) => code === 'S31')).toMatchObject({
      name: '福祉課',
      kind: 'section',
      vacant: 0,
    });
    expect((await (await town.as('s1027')).get('/organisation/chart')).body.mayTransfer).toBe(true);
    expect(await goto.get('/organisation/units/X99/posts')).toMatchObject({
      status: 404,
      body: { code: 'organisation.no-such-unit' },
    });
    expect(await goto.get('/organisation/staff/0')).toMatchObject({
      status: 422,
      body: { code: 'organisation.no-such-person' },
    });
  });

  it('until midnight everything is as it was', async () => {
    town.clock.set(new Date('2027-03-31T14:59:00Z'));
    await beginDay(town);
    expect(await inbox('fukagawa')).toEqual(waiting.toSorted());
    expect(await inbox('hoshino')).toEqual([]);
    expect((await (await town.as('fukagawa')).get('/proxies')).body.items).toHaveLength(3);
  });

  it('ID-22 sessions go over midnight with the rights of the day; the one of 松本, who retires, ends, and lets nobody in anew', async () => {
    const open = async (login: string) => signIn(town.url, login);
    const [fukagawa, hoshino, retiring] = [await open('fukagawa'), await open('hoshino'), await open('s1019')];
    const rights = async (person: Person) => {
      const { body } = await person.get('/session');
      const posts = body.posts.map(({ unitName, title }: any) => `${unitName} ${title}`);
      return [posts, (await person.get(`/documents/${waiting[0]}`)).status];
    };
    expect((await retiring.get('/inbox')).status).toBe(200);
    const before = [await rights(fukagawa), await rights(hoshino)];
    expect(before[0]).toEqual([['福祉課 課長'], 200]);
    town.clock.set(new Date('2027-03-31T14:59:59.999Z'));
    expect((await retiring.get('/session')).status).toBe(200);
    town.clock.set(new Date('2027-03-31T15:00:00Z'));
    expect((await retiring.get('/inbox')).body).toMatchObject({ status: 401, code: 'identity.signed-out' });
    expect((await rights(fukagawa))[0]).toEqual(['都市整備課 課長']);
    expect(await rights(hoshino)).toEqual([['福祉課 課長'], 200]);
    const refusal = async (login: string) => {
      const body = JSON.stringify({ login, password: PASSWORD });
      const headers = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' };
      const answer = await fetch(`${town.url}/api/v1/session`, { method: 'POST', headers, body });
      return { ...((await answer.json()) as object), traceId: '', status: answer.status };
    };
    expect(await refusal('s1019')).toEqual(await refusal('nobody-at-all'));
    expect(await refusal('s1019')).toMatchObject({ status: 401, code: 'identity.wrong-credentials' });
  });

  it('at 00:00 all 17 are in the list of 星野 and none in that of 深川; the proxies end', async () => {
    town.clock.set(new Date('2027-03-31T15:00:00Z'));
    const workers = [1, 2].map(() => town.app.get(ReresolveSeats).run());
    expect((await Promise.all(workers)).reduce((sum, count) => sum + count, 0)).toBe(17);
    await beginDay(town);
    expect(await inbox('hoshino')).toEqual(waiting.toSorted());
    expect(await inbox('fukagawa')).toEqual([]);
    expect((await (await town.as('fukagawa')).get('/proxies')).body.items).toEqual([]);
    expect(await town.app.get(ReresolveSeats).run()).toBe(0);
  });

  it('a link that 深川 opens says to whom it was handed over', async () => {
    const id = waiting[0] ?? '';
    expect((await approval('fukagawa', id)).handedOver).toEqual({
      postTitle: '福祉課 課長',
      to: '星野 香織',
      on: '2027-04-01',
    });
    expect((await approval('fukagawa', id)).allowed).toEqual([]);
    expect((await approval('hoshino', id)).handedOver).toBeNull();
    expect((await approval('hara', id)).handedOver).toBeNull();
  });

  it('both are told, once for each matter', async () => {
    await deliverOwed(town, 'notifications.');
    const codes = async (login: string) => {
      const { body } = await (await town.as(login)).get('/notifications');
      return body.items.map(({ kind }: { kind: string }) => kind);
    };
    expect((await codes('fukagawa')).filter((kind: string) => kind === 'succeeded')).toHaveLength(17);
    expect((await codes('hoshino')).filter((kind: string) => kind === 'seat_opened')).toHaveLength(17);
  });

  it('深川 still reads what he approved, under the name and post he had', async () => {
    const view = await approval('fukagawa', decided);
    const entry = view.history.find(({ actorName }: { actorName: string }) => actorName === '深川 直美');
    expect(entry).toMatchObject({ actorTitle: '課長', unitName: '福祉課' });
    expect(view.state).toBe('decided');
  });

  it('his drafts stay with the 福祉課, where somebody takes them over and goes on', async () => {
    const [first = '', second = ''] = drafts;
    const refused = await (await town.as('fukagawa')).post(`/documents/${first}/submissions`, { expectedVersion: 1 });
    expect(refused.body).toMatchObject({ code: 'documents.left-behind', rule: 'RULE-102' });
    expect((await (await town.as('s1067')).get(`/documents/${first}`)).status).toBe(404);
    const goto = await town.as('goto');
    const list = (await goto.get('/documents?view=unit&state=drafting')).body.items.map(({ id }: { id: string }) => id);
    expect(list).toEqual(expect.arrayContaining(drafts));
    const left = (await goto.get('/documents?view=left')).body.items;
    expect(left).toHaveLength(drafts.length);
    expect(left[0]).toMatchObject({ drafterName: '深川 直美', leftAt: expect.any(String), allowed: ['take_over'] });
    expect((await (await town.as('s1067')).get('/documents?view=left')).body.items).toEqual([]);
    expect((await goto.get(`/documents/${first}`)).body.allowed).toEqual(['take_over']);
    const taken = await goto.post(`/documents/${first}/takeovers`);
    expect(taken).toMatchObject({ status: 201, body: { drafter: { staffNo: '1030', unitCode: 'U311' } } });
    expect(taken.body.allowed).toContain('submit');
    expect((await (await town.as('hara')).post(`/documents/${first}/takeovers`)).status).toBe(404);
    expect((await (await town.as('hoshino')).post(`/documents/${second}/takeovers`)).status).toBe(201);
    const submitted = await goto.post(`/documents/${first}/submissions`, { expectedVersion: taken.body.version });
    expect(submitted.status).toBe(201);
    expect(submitted.body.history.at(-1)).toMatchObject({ actorName: '後藤 学' });
  });

  it('the successor acts in what waited', async () => {
    const [id = ''] = waiting;
    await approveBy(town, id, 'hoshino');
    expect((await approval('hara', id)).state).toBe('decided');
  });
});
