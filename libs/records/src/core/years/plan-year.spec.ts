import fc from 'fast-check';
import { localDate } from '@fubako/kernel';
import { closingDayOf } from './closing-day';
import { type ClassOfYear, type FileOfYear, type YearFacts, planYear } from './plan-year';

const file = (given: Partial<FileOfYear> = {}): FileOfYear => ({
  id: 'a',
  classCode: '10-01-01',
  sectionCode: 'S31',
  functionCode: 'F005',
  title: '往復文書',
  volume: 1,
  continuing: false,
  personalData: false,
  secret: false,
  ...given,
});
const held = (given: Partial<ClassOfYear> = {}): ClassOfYear => ({
  code: '10-01-01',
  name: '往復文書',
  functionCode: 'F005',
  personalData: false,
  retentionClass: 'R05',
  lastYear: null,
  ...given,
});
const SECTIONS = new Map([
  ['S31', { code: 'S31', name: '福祉課' }],
  ['S34', { code: 'S34', name: '高齢福祉課' }],
]);
const facts = (given: Partial<YearFacts> = {}): YearFacts => ({
  fiscalYear: 2027,
  files: [file()],
  classes: [held()],
  choices: [],
  homeOf: ({ sectionCode }) => SECTIONS.get(sectionCode) ?? null,
  section: (code) => SECTIONS.get(code) ?? null,
  isAssigned: () => true,
  ...given,
});

describe('closing of files at the end of the year', () => {
  it('YEAR-1 a file takes documents until 31 March, in the adjustment period until 31 May, a continuing one without end', () => {
    const days = (given: object) =>
      closingDayOf({ fiscalYear: 2026, continuing: false, adjustmentPeriod: false, ...given });
    expect(days({})).toBe(localDate('2027-03-31'));
    expect(days({ adjustmentPeriod: true })).toBe(localDate('2027-05-31'));
    expect(days({ continuing: true, adjustmentPeriod: true })).toBeNull();
  });
});

describe('the plan of a year', () => {
  it('YEAR-2 each class and section of this year has one file next year, under the title it has', () => {
    const files = [file({ title: '往復文書(国)' }), file({ id: 'b', volume: 2, title: '往復文書(県)' })];
    const { lines, problems } = planYear(facts({ files }));
    expect(problems).toEqual([]);
    expect(lines).toEqual([
      {
        classCode: '10-01-01',
        section: { code: 'S31', name: '福祉課' },
        functionCode: 'F005',
        title: '往復文書(国)',
        personalData: false,
        secret: false,
        carriedFile: null,
      },
    ]);
  });

  it('YEAR-2 files of two sections that become one are one file', () => {
    const homeOf = () => ({ code: 'S34', name: '高齢福祉課' });
    const files = [file(), file({ id: 'b', sectionCode: 'S32' })];
    expect(planYear(facts({ files, homeOf })).lines.map(({ section }) => section.code)).toEqual(['S34']);
  });

  it('YEAR-2 the mark for personal data comes from the class or from the file', () => {
    expect(planYear(facts({ classes: [held({ personalData: true })] })).lines[0]?.personalData).toBe(true);
    expect(planYear(facts({ files: [file({ personalData: true })] })).lines[0]?.personalData).toBe(true);
  });

  it('YEAR-3 names what has no section and what has no function, and how many files that concerns', () => {
    const files = [file({ sectionCode: 'S99' }), file({ id: 'b', sectionCode: 'S99', volume: 2 })];
    expect(planYear(facts({ files, isAssigned: () => false })).problems).toEqual([
      { code: 'section-unmapped', sectionCode: 'S99', classCode: '10-01-01', files: 2 },
      { code: 'function-unassigned', functionCode: 'F005', classes: ['10-01-01'] },
    ]);
  });

  it('YEAR-3 a class that has ended asks for nothing, and its file is shown as left out', () => {
    const plan = planYear(facts({ classes: [held({ lastYear: 2026 })], isAssigned: () => false }));
    expect(plan.problems).toEqual([]);
    expect(plan.lines).toEqual([]);
    expect(plan.skipped.map(({ why }) => why)).toEqual(['class-ended']);
  });

  it('YEAR-4 a choice renames and marks, leaves out, or adds a file', () => {
    const choice = { classCode: '10-01-01', title: '照会・回答', personalData: true, secret: true, skipped: false };
    const renamed = planYear(facts({ choices: [{ ...choice, sectionCode: 'S31' }] }));
    expect(renamed.lines).toMatchObject([{ title: '照会・回答', personalData: true, secret: true }]);
    const added = planYear(facts({ choices: [{ ...choice, sectionCode: 'S34' }] }));
    expect(added.lines.map(({ section }) => section.code)).toEqual(['S31', 'S34']);
    const without = planYear(facts({ choices: [{ ...choice, sectionCode: 'S31', skipped: true }] }));
    expect(without.lines).toEqual([]);
    expect(without.skipped.map(({ why }) => why)).toEqual(['chosen']);
  });

  it('YEAR-5 a continuing file is carried on and no other is opened beside it', () => {
    const files = [file({ continuing: true }), file({ id: 'b', volume: 2 })];
    expect(planYear(facts({ files })).lines.map(({ carriedFile }) => carriedFile)).toEqual(['a']);
  });

  it('YEAR-6 law: every file of this year leads to a line, to something left out, or to a problem', () => {
    const section = fc.constantFrom('S31', 'S34', 'S99');
    const code = fc.constantFrom('10-01-01', '20-01-01', '30-01-01');
    const files = fc.array(
      fc.record({
        sectionCode: section,
        classCode: code,
        continuing: fc.boolean(),
        volume: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(files, fc.option(fc.constant(2026)), (given, lastYear) => {
        const all = given.map((one, index) => file({ ...one, id: String(index) }));
        const classes = [held(), held({ code: '20-01-01', lastYear })];
        const known = [...classes, held({ code: '30-01-01' })];
        const plan = planYear(facts({ files: all, classes: known }));
        const at = (classCode: string, sectionCode: string) =>
          plan.lines.some((line) => line.classCode === classCode && line.section.code === sectionCode) ||
          plan.skipped.some((line) => line.classCode === classCode && line.section.code === sectionCode) ||
          plan.problems.some(
            (one) => one.code === 'section-unmapped' && one.classCode === classCode && one.sectionCode === sectionCode,
          );
        expect(all.filter(({ classCode, sectionCode }) => !at(classCode, sectionCode))).toEqual([]);
        expect(planYear(facts({ files: all.toReversed(), classes: known }))).toEqual(plan);
      }),
    );
  });
});
