import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { localDate } from '@fubako/kernel';
import { projectRoot } from '@fubako/platform/config';
import { type Fault, Faults } from './fault';
import { readJson } from './json-text';
import { PackageFiles } from './package-files';
import { type RowsOptions, checkRows, readRows } from './rows-section';
import { PackageContents } from './section';
import { actingOrderRows } from './sections/acting-orders';
import { assignmentRows } from './sections/assignments';
import { calendarRows, holidayRows } from './sections/calendar';
import { functionRows } from './sections/functions';
import { valuesOf } from './sections/municipality';
import { orgUnitRows } from './sections/org-units';
import { personRows } from './sections/people';
import { postRows } from './sections/posts';
import { roleRows } from './sections/roles';

const SAMPLE = join(projectRoot, 'apps/cli/sample-town');
const TODAY = localDate('2026-11-22');

type Edits = Readonly<Record<string, string | Buffer | null | ((text: string) => string)>>;

/** The sample town with some files changed, added or (null) taken away. */
function sampleTown(edits: Edits = {}): PackageFiles {
  const names = readdirSync(SAMPLE).filter((name) => /\.(csv|json)$/.test(name));
  const files = new Map(names.map((name) => [name, readFileSync(join(SAMPLE, name))]));
  for (const [name, edit] of Object.entries(edits)) {
    if (edit === null) files.delete(name);
    else
      files.set(
        name,
        typeof edit === 'function' ? Buffer.from(edit(files.get(name)?.toString() ?? '')) : Buffer.from(edit),
      );
  }
  return new PackageFiles(files);
}

/** Every fault of these tests. */
const told: Fault[] = [];

function faultsOf(edits: Edits): Fault[] {
  const files = sampleTown(edits);
  const faults = new Faults();
  const all = new PackageContents();
  const checks: (() => void)[] = [];
  const take = <V extends object>(options: RowsOptions<V>): void => {
    all.set(options.key, readRows(options, { files, stored: [], today: TODAY }, faults));
    checks.push(() => checkRows(options, all, faults));
  };
  take(orgUnitRows);
  take(functionRows);
  take(postRows);
  take(personRows);
  take(assignmentRows);
  take(roleRows);
  take(actingOrderRows);
  take(holidayRows);
  take(calendarRows);
  checks.forEach((check) => check());
  const json = readJson('municipality.json', files, faults);
  if (json) valuesOf(json, faults);
  told.push(...faults.all());
  return faults.all();
}

const append =
  (...lines: string[]) =>
  (text: string) =>
    `${text}${lines.join('\n')}\n`;
const swap = (from: string, to: string) => (text: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};
const places = (edits: Edits) =>
  faultsOf(edits).map(({ file, line, column, field, code }) => ({ file, line, column, field, code }));

describe('faults of a municipality package', () => {
  it('PKG-1 the sample town has none', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('PKG-1 byte order mark, CRLF and wareki dates are welcome', () => {
    const windows = (text: string) =>
      `\uFEFF${text.replaceAll('2026-04-01', 'R8.4.1').replaceAll('\r', '').replaceAll('\n', '\r\n')}`;
    expect(
      faultsOf({ 'posts.csv': windows, 'org_units.csv': (text) => text.replaceAll('2026-04-01', '令和8年4月1日') }),
    ).toEqual([]);
  });

  it('PKG-2 a missing file', () => {
    expect(places({ 'functions.csv': null })).toEqual([
      { file: 'functions.csv', line: 0, column: 0, field: '', code: 'package.missing-file' },
    ]);
  });

  it('PKG-2 a missing optional file is none', () => {
    expect(faultsOf({ 'calendar.csv': 'date,open\n2027-01-04,false\n' })).toEqual([]);
  });

  it('PKG-2 a missing and an unknown column', () => {
    expect(places({ 'roles.csv': swap('staff_no,role,', 'staff_no,rolle,') })).toEqual([
      { file: 'roles.csv', line: 1, column: 0, field: 'role', code: 'package.wrong-columns' },
      { file: 'roles.csv', line: 1, column: 2, field: 'rolle', code: 'package.wrong-columns' },
    ]);
  });

  it('PKG-2 a column that comes twice', () => {
    expect(places({ 'holidays.csv': 'date,name,open,name\n' })).toMatchObject([
      { line: 1, column: 4, code: 'package.wrong-columns' },
    ]);
  });

  it('PKG-2 an empty file misses every column', () => {
    expect(places({ 'holidays.csv': '' }).map(({ field }) => field)).toEqual(['date', 'name', 'open']);
  });

  it('PKG-2 a value with an unquoted comma gives one cell too many', () => {
    expect(places({ 'holidays.csv': append('2029-01-02,年始,休業,false') })).toMatchObject([
      { line: 12, column: 3, field: 'open', code: 'package.not-in-list' },
      { line: 12, column: 4, code: 'package.wrong-cell-count' },
    ]);
  });

  it('PKG-3 quotes that do not match', () => {
    expect(places({ 'holidays.csv': append('2029-01-02,"年始,false') })).toMatchObject([
      { line: 12, code: 'package.broken-csv' },
    ]);
  });

  it('PKG-3 lines are counted through quoted line breaks and blank lines', () => {
    const text = 'date,name,open\n\n2029-01-02,"年始\n休業",false\n2029-13-01,年始,false\n';
    expect(places({ 'holidays.csv': text })).toMatchObject([
      { line: 3, column: 2, field: 'name', code: 'package.text-fault' },
      { line: 5, column: 1, field: 'date', code: 'package.bad-date' },
    ]);
  });

  it('PKG-4 a file that Excel wrote as Shift_JIS', () => {
    const shiftJis = Buffer.concat([
      Buffer.from('date,name,open\n2029-01-02,'),
      Buffer.from([0x94, 0x4e, 0x8e, 0x6e]),
      Buffer.from(',false\n'),
    ]);
    const [fault] = faultsOf({ 'holidays.csv': shiftJis });
    expect(fault).toMatchObject({ line: 2, code: 'package.not-utf8' });
    expect(fault?.message).toContain('CSV UTF-8');
  });

  it('PKG-4 NUL and hidden direction marks', () => {
    expect(places({ 'people.csv': append('2001,原\u0000,はら,x2001,', '2002,原\u202E,はら,x2002,') })).toMatchObject([
      { line: 128, column: 2, field: 'name', code: 'package.text-fault' },
      { line: 129, column: 2, field: 'name', code: 'package.text-fault' },
    ]);
  });

  it('PKG-4 a lone surrogate, which UTF-8 cannot write', () => {
    const bytes = Buffer.concat([
      Buffer.from('date,name,open\n2029-01-02,'),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from(',false\n'),
    ]);
    expect(places({ 'holidays.csv': bytes })).toMatchObject([{ line: 2, code: 'package.not-utf8' }]);
  });

  it.each([
    ['posts.csv', 'P-X,課員,S31,高い,false,2026-04-01,', 4, 'rank', 'package.bad-number'],
    ['posts.csv', 'P-X,課員,S31,20,はい,2026-04-01,', 5, 'headship', 'package.not-in-list'],
    ['posts.csv', 'P-X,課員,S31,20,false,2026-02-30,', 6, 'valid_from', 'package.bad-date'],
    ['posts.csv', 'P-X,課員,S31,20,false,H31.5.1,', 6, 'valid_from', 'package.bad-date'],
    ['posts.csv', 'P-X,,S31,20,false,2026-04-01,', 2, 'title', 'package.required'],
    ['posts.csv', 'P X,課員,S31,20,false,2026-04-01,', 1, 'code', 'package.bad-code'],
    ['posts.csv', `P-X,${'課'.repeat(51)},S31,20,false,2026-04-01,`, 2, 'title', 'package.too-long'],
    ['posts.csv', 'P-X,課員,S31,20,false,2027-04-01,2027-03-31', 7, 'valid_to', 'package.period-reversed'],
    ['posts.csv', 'P-X,課員,S99,20,false,2026-04-01,', 3, 'org_unit_code', 'package.unknown-reference'],
    ['posts.csv', 'P-X,課員,S31,20,false,2026-03-31,', 3, 'org_unit_code', 'package.reference-not-in-force'],
    ['posts.csv', 'P-X,副課長,S31,45,true,2026-04-01,', 5, 'headship', 'package.two-heads'],
    ['posts.csv', 'P-MAYOR,町長,B01,100,true,2027-04-01,', 1, 'code', 'package.overlap'],
    ['roles.csv', '1001,king,,2026-04-01,', 2, 'role', 'package.not-in-list'],
    ['roles.csv', '9999,auditor,,2026-04-01,', 1, 'staff_no', 'package.unknown-reference'],
    ['roles.csv', '1001,auditor,S99,2026-04-01,', 3, 'org_unit_code', 'package.unknown-reference'],
    ['people.csv', '1001,町田,まちだ,machida2,', 1, 'staff_no', 'package.duplicate-key'],
    ['people.csv', '2001,町田,まちだ,machida,', 4, 'login', 'package.duplicate-login'],
    ['assignments.csv', '1118,P-NONE,concurrent,2026-04-01,', 2, 'post_code', 'package.unknown-reference'],
    ['assignments.csv', '9999,P-S24-H,concurrent,2026-04-01,', 1, 'staff_no', 'package.unknown-reference'],
    ['assignments.csv', '1118,P-S24-H,main,2026-04-01,', 3, 'kind', 'package.two-main-posts'],
    ['functions.csv', 'F900,新規,S99,2026-04-01,', 3, 'org_unit_code', 'package.unknown-reference'],
    ['functions.csv', 'F900,新規,,2026-04-01,', 3, 'org_unit_code', 'package.required'],
    ['acting_orders.csv', 'P-MAYOR,3,P-NONE,acting_decision,', 3, 'acting_post_code', 'package.unknown-reference'],
    ['acting_orders.csv', 'P-MAYOR,1,P-D10-H,acting_decision,', 1, 'post_code', 'package.overlap'],
    ['acting_orders.csv', 'P-D20-H,2,P-MAYOR,acting_decision,', 3, 'acting_post_code', 'package.loop'],
    ['acting_orders.csv', 'P-MAYOR,9,P-MAYOR,acting_decision,', 3, 'acting_post_code', 'package.loop'],
    ['holidays.csv', '2026-12-29,重複,false', 1, 'date', 'package.duplicate-key'],
  ])('PKG-5 %s with the row %s', (file, row, column, field, code) => {
    const found = places({ [file]: append(row) });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ file, column, field, code });
  });

  it('ORG-4 units that contain each other', () => {
    const [fault, ...others] = faultsOf({
      'org_units.csv': swap('D30,健康福祉部,department,B01', 'D30,健康福祉部,department,U311'),
    });
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ file: 'org_units.csv', column: 4, code: 'package.loop' });
    expect(fault?.message).toContain('D30 → U311 → S31 → D30');
  });

  it('ORG-4 a ring that only closes in the future', () => {
    const edits = {
      'org_units.csv': (text: string) =>
        `${text.replace('D30,健康福祉部,department,B01,,30,2026-04-01,', 'D30,健康福祉部,department,B01,,30,2026-04-01,2027-03-31')}D30,健康福祉部,department,U311,,30,2027-04-01,,\n`,
    };
    expect(faultsOf(edits)).toMatchObject([{ code: 'package.loop', line: 32 }]);
  });

  it('ORG-6 a function that loses its unit for a while', () => {
    const edits = {
      'functions.csv': (text: string) =>
        `${text.replace('F018,高齢者福祉,U312,2026-04-01,', 'F018,高齢者福祉,U312,2026-04-01,2027-03-31')}F018,高齢者福祉,U311,2027-04-02,\n`,
    };
    expect(faultsOf(edits)).toMatchObject([{ file: 'functions.csv', line: 37, code: 'package.gap' }]);
  });

  it('ORG-3 a unit that ends under its functions and posts', () => {
    const found = places({
      'org_units.csv': swap(
        'U312,高齢介護係,unit,S31,,312,2026-04-01,',
        'U312,高齢介護係,unit,S31,,312,2026-04-01,2027-03-31',
      ),
    });
    expect(new Set(found.map(({ file, code }) => `${file} ${code}`))).toEqual(
      new Set(['functions.csv package.reference-not-in-force', 'posts.csv package.reference-not-in-force']),
    );
    expect(found.filter(({ file }) => file === 'functions.csv')).toHaveLength(2);
  });

  it('PKG-5 whoever refers to a row that could not be read is not at fault', () => {
    expect(places({ 'org_units.csv': swap('U312,高齢介護係,unit,', 'U312,高齢介護係,team,') })).toEqual([
      { file: 'org_units.csv', line: 18, column: 3, field: 'kind', code: 'package.not-in-list' },
    ]);
  });

  it('PKG-6 an unknown setting, and a value that a setting does not have', () => {
    const edit = (text: string) =>
      text.replace('"pullUp": true', '"pullUpp": true').replace('"postReview": "all"', '"postReview": "never"');
    expect(faultsOf({ 'municipality.json': edit })).toMatchObject([
      { line: 18, field: '/settings/postReview', code: 'package.bad-setting' },
      { line: 20, field: '/settings/pullUpp', code: 'package.unknown-setting' },
    ]);
  });

  it('PKG-6 what was a setting once is passed over, at its own place only', () => {
    const once = swap('"numberStep": 1,', '"numberStep": 1,\n    "calendarEra": false,');
    expect(faultsOf({ 'municipality.json': once })).toEqual([]);
    const elsewhere = swap('"code": "149993",', '"code": "149993",\n  "calendarEra": false,');
    expect(places({ 'municipality.json': elsewhere })).toMatchObject([{ code: 'package.unknown-setting' }]);
  });

  it('PKG-6 a body code that has no six digits', () => {
    expect(faultsOf({ 'municipality.json': swap('"149993"', '"14999"') })).toMatchObject([
      { line: 2, column: 11, field: '/code', code: 'package.bad-setting' },
    ]);
  });

  it('PKG-6 settings that the package leaves out get the default of the domain reference', () => {
    const faults = new Faults();
    const files = sampleTown({
      'municipality.json': '{"code":"149993","name":"浜見町","kana":"はまみまち","nameEn":"Hamami Town"}',
    });
    const json = readJson('municipality.json', files, faults);
    expect(json && valuesOf(json, faults)?.settings).toMatchObject({
      concurrenceEffect: 'consent',
      samePerson: 'merge',
      absenceIncludesVacancy: false,
      numberStep: 1,
    });
    expect(faults.none).toBe(true);
  });

  it('tells all faults of all files at once, in the order in which a clerk meets them', () => {
    const found = places({
      'roles.csv': append('9999,auditor,,bad,'),
      'posts.csv': append('P-X,,S99,x,maybe,2026-04-01,'),
    });
    expect(found.map(({ file, column }) => [file, column])).toEqual([
      ['posts.csv', 2],
      ['posts.csv', 4],
      ['posts.csv', 5],
      ['roles.csv', 4],
    ]);
  });
});

/** What a cell holds is quoted, in whatever language it is. */
const withoutQuotes = (sentence: string): string => sentence.replace(/“[^”]*”|\([^)]*→[^)]*\)/gu, '');

describe('the words of faults', () => {
  it('PKG-5 are there in Japanese and in English', () => {
    expect(new Set(told.map(({ code }) => code)).size).toBeGreaterThan(20);
    expect(told.filter(({ message }) => !/[ぁ-ん]/u.test(message))).toEqual([]);
    expect(
      told.filter(({ english }) => !/[a-z]/u.test(english) || /[ぁ-んァ-ヶ一-龠]/u.test(withoutQuotes(english))),
    ).toEqual([]);
  });
});
