import { BelievedClock } from '../src/app/disposal/believed-clock';
import { HostClock, SeeTheDay } from '../src/app/disposal/see-the-day';
import { PrepareYear } from '../src/app/years/prepare-year';
import { ReadOverview } from '../src/app/keeping/read-overview';
import { RemoveFile } from '../src/app/keeping/remove-file';
import { SweepRecords } from '../src/app/keeping/sweep-records';
import { ReadYearLines } from '../src/app/years/read-year-lines';
import { ReadYearPlan } from '../src/app/years/read-year-plan';
import { RollOverYear } from '../src/app/years/roll-over-year';
import { TurnUnattended } from '../src/app/years/turn-unattended';
import { localDate } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { sql } from '@fubako/platform/database';
import { WitnessRows } from '../src/data/disposal/witness-rows';
import { RollOverRows } from '../src/data/years/roll-over-rows';
import { PEOPLE, RecordsUnderTest } from './support/records';

const YEAR = 2027;
const MIDNIGHT = '2027-03-31T15:00:00Z';

describe('the turn of the fiscal year', () => {
  let lib: RecordsUnderTest;
  const files = () =>
    lib.rows<{ year: number; code: string; section: string; title: string; state: string; closed: string | null }>(sql`
      select fiscal_year as year, class_code as code, section_code as section, title, state, closed_on as closed
      from records.record_file order by fiscal_year, class_code, section_code, volume`);
  const spelled = async () =>
    (await files()).map(({ year, code, section, state }) => `${year} ${code} ${section} ${state}`);
  const officer = () => lib.actor(PEOPLE.officer);
  const plan = async () => lib.get(ReadYearPlan).run(YEAR, await officer(), 'ja');
  const confirm = async () =>
    lib.get(PrepareYear).confirm({ actor: await officer(), fiscalYear: YEAR, digest: (await plan()).digest });
  const rollOver = () => lib.get(RollOverYear).run();
  const choose = async (staffNo: string, given: object) =>
    lib.get(PrepareYear).choose({
      actor: await lib.actor(staffNo),
      fiscalYear: YEAR,
      classCode: '20-01-01',
      sectionCode: 'S31',
      title: '契約',
      personalData: false,
      secret: false,
      skipped: false,
      ...given,
    });

  beforeEach(async () => {
    lib = await RecordsUnderTest.start('2027-01-15T01:00:00Z');
    await lib.decide({}, { classCode: '20-01-02' }, { section: { code: 'S22', name: '財政課' } });
    await lib.uow.run(() =>
      lib.uow.change(sql`
      insert into documents.number_counter (series_code, symbol, year, last)
      values ('S-DISPATCH', '浜福', 2026, 120), ('S-DRAFT', '', 2026, 873)`),
    );
  });
  afterEach(() => lib.stop());

  it('YEAR-6 the dry run shows what is made, closed and carried, and changes nothing', async () => {
    await lib.uow.run(() =>
      lib.uow.change(sql`update records.filing_class set adjustment_period = true where code = '20-01-02'`),
    );
    await lib.uow.run(() =>
      lib.uow.change(sql`update records.record_file set adjustment_period = true where class_code = '20-01-02'`),
    );
    await lib.uow.run(() =>
      lib.uow.change(
        sql`update records.record_file set continuing = true, starts_on = null, expires_on = null where section_code = 'S22'`,
      ),
    );
    const before = await files();
    expect(await plan()).toMatchObject({
      state: 'draft',
      firstDay: '2027-04-01',
      sections: [
        { code: 'S22', name: '財政課', opens: 0, carries: 1, skips: 0 },
        { code: 'S31', name: '福祉課', opens: 2, carries: 0, skips: 0 },
      ],
      closings: [
        { closedOn: '2027-03-31', files: 1 },
        { closedOn: '2027-05-31', files: 1 },
      ],
      counters: [
        { seriesCode: 'S-DISPATCH', symbol: '浜福', before: 120, startAt: 1 },
        { seriesCode: 'S-DRAFT', symbol: '', before: 873, startAt: 1 },
      ],
      problems: [],
      allowed: ['confirm'],
    });
    expect(await files()).toEqual(before);
  });

  it('YEAR-3 refuses while a class has nobody to answer for it, and says how to mend it', async () => {
    await lib.uow.run(() =>
      lib.uow.change(sql`update organisation.org_function set valid_to = '2027-03-31' where code = 'F024'`),
    );
    const { problems, allowed } = await plan();
    expect(problems).toEqual([{ code: 'function-unassigned', text: expect.stringContaining('70-01-01') }]);
    expect(allowed).toEqual([]);
    await expect(confirm()).rejects.toMatchObject({ code: 'records.year-unmapped' });
  });

  it('YEAR-4 the head of a section names its files; others do not, and nobody after the confirmation', async () => {
    await choose(PEOPLE.head, { title: '契約(委託)', personalData: true });
    await choose(PEOPLE.clerk, { classCode: '40-01-01', title: '出張' });
    await expect(choose(PEOPLE.otherHead, {})).rejects.toMatchObject({ code: 'records.year-not-yours' });
    await expect(choose(PEOPLE.head, { sectionCode: 'U311' })).rejects.toMatchObject({
      code: 'records.year-not-yours',
    });
    const lines = async () =>
      (await lib.get(ReadYearLines).run({ fiscalYear: YEAR, section: 'S31' }, await lib.actor(PEOPLE.drafter))).items;
    expect((await lines()).map(({ action, title, personalData }) => [action, title, personalData])).toEqual([
      ['open', '契約(委託)', true],
      ['open', '支出', false],
      ['open', '出張', false],
    ]);
    await confirm();
    await expect(choose(PEOPLE.head, {})).rejects.toMatchObject({ code: 'records.year-confirmed' });
    expect((await lines()).every(({ fileId }) => fileId !== null)).toBe(true);
  });

  it('YEAR-6 what somebody confirms is what they saw', async () => {
    const { digest } = await plan();
    await lib.decide({ classCode: '10-01-01', matterType: 'notice' });
    const actor = await officer();
    const stale = lib.get(PrepareYear).confirm({ actor, fiscalYear: YEAR, digest });
    await expect(stale).rejects.toMatchObject({ code: 'records.year-plan-changed' });
    const notOfficer = lib.get(PrepareYear).confirm({ actor: await lib.actor(PEOPLE.head), fiscalYear: YEAR, digest });
    await expect(notOfficer).rejects.toMatchObject({ code: 'records.year-not-yours' });
  });

  it('YEAR-7 nothing happens before midnight; at 00:00 the year is there, last year is closed, and again changes nothing', async () => {
    await confirm();
    lib.clock.set('2027-03-31T14:59:00Z');
    expect(await rollOver()).toEqual({ opened: 0, carried: 0, closed: 0 });
    lib.clock.set(MIDNIGHT);
    expect(await rollOver()).toEqual({ opened: 3, carried: 0, closed: 3 });
    expect(await spelled()).toEqual([
      '2026 20-01-01 S22 closed',
      '2026 20-01-01 S31 closed',
      '2026 20-01-02 S31 closed',
      '2027 20-01-01 S22 open',
      '2027 20-01-01 S31 open',
      '2027 20-01-02 S31 open',
    ]);
    expect((await files()).map(({ closed }) => closed).slice(0, 3)).toEqual(Array(3).fill('2027-03-31'));
    expect(await rollOver()).toEqual({ opened: 0, carried: 0, closed: 0 });
    expect(await plan()).toMatchObject({
      state: 'running',
      progress: { lines: 3, done: 3, filesToClose: 0, countersClosed: false },
    });
  });

  it('SWEEP-1 what was opened for the new year has no unknown end while nothing is in it', async () => {
    await confirm();
    lib.clock.set(MIDNIGHT);
    await rollOver();
    const unknown = () =>
      lib.rows<{ year: number; section: string }>(sql`
        select f.fiscal_year as year, f.section_code as section from records.finding n join records.record_file f on f.id = n.file_id
        where n.kind = 'unknown_expiry' and n.settled_on is null order by f.id`);
    await lib.get(SweepRecords).run();
    expect(await unknown()).toEqual([]);
    // Closed without anything in it: somebody has to say what becomes of it.
    await lib.uow.run(() =>
      lib.uow.change(sql`
        update records.record_file set state = 'closed', closed_on = '2027-04-01' where fiscal_year = ${YEAR} and section_code = 'S22'`),
    );
    await lib.get(SweepRecords).run();
    expect(await unknown()).toEqual([{ year: YEAR, section: 'S22' }]);
    const [empty] = await lib.rows<{ id: string }>(
      sql`select id from records.record_file where fiscal_year = ${YEAR} and section_code = 'S22'`,
    );
    const fileId = empty?.id ?? '';
    const remove = async (id: string, who: string = PEOPLE.officer) =>
      lib.get(RemoveFile).run({ fileId: id, reason: '該当する事務がなかったため' }, await lib.actor(who));
    await expect(remove(fileId, PEOPLE.otherHead)).rejects.toMatchObject({ code: 'records.not-yours-to-keep' });
    const [full] = await lib.rows<{ id: string }>(
      sql`select file_id as id from records.record r join records.record_file f on f.id = r.file_id where f.state = 'closed' limit 1`,
    );
    await expect(remove(full?.id ?? '')).rejects.toMatchObject({
      code: 'records.cannot-be-removed',
      facts: { because: 'not-empty' },
    });
    // EMPTY-1 It is off the register, the night settles its finding, and the desk counts it no more.
    const desk = async () => (await lib.get(ReadOverview).run(await lib.actor(PEOPLE.officer))).unknownExpiry;
    expect(await desk()).toBe(1);
    await remove(fileId);
    expect(await desk()).toBe(0);
    lib.clock.set('2027-04-03T01:00:00Z');
    await lib.get(SweepRecords).run();
    expect(await unknown()).toEqual([]);
    await expect(remove(fileId)).rejects.toMatchObject({ code: 'records.gone' });
    for (const [statement, constraint] of [
      [sql`update records.record set file_id = ${fileId}`, 'removed_file_is_empty'],
      [
        sql`update records.record_file set state = 'closed', removal_reason = null where id = ${fileId}`,
        'ended_stays_ended',
      ],
      [
        sql`update records.record_file set state = 'removed', removal_reason = 'x' where id = ${full?.id ?? ''}`,
        'removed_file_is_empty',
      ],
    ] as const)
      await expect(lib.uow.run(() => lib.uow.change(statement))).rejects.toMatchObject({ constraint });
  });

  it('YEAR-10 counters begin with the year; those of last year close ten minutes later, their last numbers stay', async () => {
    await confirm();
    lib.clock.set(MIDNIGHT);
    await rollOver();
    const counters = () =>
      lib.rows<{ symbol: string; year: number; last: number; open: boolean }>(sql`
        select symbol, year, last, closed_at is null as open from documents.number_counter order by year, symbol`);
    expect((await counters()).map(({ year, last, open }) => [year, last, open])).toEqual([
      [2026, 873, true],
      [2026, 120, true],
      [2027, 0, true],
      [2027, 0, true],
    ]);
    lib.clock.set('2027-03-31T15:10:00Z');
    await rollOver();
    expect((await counters()).map(({ year, last, open }) => [year, last, open])).toEqual([
      [2026, 873, false],
      [2026, 120, false],
      [2027, 0, true],
      [2027, 0, true],
    ]);
    expect(await plan()).toMatchObject({ state: 'done', allowed: [] });
  });

  it('YEAR-8 goes on where it was killed: what is done is not done again', async () => {
    await confirm();
    lib.clock.set(MIDNIGHT);
    await lib.uow.run(async () => lib.get(RollOverRows).open(YEAR, 2, await lib.uow.now()));
    await lib.uow.run(() => lib.get(RollOverRows).close(localDate('2027-04-01'), YEAR, 1));
    const both = await Promise.all([rollOver(), rollOver()]);
    expect(both.map(({ opened, closed }) => opened + closed).reduce((a, b) => a + b)).toBe(3);
    expect(await files()).toHaveLength(6);
    expect((await plan()).progress).toMatchObject({ lines: 3, done: 3, filesToClose: 0 });
  });

  it('YEAR-9 a server that was down at midnight does the same days later, with the same days in the files', async () => {
    await confirm();
    lib.clock.set('2027-04-05T00:30:00Z');
    await lib.decide({});
    expect(await rollOver()).toEqual({ opened: 3, carried: 0, closed: 3 });
    const closed = (await files()).filter(({ state }) => state === 'closed');
    expect(closed.map(({ closed: day }) => day)).toEqual(Array(3).fill('2027-03-31'));
    expect(await files()).toHaveLength(6);
  });

  it('YEAR-13 a clock that leaps turns no year by itself: not alone, not with its machine, and not on the first day after', async () => {
    const host = new HostClock();
    const days = new SeeTheDay(lib.uow, new WitnessRows(lib.uow), host);
    const clock = new BelievedClock(lib.uow, host, new WitnessRows(lib.uow), lib.get(Ledger));
    const unattended = new TurnUnattended(lib.uow, clock, lib.get(RollOverYear));
    const at = (instant: string, ofHost = instant) => {
      lib.clock.set(instant);
      host.read = () => new Date(ofHost);
      return unattended.run();
    };
    await confirm();
    const before = await files();
    expect(await at('2027-03-30T01:00:00Z')).toBeNull();
    await days.run();
    expect(await at('2057-04-01T01:00:00Z', '2027-03-31T01:00:00Z')).toBeNull();
    expect(await at('2057-04-01T01:00:00Z')).toBeNull();
    expect(await at('2027-04-10T01:00:00Z')).toBeNull();
    expect(await files()).toEqual(before);
    expect(await lib.rows(sql`select 1 from documents.number_counter where year <> 2026`)).toEqual([]);
    expect(await at('2027-03-31T14:59:00Z')).toEqual({ opened: 0, carried: 0, closed: 0 });
    expect(await at(MIDNIGHT)).toEqual({ opened: 3, carried: 0, closed: 3 });
  });

  it('YEAR-1 accounting files stay open until 31 May', async () => {
    await lib.uow.run(() =>
      lib.uow.change(sql`update records.record_file set adjustment_period = true where class_code = '20-01-02'`),
    );
    const open = async () =>
      (await files()).filter(({ year, state }) => year === 2026 && state === 'open').map(({ code }) => code);
    lib.clock.set('2027-05-31T14:59:00Z');
    await rollOver();
    expect(await open()).toEqual(['20-01-02']);
    lib.clock.set('2027-05-31T15:00:00Z');
    await rollOver();
    expect(await open()).toEqual([]);
    expect((await files()).find(({ code }) => code === '20-01-02')?.closed).toBe('2027-05-31');
  });

  it('YEAR-11 31 March 23:50 and 1 April 00:10: each decision lies in the file of its own year, also when the roll-over came first', async () => {
    await confirm();
    lib.clock.set('2027-03-31T14:50:00Z');
    const before = await lib.decideOne();
    lib.clock.set(MIDNIGHT);
    await rollOver();
    lib.clock.set('2027-03-31T14:59:59Z');
    const late = await lib.decideOne();
    lib.clock.set('2027-03-31T15:10:00Z');
    const after = await lib.decideOne();
    const years = async (id: string) => (await lib.filingOf(id)).fiscalYear;
    expect([await years(before), await years(late), await years(after)]).toEqual([2026, 2026, 2027]);
    expect(await files()).toHaveLength(6);
  });

  it('YEAR-5 a continuing file takes the documents of the next year', async () => {
    await lib.uow.run(() =>
      lib.uow.change(
        sql`update records.record_file set continuing = true, starts_on = null, expires_on = null where section_code = 'S22'`,
      ),
    );
    await confirm();
    lib.clock.set(MIDNIGHT);
    expect(await rollOver()).toMatchObject({ opened: 2, carried: 1, closed: 2 });
    const id = await lib.decideOne({ section: { code: 'S22', name: '財政課' } });
    const [filed] = await lib.rows<{ year: number }>(sql`
      select f.fiscal_year as year from records.record r join records.record_file f on f.id = r.file_id where r.document_id = ${id}`);
    expect(filed?.year).toBe(2026);
  });

  it('YEAR-12 the ledger keeps the plan, every opening and every closing', async () => {
    await confirm();
    lib.clock.set('2027-03-31T15:10:00Z');
    await rollOver();
    const rows = await lib.rows<{ kind: string; n: number }>(sql`
      select kind, count(*)::int as n from ledger.entry where kind like 'records.year%' or kind = 'records.file-closed' group by kind order by kind`);
    expect(rows.map(({ kind, n }) => `${kind} ${n}`)).toEqual([
      'records.file-closed 3',
      'records.year-begun 1',
      'records.year-confirmed 1',
      'records.year-done 1',
    ]);
  });
});
