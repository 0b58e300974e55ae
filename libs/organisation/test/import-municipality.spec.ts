import { sql } from '@fubako/platform/database';
import { municipalityImported } from '@fubako/organisation/events';
import { OrganisationUnderTest } from './organisation';

describe('importing a municipality package', () => {
  let lib: OrganisationUnderTest;
  beforeEach(async () => {
    lib = await OrganisationUnderTest.start();
  });
  afterEach(() => lib.stop());

  const count = (table: 'org_unit' | 'assignment' | 'municipality') =>
    lib.uow.read(async () => {
      const tables = {
        org_unit: sql`select count(*) as n from organisation.org_unit`,
        assignment: sql`select count(*) as n from organisation.assignment`,
        municipality: sql`select count(*) as n from organisation.municipality`,
      };
      return (await lib.uow.one<{ n: number }>(tables[table])).n;
    });

  it('PKG-10 brings the sample town in: every row is an addition', async () => {
    const report = await lib.import();
    expect(report).toMatchObject({ applied: true, faults: [] });
    expect(new Set(report.changes.map(({ change }) => change))).toEqual(new Set(['added']));
    const byFile = (file: string) => report.changes.filter((change) => change.file === file).length;
    expect([byFile('org_units.csv'), byFile('posts.csv'), byFile('people.csv'), byFile('acting_orders.csv')]).toEqual([
      30, 127, 126, 25,
    ]);
    expect(await count('org_unit')).toBe(30);
  });

  it('PKG-10 a second import changes nothing, not even the revision, and announces nothing', async () => {
    const first = await lib.import();
    const heard: unknown[] = [];
    lib.events.inUnit(municipalityImported, async (events) => void heard.push(...events));
    lib.clock.set('2026-09-01T00:00:00Z');
    const second = await lib.import();
    expect(second).toMatchObject({ applied: false, changes: [], faults: [], revision: first.revision });
    expect(heard).toEqual([]);
  });

  it('PKG-11 a dry run tells what would change and writes nothing', async () => {
    const report = await lib.import({ dryRun: true });
    expect(report.applied).toBe(false);
    expect(report.changes.length).toBeGreaterThan(400);
    expect(await count('municipality')).toBe(0);
  });

  it('PKG-11 a transfer list: what is added, changed and ended, line by line', async () => {
    await lib.import();
    lib.town.replace('assignments.csv', '1016,P-S31-H,main,2026-04-01,', '1016,P-S31-H,main,2026-04-01,2027-03-31');
    lib.town.append('assignments.csv', '1016,P-S24-H,main,2027-04-01,');
    lib.town.replace('people.csv', '1066,星野 香織,', '1066,星乃 香織,');
    const dry = await lib.import({ dryRun: true });
    expect(dry.changes.map(({ file, line, key, change }) => [file, line, key, change])).toEqual([
      ['people.csv', 66, '1066', 'changed'],
      ['assignments.csv', 16, '1016/P-S31-H', 'ended'],
      ['assignments.csv', 129, '1016/P-S24-H', 'added'],
    ]);
    expect(dry.changes[0]).toMatchObject({ before: { name: '星野 香織' }, after: { name: '星乃 香織' } });
    const report = await lib.import();
    expect(report.changes).toEqual(dry.changes);
  });

  it('PKG-12 announces one event with the new revision, inside the unit', async () => {
    const heard: unknown[] = [];
    lib.events.inUnit(municipalityImported, async (events) => void heard.push(...events.map(({ payload }) => payload)));
    const { revision, changes } = await lib.import();
    expect(heard).toEqual([
      expect.objectContaining({
        revision,
        added: changes.length,
        changed: 0,
        ended: 0,
        files: expect.arrayContaining(['org_units.csv', 'roles.csv']),
      }),
    ]);
  });

  it('PKG-12 the ledger keeps who imported what, by the digests of the files', async () => {
    const { revision } = await lib.import();
    const entries = await lib.uow.read(() =>
      lib.uow.rows<{ actor: string; canonical: Buffer }>(
        sql`select actor, canonical from ledger.entry where kind = 'organisation.municipality-imported'`,
      ),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]?.actor).toBe('1027');
    const { facts } = JSON.parse(entries[0]?.canonical.toString() ?? '');
    expect(facts).toMatchObject({ revision, digests: { 'people.csv': expect.stringMatching(/^[0-9a-f]{64}$/) } });
  });

  it('PKG-13 one fault anywhere and nothing is written', async () => {
    lib.town.append('holidays.csv', '2029-02-30,なし,false');
    const report = await lib.import();
    expect(report).toMatchObject({
      applied: false,
      changes: [],
      faults: [{ file: 'holidays.csv', line: 12, code: 'package.bad-date' }],
    });
    expect(await count('org_unit')).toBe(0);
  });

  it('PKG-13 a failure of the database in the last table takes everything back', async () => {
    await lib.database.dataSource.query(`
      create function organisation.fail() returns trigger language plpgsql as $$ begin raise exception 'disk full' using errcode = '53100'; end $$;
      create trigger fail before insert on organisation.closing_day for each row execute function organisation.fail();`);
    await expect(lib.import()).rejects.toThrow('disk full');
    expect(await count('municipality')).toBe(0);
    expect(await count('assignment')).toBe(0);
    await lib.database.dataSource.query('drop trigger fail on organisation.closing_day');
    expect((await lib.import()).applied).toBe(true);
  });

  it('PKG-14 a row that the package leaves out stays, and a note says so', async () => {
    await lib.import();
    lib.town.replace('roles.csv', '1125,auditor,,2026-04-01,\n', '');
    const report = await lib.import();
    expect(report.changes).toEqual([]);
    expect(report.notes).toEqual(
      expect.arrayContaining([expect.stringMatching(/^roles\.csv: .*1125\/auditor.*valid_to/)]),
    );
  });

  it('ORG-2 a new row that overlaps a stored one which the package leaves out is a fault', async () => {
    await lib.import();
    lib.town.replace(
      'org_units.csv',
      'U312,高齢介護係,unit,S31,,312,2026-04-01,',
      'U312,高齢者係,unit,S31,,312,2027-04-01,',
    );
    const report = await lib.import();
    expect(report.applied).toBe(false);
    expect(report.faults).toEqual(
      expect.arrayContaining([expect.objectContaining({ file: 'org_units.csv', line: 18, code: 'package.overlap' })]),
    );
  });

  it('ORG-3 ending a unit is refused while stored posts that the package leaves out still belong to it', async () => {
    lib.town.append('org_units.csv', 'U900,臨時係,unit,S31,,900,2026-04-01,,,');
    lib.town.append('posts.csv', 'P-U900-01,主事,U900,20,false,2026-04-01,');
    await lib.import();
    lib.town.replace(
      'org_units.csv',
      'U900,臨時係,unit,S31,,900,2026-04-01,,,',
      'U900,臨時係,unit,S31,,900,2026-04-01,2027-03-31,,',
    );
    lib.town.replace('posts.csv', 'P-U900-01,主事,U900,20,false,2026-04-01,\n', '');
    const [fault, ...others] = (await lib.import()).faults;
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ file: 'posts.csv', line: 0, code: 'package.reference-not-in-force' });
    expect(fault?.message).toContain('P-U900-01');
  });

  it('PKG-15 a package of another municipality is refused', async () => {
    await lib.import();
    lib.town.replace('municipality.json', '"149993"', '"141003"');
    expect((await lib.import()).faults).toMatchObject([
      { file: 'municipality.json', line: 2, column: 11, code: 'package.other-municipality' },
    ]);
  });

  it('PKG-16 a file that no section knows is mentioned', async () => {
    lib.town.append('post.csv', 'code');
    const { notes } = await lib.import();
    expect(notes).toEqual(expect.arrayContaining([expect.stringMatching(/^post\.csv: /)]));
  });

  it('PKG-6 a note says which setting of the file is none any more, and the rest is imported', async () => {
    lib.town.replace('municipality.json', '"numberStep": 1,', '"numberStep": 1, "calendarEra": true,');
    const report = await lib.import();
    expect(report).toMatchObject({ applied: true, faults: [] });
    expect(report.notes).toContain('municipality.json: 「calendarEra」という設定はなくなりました。取り込みません。');
    expect(await lib.uow.read(() => lib.settings.current())).not.toHaveProperty('calendarEra');
  });

  it('a successor may take over a post on the very day after, in one package', async () => {
    await lib.import();
    lib.town.replace(
      'posts.csv',
      'P-S31-H,課長,S31,50,true,2026-04-01,',
      'P-S31-H,課長,S31,50,true,2026-04-01,2027-03-31',
    );
    lib.town.append('posts.csv', 'P-S31-H,福祉課長,S31,55,true,2027-04-01,');
    expect(await lib.import()).toMatchObject({ applied: true, faults: [] });
  });

  it('two imports at once do not both plan on the same state', async () => {
    const reports = await Promise.all([lib.import(), lib.import()]);
    expect(reports.filter(({ applied }) => applied)).toHaveLength(1);
  });
});
