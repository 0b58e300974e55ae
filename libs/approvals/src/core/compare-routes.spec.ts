import fc from 'fast-check';
import { compareRoutes } from './compare-routes';
import { planRoute } from './plan-route';
import type { RouteFacts } from './route-facts';
import { group, post, rule, welfareFacts } from './testing-facts';

const rules = fc.array(
  fc.record({
    minAmount: fc.constantFrom(null, 0, 500_001),
    deciderRank: fc.constantFrom(40, 50, 70, 90, 100),
    deciderPostCode: fc.constantFrom(null, '副町長', '町長'),
    concurrence: fc.constantFrom(
      [],
      [group('財政課')],
      [group('財政課', '総務課')],
      [group('総務課'), group('財政課')],
    ),
    reason: fc.constantFrom('課長専決', '部長専決'),
  }),
  { maxLength: 4 },
);
const plans = rules.map((made) => planRoute(welfareFacts({ rules: made.map((one) => rule(one)) })));
const codes = (says: readonly { postCode: string }[]) => says.map(({ postCode }) => postCode);

describe('compareRoutes', () => {
  it('WHATIF-1 a route compared with itself changes nothing', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(compareRoutes(plan, plan)).toMatchObject({ changed: false, gained: [], lost: [] });
      }),
    );
  });

  it('WHATIF-1 what is gained one way is lost the other way', () => {
    fc.assert(
      fc.property(plans, plans, (a, b) => {
        const [there, back] = [compareRoutes(a, b), compareRoutes(b, a)];
        expect(codes(there.gained)).toEqual(codes(back.lost));
        expect(codes(there.lost)).toEqual(codes(back.gained));
        expect([there.changed, there.before, there.after]).toEqual([back.changed, back.after, back.before]);
      }),
    );
  });

  it('WHATIF-1 without a change nobody gains or loses a say, and nobody does both', () => {
    fc.assert(
      fc.property(plans, plans, (a, b) => {
        const { changed, gained, lost } = compareRoutes(a, b);
        if (!changed) expect([gained, lost]).toEqual([[], []]);
        expect(codes(gained).filter((code) => codes(lost).includes(code))).toEqual([]);
      }),
    );
  });

  it('names the decider before and after, and who gains and loses a say', () => {
    const facts = (overrides: Partial<RouteFacts>) => planRoute(welfareFacts(overrides));
    const before = facts({});
    const after = facts({ rules: [rule({ deciderRank: 50, reason: '課長専決' })] });
    const found = compareRoutes(before, after);
    expect(found.changed).toBe(true);
    expect([found.before?.decider.postCode, found.after?.decider.postCode]).toEqual(['部長', '課長']);
    expect([codes(found.gained), codes(found.lost)]).toEqual([[], ['財政課長', '部長']]);
  });

  it('another holder of the same post is the same route', () => {
    const other = [post('係長', 40, { unit: '福祉係', holder: '別人', kind: 'unit' }), ...welfareFacts().line.slice(1)];
    expect(compareRoutes(planRoute(welfareFacts()), planRoute(welfareFacts({ line: other }))).changed).toBe(false);
  });
});
