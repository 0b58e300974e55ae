import { localDate } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { ListFilingClasses } from '../src/app/filing-plan';
import { ChangeRetention } from '../src/app/keeping/change-retention';
import { ReadFile } from '../src/app/keeping/read-file';
import { SplitFile } from '../src/app/keeping/split-file';
import { ChangeRule, type RuleCommand } from '../src/app/rules/change-rule';
import { EnterRetentionClass, type NewRetentionClass } from '../src/app/rules/enter-retention-class';
import { FollowRule } from '../src/app/rules/follow-rule';
import { PreviewRule } from '../src/app/rules/preview-rule';
import type { RuleWish } from '../src/app/rules/rule-desk';
import { SteerRuleChange } from '../src/app/rules/steer-rule-change';
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
  const follow = (id: string, chunk?: number) => lib.get(FollowRule).run(id, chunk);
  const progress = async (id: string) => lib.get(SteerRuleChange).read(id, await officer());
  const outcomes = async (id: string) =>
    new Map((await lib.get(SteerRuleChange).files(id, await officer())).map((file) => [file.fileId, file]));
  const sections = ['S31', 'S22', 'S12', 'S13', 'S14'];
  const several = async (n: number) => {
    const all = [];
    for (const code of sections.slice(0, n)) all.push(await closed({ section: { code, name: `課${code}` } }));
    return all;
  };
  /** The machine fails when the third file of a run is written. */
  const failAtTheThird = () =>
    lib.uow.run(async () => {
      await lib.uow.change(sql`create sequence records.kill_count`);
      await lib.uow.change(sql`
        create function records.kill() returns trigger language plpgsql as $$ begin
          if nextval('records.kill_count') >= tg_argv[0]::int then raise exception 'killed'; end if; return new; end $$`);
      await lib.uow.change(sql`
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
    await expect(follow(id, 2)).rejects.toThrow('killed');
    expect(await progress(id)).toMatchObject({ state: 'running', total: 5, followed: 2 });
    const days = async () => {
      const all = await Promise.all(made.map(({ document }) => expiryOf(document)));
      return all.map((day) => day ?? '').toSorted((one, other) => one.localeCompare(other));
    };
    expect(await days()).toEqual(['2032-03-31', '2032-03-31', '2032-03-31', '2034-03-31', '2034-03-31']);
    await lib.uow.run(() => lib.uow.change(sql`drop trigger kill on records.rule_change_file`));
    expect(await follow(id, 2)).toBe(3);
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
    await follow(id);
    expect([await expiryOf(open), await expiryOf(first?.document ?? '')]).toEqual(['2030-03-31', '2030-03-31']);
    expect(await progress(id)).toMatchObject({ state: 'finished', total: 1, followed: 1 });
  });

  it('HOLD-2 a hold placed between two chunks keeps its file under the old rule; without consent nothing ends earlier', async () => {
    const [held, plain] = await several(2);
    const id = await ask({ wish: shorter, seenFiles: 2, shorten: true });
    await hold({ fileIds: [held?.file ?? ''] });
    await follow(id, 1);
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
    const one = await ask({ wish: { ...shorter, label: '1年', years: 1 }, seenFiles: 1 });
    await follow(one);
    expect(await expiryOf(plain?.document ?? '')).toBe('2030-03-31');
  });

  it('what does not follow is pinned in chunks too; what was settled for one file meanwhile stays so; a volume split off waits too', async () => {
    const [file, other] = await several(2);
    const no = await ask({ wish: longer, seenFiles: 2, retroactive: false });
    expect(await lib.filingOf(file?.document ?? '')).toMatchObject({ retentionLabel: '5年' });
    await follow(no);
    expect(await progress(no)).toMatchObject({ state: 'finished', total: 2, stayed: 2 });
    expect((await outcomes(no)).get(file?.file ?? '')).toMatchObject({ code: 'not-retroactive', toOn: '2032-03-31' });
    expect(await lib.filingOf(file?.document ?? '')).toMatchObject({ retentionLabel: '5年', expiresOn: '2032-03-31' });
    const [third, fourth] = [
      await closed({ classCode: '20-01-02', matterType: 'spending' }),
      await lib.decideOne({ classCode: '20-01-02', matterType: 'spending' }),
    ];
    const yes = await ask({ wish: { ...longer, label: '9年', years: 9 }, seenFiles: 1 });
    await lib
      .get(SplitFile)
      .run(
        { fileId: third.file, documentIds: [fourth], title: null, reason: '厚い', carryHolds: false },
        await officer(),
      );
    await follow(yes);
    expect([await expiryOf(third.document), await expiryOf(fourth)]).toEqual(['2036-03-31', '2036-03-31']);
    expect(await fileOf(fourth)).not.toBe(third.file);
    expect(await expiryOf(other?.document ?? '')).toBe('2032-03-31');
    const again = await ask({ wish: { ...longer, label: '10年', years: 10 }, seenFiles: 2 });
    await lib
      .get(ChangeRetention)
      .run({ fileId: third.file, retentionClass: 'R30', reason: '重要', shorten: false }, await officer());
    await follow(again);
    expect((await outcomes(again)).get(third.file)).toMatchObject({ outcome: 'stayed', code: 'otherwise' });
    expect(await expiryOf(third.document)).toBe('2057-03-31');
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
    expect(await follow(id)).toBe(0);
    expect(await progress(id)).toMatchObject({ state: 'stopped', allowed: ['resume'], before: '5年', after: '10年' });
    await expect(steer.resume(id, await lib.actor(PEOPLE.head))).rejects.toThrow('records.not-yours-to-keep');
    await expect(steer.read(id, await lib.actor(PEOPLE.otherHead))).rejects.toThrow('records.not-yours-to-keep');
    await steer.resume(id, await officer());
    expect(await follow(id)).toBe(1);
    expect(await expiryOf(document)).toBe('2037-03-31');
    expect((await steer.latest(await officer())).map(({ state }) => state)).toEqual(['finished']);
  });
});

describe('FIL-9 retention classes are added on screen', () => {
  let lib: RecordsUnderTest;

  beforeEach(async () => {
    lib = await RecordsUnderTest.start();
  });
  afterEach(() => lib.stop());

  const { officer, closed, expiryOf } = keepingHands(() => lib);
  const seven: NewRetentionClass = {
    code: 'R07',
    label: '7年',
    years: 7,
    basis: 'closed',
    disposition: 'destroy',
    statutoryYears: 7,
    statutoryLaw: '法人税法施行規則',
    validFrom: localDate('2027-04-01'),
    reason: '規程の改正',
  };
  const add = async (given: Partial<NewRetentionClass> = {}, who: string = PEOPLE.officer) =>
    lib.get(EnterRetentionClass).run({ ...seven, ...given }, await lib.actor(who));
  const listed = async (code: string) =>
    (await lib.get(ListFilingClasses).retention()).find((one) => one.code === code);

  it('from its day on, with what a law demands; nothing is kept by it before, and nothing less than the law afterwards', async () => {
    const { document, file } = await closed();
    await add();
    expect(await listed('R07')).toEqual({
      code: 'R07',
      label: '7年',
      basis: 'closed',
      years: 7,
      disposition: 'destroy',
      version: 1,
      since: '2027-04-01',
      isToCome: true,
      statutoryYears: 7,
      statutoryLaw: '法人税法施行規則',
    });
    const toSeven = { fileId: file, retentionClass: 'R07', reason: '分類の見直し', shorten: false };
    await expect(lib.get(ChangeRetention).run(toSeven, await officer())).rejects.toThrow('records.unknown-class');
    const preview = async (wish: RuleWish) => lib.get(PreviewRule).run(wish, await officer());
    await expect(preview({ code: '20-01-01', retentionClass: 'R07' })).rejects.toThrow(
      'records.retention-class-to-come',
    );
    lib.town.replace('filing_plan.csv', '20-01-01,契約,3,20-01,F008,R05', '20-01-01,契約,3,20-01,F008,R07');
    expect((await lib.import()).faults).toEqual(['filing_plan.csv:15:6 package.retention-class-to-come']);
    lib.town.replace('filing_plan.csv', '20-01-01,契約,3,20-01,F008,R07', '20-01-01,契約,3,20-01,F008,R05');
    lib.clock.set('2027-04-01T01:00:00Z');
    expect(await listed('R07')).toMatchObject({ isToCome: false });
    expect(await preview({ code: '20-01-01', retentionClass: 'R07' })).toMatchObject({ files: 1 });
    await lib.get(ChangeRetention).run(toSeven, await officer());
    expect(await expiryOf(document)).toBe('2034-03-31');
    await expect(preview({ code: 'R07', label: '6年', years: 6, basis: 'closed' })).rejects.toThrow(
      'records.below-statute',
    );
    lib.town.append('retention_classes.csv', 'R07,6年,6,closed,destroy');
    expect((await lib.import()).faults).toEqual([expect.stringContaining('package.below-statute')]);
    const ten = { code: 'R07', label: '10年', years: 10, basis: 'closed' } as const;
    await lib
      .get(ChangeRule)
      .run({ wish: ten, retroactive: false, shorten: false, seenFiles: 1, reason: '改正' }, await officer())
      .then((id) => lib.get(FollowRule).run(id));
    expect(await listed('R07')).toMatchObject({ years: 10, version: 2, since: '2027-04-01' });
  });

  it('by the records office alone, under a code of its own, for today or later, with a law and its years together', async () => {
    await expect(add({}, PEOPLE.head)).rejects.toThrow('records.not-yours-to-keep');
    await expect(add({ code: 'R05' })).rejects.toThrow('records.retention-class-taken');
    await expect(add({ validFrom: localDate('2026-10-02') })).rejects.toThrow('records.valid-from-is-past');
    await expect(add({ years: 5 })).rejects.toThrow('records.below-statute');
    await expect(add({ statutoryLaw: null })).rejects.toThrow('records.statute-without-law');
    await expect(add({ years: null, statutoryYears: null, statutoryLaw: null })).rejects.toThrow('records.bad-terms');
    expect(await listed('R07')).toBeUndefined();
    await add({
      code: 'RUSE2',
      label: '常用',
      years: null,
      statutoryYears: null,
      statutoryLaw: null,
      disposition: 'review',
    });
    const noted = await lib.rows(
      sql`select subject_id from ledger.entry where kind = 'records.retention-class-entered'`,
    );
    expect(noted).toEqual([{ subject_id: 'RUSE2' }]);
  });
});
