import { sql } from '@fubako/platform/database';
import { type Town, openTown } from './town';

let town: Town;
beforeAll(async () => {
  town = await openTown('2026-06-01T00:00:00Z');
});
afterAll(() => town?.close());

const jst = (text: string) => `2026-${text}:00+09:00`;
const trip = { from: jst('06-10T00:00'), until: jst('06-13T00:00'), reason: '県庁へ出張' };
const calendar = '/absences?from=2026-06-01&to=2026-06-30';
const problem = (status: number, code: string) => ({ status, body: { code: `organisation.${code}` } });

describe('absences over HTTP', () => {
  it('S01 部長 sees who will act, registers 出張, and the section and those who act for him see it', async () => {
    const eto = await town.as('eto');
    const query = new URLSearchParams({ from: trip.from, until: trip.until });
    const preview = await eto.get(`/stand-ins/preview?${query.toString()}`);
    expect(preview.body.items).toEqual([
      expect.objectContaining({
        postTitle: '部長',
        unitName: '健康福祉部',
        uncovered: false,
        acting: [expect.objectContaining({ name: '深川 直美', postTitle: '課長', unitName: '福祉課' })],
      }),
    ]);
    const key = 'the-trip-of-eto-to-the-prefecture';
    const registered = await eto.post('/absences', trip, { key });
    expect(registered).toMatchObject({
      status: 201,
      body: { staffNo: '1006', kind: 'absence', reason: '県庁へ出張', registeredByName: null, allowed: ['cancel'] },
    });
    expect((await eto.post('/absences', trip, { key })).body).toEqual(registered.body);
    expect(await eto.post('/absences', trip)).toMatchObject(problem(409, 'absence-overlaps'));

    const fukagawa = (await (await town.as('fukagawa')).get(calendar)).body;
    expect(fukagawa.people).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ staffNo: '1016', group: 'self' }),
        expect.objectContaining({ staffNo: '1006', group: 'acts_for', postTitle: '部長' }),
        expect.objectContaining({ staffNo: '1118', group: 'section' }),
      ]),
    );
    expect(fukagawa.absences).toMatchObject([{ staffNo: '1006', reason: '県庁へ出張', allowed: [] }]);
    expect(fukagawa.absences[0].refused).toMatchObject([{ act: 'cancel', code: 'organisation.absence-not-yours' }]);
    expect(fukagawa.allowed).toEqual(['register']);
    expect(fukagawa.refused.map(({ act, title }: { act: string; title: string }) => [act, title])).toEqual([
      ['register_for_others', 'ほかの人の不在は登録できません'],
      ['register_incapacity', '事故は人事担当が登録します'],
      ['see_all', '全職員の不在は見られません'],
    ]);
    expect(fukagawa.closedDays).toEqual(expect.arrayContaining(['2026-06-06', '2026-06-07']));
    const sano = (await (await town.as('sano')).get(calendar)).body;
    expect(sano.absences).toEqual([]);
  });

  it('tells for a day who acts for whom, and the order of a post', async () => {
    const fukagawa = await town.as('fukagawa');
    const { body } = await fukagawa.get('/stand-ins?on=2026-06-10');
    expect(body.items).toEqual([
      expect.objectContaining({
        postCode: 'P-D30-H',
        holderName: '江藤 信一',
        away: expect.objectContaining({ kind: 'absence', reason: '県庁へ出張' }),
        acting: [expect.objectContaining({ staffNo: '1016' })],
      }),
    ]);
    expect((await fukagawa.get('/stand-ins?on=2026-06-09')).body.items).toEqual([]);
    const order = await fukagawa.get('/acting-orders/P-MAYOR');
    expect(order.body.lines.map((line: any) => [line.mode, line.order, line.holderName])).toEqual(
      expect.arrayContaining([
        ['acting_decision', 1, '福井 正'],
        ['statutory_deputy', 2, '青木 隆'],
      ]),
    );
    expect(await fukagawa.get('/acting-orders/P-NONE')).toMatchObject(problem(404, 'no-such-post'));
  });

  it('another cannot register for him; the records office can, and says why', async () => {
    const week = { staffNo: '1006', from: jst('06-22T00:00'), until: jst('06-23T00:00'), reason: '休暇' };
    const hara = await town.as('hara');
    expect(await hara.post('/absences', week)).toMatchObject(problem(403, 'absence-not-yours'));
    const baba = await town.as('baba');
    expect(await baba.post('/absences', week)).toMatchObject(problem(422, 'absence-without-ground'));
    const { status, body } = await baba.post('/absences', { ...week, onBehalfBecause: '本人から電話' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ registeredByName: '馬場 恵子', onBehalfBecause: '本人から電話' });
    const seen = (await (await town.as('fukagawa')).get(calendar)).body.absences.find((a: any) => a.id === body.id);
    expect(seen).toMatchObject({ registeredByName: '馬場 恵子', onBehalfBecause: null });
    const path = `/absences/${body.id}/cancel`;
    expect(await hara.post(path)).toMatchObject(problem(404, 'absence-not-found'));
    expect((await (await town.as('eto')).post(path)).status).toBe(201);
  });

  it('S03 事故 is registered by the organisation administrator alone; others do not read why', async () => {
    const accident = {
      staffNo: '1001',
      kind: 'incapacity',
      from: jst('09-01T00:00'),
      until: jst('09-21T00:00'),
      reason: '入院',
      onBehalfBecause: '家族から連絡',
    };
    for (const login of ['machida', 'baba', 'hara']) {
      expect(await (await town.as(login)).post('/absences', accident)).toMatchObject(problem(403, 'absence-not-yours'));
    }
    const admin = await town.as('s1027');
    const { onBehalfBecause: _, ...silent } = accident;
    expect(await admin.post('/absences', silent)).toMatchObject(problem(422, 'absence-without-ground'));
    expect((await admin.post('/absences', accident)).status).toBe(201);
    const fukui = await town.as('fukui');
    const seen = (await fukui.get('/absences?from=2026-09-01&to=2026-09-30')).body.absences;
    expect(seen).toMatchObject([{ staffNo: '1001', kind: 'incapacity', reason: null, onBehalfBecause: null }]);
    const [mayor] = (await fukui.get('/stand-ins?on=2026-09-03')).body.items;
    expect(mayor).toMatchObject({
      postCode: 'P-MAYOR',
      away: { reason: null },
      deputy: { name: '福井 正' },
      acting: [],
    });
  });

  it('ends early, by a registered and by a present moment', async () => {
    const goto = await town.as('goto');
    const { body } = await goto.post('/absences', {
      from: jst('06-01T08:00'),
      until: jst('06-05T00:00'),
      reason: '休暇',
    });
    expect(body.allowed).toEqual(['end']);
    const end = (until: string) => goto.post(`/absences/${body.id}/end`, { until });
    expect(await end(jst('06-06T00:00'))).toMatchObject(problem(422, 'absence-end-not-earlier'));
    expect((await end(jst('06-03T12:00'))).body.until).toBe('2026-06-03T03:00:00.000Z');
    const ended = await goto.post(`/absences/${body.id}/cancel`);
    expect(ended.body).toMatchObject({ until: '2026-06-01T00:00:00.000Z', allowed: [] });
    expect(ended.body.refused).toMatchObject([{ act: 'end', code: 'organisation.absence-is-over' }]);
    expect(await goto.post(`/absences/${body.id}/cancel`)).toMatchObject(problem(409, 'absence-is-over'));
  });

  it('everybody is shown to the organisation administrator alone, and not for ever', async () => {
    const admin = await town.as('s1027');
    expect((await admin.get(`${calendar}&scope=all`)).body.people).toHaveLength(126);
    const hara = await town.as('hara');
    expect(await hara.get(`${calendar}&scope=all`)).toMatchObject(problem(403, 'not-all-absences'));
    const years = '/absences?from=2026-01-01&to=2028-01-01';
    expect(await hara.get(years)).toMatchObject(problem(422, 'calendar-too-long'));
    expect((await hara.get('/absences?from=2026-06-01')).status).toBe(422);
    const noOffset = { ...trip, from: '2026-06-10T00:00:00' };
    expect(await hara.post('/absences', noOffset)).toMatchObject({
      status: 422,
      body: { code: 'request.invalid', errors: [{ pointer: '/from' }] },
    });
  });

  it('RULE-47 a proxy is given by the holder, seen by both, and taken back', async () => {
    const fukagawa = await town.as('fukagawa');
    const hara = await town.as('hara');
    const found = (await fukagawa.get(`/people?search=${encodeURIComponent('ごとう')}`)).body.items;
    expect(found).toMatchObject([{ staffNo: '1030', name: '後藤 学', postTitle: '係長' }]);
    const gift = {
      postCode: 'P-S31-H',
      taker: '1030',
      from: jst('06-08T00:00'),
      until: jst('06-20T00:00'),
      reason: '研修のため',
    };
    expect(await hara.post('/proxies', gift)).toMatchObject(problem(403, 'proxy-not-your-post'));
    const given = await fukagawa.post('/proxies', gift);
    expect(given.body).toMatchObject({
      posts: [{ code: 'P-S31-H', title: '課長' }],
      items: [{ giverName: '深川 直美', takerName: '後藤 学', allowed: ['cancel'] }],
    });
    const [{ id }] = given.body.items;
    const goto = await town.as('goto');
    const refused = [{ act: 'cancel', code: 'organisation.proxy-not-yours', rule: 'RULE-47' }];
    expect((await goto.get('/proxies')).body.items).toMatchObject([{ id, allowed: [], refused }]);
    expect(await goto.post(`/proxies/${id}/cancel`)).toMatchObject(problem(403, 'proxy-not-yours'));
    expect((await hara.get('/proxies')).body.items).toEqual([]);
    expect(await hara.post(`/proxies/${id}/cancel`)).toMatchObject(problem(404, 'proxy-not-found'));
    expect((await fukagawa.post(`/proxies/${id}/cancel`)).body.items).toEqual([]);
    const kinds = await town.database.uow.read(() =>
      town.database.uow.rows<{ kind: string }>(
        sql`select kind from ledger.entry where subject_kind = 'proxy' order by seq`,
      ),
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['organisation.proxy-given', 'organisation.proxy-ended']);
  });
});
