import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportMunicipality, type ImportReport } from '@fubako/organisation';
import { packageSections } from '../../apps/cli/src/package-sections';
import { rowCounts } from './refusals';
import { sampleTownCopy } from './sample-town';
import { type Town, openTown } from './town';

let town: Town;
let folder: string;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town?.close());
beforeEach(() => {
  folder = sampleTownCopy();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Changes one file of the package. @returns the line (from 1) at which `to` stands afterwards */
function change(file: string, from: string | RegExp, to: string): number {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} was not changed.`);
  writeFileSync(path, after);
  return after.slice(0, after.indexOf(to)).split('\n').length;
}

async function imported(dryRun: boolean): Promise<ImportReport> {
  return town.app.get(ImportMunicipality).run({ folder, dryRun }, packageSections(town.app));
}

/** Every fact of the organisation, to see that nothing at all was written. */
async function contents(): Promise<string> {
  const [row] = await town.database.dataSource.query(`
    select md5(string_agg(t, '|' order by t)) as sum from (
      select u::text as t from organisation.org_unit u union all select p::text from organisation.person p
      union all select s::text from organisation.post s union all select a::text from organisation.assignment a
      union all select m::text from organisation.municipality m union all select r::text from approvals.delegation_rule r) x`);
  return `${row.sum}\n${await rowCounts(town)}`;
}

async function expectRefused(place: {
  file: string;
  line: number;
  field?: string;
  code?: string;
}): Promise<ImportReport> {
  const before = await contents();
  const looked = await imported(true);
  const tried = await imported(false);
  expect(tried.faults).toEqual(looked.faults);
  expect(looked.faults).toContainEqual(expect.objectContaining(place));
  for (const report of [looked, tried]) {
    expect(report).toMatchObject({ applied: false, changes: [] });
    for (const fault of report.faults) {
      expect(fault.message).toMatch(/[\p{Script=Han}\p{Script=Hiragana}]/u);
      expect(fault.line).toBeGreaterThan(0);
      expect(fault.column > 0).toBe(fault.field !== '');
    }
  }
  expect(await contents()).toBe(before);
  return looked;
}

describe('a package with a fault imports nothing', () => {
  it('a loop of units is named with the file, line and column that close it', async () => {
    const line = change('org_units.csv', 'D10,政策部,department,B01,', 'D10,政策部,department,S11,');
    const { faults } = await expectRefused({ file: 'org_units.csv', line, field: 'parent_code', code: 'package.loop' });
    const loop = faults.find(({ code }) => code === 'package.loop');
    expect(loop).toMatchObject({ column: 4, message: expect.stringMatching(/輪になっています.*(D10.*S11|S11.*D10)/) });
  });

  it('a unit above itself is a loop', async () => {
    const line = change('org_units.csv', 'D10,政策部,department,B01,', 'D10,政策部,department,D10,');
    await expectRefused({ file: 'org_units.csv', line, field: 'parent_code', code: 'package.loop' });
  });

  it.each([
    ['a person without name', 'people.csv', '1019,松本 浩,', '1019,,', 'name'],
    [
      'a day that no calendar has',
      'org_units.csv',
      /S11,(.*),2026-04-01,/,
      'S11,企画政策課,section,D10,浜企,11,2026-02-30,',
      'valid_from',
    ],
    ['an assignment to a post that is not there', 'assignments.csv', '1001,P-MAYOR,', '1001,P-NOBODY,', 'post_code'],
    [
      'a person twice',
      'people.csv',
      '1020,山田 久美子,やまだ くみこ,s1020,',
      '1019,山田 久美子,やまだ くみこ,s1020x,',
      'staff_no',
    ],
    ['a post of an unknown unit', 'posts.csv', 'P-MAYOR,町長,B01,', 'P-MAYOR,町長,B99,', 'org_unit_code'],
    ['a name with an invisible mark', 'people.csv', '1019,松本 浩,', '1019,松本\u202E 浩,', 'name'],
    ['a number that is none', 'posts.csv', 'P-MAYOR,町長,B01,100,', 'P-MAYOR,町長,B01,百,', 'rank'],
  ])('%s among 127 good rows is named and keeps all of them out', async (_, file, from, to, field) => {
    const line = change(file, from, to);
    change('people.csv', '1001,町田 和夫,', '1001,町田 一夫,');
    await expectRefused({ file, line, field });
  });

  it('many faults in many files are reported together, in the order of the files', async () => {
    change('people.csv', '1019,松本 浩,', '1019,,');
    change('posts.csv', 'P-MAYOR,町長,B01,', 'P-MAYOR,町長,B99,');
    change('org_units.csv', 'D10,政策部,department,B01,', 'D10,政策部,department,D10,');
    const { faults } = await imported(true);
    const files = faults.map(({ file }) => file);
    expect(new Set(files)).toEqual(new Set(['org_units.csv', 'people.csv', 'posts.csv']));
    expect(files).toEqual([...files].sort());
  });

  it.each([
    ['that is not there', 'S-NOWHERE', 'package.unknown-reference'],
    ['of drafts', 'S-DRAFT', 'package.not-a-dispatch-series'],
  ])('NUM-14 a choice numbered from a series %s is named', async (_, series, code) => {
    change('forms/regulation.json', '"S-INSTRUCTION"', `"${series}"`);
    await expectRefused({ file: 'matter_types.csv', line: 8, field: 'form', code });
  });

  it('the sound package looked at changes nothing, and a mended one goes in', async () => {
    const before = await contents();
    expect(await imported(true)).toMatchObject({ applied: false, faults: [], changes: [] });
    expect(await imported(false)).toMatchObject({ applied: false, faults: [], changes: [] });
    expect(await contents()).toBe(before);
    change('people.csv', '1001,町田 和夫,', '1001,町田 一夫,');
    expect(await imported(true)).toMatchObject({ applied: false, faults: [], changes: [{ file: 'people.csv' }] });
    expect(await imported(false)).toMatchObject({ applied: true, faults: [] });
    expect(await contents()).not.toBe(before);
  });
});
