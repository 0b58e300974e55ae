import { localDate } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { ListFilingClasses } from '../src/app/filing-plan';
import { type ClassWish, DraftFilingPlan } from '../src/app/plan/draft-filing-plan';
import { EnterFilingPlans } from '../src/app/plan/enter-filing-plans';
import { PrintFilingPlan } from '../src/app/plan/print-filing-plan';
import { PublishFilingPlan } from '../src/app/plan/publish-filing-plan';
import { ReadFilingPlans } from '../src/app/plan/read-filing-plans';
import { TryFilingPlan } from '../src/app/plan/try-filing-plan';
import { PrepareYear } from '../src/app/years/prepare-year';
import { ReadYearPlan } from '../src/app/years/read-year-plan';
import { ReadYearLines } from '../src/app/years/read-year-lines';
import { RollOverYear } from '../src/app/years/roll-over-year';
import { PEOPLE, RecordsUnderTest } from './support/records';

const NEXT = localDate('2027-04-01');
const MIDNIGHT = '2027-03-31T15:00:00Z';

describe('the filing plan of next year', () => {
  let lib: RecordsUnderTest;
  const officer = () => lib.actor(PEOPLE.officer);
  const view = async (id: number) => lib.get(ReadFilingPlans).one(id, await officer(), 'ja');
  const begin = async () => lib.get(DraftFilingPlan).begin(await officer(), '令和9年度の改定');
  const put = async (id: number, code: string, said: Partial<ClassWish>) => {
    const { revision, classes } = await view(id);
    const {
      change: _,
      before: __,
      retentionLabel: ___,
      sectionName: ____,
      level: _____,
      ...known
    } = classes.find((one) => one.code === code) ?? { ...classes.find((one) => one.code === '20-01-01')!, code };
    await lib.get(DraftFilingPlan).put(id, await officer(), { ...known, revision, isNew: false, ...said });
  };
  const publish = async (id: number, said: { validFrom?: string; shorten?: boolean } = {}) => {
    const { revision } = await view(id);
    await lib.get(PublishFilingPlan).run(id, await officer(), {
      revision,
      validFrom: localDate(said.validFrom ?? NEXT),
      reason: '毎年の見直し',
      shorten: said.shorten ?? false,
    });
  };
  const tryIt = async (id: number) => lib.get(TryFilingPlan).run(id, await officer(), { day: NEXT, language: 'ja' });
  const classNow = async (code: string) =>
    (
      await lib.rows<{ name: string; retention: string; last: number | null }>(
        sql`select name, retention_class as retention, last_year as last from records.filing_class where code = ${code}`,
      )
    )[0];
  const retentionOfFiles = async () =>
    lib.rows<{ year: number; retention: string; statutory: number | null }>(sql`
      select fiscal_year as year, retention_class as retention, statutory_years as statutory from records.record_file
      where class_code = '20-01-01' order by fiscal_year`);

  beforeEach(async () => {
    lib = await RecordsUnderTest.start('2027-01-15T01:00:00Z');
  });
  afterEach(() => lib.stop());

  it('PLAN-1 is drafted and thrown away by the records office alone; others see neither drafts nor versions', async () => {
    const id = await begin();
    for (const staffNo of [PEOPLE.head, PEOPLE.drafter]) {
      const actor = await lib.actor(staffNo);
      await expect(lib.get(ReadFilingPlans).one(id, actor, 'ja')).rejects.toMatchObject({
        code: 'records.plan-not-yours',
      });
      await expect(lib.get(DraftFilingPlan).begin(actor, null)).rejects.toMatchObject({
        code: 'records.plan-not-yours',
      });
      expect(await lib.get(ReadFilingPlans).list(actor, 'ja')).toEqual({ items: [], allowed: [] });
      expect((await lib.get(ReadFilingPlans).onDay(actor, 'ja', null)).classes.length).toBeGreaterThan(30);
    }
    const auditor = await lib.actor(PEOPLE.auditor);
    expect(await lib.get(ReadFilingPlans).one(id, auditor, 'ja')).toMatchObject({ state: 'draft', allowed: ['try'] });
    await lib.get(DraftFilingPlan).discard(id, await officer());
    await expect(view(id)).rejects.toMatchObject({ code: 'records.plan-not-found' });
  });

  it('PLAN-2 classes are added, renamed, moved and ended; a change is taken back; the last to save is told', async () => {
    const id = await begin();
    await put(id, '20-01-09', { isNew: true, name: '電子契約', parentCode: '20-01' });
    await put(id, '20-01-01', { name: '契約(委託)' });
    await put(id, '20-01-02', { lastYear: 2026 });
    expect((await view(id)).classes.filter(({ change }) => change).map(({ code, change }) => [code, change])).toEqual([
      ['20-01-01', 'changed'],
      ['20-01-02', 'ended'],
      ['20-01-09', 'added'],
    ]);
    await expect(put(id, '20-01-09', { isNew: true })).rejects.toMatchObject({ code: 'records.plan-class-exists' });
    await expect(put(id, '20-01-09', { parentCode: '20' })).rejects.toMatchObject({ code: 'records.plan-bad-parent' });
    await expect(put(id, '99-99-99', {})).rejects.toMatchObject({ code: 'records.plan-no-such-class' });
    await expect(put(id, '20-01-01', { revision: 1 })).rejects.toMatchObject({ code: 'records.plan-moved' });
    const { revision } = await view(id);
    await lib.get(DraftFilingPlan).takeBack(id, await officer(), { revision, code: '20-01-09' });
    await put(id, '20-01-01', { name: (await classNow('20-01-01'))!.name });
    expect((await view(id)).changes).toBe(1);
    expect(await classNow('20-01-02')).toMatchObject({ last: null });
  });

  it('PLAN-4 comes into force at 00:00 of its day; running files keep theirs, the next ones follow', async () => {
    await lib.decide({});
    const id = await begin();
    await put(id, '20-01-01', {
      name: '契約(委託)',
      retentionClass: 'R10',
      statutoryYears: 7,
      statutoryLaw: '地方自治法',
    });
    await publish(id);
    expect(await view(id)).toMatchObject({
      state: 'scheduled',
      words: 'ファイル基準表 第1版(令和9年4月1日施行)',
      allowed: ['withdraw', 'try'],
    });
    const before = (await classNow('20-01-01'))!;
    const confirmed = await lib.get(ReadYearPlan).run(2027, await officer(), 'ja');
    await lib.get(PrepareYear).confirm({ actor: await officer(), fiscalYear: 2027, digest: confirmed.digest });
    lib.clock.set('2027-03-31T14:59:59Z');
    await lib.get(RollOverYear).run();
    expect(await classNow('20-01-01')).toEqual(before);
    lib.clock.set(MIDNIGHT);
    await lib.get(RollOverYear).run();
    expect(await classNow('20-01-01')).toMatchObject({ name: '契約(委託)', retention: 'R10' });
    expect(await retentionOfFiles()).toEqual([
      { year: 2026, retention: before.retention, statutory: null },
      { year: 2027, retention: 'R10', statutory: 7 },
    ]);
    expect(await view(id)).toMatchObject({ state: 'in_force', changes: 1, allowed: [] });
    const changed = (await view(id)).classes.find(({ change }) => change)!;
    expect([changed.name, changed.before!.name]).toEqual(['契約(委託)', before.name]);
    const past = await lib.get(ReadFilingPlans).onDay(await officer(), 'ja', localDate('2027-03-31'));
    expect(past.classes.find(({ code }) => code === '20-01-01')).toMatchObject({ name: before.name });
  });

  it('PLAN-4 a decision of the first minute is filed by the new plan, also before the worker has looked', async () => {
    const id = await begin();
    await put(id, '20-01-01', { retentionClass: 'R10' });
    await publish(id);
    lib.clock.set('2027-03-31T15:00:05Z');
    await lib.decide({});
    expect(await retentionOfFiles()).toEqual([{ year: 2027, retention: 'R10', statutory: null }]);
    await lib.get(EnterFilingPlans).run();
    expect((await view(id)).state).toBe('in_force');
  });

  it('PLAN-6 the dry run names what is touched, and changes nothing; shorter is published with consent alone', async () => {
    await lib.decide({}, {});
    const id = await begin();
    await put(id, '20-01-01', { retentionClass: 'R03' });
    await put(id, '10', { statutoryYears: 20, statutoryLaw: '公文書条例' });
    const trial = await tryIt(id);
    expect(trial).toMatchObject({
      day: '2027-04-01',
      added: 0,
      changed: 2,
      ended: 0,
      shorter: 1,
      files: 1,
      documents: 2,
    });
    expect(trial.classes.find(({ code }) => code === '20-01-01')).toMatchObject({
      shorter: true,
      retentionAfter: '3年(完結の日から)',
      openFiles: 1,
      series: 1,
      matterTypes: expect.arrayContaining([expect.any(String)]),
    });
    expect(trial.classes.find(({ code }) => code === '10-01-01')).toMatchObject({
      change: 'inherited',
      retentionAfter: '20年(公文書条例)',
    });
    const shortening = publish(id);
    await expect(shortening).rejects.toMatchObject({
      code: 'records.plan-would-shorten',
      facts: { classes: [expect.stringContaining('20-01-01')] },
    });
    await publish(id, { shorten: true });
    expect((await view(id)).state).toBe('scheduled');
    expect(await retentionOfFiles()).toHaveLength(1);
  });

  it('PLAN-5 is not published with faults, empty, for a past day, or before a version that waits', async () => {
    const id = await begin();
    await expect(publish(id)).rejects.toMatchObject({ code: 'records.plan-empty' });
    await put(id, '20-01', { lastYear: 2026 });
    await expect(publish(id)).rejects.toMatchObject({ code: 'records.plan-has-faults' });
    expect((await view(id)).faults.map(({ code, classCode }) => `${classCode} ${code}`)).toContain(
      '20-01-01 plan.outlives-its-parent',
    );
    await put(id, '20-01', { lastYear: null, name: '契約等' });
    await expect(publish(id, { validFrom: '2027-01-14' })).rejects.toMatchObject({ code: 'records.plan-day-is-past' });
    await publish(id);
    const other = await begin();
    await put(other, '20-01-01', { name: '委託契約' });
    await expect(publish(other, { validFrom: '2027-03-01' })).rejects.toMatchObject({
      code: 'records.plan-out-of-order',
    });
    await publish(other);
    await expect(lib.get(PublishFilingPlan).withdraw(id, await officer())).rejects.toMatchObject({
      code: 'records.plan-later-stands',
    });
    await lib.get(PublishFilingPlan).withdraw(other, await officer());
    expect((await view(other)).state).toBe('withdrawn');
    lib.clock.set(MIDNIGHT);
    await lib.get(EnterFilingPlans).run();
    expect([(await classNow('20-01'))?.name, (await view(id)).state]).toEqual(['契約等', 'in_force']);
    await expect(lib.get(PublishFilingPlan).withdraw(id, await officer())).rejects.toMatchObject({
      code: 'records.plan-not-scheduled',
    });
  });

  it('PLAN-5 warns of presets that end and of laws that are longer', async () => {
    const id = await begin();
    await put(id, '20-01-01', { lastYear: 2026 });
    await put(id, '20-01-02', { statutoryYears: 30, statutoryLaw: '法' });
    const { faults } = await tryIt(id);
    expect(faults.map(({ code, classCode, severity }) => `${classCode} ${code} ${severity}`)).toEqual([
      '20-01-02 plan.law-is-longer warning',
      '20-01-01 plan.preset-ends warning',
    ]);
    await publish(id);
  });

  it('PLAN-7 the turn of the year is planned by the plan of its first day; what it was confirmed by stays', async () => {
    await lib.decide({}, { classCode: '20-01-02' });
    const id = await begin();
    await put(id, '20-01-09', { isNew: true, name: '電子契約', parentCode: '20-01', retentionClass: 'R10' });
    await put(id, '20-01-02', { lastYear: 2026 });
    await publish(id);
    const plan = async () => lib.get(ReadYearPlan).run(2027, await officer(), 'ja');
    const choice = { title: '電子契約', personalData: false, secret: false, skipped: false };
    await lib.get(PrepareYear).choose({
      actor: await officer(),
      fiscalYear: 2027,
      classCode: '20-01-09',
      sectionCode: 'S31',
      ...choice,
    });
    const { items } = await lib.get(ReadYearLines).run({ fiscalYear: 2027, section: 'S31' }, await officer());
    expect(items.map(({ classCode, className, action }) => [classCode, className, action])).toEqual([
      ['20-01-01', expect.any(String), 'open'],
      ['20-01-09', '電子契約', 'open'],
      ['20-01-02', expect.any(String), 'skip'],
    ]);
    await lib.get(PrepareYear).confirm({ actor: await officer(), fiscalYear: 2027, digest: (await plan()).digest });
    await expect(lib.get(PublishFilingPlan).withdraw(id, await officer())).rejects.toMatchObject({
      code: 'records.plan-year-confirmed',
    });
    const other = await begin();
    await put(other, '20-01-01', { name: '委託' });
    expect((await tryIt(other)).confirmedYear).toBe(2027);
    await expect(publish(other)).rejects.toMatchObject({ code: 'records.plan-year-confirmed' });
    const ended = async () => (await lib.get(ListFilingClasses).run()).flatMap((one) => (one.ended ? [one.code] : []));
    expect(await ended()).toEqual([]);
    lib.clock.set(MIDNIGHT);
    expect(await lib.get(RollOverYear).run()).toMatchObject({ opened: 2 });
    expect(await ended()).toEqual(['20-01-02']);
    const [file] = await lib.rows<{ retention: string }>(
      sql`select retention_class as retention from records.record_file where class_code = '20-01-09'`,
    );
    expect(file?.retention).toBe('R10');
  });

  it('PLAN-2 an import between draft and day keeps what the draft does not touch', async () => {
    const id = await begin();
    await put(id, '20-01-01', { name: '契約(委託)' });
    await publish(id);
    lib.town
      .replace('filing_plan.csv', '20-01-02,', '20-01-02,')
      .append('filing_plan.csv', '20-01-08,電子入札,3,20-01,F009,R05,open,destroy');
    expect((await lib.import()).faults).toEqual([]);
    lib.clock.set(MIDNIGHT);
    await lib.get(EnterFilingPlans).run();
    expect([(await classNow('20-01-01'))?.name, (await classNow('20-01-08'))?.name]).toEqual([
      '契約(委託)',
      '電子入札',
    ]);
  });

  it('PLAN-8 prints the plan with what a version changes, and PLAN-9 the ledger keeps every step', async () => {
    const id = await begin();
    await put(id, '20-01-09', { isNew: true, name: '=電子契約', parentCode: '20-01' });
    await publish(id);
    const csv = await lib.get(PrintFilingPlan).csv({ id }, await officer());
    expect(csv).toMatch(/20-01-09,小分類,[^\n]*電子契約[^\n]*新設/);
    expect(csv).not.toMatch(/,=電子契約/);
    const sheet = await lib.get(PrintFilingPlan).sheet({ day: null }, await lib.actor(PEOPLE.drafter));
    expect([sheet.title, sheet.rows.length]).toEqual(['ファイル基準表', 40]);
    lib.clock.set(MIDNIGHT);
    await lib.get(EnterFilingPlans).run();
    const kinds = await lib.rows<{ kind: string }>(
      sql`select kind from ledger.entry where subject_kind = 'filing-plan' and subject_id = ${String(id)} order by seq`,
    );
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'records.plan-drafted',
      'records.plan-edited',
      'records.plan-published',
      'records.plan-entered',
    ]);
  });
});
