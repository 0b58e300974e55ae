import { localDate } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { DraftFilingPlan } from '../src/app/plan/draft-filing-plan';
import { PrintFilingPlan } from '../src/app/plan/print-filing-plan';
import { PublishFilingPlan } from '../src/app/plan/publish-filing-plan';
import { ReadFilingPlans } from '../src/app/plan/read-filing-plans';
import { TryFilingPlan } from '../src/app/plan/try-filing-plan';
import { PEOPLE, RecordsUnderTest } from './support/records';

describe('PLAN-10 the classes of a draft as a list', () => {
  let lib: RecordsUnderTest;
  let id: number;
  const officer = () => lib.actor(PEOPLE.officer);
  const view = async () => lib.get(ReadFilingPlans).one(id, await officer(), 'ja');
  const list = async () => lib.get(PrintFilingPlan).list(id, await officer());
  const tryIt = async (text: string) =>
    lib.get(TryFilingPlan).list(id, await officer(), { list: text, language: 'ja' });
  const bring = async (text: string, revision?: number) =>
    lib.get(DraftFilingPlan).bring(id, await officer(), { revision: revision ?? (await view()).revision, list: text });
  const classOf = async (code: string) => (await view()).classes.find((one) => one.code === code);
  const edits = async () => (await lib.rows(sql`select 1 from ledger.entry where kind = 'records.plan-edited'`)).length;

  beforeEach(async () => {
    lib = await RecordsUnderTest.start('2027-01-15T01:00:00Z');
    id = await lib.get(DraftFilingPlan).begin(await officer(), '令和9年度の改定');
  });
  afterEach(() => lib.stop());

  it('what goes out and comes back as it is changes nothing, whatever the spreadsheet does to its line ends', async () => {
    const before = await view();
    for (const text of [await list(), (await list()).replaceAll('\r\n', '\n').replace('\uFEFF', '')]) {
      expect(await tryIt(text)).toMatchObject({ added: 0, changed: 0, ended: 0, classes: [], listFaults: [] });
      await bring(text);
    }
    expect(await view()).toEqual(before);
    expect(await edits()).toBe(0);
  });

  it('the trial tells what each class was and would be and changes nothing; then it is so in the draft, and goes out again', async () => {
    const changed = (await list())
      .replace(/^20-01-01,契約,/mu, '20-01-01,契約(委託),')
      .replace(/^(20-01-02,.*,)(R\d+),(.*)$/mu, '$1R10,$3')
      .concat('20-01-09,電子契約,3,20-01,F008,R05,open,destroy,,false,true,,,\r\n');
    const trial = await tryIt(changed);
    expect(trial).toMatchObject({ added: 1, changed: 2, listFaults: [], faults: [] });
    expect(trial.classes.map(({ code, change }) => [code, change])).toEqual([
      ['20-01-01', 'changed'],
      ['20-01-02', 'changed'],
      ['20-01-09', 'added'],
    ]);
    expect(trial.classes[0]?.columns).toEqual([{ column: 'name', before: '契約', after: '契約(委託)' }]);
    expect((await view()).changes).toBe(0);
    await bring(changed);
    expect(await view()).toMatchObject({ changes: 3, faults: [] });
    expect(await classOf('20-01-09')).toMatchObject({ name: '電子契約', change: 'added', personalData: true });
    expect(await classOf('20-01-02')).toMatchObject({ retentionClass: 'R10', change: 'changed' });
    expect(await edits()).toBe(3);
    expect(await tryIt(await list())).toMatchObject({ classes: [] });
    // As it was: the change is gone again.
    await bring((await list()).replace('契約(委託)', '契約'));
    expect(await view()).toMatchObject({ changes: 2 });
  });

  it('classes and columns that a list leaves out stay, and an empty cell empties', async () => {
    await bring(
      'code,name,level,parent_code,function_code,retention_class,disclosure_class,disposition,last_year\n20-01-02,支出,3,20-01,F008,R05,open,,2027\n',
    );
    expect(await classOf('20-01-02')).toMatchObject({ lastYear: 2027, disposition: null, change: 'ended' });
    const { revision, classes } = await view();
    expect(classes.filter(({ change }) => change !== null)).toHaveLength(1);
    await bring(
      'code,name,level,parent_code,function_code,retention_class,disclosure_class,disposition\n20-01-02,支出命令,3,20-01,F008,R05,open,\n',
      revision,
    );
    expect(await classOf('20-01-02')).toMatchObject({ name: '支出命令', lastYear: 2027 });
    await bring(
      'code,name,level,parent_code,function_code,retention_class,disclosure_class,disposition,last_year\n20-01-02,支出命令,3,20-01,F008,R05,open,,\n',
    );
    expect(await classOf('20-01-02')).toMatchObject({ lastYear: null });
  });

  it('lines that cannot be read are all told, and nothing is taken: codes that became days, levels, the same class twice', async () => {
    const head = 'code,name,level,parent_code,function_code,retention_class,disclosure_class,disposition';
    const text = `${head}\n2020/1/1,契約,3,20-01,F008,R05,open,destroy\n20-01,契約・支出,3,20,,,,\n20-01-02,支出,3,20-01,F008,R05,open,\n20-01-02,支出,3,20-01,F008,R05,open,\n`;
    const { listFaults, classes } = await tryIt(text);
    expect(listFaults.map(({ line }) => line)).toEqual([2, 3, 5]);
    expect(listFaults[0]?.message).toContain('2020/1/1');
    expect(classes).toEqual([]);
    await expect(bring(text)).rejects.toMatchObject({
      code: 'records.plan-list-has-faults',
      facts: { lines: [2, 3, 5] },
    });
    expect((await tryIt('名称\n契約\n')).listFaults.length).toBeGreaterThan(0);
    expect((await view()).changes).toBe(0);
  });

  it('what does not fit the plan is told before and after, as when it is typed, and keeps it from being published', async () => {
    const text = (await list()).concat('20-01-09,電子契約,3,99-99,F008,R99,open,destroy,,,,,,\r\n');
    const codes = (faults: readonly { code: string; column: string }[]) =>
      faults.map(({ code, column }) => [code, column]);
    const expected = [
      ['package.unknown-reference', 'parent_code'],
      ['package.unknown-reference', 'retention_class'],
    ];
    expect(codes((await tryIt(text)).faults)).toEqual(expected);
    await bring(text);
    expect(codes((await view()).faults)).toEqual(expected);
    const { revision } = await view();
    const publishing = lib.get(PublishFilingPlan).run(id, await officer(), {
      revision,
      validFrom: localDate('2027-04-01'),
      reason: '毎年の見直し',
      shorten: false,
    });
    await expect(publishing).rejects.toMatchObject({ code: 'records.plan-has-faults' });
  });

  it('only the records office brings a list in, over the draft that was seen, and over nothing that is published', async () => {
    const text = await list();
    for (const staffNo of [PEOPLE.head, PEOPLE.auditor]) {
      const actor = await lib.actor(staffNo);
      const refusal = { code: 'records.plan-not-yours' };
      await expect(lib.get(TryFilingPlan).list(id, actor, { list: text, language: 'ja' })).rejects.toMatchObject(
        refusal,
      );
      await expect(lib.get(DraftFilingPlan).bring(id, actor, { revision: 1, list: text })).rejects.toMatchObject(
        refusal,
      );
    }
    await expect(lib.get(PrintFilingPlan).list(id, await lib.actor(PEOPLE.head))).rejects.toMatchObject({
      code: 'records.plan-not-yours',
    });
    const renamed = text.replace(/^20-01-01,契約,/mu, '20-01-01,契約(委託),');
    await bring(renamed);
    await expect(bring(text, 1)).rejects.toMatchObject({ code: 'records.plan-moved' });
    await lib.get(PublishFilingPlan).run(id, await officer(), {
      revision: (await view()).revision,
      validFrom: localDate('2027-04-01'),
      reason: '毎年の見直し',
      shorten: false,
    });
    await expect(bring(text)).rejects.toMatchObject({ code: 'records.plan-not-draft' });
    await expect(tryIt(text)).rejects.toMatchObject({ code: 'records.plan-not-draft' });
  });
});
