import fc from 'fast-check';
import { type NamedRule, ruleLine, tableDifference, tableDigest } from './table-difference';

const rule = (change: Partial<NamedRule> = {}): NamedRule => ({
  matterType: 'contract',
  priority: 10,
  when: '',
  minAmount: 0,
  maxAmount: 500_000,
  deciderRank: 50,
  deciderPostCode: null,
  concurrence: [],
  reason: '課長専決',
  ...change,
});

const rules = fc.array(
  fc
    .record({ matterType: fc.constantFrom('a', 'b'), maxAmount: fc.constantFrom(1, 2, 3) })
    .map((change) => rule(change)),
  { maxLength: 8 },
);
const byDigest = (all: readonly NamedRule[]) => all.map((one) => tableDigest([one])).toSorted();

describe('RULES-4 the difference of two tables', () => {
  it('is nothing for the same table, and turns one into the other', () => {
    fc.assert(
      fc.property(rules, rules, (before, after) => {
        expect(tableDifference(before, before)).toEqual({ removed: [], added: [] });
        const { removed, added } = tableDifference(before, after);
        const kept = tableDifference(before, removed).removed;
        expect(byDigest([...kept, ...added])).toEqual(byDigest(after));
        expect(tableDifference(after, before)).toEqual({ removed: added, added: removed });
      }),
    );
  });

  it('knows a table by its rows and their order', () => {
    const [one, other] = [rule(), rule({ maxAmount: 800_000 })];
    expect(tableDigest([one, other])).toBe(tableDigest([rule(), rule({ maxAmount: 800_000 })]));
    expect(tableDigest([one, other])).not.toBe(tableDigest([other, one]));
  });

  it('is said in words', () => {
    const names = { matterType: '契約の締結', decider: '部長', concurrence: '財政課' };
    const changed = rule({ minAmount: 500_001, maxAmount: 3_000_000, when: 'important', reason: '部長専決' });
    expect(ruleLine(changed, names)).toBe(
      '契約の締結 500,001円から3,000,000円まで 条件: important → 部長専決(部長) 合議: 財政課',
    );
    expect(ruleLine(rule({ maxAmount: null, reason: '' }), { ...names, concurrence: '' })).toBe('契約の締結 → 部長');
  });
});
