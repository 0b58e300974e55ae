import { randomUUID } from 'node:crypto';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { HoldGuard } from '@fubako/records';
import { deliverOwed } from './deliver';
import { TownPackage } from './town-package';
import { type Town, approveBy, execute, openTown, submitContract } from './town';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town?.close());

describe('the archive: from the decision to the closed record', () => {
  it('says before the decision that nothing is filed yet', async () => {
    const id = await submitContract(town);
    const hara = await town.as('hara');
    expect(await hara.get(`/documents/${id}/filing`)).toMatchObject({
      status: 404,
      body: { code: 'records.not-filed' },
    });
    const tooEarly = await hara.post(`/documents/${id}/closure`);
    expect(tooEarly).toMatchObject({ status: 409, body: { code: 'records.not-decided' } });
  });

  it('RULE-81 closes what was decided, once, however often the button is pressed', async () => {
    const id = await submitContract(town);
    await approveBy(town, id, 'goto', 'fukagawa', 'takarabe', 'eto');
    const hara = await town.as('hara');
    const { body: provisional } = await hara.get(`/documents/${id}/filing`);
    expect(provisional).toMatchObject({ provisional: true, closedOn: null, allowed: [] });
    const early = await hara.post(`/documents/${id}/closure`);
    expect(early).toMatchObject({ status: 409, body: { code: 'records.not-executed', rule: 'RULE-65' } });
    expect((await execute(town, id)).status).toBe(201);
    expect((await hara.get(`/documents/${id}/filing`)).body.allowed).toEqual(['close']);
    const key = `close-${id}`;
    const closed = await hara.post(`/documents/${id}/closure`, {}, { key });
    expect(closed.status).toBe(201);
    expect(closed.body).toMatchObject({
      provisional: false,
      closedOn: '2026-05-11',
      expiresOn: '2032-03-31',
      allowed: [],
    });
    expect((await hara.post(`/documents/${id}/closure`, {}, { key })).body).toEqual(closed.body);
    const again = await hara.post(`/documents/${id}/closure`);
    expect(again).toMatchObject({ status: 409, body: { code: 'records.already-closed', rule: 'RULE-81' } });
    expect((await hara.get(`/documents/${id}`)).body.state).toBe('closed');
  });

  it('explains the retention in the language of the reader', async () => {
    const id = await submitContract(town);
    await approveBy(town, id, 'goto', 'fukagawa', 'takarabe', 'eto');
    const hara = await town.as('hara');
    const { body } = await hara.get(`/documents/${id}/filing`, { 'Accept-Language': 'en' });
    expect(body.fiscalYearLabel).toBe('FY2026');
    expect(body.explanation.at(-1)).toEqual({
      rule: 'RULE-80',
      text: 'Retention “5年” (5 years) expires on 31 Mar 2032.',
    });
  });

  it('lists the files of the own section, and refuses a query that it does not know', async () => {
    const hara = await town.as('hara');
    const { body } = await hara.get('/record-files?fiscalYear=2026');
    expect(body.items).toEqual([
      expect.objectContaining({ title: '契約', unitName: '福祉課', documentCount: 2, expiresOn: '2032-03-31' }),
    ]);
    expect((await (await town.as('takarabe')).get('/record-files')).body.items).toEqual([]);
    expect((await hara.get('/record-files?fiscalYear=R8')).status).toBe(422);
  });

  it('offers the whole filing plan in its order, saying which classes hold documents', async () => {
    const { body } = await (await town.as('hara')).get('/filing-classes');
    expect(body.items).toHaveLength(40);
    expect(body.items.slice(0, 3)).toEqual([
      {
        code: '10',
        name: '総務・文書',
        level: 1,
        parentCode: null,
        retentionLabel: null,
        disclosureClass: null,
        ended: false,
      },
      {
        code: '10-01',
        name: '庶務',
        level: 2,
        parentCode: '10',
        retentionLabel: null,
        disclosureClass: null,
        ended: false,
      },
      {
        code: '10-01-01',
        name: '往復文書',
        level: 3,
        parentCode: '10-01',
        retentionLabel: '3年',
        disclosureClass: 'open',
        ended: false,
      },
    ]);
  });

  it('KEEP-7 a file is split from its page by the head of the section: never all of it, and what is held is refused', async () => {
    const [head, office] = [await town.as('fukagawa'), await town.as('chiba')];
    const file: string = (await head.get('/record-files?fiscalYear=2026')).body.items[0].id;
    const documentIds: string[] = (await head.get(`/record-files/${file}/documents`)).body.items.map(
      ({ id }: any) => id,
    );
    const [first] = documentIds;
    const split = (ids: unknown) =>
      head.post(`/record-files/${file}/splits`, {
        documentIds: ids,
        title: '契約(係争分)',
        reason: '係争の分を分ける',
      });
    expect(await split(documentIds)).toMatchObject({ status: 422, body: { code: 'records.not-some' } });
    const today = { ground: 'audit', reason: '監査の対象', triggeredOn: '2026-05-11' };
    const held = await office.post('/holds', { ...today, documentIds: [first] });
    expect(await split([first])).toMatchObject({ status: 409, body: { code: 'records.held' } });
    await office.post(`/holds/${held.body.id}/release`, { reason: '監査が終わった' });
    expect(await split([first])).toMatchObject({ status: 201, body: { title: '契約(係争分)', documentCount: 1 } });
    expect((await head.get(`/record-files/${file}`)).body.documentCount).toBe(documentIds.length - 1);
    expect(
      (await (await town.as('takarabe')).post(`/record-files/${file}/splits`, { documentIds, reason: 'x' })).status,
    ).toBe(403);
  });

  it('RET-8 RULE-80 a changed period asks about the files that are there: listed first, refused unsaid, settled as said', async () => {
    const id = await submitContract(town);
    await approveBy(town, id, 'goto', 'fukagawa', 'takarabe', 'eto');
    const expiry = async () => (await (await town.as('hara')).get(`/documents/${id}/filing`)).body.expiresOn;
    const pack = new TownPackage().replace('retention_classes.csv', 'R05', 'R05,7年,7,closed,destroy');
    try {
      const looked = await pack.import(town, { dryRun: true });
      expect(looked).toMatchObject({
        applied: false,
        faults: [],
        questions: [{ code: 'package.retroactivity-unsaid' }],
      });
      expect(looked.notes).toContainEqual(
        expect.stringMatching(/令和8年度 契約\(福祉課\): 満了 令和14年3月31日 → 令和16年3月31日$/),
      );
      const unsaid = await pack.import(town);
      expect(unsaid).toMatchObject({ applied: false, changes: [], faults: looked.questions });
      expect(await expiry()).toBe('2032-03-31');
      const answers = new Map([['R05', { retroactive: true, shorten: false }]]);
      expect(await pack.import(town, { answers })).toMatchObject({ applied: true, faults: [] });
      expect(await expiry()).toBe('2032-03-31');
      await deliverOwed(town, 'records.');
      expect(await expiry()).toBe('2034-03-31');
    } finally {
      pack.remove();
    }
  });

  it('FIL-8 a period is changed on screen: by the records office, the files that are there first, and answered', async () => {
    const [head, office] = [await town.as('fukagawa'), await town.as('chiba')];
    const wish = { code: 'R03', label: '4年', years: 4, basis: 'closed' };
    expect(await head.post('/records/rules/preview', wish)).toMatchObject({ status: 403 });
    const nothing = { ...wish, label: '3年', years: 3 };
    expect((await office.post('/records/rules/preview', nothing)).body.code).toBe('records.no-rule-change');
    expect((await office.post('/records/rules/preview', { ...wish, years: null })).body.code).toBe('records.bad-terms');
    const contracts = { code: 'R05', label: '4年', years: 4, basis: 'closed' };
    const { body: effect } = await office.post('/records/rules/preview', contracts);
    expect(effect.files).toBeGreaterThan(0);
    expect(effect).toMatchObject({ shorter: effect.files, bySection: [{ name: '福祉課', count: effect.files }] });
    expect(effect.named[0]).toMatchObject({ expiresOn: '2034-03-31', wouldBe: '2031-03-31', isShorter: true });
    expect(effect.nextCursor).toBeNull();
    const all = (await office.post('/records/rules/preview/files?limit=1', contracts)).body;
    expect(all.items).toEqual(effect.named.slice(0, 1));
    expect((await head.post('/records/rules/preview/files', contracts)).status).toBe(403);
    expect((await office.post('/records/rules/preview/files?cursor=x', contracts)).body.code).toBe(
      'request.bad-cursor',
    );
    const change = (more: object) =>
      office.post('/records/rules/changes', { ...contracts, reason: '規程の改正', ...more });
    expect((await change({ seenFiles: effect.files })).body.code).toBe('records.retroactivity-unsaid');
    expect(await change({ seenFiles: effect.files + 1, retroactive: true })).toMatchObject({
      status: 409,
      body: { code: 'records.files-moved' },
    });
    const { status, body: changed } = await change({ seenFiles: effect.files, retroactive: true, shorten: false });
    expect([status, changed]).toMatchObject([202, { state: 'running', total: effect.files, allowed: ['stop'] }]);
    expect(await change({ seenFiles: 0 })).toMatchObject({
      status: 409,
      body: { code: 'records.rule-change-under-way' },
    });
    await deliverOwed(town, 'records.');
    const { body: done } = await office.get(`/records/rules/changes/${changed.id}`);
    expect(done).toMatchObject({ state: 'finished', followed: effect.files, stayed: 0, before: '7年', after: '4年' });
    expect((await office.get(`/records/rules/changes/${changed.id}/files`)).body.items[0]).toMatchObject({
      outcome: 'followed',
      fromOn: '2034-03-31',
      toOn: '2034-03-31',
    });
    expect((await head.get('/records/rules/changes')).status).toBe(403);
    const dates = async () =>
      (await head.get('/record-files?fiscalYear=2026')).body.items.map((file: any) => file.expiresOn);
    expect(new Set(await dates())).toEqual(new Set(['2034-03-31']));
  });

  it('PLAN-1 the plan of next year is drafted, tried, published and withdrawn by the records office; everybody reads what is in force', async () => {
    const [head, office] = [await town.as('fukagawa'), await town.as('chiba')];
    expect((await head.get('/filing-plans')).body).toEqual({ items: [], allowed: [] });
    const { body: now } = await head.get('/filing-plans/in-force');
    expect(now).toMatchObject({ state: 'in_force', allowed: [] });
    expect((await head.bytes('/filing-plans/in-force/plan.csv')).bytes.toString()).toMatch(/20-01-01,小分類,契約,共通/);
    expect(await head.post('/filing-plans', {})).toMatchObject({
      status: 403,
      body: { code: 'records.plan-not-yours' },
    });
    const { body: draft } = await office.post('/filing-plans', { note: '令和9年度の改定' });
    const put = async (code: string, said: object) =>
      office.request('PUT', `/filing-plans/${draft.id}/classes/${code}`, JSON.stringify(said), { key: randomUUID() });
    const contracts = draft.classes.find((one: any) => one.code === '20-01-01');
    const shorter = { ...onlySaid(contracts), isNew: false, name: '契約(委託)', retentionClass: 'R03' };
    const { body: first } = await put('20-01-01', { ...shorter, revision: draft.revision });
    expect((await put('20-01-01', { ...shorter, revision: draft.revision })).body.code).toBe('records.plan-moved');
    const added = { ...onlySaid(contracts), isNew: true, name: '電子契約', revision: first.revision };
    expect(await put('20-01-09', { ...added, parentCode: '20' })).toMatchObject({ status: 200 });
    expect((await put('a b', added)).status).toBe(422);
    const { body: plan } = await office.get(`/filing-plans/${draft.id}`, { 'Accept-Language': 'en' });
    expect(plan).toMatchObject({ changes: 2, words: `Filing plan, draft ${draft.id}` });
    const { body: trial } = await office.post(`/filing-plans/${draft.id}/trials`, { day: '2027-04-01' });
    expect(trial).toMatchObject({ added: 1, changed: 1, shorter: 1 });
    const publish = (more: object) =>
      office.post(`/filing-plans/${draft.id}/publication`, { validFrom: '2027-04-01', reason: '見直し', ...more });
    expect(await publish({ revision: plan.revision })).toMatchObject({
      status: 409,
      body: { code: 'records.plan-would-shorten', rule: 'RULE-84' },
    });
    const { body: published } = await publish({ revision: plan.revision, shorten: true });
    expect(published).toMatchObject({ state: 'scheduled', words: 'ファイル基準表 第1版(令和9年4月1日施行)' });
    expect((await office.bytes(`/filing-plans/${draft.id}/plan.pdf`)).headers.get('content-type')).toBe(
      'application/pdf',
    );
    expect((await head.get('/filing-plans/in-force')).body.classes).toHaveLength(now.classes.length);
    expect((await office.post(`/filing-plans/${draft.id}/withdrawal`)).body.state).toBe('withdrawn');
    const { body: list } = await (await town.as('s1125')).get('/filing-plans');
    expect([list.items.map(({ state }: any) => state), list.allowed]).toEqual([['withdrawn'], []]);
  });

  it('GUARD-8 what the database refuses is a refusal (409) in plain words, and on record, although the first guard was asleep', async () => {
    const [head, office] = [await town.as('fukagawa'), await town.as('chiba')];
    const [file] = (await head.get('/record-files?fiscalYear=2026')).body.items;
    const held = { ground: 'audit', reason: '監査の対象', triggeredOn: '2026-05-11', fileIds: [file.id] };
    const { body: hold } = await office.post('/holds', held);
    const guard = town.app.get(HoldGuard);
    const awake = guard.refuseHeld.bind(guard);
    guard.refuseHeld = () => Promise.resolve();
    try {
      const shorter = { retentionClass: 'R03', reason: '分類の誤り', shorten: true };
      const answer = await office.post(`/record-files/${file.id}/retention`, shorter);
      expect(answer).toMatchObject({ status: 409, body: { title: expect.any(String), detail: expect.any(String) } });
      expect((await head.get(`/record-files/${file.id}`)).body.expiresOn).toBe(file.expiresOn);
    } finally {
      guard.refuseHeld = awake;
      await office.post(`/holds/${hold.id}/release`, { reason: '監査が終わった' });
    }
    const uow = town.app.get(UnitOfWork);
    const traces = await uow.read(() =>
      uow.rows(sql`select kind from ledger.entry where kind = 'records.refused-by-guard'`),
    );
    expect(traces).toHaveLength(1);
  });

  it('EMPTY-1 what was closed empty is taken off the register by the records office alone, with a reason, and not under a hold', async () => {
    const [office, clerk, other] = [await town.as('chiba'), await town.as('s1055'), await town.as('takarabe')];
    const id = await submitContract(town);
    await approveBy(town, id, 'goto', 'fukagawa', 'takarabe', 'eto');
    const full = (await clerk.get(`/documents/${id}/filing`)).body.fileId as string;
    const empty = randomUUID();
    const uow = town.app.get(UnitOfWork);
    await uow.run(async () => {
      await uow.now();
      await uow.change(sql`
        insert into records.record_file (id, class_code, section_code, section_name, fiscal_year, volume, title, retention_class,
          disclosure_class, disposition, opened_at, state, closed_on)
        select ${empty}, class_code, section_code, section_name, fiscal_year, 90, '使われなかった簿冊', retention_class, disclosure_class,
          disposition, opened_at, 'closed', '2026-05-11' from records.record_file where id = ${full}`);
    });
    const path = `/record-files/${empty}`;
    const because = { reason: '該当する事務がなかったため' };
    const act = async (person: typeof office) =>
      (await person.get(path)).body.acts.find((one: any) => one.act === 'remove') ?? null;
    const registered = async () =>
      (await office.get('/registers/files?fiscalYear=2026&unit=S31&edition=public')).body.items.some(
        ({ title }: any) => title === '使われなかった簿冊',
      );
    expect(await registered()).toBe(true);
    expect(await act(office)).toEqual({ act: 'remove', allowed: true, reason: null });
    expect((await act(clerk))?.allowed ?? false).toBe(false);
    for (const [person, status] of [
      [other, 404],
      [clerk, 403],
    ] as const)
      expect((await person.post(`${path}/removal`, because)).status).toBe(status);
    expect((await office.post(`${path}/removal`, { reason: '' })).status).toBe(422);
    expect(await office.post(`/record-files/${full}/removal`, because)).toMatchObject({
      status: 409,
      body: { code: 'records.cannot-be-removed' },
    });
    const hold = { ground: 'audit', reason: '定期監査', triggeredOn: '2026-05-11', fileIds: [empty] };
    const { body: placed } = await office.post('/holds', hold);
    expect(await office.post(`${path}/removal`, because)).toMatchObject({
      status: 409,
      body: { code: 'records.held' },
    });
    expect((await office.post(`/holds/${placed.id}/release`, { reason: '監査が終わった' })).status).toBeLessThan(300);
    expect(await office.post(`${path}/removal`, because)).toMatchObject({
      status: 200,
      body: { state: 'removed', removalReason: because.reason },
    });
    expect((await office.post(`${path}/removal`, because)).body.code).toBe('records.gone');
    expect((await office.post('/holds', hold)).status).toBeGreaterThanOrEqual(400);
    expect(await registered()).toBe(false);
    expect(
      await uow.read(() =>
        uow.rows(sql`
          select kind, actor, convert_from(canonical, 'UTF8')::jsonb -> 'facts' ->> 'reason' as reason from ledger.entry
          where subject_id = ${empty} and kind in ('records.file-removed', 'records.refused-by-hold') order by id`),
      ),
    ).toEqual([
      { kind: 'records.refused-by-hold', actor: '1026', reason: null },
      { kind: 'records.file-removed', actor: '1026', reason: because.reason },
    ]);
  });

  it('CONT-2 CONT-4 a continuing file is closed by its keepers alone, with a day and a reason, and opened again', async () => {
    const [clerk, other, drafter] = [await town.as('s1055'), await town.as('takarabe'), await town.as('hara')];
    const given = {
      classCode: '70-01-02',
      sectionCode: 'S31',
      fiscalYear: 2026,
      title: '占用許可の台帳',
      medium: 'paper',
    };
    const flags = { personalData: true, secret: false, continuing: true, place: null };
    const path = `/record-files/${(await clerk.post('/paper-files', { ...given, ...flags })).body.id}`;
    const acts = async () =>
      (await clerk.get(path)).body.acts.filter(({ act }: any) => act === 'close_file' || act === 'reopen');
    expect(await acts()).toEqual([{ act: 'close_file', allowed: true, reason: null }]);
    const closing = { closedOn: '2026-05-11', reason: '台帳を電子に移したため' };
    // PAP-4 Whoever does not see it does not learn that it is there.
    for (const [person, status] of [
      [other, 404],
      [drafter, 403],
    ] as const) {
      expect((await person.post(`${path}/closing`, closing)).status).toBe(status);
      expect((await person.get(`${path}/closing-preview?closedOn=2026-05-11`)).status).toBe(status);
      expect((await person.post(`${path}/reopening`, { reason: 'x' })).status).toBe(status);
    }
    const bad = [{ closedOn: '2026-05-11' }, { reason: 'x' }, { ...closing, closedOn: '2026-02-30' }];
    for (const body of bad) expect((await clerk.post(`${path}/closing`, body)).status).toBe(422);
    const tomorrow = await clerk.post(`${path}/closing`, { ...closing, closedOn: '2026-05-12' });
    expect(tomorrow).toMatchObject({ status: 422, body: { code: 'records.bad-closing-day' } });
    expect((await clerk.get(`${path}/closing-preview?closedOn=2026-05-11`)).body).toMatchObject({
      expiresOnBefore: null,
      startsOn: '2027-04-01',
      expiresOn: '2037-03-31',
      isShorter: false,
    });
    expect(await clerk.post(`${path}/closing`, closing)).toMatchObject({
      status: 200,
      body: { state: 'closed', closedOn: '2026-05-11', closingReason: closing.reason, expiresOn: '2037-03-31' },
    });
    expect((await clerk.post(`${path}/closing`, closing)).body.code).toBe('records.cannot-be-closed');
    expect(await acts()).toEqual([{ act: 'reopen', allowed: true, reason: null }]);
    const reopened = await clerk.post(`${path}/reopening`, { reason: '誤り' });
    expect(reopened).toMatchObject({ status: 200, body: { state: 'open', closedOn: null, expiresOn: null } });
    expect((await clerk.post(`${path}/reopening`, { reason: '誤り' })).body.code).toBe('records.cannot-be-reopened');
  });

  it('CONT-5 CONT-6 an electronic file is made a continuing one by its keepers alone, and one of its year again', async () => {
    const [clerk, other, drafter] = [await town.as('s1055'), await town.as('s1061'), await town.as('hara')];
    const id = await submitContract(town);
    await approveBy(town, id, 'goto', 'fukagawa', 'takarabe', 'eto');
    const path = `/record-files/${(await drafter.get(`/documents/${id}/filing`)).body.fileId}`;
    const acts = async () =>
      (await clerk.get(path)).body.acts.filter(({ act }: any) => act === 'make_continuing' || act === 'make_yearly');
    expect(await acts()).toEqual([{ act: 'make_continuing', allowed: true, reason: null }]);
    const because = { reason: '契約が数年にわたるため' };
    for (const [person, status] of [
      [other, 404],
      [drafter, 403],
    ] as const)
      for (const act of ['continuation', 'continuation/end'])
        expect((await person.post(`${path}/${act}`, because)).status).toBe(status);
    expect((await clerk.post(`${path}/continuation`, { reason: '' })).status).toBe(422);
    const before = (await clerk.get(path)).body;
    expect(before).toMatchObject({ continuing: false, medium: 'electronic' });
    expect(await clerk.post(`${path}/continuation`, because)).toMatchObject({
      status: 200,
      body: { continuing: true, startsOn: null, expiresOn: null, reviewOn: '2027-03-31' },
    });
    expect(await acts()).toEqual([{ act: 'make_yearly', allowed: true, reason: null }]);
    expect((await clerk.post(`${path}/continuation`, because)).body.code).toBe('records.cannot-be-continued');
    expect(await clerk.post(`${path}/continuation/end`, because)).toMatchObject({
      status: 200,
      body: { continuing: false, startsOn: before.startsOn, expiresOn: before.expiresOn, reviewOn: null },
    });
    expect((await clerk.post(`${path}/continuation/end`, because)).body.code).toBe('records.cannot-be-yearly');
  });
});

/** What may be said of a class, without what the plan tells of it. */
function onlySaid({
  code: _,
  level: __,
  retentionLabel: ___,
  sectionName: ____,
  change: _____,
  before: ______,
  ...said
}: any) {
  return said;
}
