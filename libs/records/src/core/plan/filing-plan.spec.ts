import fc from 'fast-check';
import { type PlanClass, changeOf, withChanges, withoutChanges } from './filing-plan';
import { planFaultWords } from './plan-fault-words';
import { endingFaults } from './plan-faults';
import { isShorter, termsOfPlan } from './terms-of-plan';
import { touchedClasses } from './touched-classes';

const PLAIN: PlanClass = {
  code: '10',
  name: '総務',
  level: 1,
  parentCode: null,
  functionCode: null,
  retentionClass: null,
  disclosureClass: null,
  disposition: null,
  sectionCode: null,
  adjustmentPeriod: false,
  personalData: false,
  lastYear: null,
  statutoryYears: null,
  statutoryLaw: null,
};
const TOP = PLAIN;
const MIDDLE = { ...PLAIN, code: '10-01', name: '庶務', level: 2, parentCode: '10' };
const LEAF: PlanClass = {
  ...PLAIN,
  code: '10-01-01',
  name: '往復文書',
  level: 3,
  parentCode: '10-01',
  retentionClass: 'R05',
  disclosureClass: 'open',
};
const PLAN = [TOP, MIDDLE, LEAF];
const TERMS = new Map([
  ['R03', { label: '3年', years: 3, basis: 'closed' as const }],
  ['R05', { label: '5年', years: 5, basis: 'closed' as const }],
  ['C05', { label: '5年', years: 5, basis: 'created' as const }],
  ['E05', { label: '事業完了後5年', years: 5, basis: 'event' as const }],
  ['RPERM', { label: '永年', years: null, basis: 'closed' as const }],
]);
const touched = (after: readonly PlanClass[]) => touchedClasses(PLAN, after, TERMS);
const leafAs = (said: Partial<PlanClass>) => [TOP, MIDDLE, { ...LEAF, ...said }];

const said = fc.record(
  {
    name: fc.constantFrom('往復文書', '往復', '通知'),
    retentionClass: fc.constantFrom('R03', 'R05', 'RPERM'),
    lastYear: fc.constantFrom(null, 2026, 2027),
    personalData: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('A drafted filing plan', () => {
  it('PLAN-2 keeps what differs alone; what it does not name stays as others change it', () => {
    expect(changeOf(LEAF, LEAF)).toBeNull();
    expect(changeOf(LEAF, { ...LEAF, name: '往復' })).toEqual({
      code: '10-01-01',
      isNew: false,
      columns: { name: '往復' },
    });
    const changes = [changeOf(LEAF, { ...LEAF, name: '往復' })!];
    expect(withChanges(leafAs({ retentionClass: 'R03' }), changes)[2]).toMatchObject({
      name: '往復',
      retentionClass: 'R03',
    });
  });

  it('PLAN-2 makes of a class what was wanted, whatever that is, and can be undone', () => {
    fc.assert(
      fc.property(said, (wish) => {
        const wanted = { ...LEAF, ...wish };
        const change = changeOf(LEAF, wanted);
        const after = withChanges(PLAN, change ? [change] : []);
        expect(after).toEqual(leafAs(wish));
        const was = Object.fromEntries(Object.keys(change?.columns ?? {}).map((key) => [key, LEAF[key as 'name']]));
        expect(withoutChanges(after, change ? [{ ...change, was }] : [])).toEqual(PLAN);
      }),
    );
    const added = changeOf(null, { ...LEAF, code: '10-01-09' })!;
    expect(withoutChanges(withChanges(PLAN, [added]), [{ ...added, was: null }])).toEqual(PLAN);
  });

  it.each([
    ['R05', 'R03', true],
    ['R03', 'R05', false],
    ['RPERM', 'R05', true],
    ['R05', 'RPERM', false],
    ['R05', 'C05', true],
    ['E05', 'R05', true],
    ['R05', 'E05', false],
    ['R05', 'R05', false],
  ])('PLAN-6 from %s to %s is shorter: %s', (from, to, expected) => {
    const terms = (code: string) => ({ ...TERMS.get(code)!, floor: null });
    expect(isShorter(terms(from), terms(to))).toBe(expected);
  });

  it('PLAN-6 names what is added, changed, ended, and what inherits another law', () => {
    const kinds = (after: readonly PlanClass[]) =>
      touched(after).map(({ code, kind, shorter }) => [code, kind, shorter]);
    expect(kinds([...PLAN, { ...LEAF, code: '10-01-09' }])).toEqual([['10-01-09', 'added', false]]);
    expect(kinds(leafAs({ retentionClass: 'R03' }))).toEqual([['10-01-01', 'changed', true]]);
    expect(kinds(leafAs({ lastYear: 2026 }))).toEqual([['10-01-01', 'ended', false]]);
    const law = { statutoryYears: 7, statutoryLaw: '法' };
    expect(kinds([TOP, { ...MIDDLE, ...law }, LEAF])).toEqual([
      ['10-01', 'changed', false],
      ['10-01-01', 'inherited', false],
    ]);
  });

  it('PLAN-6 a longer law makes a shorter class no shorter in fact', () => {
    const lawful = { statutoryYears: 7, statutoryLaw: '法' };
    const before = [TOP, { ...MIDDLE, ...lawful }, LEAF];
    const after = [TOP, { ...MIDDLE, ...lawful }, { ...LEAF, retentionClass: 'R03' }];
    expect(touchedClasses(before, after, TERMS).map(({ shorter }) => shorter)).toEqual([false]);
    expect(termsOfPlan('10-01-01', new Map(before.map((one) => [one.code, one])), TERMS)?.floor?.years).toBe(7);
    expect(touchedClasses(before, PLAN, TERMS).map(({ code, shorter }) => [code, shorter])).toEqual([
      ['10-01', false],
      ['10-01-01', true],
    ]);
  });

  it('PLAN-5 a class goes on below none that ends, and ends no earlier than the year before the plan', () => {
    const faults = (plan: readonly PlanClass[], ...changed: string[]) =>
      endingFaults(plan, new Set(changed), 2027).map(({ code, classCode }) => `${classCode} ${code}`);
    expect(faults(PLAN)).toEqual([]);
    expect(faults([TOP, { ...MIDDLE, lastYear: 2026 }, LEAF], '10-01')).toEqual(['10-01-01 plan.outlives-its-parent']);
    expect(faults([TOP, { ...MIDDLE, lastYear: 2026 }, { ...LEAF, lastYear: 2026 }], '10-01', '10-01-01')).toEqual([]);
    expect(faults(leafAs({ lastYear: 2025 }), '10-01-01')).toEqual(['10-01-01 plan.ended-before']);
    expect(faults(leafAs({ lastYear: 2025 }))).toEqual([]);
  });

  it('PLAN-5 says in both languages what to do about every fault', () => {
    for (const code of ['package.wrong-level', 'package.loop', 'plan.outlives-its-parent', 'plan.preset-ends'])
      for (const language of ['ja', 'en'] as const) {
        const words = planFaultWords({ code, classCode: '10', column: 'x', severity: 'error' }, language);
        expect(words).not.toMatch(/この欄を直してください|Correct this/);
      }
    expect(planFaultWords({ code: 'x', classCode: '', column: '', severity: 'error' }, 'en')).toBe('Correct this.');
  });
});
