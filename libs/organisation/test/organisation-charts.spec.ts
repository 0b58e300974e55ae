import { type PostCode, type StaffNo, type UnitCode, localDate } from '@fubako/kernel';
import { municipalityImported } from '@fubako/organisation/events';
import { OrganisationUnderTest } from './organisation';

const p = (code: string) => code as PostCode;
const s = (code: string) => code as StaffNo;
const u = (code: string) => code as UnitCode;

describe('organisation charts', () => {
  let lib: OrganisationUnderTest;
  beforeAll(async () => {
    lib = await OrganisationUnderTest.start();
    await lib.import();
  });
  afterAll(() => lib.stop());

  const on = (date: string) => lib.uow.read(() => lib.charts.on(localDate(date)));

  it('RULE-20 finds who sits in a post, also by 事務取扱', async () => {
    const chart = await on('2026-06-01');
    expect(chart.holderOf(p('P-S31-H'))).toMatchObject({ person: { name: '深川 直美' }, kind: 'main' });
    expect(chart.holderOf(p('P-S24-H'))).toMatchObject({ person: { name: '青木 隆' }, kind: 'acting_holder' });
    expect(chart.headsUpward(u('U311')).map(({ holder }) => holder?.person.name)).toEqual([
      '後藤 学',
      '深川 直美',
      '江藤 信一',
      '町田 和夫',
    ]);
    expect(chart.topHead()?.code).toBe('P-MAYOR');
    expect(chart.actingOrderOf(p('P-D30-H')).map(({ actingPostCode }) => actingPostCode)).toEqual(['P-S31-H']);
  });

  it('RULE-100 before the first day nobody is anywhere', async () => {
    const chart = await on('2026-03-31');
    expect(chart.units()).toEqual([]);
    expect(chart.postsOf(s('1016'))).toEqual([]);
  });

  it('keeps the variation selectors of names', async () => {
    expect((await on('2026-06-01')).person(s('1097'))?.name).toBe('葛\u{E0100}城 恵');
  });

  it('remembers a chart until the organisation changes', async () => {
    expect(await on('2026-06-01')).toBe(await on('2026-06-01'));
  });

  it('the actor has posts, units of daily work and roles of today', async () => {
    const actor = await lib.uow.read(() => lib.actors.of(s('1005')));
    expect(actor).toMatchObject({ name: '青木 隆', on: '2026-06-01', roles: [] });
    expect(actor.posts.map(({ code, kind, unitName }) => [code, kind, unitName])).toEqual([
      ['P-D20-H', 'main', '総務部'],
      ['P-S24-H', 'acting_holder', '防災安全課'],
    ]);
    expect(new Set(actor.units)).toEqual(new Set(['D20', 'S21', 'U211', 'U212', 'S22', 'U221', 'U222', 'S23', 'S24']));
    const clerk = await lib.uow.read(() => lib.actors.of(s('1118')));
    expect(clerk.units).toEqual(['S31']);
  });

  it('an unknown person is refused', async () => {
    await expect(lib.uow.read(() => lib.actors.of(s('0000')))).rejects.toMatchObject({
      code: 'organisation.unknown-person',
    });
  });

  it('the settings are those of the package', async () => {
    expect(await lib.uow.read(() => lib.settings.current())).toMatchObject({
      concurrenceEffect: 'consent',
      bulkMaxAmount: 10_000_000,
      symbolSuccession: 'restart',
    });
  });
});

describe('organisation charts over a change', () => {
  let lib: OrganisationUnderTest;
  beforeEach(async () => {
    lib = await OrganisationUnderTest.start();
    await lib.import();
  });
  afterEach(() => lib.stop());

  const on = (date: string) => lib.uow.read(() => lib.charts.on(localDate(date)));

  it('S07 a transfer of 1 April shows on future days at once and leaves past days as they were', async () => {
    await on('2027-04-01');
    lib.town.replace('assignments.csv', '1016,P-S31-H,main,2026-04-01,', '1016,P-S31-H,main,2026-04-01,2027-03-31');
    lib.town.replace('assignments.csv', '1066,P-S41-01,main,2026-04-01,', '1066,P-S41-01,main,2026-04-01,2027-03-31');
    lib.town.append('assignments.csv', '1066,P-S31-H,main,2027-04-01,', '1016,P-S41-01,main,2027-04-01,');
    await lib.import();
    expect((await on('2027-03-31')).holderOf(p('P-S31-H'))?.person.name).toBe('深川 直美');
    expect((await on('2027-04-01')).holderOf(p('P-S31-H'))?.person.name).toBe('星野 香織');
  });

  it('RULE-100 a changed acting order holds from the day of the import; before it the old one does', async () => {
    lib.clock.set('2026-09-10T00:00:00Z');
    lib.town.replace('acting_orders.csv', 'P-S11-H,1,P-S11-01,', 'P-S11-H,1,P-S11-04,');
    const report = await lib.import();
    expect(report.changes.map(({ change, line }) => [change, line])).toEqual([
      ['ended', 11],
      ['added', 11],
    ]);
    const first = async (date: string) => (await on(date)).actingOrderOf(p('P-S11-H'))[0]?.actingPostCode;
    expect(await first('2026-09-09')).toBe('P-S11-01');
    expect(await first('2026-09-10')).toBe('P-S11-04');
    expect((await lib.import()).changes).toEqual([]);
  });

  it('a chart that an import saw and then rolled back is never shown to others', async () => {
    lib.town.replace('people.csv', '1066,星野 香織,', '1066,星乃 香織,');
    let seen = '';
    lib.events.inUnit(municipalityImported, async () => {
      seen = (await lib.charts.on(localDate('2026-06-01'))).person(s('1066'))?.name ?? '';
      throw new Error('a consumer fails');
    });
    await expect(lib.import()).rejects.toThrow('a consumer fails');
    expect(seen).toBe('星乃 香織');
    expect((await on('2026-06-01')).person(s('1066'))?.name).toBe('星野 香織');
  });
});
