import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localDate } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { OrganisationUnderTest } from './organisation';

/** RULE-100, RULE-104: settings hold from a day on. */
describe('settings by version', () => {
  let lib: OrganisationUnderTest;
  beforeAll(async () => {
    lib = await OrganisationUnderTest.start('2026-06-01T00:00:00Z');
    await lib.import();
  });
  afterAll(() => lib?.stop());

  const effectOn = (day: string) =>
    lib.uow.read(async () => {
      const { version, validFrom, settings } = await lib.settings.on(localDate(day));
      return [version, validFrom, settings.concurrenceEffect];
    });
  const setEffect = (from: string, to: string) =>
    lib.town.replace('municipality.json', `"concurrenceEffect": "${from}"`, `"concurrenceEffect": "${to}"`);

  it('the first package holds from the first day of the organisation, and for days before it', async () => {
    expect(await effectOn('2026-04-01')).toEqual([1, '2026-04-01', 'consent']);
    expect(await effectOn('2020-01-01')).toEqual([1, '2026-04-01', 'consent']);
  });

  it('what is imported for a day to come holds from that day, and the version before it stays readable', async () => {
    setEffect('consent', 'opinion');
    await lib.import({ validFrom: localDate('2027-04-01') });
    expect(await effectOn('2027-03-31')).toEqual([1, '2026-04-01', 'consent']);
    expect(await effectOn('2027-04-01')).toEqual([2, '2027-04-01', 'opinion']);
    expect(await lib.uow.read(() => lib.settings.current())).toMatchObject({ concurrenceEffect: 'consent' });
    expect((await lib.uow.read(() => lib.settings.version(2))).settings.concurrenceEffect).toBe('opinion');
  });

  it('the same package again changes nothing, for the day and for today', async () => {
    expect((await lib.import({ validFrom: localDate('2027-04-01') })).changes).toEqual([]);
    setEffect('opinion', 'consent');
    expect((await lib.import()).changes).toEqual([]);
    expect(await effectOn('2027-04-01')).toEqual([2, '2027-04-01', 'opinion']);
  });

  it('a dry run writes no version', async () => {
    setEffect('consent', 'opinion');
    expect((await lib.import({ dryRun: true })).changes).toHaveLength(1);
    expect(await effectOn('2026-06-01')).toEqual([1, '2026-04-01', 'consent']);
  });

  it('PKG-6 stored versions that hold what was a setting once are read after the upgrade; another upgrade changes nothing', async () => {
    await lib.uow.run(() =>
      lib.uow.change(sql`
        insert into organisation.settings_version (version, valid_from, settings)
        select 9, '2028-04-01', settings || '{"calendarEra": false}' from organisation.settings_version where version = 1`),
    );
    await expect(effectOn('2028-04-01')).rejects.toThrow('calendarEra');
    const migration = join(__dirname, '../migrations/20261205_0300_era_is_no_setting.sql');
    const upgrade = () => lib.database.dataSource.query(readFileSync(migration, 'utf8'));
    await upgrade();
    expect(await effectOn('2028-04-01')).toEqual([9, '2028-04-01', 'consent']);
    const bound = async () => lib.database.dataSource.query(BOUND);
    const lines = await bound();
    await upgrade();
    expect(await bound()).toEqual(lines);
  });
});

const BOUND = `select count(*)::int as n from ledger.row_change where table_name = 'organisation.settings_version'`;
