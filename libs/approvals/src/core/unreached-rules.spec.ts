import { unreachedRules } from './unreached-rules';

const row = (given: object) => ({
  matterType: 'contract',
  priority: 10,
  when: '',
  minAmount: null,
  maxAmount: null,
  deciderRank: 4,
  ...given,
});

describe('RULES-3 a row that no matter comes to', () => {
  it('stands behind one that takes all of its amounts on the same condition or none', () => {
    const behind = row({ priority: 20, when: "method == '随意契約'", minAmount: 1, maxAmount: 500_000 });
    expect(unreachedRules([behind, row({})])).toEqual([{ row: 0, before: 1 }]);
    expect(unreachedRules([behind, row({ when: behind.when, maxAmount: 500_000 })])).toEqual([{ row: 0, before: 1 }]);
  });

  it.each([
    ['of another type', { matterType: 'notice', priority: 20 }],
    ['that comes first', { priority: 5, maxAmount: 100 }],
    ['with amounts that the other does not take', { priority: 20, maxAmount: 2_000_000 }],
    ['without bounds, when the other has one', { priority: 20 }],
    ['of a higher rank, to which raised matters go', { priority: 20, maxAmount: 100, deciderRank: 5 }],
  ])('is none %s', (_, given) => {
    expect(unreachedRules([row({ maxAmount: 1_000_000 }), row(given)])).toEqual([]);
  });

  it('is none where the row before it asks for another condition', () => {
    expect(unreachedRules([row({ when: 'single' }), row({ priority: 20 })])).toEqual([]);
    expect(unreachedRules([row({ when: 'single' }), row({ priority: 20, when: 'urgent' })])).toEqual([]);
  });
});
