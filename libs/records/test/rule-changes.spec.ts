import { localDate } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { ChangeRetention } from '../src/app/keeping/change-retention';
import { ListDueFiles } from '../src/app/keeping/list-due-files';
import { ReadFile } from '../src/app/keeping/read-file';
import { SplitFile } from '../src/app/keeping/split-file';
import { ReadRegister } from '../src/app/registers/read-register';
import { ChangeRule, type RuleCommand } from '../src/app/rules/change-rule';
import { FollowRule } from '../src/app/rules/follow-rule';
import { PreviewRule } from '../src/app/rules/preview-rule';
import { SteerRuleChange } from '../src/app/rules/steer-rule-change';
import { LabelRows } from '../src/data/paper/label-rows';
import { keepingHands } from './support/keeping-hands';
import { PEOPLE, RecordsUnderTest } from './support/records';

const longer = { code: 'R05', label: '7年', years: 7, basis: 'closed' } as const;
const shorter = { code: 'R05', label: '3年', years: 3, basis: 'closed' } as const;

describe('FIL-8 a rule of keeping is changed, and the files that were there follow in chunks', () => {
  let lib: RecordsUnderTest;

  beforeEach(async () => {
    lib = await RecordsUnderTest.start();
  });
  afterEach(() => lib.stop());

  const { officer, closed, expiryOf, hold, fileOf } = keepingHands(() => lib);
  const ask = async (command: Partial<RuleCommand> & Pick<RuleCommand, 'wish' | 'seenFiles'>) =>
    lib.get(ChangeRule).run({ retroactive: true, shorten: false, reason: '規程の改正', ...command }, await officer());
  const follow = (chunk?: number) => lib.get(FollowRule).run(chunk);
  const progress = async (id: string) => lib.get(SteerRuleChange).read(id, await officer());
  const outcomes = async (id: string) =>
    new Map((await lib.get(SteerRuleChange).files(id, await officer())).map((file) => [file.fileId, file]));
  /** Periods and dates as lists and labels name them, each pair once. */
  const named = async () => {
    const [actor, limit] = [await officer(), 50];
    const due = await Promise.all(
      [2029, 2031].map((fiscalYear) => lib.get(ListDueFiles).run({ fiscalYear, limit }, actor, 'ja')),
    );
    const label = (unit: string) => lib.get(LabelRows).of({ fiscalYear: 2026, unit, limit }, sql`true`);
    const labels = await lib.uow.read(async () => [...(await label('S31')), ...(await label('S22'))]);
    const files = [...(await lib.files.run({ limit }, actor)).items, ...due.flatMap(({ items }) => items), ...labels];
    return [...new Set(files.map(({ retentionLabel, expiresOn }) => `${retentionLabel} ${expiresOn}`))]
      .toSorted()
      .toReversed();
  };
  /** The register of a day. */
  const register = async (day: string) => {
    const { lines } = await lib
      .get(ReadRegister)
      .run({ edition: 'internal', asOf: localDate(day) }, await lib.actor(PEOPLE.auditor));
    return lines.map(({ title, retentionLabel, expiresOn }) => `${title} ${retentionLabel} ${expiresOn}`);
  };
  const sections = ['S31', 'S22', 'S12', 'S13', 'S14'];
  const several = async (n: number) => {
    const all = [];
    for (const code of sections.slice(0, n)) all.push(await closed({ section: { code, name: `課${code}` } }));
    return all;
  };
  /** The machine fails when the third file of a run is written. */
  const failAtTheThird = () =>
    lib.database.owned.run(async () => {
      const { owned } = lib.database;
      await owned.change(sql`create sequence records.kill_count`);
      await owned.change(sql`
        create function records.kill() returns trigger language plpgsql security definer as $$ begin
          if nextval('records.kill_count') >= tg_argv[0]::int then raise exception 'killed'; end if; return new; end $$`);
      await owned.change(sql`
        create trigger kill before update on records.rule_change_file for each row execute function records.kill('3')`);
    });

  it('a kill between two chunks: what is done stays, what is left keeps its day, and the next run does only that', async () => {
    const made = await several(5);
    const effect = await lib.get(PreviewRule).run(longer, await officer());
    expect(effect).toMatchObject({ files: 5, shorter: 0 });
    expect(effect.named.items[0]).toMatchObject({ expiresOn: '2032-03-31', wouldBe: '2034-03-31' });
    const id = await ask({ wish: longer, seenFiles: 5 });
    expect(await progress(id)).toMatchObject({ state: 'running', total: 5, followed: 0, stayed: 0, allowed: ['stop'] });
    await failAtTheThird();
    await expect(follow(2)).rejects.toThrow('killed');
    expect(await progress(id)).toMatchObject({ state: 'running', total: 5, followed: 2 });
    const days = async () => {
      const all = await Promise.all(made.map(({ document }) => expiryOf(document)));
      return all.map((day) => day ?? '').toSorted((one, other) => one.localeCompare(other));
    };
    expect(await days()).toEqual(['2032-03-31', '2032-03-31', '2032-03-31', '2034-03-31', '2034-03-31']);
    await lib.database.owned.run(() => lib.database.owned.change(sql`drop trigger kill on records.rule_change_file`));
    expect(await follow(2)).toBe(3);
    expect(await progress(id)).toMatchObject({ state: 'finished', followed: 5, stayed: 0, allowed: [] });
    expect(new Set(await days())).toEqual(new Set(['2034-03-31']));
    const noted = await lib.rows(sql`
      select subject_id from ledger.entry where kind = 'records.retention-changed' and subject_kind = 'record-file'`);
    expect(noted).toHaveLength(5);
    expect(await lib.rows(sql`select 1 from records.record_file where kept_basis is not null`)).toEqual([]);
  });

  it('until a file is reached it lies under the old rule, whatever is closed in it; new files under the new one', async () => {
    const [first] = await several(1);
    const open = await lib.decideOne();
    const id = await ask({ wish: shorter, seenFiles: 1, shorten: true });
    lib.clock.set('2027-02-01T01:00:00Z');
    await lib.close(open);
    expect(await expiryOf(open)).toBe('2032-03-31');
    expect(await lib.filingOf(open)).toMatchObject({ retentionLabel: '5年' });
    const fresh = await closed({ section: { code: 'S22', name: '財政課' } });
    expect(await expiryOf(fresh.document)).toBe('2030-03-31');
    expect(await lib.get(ReadFile).run(await fileOf(open), await officer(), 'ja')).toMatchObject({
      retentionLabel: '5年',
    });
    expect(await named()).toEqual(['5年 2032-03-31', '3年 2030-03-31']);
    await follow();
    expect(await named()).toEqual(['3年 2030-03-31']);
    expect([await expiryOf(open), await expiryOf(first?.document ?? '')]).toEqual(['2030-03-31', '2030-03-31']);
    expect(await progress(id)).toMatchObject({ state: 'finished', total: 1, followed: 1 });
  });

  it('HOLD-2 a hold placed between two chunks keeps its file under the old rule; without consent nothing ends earlier', async () => {
    const [held, plain] = await several(2);
    const id = await ask({ wish: shorter, seenFiles: 2, shorten: true });
    await hold({ fileIds: [held?.file ?? ''] });
    await follow(1);
    const after = await outcomes(id);
    expect(after.get(held?.file ?? '')).toMatchObject({ outcome: 'stayed', code: 'held', toOn: '2032-03-31' });
    expect(after.get(plain?.file ?? '')).toMatchObject({
      outcome: 'followed',
      fromOn: '2032-03-31',
      toOn: '2030-03-31',
    });
    expect(await lib.get(ReadFile).run(held?.file ?? '', await officer(), 'ja')).toMatchObject({
      retentionLabel: '5年',
      expiresOn: '2032-03-31',
    });
    await ask({ wish: { ...shorter, label: '1年', years: 1 }, seenFiles: 1 });
    await follow();
    expect(await expiryOf(plain?.document ?? '')).toBe('2030-03-31');
  });

  it('REG-3 the register of a day on which a file waited names the rule that its dates come from, whatever was changed on it', async () => {
    const [first] = await several(1);
    const spare = await lib.decideOne();
    lib.clock.set('2026-10-05T01:00:00Z');
    await ask({ wish: longer, seenFiles: 1 });
    lib.clock.set('2026-10-06T01:00:00Z');
    await lib
      .get(SplitFile)
      .run(
        { fileId: first?.file ?? '', documentIds: [spare], title: '契約 別冊', reason: '厚い', carryHolds: false },
        await officer(),
      );
    await lib.uow.run(async () => {
      await lib.uow.now();
      await lib.uow.change(sql`update records.record_file set secret = true where id = ${first?.file ?? ''}`);
    });
    const waiting = ['契約 5年 2032-03-31', '契約 別冊 5年 2032-03-31'];
    expect(await register('2026-10-06')).toEqual(waiting);
    lib.clock.set('2026-10-07T01:00:00Z');
    await follow();
    expect(await register('2026-10-06')).toEqual(waiting);
    expect(await register('2026-10-07')).toEqual(['契約 7年 2034-03-31', '契約 別冊 7年 2034-03-31']);
  });

  it('REG-3 the register names the rule that a file has followed, also where the file has no dates yet', async () => {
    await closed({ classCode: '20-02-01' });
    lib.clock.set('2026-10-05T01:00:00Z');
    await ask({ wish: { code: 'E05', label: '事業完了後7年', years: 7, basis: 'event' }, seenFiles: 1 });
    lib.clock.set('2026-10-06T01:00:00Z');
    await follow();
    const said = async (day: string) => (await register(day)).map((line) => line.split(' ').slice(1).join(' '));
    expect(await said('2026-10-05')).toEqual(['事業完了後5年 null']);
    expect(await said('2026-10-06')).toEqual(['事業完了後7年 null']);
  });

  it('what does not follow is pinned in chunks too; what was settled for one file meanwhile stays so; a volume split off waits too', async () => {
    const [file, other] = await several(2);
    const no = await ask({ wish: longer, seenFiles: 2, retroactive: false });
    expect(await lib.filingOf(file?.document ?? '')).toMatchObject({ retentionLabel: '5年' });
    await follow();
    expect(await progress(no)).toMatchObject({ state: 'finished', total: 2, stayed: 2 });
    expect((await outcomes(no)).get(file?.file ?? '')).toMatchObject({ code: 'not-retroactive', toOn: '2032-03-31' });
    expect(await lib.filingOf(file?.document ?? '')).toMatchObject({ retentionLabel: '5年', expiresOn: '2032-03-31' });
    const [third, fourth] = [
      await closed({ classCode: '20-01-02', matterType: 'spending' }),
      await lib.decideOne({ classCode: '20-01-02', matterType: 'spending' }),
    ];
    await ask({ wish: { ...longer, label: '9年', years: 9 }, seenFiles: 1 });
    await lib
      .get(SplitFile)
      .run(
        { fileId: third.file, documentIds: [fourth], title: null, reason: '厚い', carryHolds: false },
        await officer(),
      );
    await follow();
    expect([await expiryOf(third.document), await expiryOf(fourth)]).toEqual(['2036-03-31', '2036-03-31']);
    expect(await fileOf(fourth)).not.toBe(third.file);
    expect(await expiryOf(other?.document ?? '')).toBe('2032-03-31');
    const again = await ask({ wish: { ...longer, label: '10年', years: 10 }, seenFiles: 2 });
    await lib
      .get(ChangeRetention)
      .run({ fileId: third.file, retentionClass: 'R30', reason: '重要', shorten: false }, await officer());
    await follow();
    expect((await outcomes(again)).get(third.file)).toMatchObject({ outcome: 'stayed', code: 'otherwise' });
    expect(await expiryOf(third.document)).toBe('2057-03-31');
  });

  it('FIL-7 rules that one import changes are one question: their files follow together in chunks, stopped and let go on', async () => {
    const made = await several(4);
    const spending = await closed({ classCode: '20-01-02', matterType: 'spending' });
    lib.town.replace('retention_classes.csv', 'R05,5年,5,closed', 'R05,7年,7,closed');
    lib.town.replace('filing_plan.csv', '支出,3,20-01,F008,R05', '支出,3,20-01,F008,R10');
    const answers = new Map(['R05', '20-01-02'].map((code) => [code, { retroactive: code === 'R05', shorten: false }]));
    expect((await lib.import(answers)).faults).toEqual([]);
    const steer = lib.get(SteerRuleChange);
    const standing = async () =>
      (await steer.latest(await officer()))
        .map(({ code, before, after, state, followed, stayed, total, askedByName }) =>
          [code, before, after, state, followed, stayed, total, askedByName].join(' '),
        )
        .toSorted();
    const days = async () => {
      const all = await Promise.all([...made, spending].map(({ document }) => expiryOf(document)));
      return all.map((day) => (day ?? '').slice(0, 4)).toSorted();
    };
    expect(await standing()).toEqual([
      '20-01-02 7年 10年 running 0 0 1 市町村パッケージ',
      'R05 5年 7年 running 0 0 5 市町村パッケージ',
    ]);
    expect(await days()).toEqual(['2032', '2032', '2032', '2032', '2032']);
    lib.town.replace('retention_classes.csv', 'R03,3年,3,closed', 'R03,4年,4,closed');
    expect((await lib.import()).faults).toEqual([expect.stringContaining('package.rule-change-under-way')]);
    const [one] = await steer.latest(await officer());
    await steer.stop(one?.id ?? '', await officer());
    expect(await follow()).toBe(0);
    expect((await standing()).map((line) => line.includes(' stopped '))).toEqual([true, true]);
    await steer.resume(one?.id ?? '', await officer());
    await failAtTheThird();
    await expect(follow(2)).rejects.toThrow('killed');
    expect(await days()).toEqual(['2032', '2032', '2032', '2034', '2034']);
    await lib.database.owned.run(() => lib.database.owned.change(sql`drop trigger kill on records.rule_change_file`));
    expect(await follow(2)).toBe(3);
    expect(await standing()).toEqual([
      '20-01-02 7年 10年 finished 0 1 1 市町村パッケージ',
      'R05 5年 7年 finished 5 0 5 市町村パッケージ',
    ]);
    expect(await days()).toEqual(['2034', '2034', '2034', '2034', '2034']);
    const left = (await steer.latest(await officer())).find(({ code }) => code === '20-01-02');
    expect([...(await outcomes(left?.id ?? '')).values()]).toMatchObject([
      { fileId: spending.file, outcome: 'stayed', code: 'not-retroactive', fromOn: '2032-03-31', toOn: '2034-03-31' },
    ]);
    expect(await lib.filingOf(spending.document)).toMatchObject({ retentionLabel: '7年' });
  });

  it('a class kept by another retention class; one change at a time, stopped and let go on, by the records office alone', async () => {
    const { document } = await closed();
    const id = await ask({ wish: { code: '20-01-01', retentionClass: 'R10' }, seenFiles: 1 });
    const steer = lib.get(SteerRuleChange);
    await expect(lib.get(PreviewRule).run(longer, await officer())).rejects.toThrow('records.rule-change-under-way');
    await expect(ask({ wish: longer, seenFiles: 0 })).rejects.toThrow('records.rule-change-under-way');
    lib.town.replace('retention_classes.csv', 'R03,3年,3,closed', 'R03,4年,4,closed');
    expect((await lib.import()).faults).toEqual([expect.stringContaining('package.rule-change-under-way')]);
    await steer.stop(id, await officer());
    expect(await follow()).toBe(0);
    expect(await progress(id)).toMatchObject({ state: 'stopped', allowed: ['resume'], before: '5年', after: '10年' });
    await expect(steer.resume(id, await lib.actor(PEOPLE.head))).rejects.toThrow('records.not-yours-to-keep');
    await expect(steer.read(id, await lib.actor(PEOPLE.otherHead))).rejects.toThrow('records.not-yours-to-keep');
    await steer.resume(id, await officer());
    expect(await follow()).toBe(1);
    expect(await expiryOf(document)).toBe('2037-03-31');
    expect((await steer.latest(await officer())).map(({ state }) => state)).toEqual(['finished']);
  });
});
