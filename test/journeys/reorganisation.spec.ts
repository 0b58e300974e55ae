import { sql } from '@fubako/platform/database';
import { beginDay } from './deliver';
import { placeHold } from './disposals';
import { reimport } from './scenarios';
import { type Town, approveBy, openTown } from './town';
import { TownPackage } from './town-package';

const TO = '2026-04-01,2027-03-31';
const FROM = '2027-04-01,';

/** 福祉課 ends; 高齢福祉課 and 子ども福祉課 begin. */
const split = (of = 'S31'): TownPackage =>
  new TownPackage()
    .replace(
      'org_units.csv',
      'S31,',
      `S31,福祉課,section,D30,浜福,31,${TO},,`,
      `S35,高齢福祉課,section,D30,浜高,35,${FROM},${of},`,
      `S36,子ども福祉課,section,D30,浜童,36,${FROM},${of},`,
    )
    .replace(
      'org_units.csv',
      'U311,',
      `U311,福祉係,unit,S31,,311,${TO},,`,
      `U351,障害福祉係,unit,S35,,351,${FROM},U311,`,
    )
    .replace(
      'org_units.csv',
      'U312,',
      `U312,高齢介護係,unit,S31,,312,${TO},,`,
      `U361,地域係,unit,S36,,361,${FROM},U312,`,
    )
    .append(
      'posts.csv',
      `P-S35-H,課長,S35,50,true,${FROM}`,
      `P-S36-H,課長,S36,50,true,${FROM}`,
      `P-U351-H,係長,U351,40,true,${FROM}`,
      `P-S35-01,主査,S35,30,false,${FROM}`,
      `P-S35-02,主事,S35,20,false,${FROM}`,
      `P-U351-02,主事,U351,20,false,${FROM}`,
      `P-S36-01,主査,S36,30,false,${FROM}`,
    )
    .replace('assignments.csv', '1016,', `1016,P-S31-H,main,${TO}`, `1016,P-S36-H,main,${FROM}`)
    .replace('assignments.csv', '1066,', `1066,P-S41-01,main,${TO}`, `1066,P-S35-H,main,${FROM}`)
    .replace('assignments.csv', '1030,', `1030,P-U311-H,main,${TO}`, `1030,P-U351-H,main,${FROM}`)
    .replace('assignments.csv', '1055,', `1055,P-S31-01,main,${TO}`, `1055,P-S35-01,main,${FROM}`)
    .replace('assignments.csv', '1067,', `1067,P-S41-02,main,${TO}`, `1067,P-S35-02,main,${FROM}`)
    .replace('assignments.csv', '1117,', `1117,P-U311-01,main,${TO}`, `1117,P-S36-01,main,${FROM}`)
    .replace('assignments.csv', '1118,', `1118,P-U311-02,main,${TO}`, `1118,P-U351-02,main,${FROM}`)
    .replace('roles.csv', '1055,records_clerk', `1055,records_clerk,S31,${TO}`, `1055,records_clerk,S35,${FROM}`)
    .end('posts.csv', /^P-(S31|U311|U312)-/, '2027-03-31')
    .end('assignments.csv', /^\d+,P-U31[12]-/, '2027-03-31');

/** The functions of 福祉課 go on in the new sections. */
const withFunctions = (town: TownPackage): TownPackage =>
  town
    .replace('functions.csv', 'F016,', `F016,地域福祉,U311,${TO}`, `F016,地域福祉,S36,${FROM}`)
    .replace('functions.csv', 'F017,', `F017,障害福祉,U311,${TO}`, `F017,障害福祉,U351,${FROM}`)
    .replace('functions.csv', 'F018,', `F018,高齢者福祉,U312,${TO}`, `F018,高齢者福祉,S35,${FROM}`)
    .replace('functions.csv', 'F019,', `F019,介護保険,U312,${TO}`, `F019,介護保険,S35,${FROM}`);

/** S06 Reorganisation in mid-route. */
describe('S06 reorganisation in mid-route', () => {
  let town: Town;
  const package_ = split();
  let waiting = '';
  let earlier = '';
  let openBefore: Record<string, number> | undefined;

  let file = '';
  const HYBRID = { medium: 'hybrid', paperReason: 'その他', paperNote: '申請書の原本', paperAttachments: ['申請書'] };

  const notice = async (subject: string, more: object = {}): Promise<string> => {
    const hara = await town.as('hara');
    const draft = await hara.post('/documents', {
      matterType: 'notice',
      fields: { subject, addressee: '町内会長', body: '本文' },
      attributes: { classCode: '60-02-01', disclosureReason: '個人の情報を含むため', ...more },
    });
    expect(draft.status).toBe(201);
    const submitted = await hara.post(`/documents/${draft.body.id}/submissions`, {
      expectedVersion: draft.body.version,
    });
    expect(submitted.status).toBe(201);
    return draft.body.id;
  };
  const approval = async (login: string, id: string) =>
    (await (await town.as(login)).get(`/documents/${id}/approval`)).body;
  const onTrial = async (lists: TownPackage) =>
    (await (await town.as('s1027')).post('/organisation/reorganisation-trials', lists.lists())).body;
  const status = async (login: string, id: string) => (await (await town.as(login)).get(`/documents/${id}`)).status;
  /** Everything that somebody has to do, by kind. */
  const count = async () => {
    const [row] = await town.database.uow.read(() =>
      town.database.uow.rows<Record<string, number>>(sql`
        select (select count(*)::int from approvals.seat where state = 'active') as seats,
          (select count(*)::int from documents.document where state in ('drafting', 'returned', 'pulled_back', 'circulating')) as open,
          (select count(*)::int from records.loan where lent_at is not null and returned_at is null) as loans,
          (select count(*)::int from records.hold where released_at is null) as holds,
          (select count(*)::int from records.record_file where state = 'open') as files`),
    );
    return row;
  };

  beforeAll(async () => {
    town = await openTown('2027-03-24T00:00:00Z');
    // A standing route that names the section that is to end.
    await reimport(town, {
      'delegation_rules.csv': (text) =>
        text.replace('spending,10,,500001,3000000,70,,S22', 'spending,10,,500001,3000000,70,,S22;S31'),
    });
    earlier = await notice('介護認定の通知', HYBRID);
    await approveBy(town, earlier, 'goto', 'fukagawa');
    await notice('介護認定の取扱い');
    const hara = await town.as('hara');
    file = (await hara.get(`/documents/${earlier}/filing`)).body.fileId;
    await placeHold(town, { fileId: file }, { caseNo: '開示請求 令和8年第7号', on: '2027-03-24' });
    const never = await hara.post('/documents', {
      matterType: 'notice',
      fields: { subject: '照会', addressee: '町内会長', body: '本文' },
      attributes: { classCode: '10-01-01' },
    });
    expect(never.status).toBe(201);
    const loan = await hara.post('/loans', { fileId: file, purpose: '原本の確認', dueOn: '2027-04-10' });
    expect(loan.status).toBe(201);
    expect((await (await town.as('s1055')).post(`/loans/${loan.body.id}/lending`)).status).toBe(204);
  }, 120_000);
  afterAll(async () => {
    await town?.close();
    package_.remove();
  });

  it('the dry run refuses while a function is unmapped', async () => {
    town.clock.set('2027-03-25T00:00:00Z');
    const report = await package_.import(town, { dryRun: true });
    expect(report.faults.map(({ file, code }) => `${file} ${code}`)).toContain(
      'functions.csv package.reference-not-in-force',
    );
    expect(report.changes).toEqual([]);
    expect((await package_.import(town)).applied).toBe(false);
  });

  it('RULE-103 an organisation administrator is told the same on trial, and nobody else', async () => {
    const trial = await onTrial(package_);
    expect(trial.faults.map(({ file, code }: any) => `${file} ${code}`)).toContain(
      'functions.csv package.reference-not-in-force',
    );
    expect(trial.changes).toEqual([]);
    const alone = withFunctions(split(''));
    expect((await onTrial(alone)).faults).toMatchObject([
      { code: 'package.unmapped-in-flight', file: 'org_units.csv' },
    ]);
    alone.remove();
    for (const login of ['fukagawa', 'chiba', 's1011']) {
      const other = await town.as(login);
      const refusals = [
        await other.get('/organisation/lists'),
        await other.post('/organisation/reorganisation-trials', package_.lists()),
      ];
      for (const { status: refused, body } of refusals)
        expect([refused, body.code]).toEqual([403, 'organisation.reorganisation-not-yours']);
    }
    expect((await (await town.as('s1027')).post('/organisation/reorganisation-trials', {})).status).toBe(422);
  });

  it('RULE-103 the lists as they go out change nothing', async () => {
    const { body: lists } = await (await town.as('s1027')).get('/organisation/lists');
    const answer = await (await town.as('s1027')).post('/organisation/reorganisation-trials', lists);
    expect(answer).toMatchObject({ status: 200, body: { changes: [], faults: [], notes: [] } });
  });

  it('PKG-17 and while a document or a file has nobody to go to', async () => {
    const alone = withFunctions(split(''));
    const report = await alone.import(town, { dryRun: true });
    alone.remove();
    expect(report.faults).toEqual([]);
    const unmapped = report.questions.filter(({ code }) => code === 'package.unmapped-in-flight');
    expect(unmapped.map(({ file }) => file)).toEqual(['org_units.csv']);
    expect(unmapped[0]?.message).toMatch(
      /^福祉課\(S31、2027-03-31まで\)の進行中の文書1件を引き継ぐ組織がありません\(未提出 原 大地\)/,
    );
    expect(report.applied).toBe(false);
  });

  it('and lists what is under way in the units that end', async () => {
    withFunctions(package_);
    const proxy = await (
      await town.as('fukagawa')
    ).post('/proxies', {
      postCode: 'P-S31-H',
      taker: '1030',
      from: '2027-03-25T00:00:00Z',
      until: '2027-05-10T00:00:00Z',
      reason: '出張のため',
    });
    expect(proxy.status).toBe(201);
    const { faults, notes } = await package_.import(town, { dryRun: true });
    expect(faults).toEqual([]);
    const about = (noun: string) => notes.find((note) => note.startsWith('福祉課(S31') && note.includes(noun));
    expect(about('進行中の文書')).toContain('3件');
    expect(about('番号の帳簿')).toContain('S-DISPATCH 浜福 2026年度 最終1');
    expect(about('名指しする専決規程の行')).toContain('spending 部長専決');
    expect(about('続いている代理')).toContain('深川 直美→後藤 学');
    expect(notes.filter((note) => note.startsWith('福祉課(S31')).join('\n')).toContain('60-02-01 2026年度');
    expect(about('廃棄保留の簿冊')).toContain('開示請求 令和8年第7号');
    expect(about('貸出中の簿冊')).toContain('2027-04-10まで');
    expect(notes.find((note) => note.includes('処理待ちの席'))).toMatch(/^福祉係\(U311/);
    // RULE-103 On trial the same is told, by numbers and names that whoever keeps no files may know.
    const revision = await town.database.uow.read(() =>
      town.database.uow.one(sql`select revision from organisation.municipality`),
    );
    const trial = await onTrial(package_);
    expect(trial.faults).toEqual([]);
    const counted = (some: readonly string[]) =>
      some.filter((note) => /^福祉[課係]\(/u.test(note)).map((note) => note.replace(/件\(.*$/su, '件'));
    expect(counted(trial.notes)).toEqual(counted(notes));
    expect(counted(trial.notes).length).toBeGreaterThan(7);
    const told = trial.notes.join('\n');
    expect(told).toContain('深川 直美→後藤 学');
    for (const kept of ['開示請求 令和8年第7号', '60-02-01 2026年度', '2027-04-10まで'])
      expect(told).not.toContain(kept);
    expect(trial.changes).toContainEqual({
      list: 'orgUnits',
      line: expect.any(Number),
      change: 'added',
      key: 'S35',
      name: '高齢福祉課',
      unitName: '健康福祉部',
      from: '2027-04-01',
      to: null,
    });
    expect(trial.changes).toContainEqual(
      expect.objectContaining({ list: 'assignments', name: '星野 香織 課長', unitName: '高齢福祉課', change: 'added' }),
    );
    expect(
      await town.database.uow.read(() => town.database.uow.one(sql`select revision from organisation.municipality`)),
    ).toEqual(revision);
    expect((await package_.import(town)).applied).toBe(true);
  });

  it('at 00:00 on 1 April the open seat belongs to the head of the unit that has the function', async () => {
    town.clock.set('2027-03-30T00:30:00Z');
    waiting = await notice('介護認定の結果');
    town.clock.set('2027-03-31T00:30:00Z');
    await beginDay(town);
    await approveBy(town, waiting, 'goto');
    openBefore = await count();
    expect(openBefore).toMatchObject({ seats: 2, open: 3, loans: 1, holds: 1 });
    expect((await approval('hara', waiting)).waitingFor).toContain('深川 直美');
    expect([await status('s1117', waiting), await status('s1067', waiting)]).toEqual([200, 404]);
    town.clock.set('2027-03-31T15:00:00Z');
    await beginDay(town);
    const view = await approval('hara', waiting);
    const seat = view.steps.flatMap((step: any) => step.seats).find((one: any) => one.state === 'active');
    expect(seat).toMatchObject({ unitName: '高齢福祉課', postTitle: '課長', holder: { staffNo: '1066' } });
    expect(await count()).toEqual(openBefore);
    expect((await approval('fukagawa', waiting)).handedOver).toMatchObject({
      postTitle: '高齢福祉課 課長',
      on: '2027-04-01',
    });
  });

  it('what 後藤 did still reads 福祉係 係長 of 31 March', async () => {
    const entry = (await approval('hara', waiting)).history.find(({ actorName }: any) => actorName === '後藤 学');
    expect(entry).toMatchObject({ actorTitle: '係長', unitName: '福祉係' });
    expect(entry.at.startsWith('2027-03-31')).toBe(true);
  });

  it('who was transferred out loses access, who came gains it; the file moved with its function', async () => {
    expect([await status('s1117', waiting), await status('s1067', waiting)]).toEqual([404, 200]);
    const files = (await (await town.as('s1067')).get('/record-files')).body.items;
    expect(files).toContainEqual(expect.objectContaining({ classCode: '60-02-01', unitName: '高齢福祉課' }));
    expect((await (await town.as('s1117')).get('/record-files')).body.items).toEqual([]);
    // Its hold and its loan went with it: 高齢福祉課 keeps the file, and takes it back.
    expect((await (await town.as('s1067')).get(`/record-files/${file}`)).body).toMatchObject({
      unitName: '高齢福祉課',
      holds: [{ caseNo: '開示請求 令和8年第7号', endsOn: null }],
    });
    const loans = (await (await town.as('s1055')).get('/loans')).body.items;
    expect(loans).toContainEqual(expect.objectContaining({ fileId: file, state: 'lent', allowed: ['take_back'] }));
    expect(await status('fukagawa', earlier)).toBe(200);
  });

  it('on 5 April it takes the first number of 高齢福祉課; the old series is closed with its last number', async () => {
    town.clock.set('2027-04-05T01:00:00Z');
    await beginDay(town);
    await approveBy(town, waiting, 'hoshino');
    const { body } = await (await town.as('hara')).get(`/documents/${waiting}`);
    expect(body).toMatchObject({ state: 'decided', dispatchNumber: '9浜高第1号' });
    const old = await (await town.as('hara')).get(`/documents/${earlier}`);
    expect(old.body.dispatchNumber).toBe('8浜福第1号');
    const counters = await town.database.uow.read(() =>
      town.database.uow.rows(sql`
        select symbol, year, last, closed_at is not null as closed from documents.number_counter where series_code = 'S-DISPATCH' order by year`),
    );
    expect(counters).toEqual([
      { symbol: '浜福', year: 2026, last: 1, closed: true },
      { symbol: '浜高', year: 2027, last: 1, closed: false },
    ]);
  });
});
