import { localDate } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { IssueRegister } from '../src/app/registers/issue-register';
import { PrintRegister } from '../src/app/registers/print-register';
import { ReadRegister } from '../src/app/registers/read-register';
import { PEOPLE, RecordsUnderTest } from './support/records';

describe('the register of files', () => {
  let lib: RecordsUnderTest;
  const change = (statement: ReturnType<typeof sql>) =>
    lib.uow.run(async () => {
      await lib.uow.now();
      await lib.uow.change(statement);
    });
  const register = async (given: object = {}, who: keyof typeof PEOPLE = 'officer') =>
    (await lib.get(ReadRegister).run({ edition: 'public', ...given }, await lib.actor(PEOPLE[who]))).lines;

  beforeEach(async () => {
    lib = await RecordsUnderTest.start('2026-10-03T01:00:00Z');
    await lib.decide({}, { classCode: '60-01-02' }, { section: { code: 'S22', name: '財政課' } });
  });
  afterEach(() => lib.stop());

  it('REG-1 shows the eleven facts, the manager of then and of now', async () => {
    const [line] = await register({ unit: 'S31', fiscalYear: 2026 });
    expect(line).toMatchObject({
      classCode: '20-01-01',
      classNames: ['財務', '契約・支出', '契約'],
      title: '契約',
      managerThen: '福祉課 課長',
      managerNow: '福祉課 課長',
      startsOn: '2027-04-01',
      retentionLabel: '5年',
      expiresOn: '2032-03-31',
      medium: 'electronic',
      place: '執務室',
      disposition: 'destroy',
    });
  });

  it('REG-2 the public register has neither secret files nor those of less than a year, and no exempt names', async () => {
    await change(sql`update records.record_file set secret = true where section_code = 'S22'`);
    await change(
      sql`update records.record_file set disclosure_class = 'closed', title = '山田太郎の相談' where class_code = '60-01-02'`,
    );
    expect((await register()).map(({ title }) => title)).toEqual(['契約', '相談記録']);
    expect((await register({ edition: 'internal' })).map(({ title }) => title)).toEqual([
      '契約',
      '契約',
      '山田太郎の相談',
    ]);
    await change(sql`update records.record_file set retention_class = 'R00' where class_code = '60-01-02'`);
    expect((await register()).map(({ title }) => title)).toEqual(['契約']);
  });

  it('REG-3 the register of a past day is what it was, whatever happened since', async () => {
    const before = await register();
    lib.clock.set('2026-12-01T01:00:00Z');
    await change(
      sql`update records.record_file set title = '契約(改)', section_code = 'S22', section_name = '財政課', volume = 9 where section_code = 'S31' and class_code = '20-01-01'`,
    );
    await lib.decide({ classCode: '20-01-02' });
    expect(await register({ asOf: localDate('2026-11-30') })).toEqual(before);
    const now = await register();
    expect(now.map(({ title, managerThen, managerNow }) => [title, managerThen, managerNow])).toContainEqual([
      '契約(改)',
      '福祉課 課長',
      '財政課 課長',
    ]);
    expect(now).toHaveLength(4);
    await expect(register({ asOf: localDate('2026-12-02') })).rejects.toMatchObject({ code: 'records.day-to-come' });
  });

  it('REG-3 a retention class that is only renamed is called so in the register from that day on', async () => {
    lib.clock.set('2026-12-01T01:00:00Z');
    lib.town.replace('retention_classes.csv', 'R05,5年,5,closed', 'R05,五年,5,closed');
    expect((await lib.import()).faults).toEqual([]);
    const labels = async (given: object = {}) => (await register(given)).map(({ retentionLabel }) => retentionLabel);
    expect(new Set(await labels({ asOf: localDate('2026-11-30') }))).toContain('5年');
    expect(await labels({ asOf: localDate('2026-11-30') })).not.toContain('五年');
    expect(await labels()).toContain('五年');
    expect(await labels()).not.toContain('5年');
  });

  it('REG-3 a reader of the internal register sees what the list shows', async () => {
    expect((await register({ edition: 'internal' }, 'otherHead')).map(({ managerNow }) => managerNow)).toEqual([
      '財政課 課長',
    ]);
    expect(await register({}, 'otherHead')).toHaveLength(3);
  });

  it('REG-5 an issued register stays word for word, with its digest in the ledger', async () => {
    const officer = await lib.actor(PEOPLE.officer);
    await expect(lib.get(IssueRegister).run(await lib.actor(PEOPLE.head))).rejects.toMatchObject({
      code: 'records.not-the-office',
    });
    const issue = await lib.get(IssueRegister).run(officer);
    const csv = await lib.get(PrintRegister).csv({ edition: 'public' }, officer);
    await change(sql`update records.filing_class set name = '別の名' where code = '20-01-01'`);
    expect(await lib.get(IssueRegister).content(issue.id)).toBe(csv);
    expect(await lib.get(PrintRegister).csv({ edition: 'public' }, officer)).not.toBe(csv);
    const [entry] = await lib.rows<{ body: string }>(sql`
      select convert_from(canonical, 'UTF8') as body from ledger.entry where kind = 'records.register-issued'`);
    expect(entry?.body).toContain(issue.sha256);
  });
});
