import { localDate } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { ListFilingClasses } from '../src/app/filing-plan';
import { ChangeRetention } from '../src/app/keeping/change-retention';
import { ChangeRule } from '../src/app/rules/change-rule';
import { EnterRetentionClass, type NewRetentionClass } from '../src/app/rules/enter-retention-class';
import { FollowRule } from '../src/app/rules/follow-rule';
import { PreviewRule } from '../src/app/rules/preview-rule';
import type { RuleWish } from '../src/app/rules/rule-desk';
import { keepingHands } from './support/keeping-hands';
import { PEOPLE, RecordsUnderTest } from './support/records';

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
    (await lib.get(ListFilingClasses).retention()).items.find((one) => one.code === code);

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
      .then(() => lib.get(FollowRule).run());
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

  it('RULE-81 a new class that leaves its start open gets that of the settings; one that is there keeps its own', async () => {
    lib.town.replace('municipality.json', '"retentionBasis": "closed"', '"retentionBasis": "created"');
    lib.town.append('retention_classes.csv', 'R07,7年,7,,destroy');
    lib.town.replace('retention_classes.csv', 'R05,5年,5,closed', 'R05,5年,5,');
    expect((await lib.import()).faults).toEqual([]);
    expect(await listed('R07')).toMatchObject({ basis: 'created', years: 7 });
    expect(await listed('R05')).toMatchObject({ basis: 'closed', version: 1 });
    expect((await lib.get(ListFilingClasses).retention()).usualBasis).toBe('created');
    lib.town.replace('municipality.json', '"retentionBasis": "created"', '"retentionBasis": "file_latest"');
    expect((await lib.import()).faults).toEqual([]);
    expect(await listed('R07')).toMatchObject({ basis: 'created' });
  });
});
