import fc from 'fast-check';
import { planRoute } from './plan-route';
import type { RouteFacts } from './route-facts';
import type { RoutePlan } from './route-plan';
import { POLICY, group, post, present, rule, welfareFacts } from './testing-facts';

function route(facts: RouteFacts): string[] {
  const plan = planned(facts);
  return plan.steps.map(
    ({ kind, seats }) => `${kind}: ${seats.map((s) => (s.skip ? `(${s.postCode} ${s.skip})` : s.postCode)).join('+')}`,
  );
}

function planned(facts: RouteFacts): Extract<RoutePlan, { ok: true }> {
  const plan = planRoute(facts);
  if (!plan.ok) throw new Error(plan.problems.map(({ code }) => code).join());
  return plan;
}

describe('planRoute', () => {
  it('ROUTE-4 a contract of 1,200,000 yen goes 係長, 課長, 合議 財政課, 部長専決', () => {
    expect(route(welfareFacts())).toEqual(['line: 係長', 'line: 課長', 'concurrence: 財政課長', 'decision: 部長']);
    expect(planned(welfareFacts()).decision).toEqual({ label: '部長専決', rank: 70, raised: false });
  });

  it.each([
    [500_000, ['line: 係長', 'decision: 課長']],
    [500_001, ['line: 係長', 'line: 課長', 'concurrence: 財政課長', 'decision: 部長']],
    [3_000_000, ['line: 係長', 'line: 課長', 'concurrence: 財政課長', 'decision: 部長']],
    [3_000_001, ['line: 係長', 'line: 課長', 'line: 部長', 'concurrence: 財政課長', 'decision: 副町長']],
    [10_000_001, ['line: 係長', 'line: 課長', 'line: 部長', 'concurrence: 財政課長+総務課長', 'decision: 町長']],
  ])('ROUTE-1 bounds are inclusive: %i yen', (amount, expected) => {
    expect(route(welfareFacts({ amount }))).toEqual(expected);
  });

  it('ROUTE-1 a rule of higher priority comes first when its condition holds', () => {
    const facts = welfareFacts({ amount: 1_300_001, fields: { method: '随意契約' } });
    expect(planned(facts).decision.label).toBe('随意契約の特例');
  });

  it('ROUTE-2 a ground for escalation raises the decision by one level, never lowers it', () => {
    expect(planned(welfareFacts({ escalations: ['important'] })).decision).toEqual({
      label: '副町長専決',
      rank: 90,
      raised: true,
    });
  });

  it('ROUTE-3 a vacant decider passes the decision to the next head upward, with the reason', () => {
    const line = [
      post('係長', 40, { unit: '福祉係', holder: '後藤', kind: 'unit' }),
      post('課長', 50, { unit: '福祉課', holder: '深川' }),
      post('部長', 70, { unit: '健康福祉部', holder: null, kind: 'department' }),
      post('町長', 100, { unit: '町長部局', holder: '町田', kind: 'body' }),
    ];
    const plan = planned(welfareFacts({ line }));
    expect(plan.steps.at(-1)?.seats[0]).toMatchObject({
      postCode: '町長',
      reason: { code: 'decider-upward', because: 'vacant' },
    });
  });

  it('ROUTE-3 RULE-25 a drafter who holds the deciding post does not decide', () => {
    const drafter = { staffNo: '江藤', name: '江藤 信一', postCode: '部長' };
    const plan = planned(welfareFacts({ drafter }));
    expect(plan.steps.at(-1)?.seats[0]).toMatchObject({ postCode: '町長', reason: { because: 'drafter' } });
  });

  it('ROUTE-3 without any head that can decide there is no route', () => {
    const facts = welfareFacts({ line: [], topHead: null });
    expect(planRoute(facts)).toEqual({ ok: false, problems: [{ code: 'no-decider' }] });
  });

  it('ROUTE-1 says that the amount is missing instead of guessing', () => {
    expect(planRoute(welfareFacts({ amount: null }))).toEqual({ ok: false, problems: [{ code: 'amount-missing' }] });
    expect(planRoute(welfareFacts({ rules: [] }))).toEqual({ ok: false, problems: [{ code: 'no-rule' }] });
  });

  it('ROUTE-4 RULE-21 a section of the own department is asked before the head of the department', () => {
    const facts = welfareFacts({
      rules: [
        rule({
          deciderRank: 90,
          deciderPostCode: '副町長',
          concurrence: [group('子育て課', '財政課')],
          reason: '副町長専決',
        }),
      ],
      concurring: {
        ...welfareFacts().concurring,
        子育て課: {
          unitCode: '子育て課',
          unitName: '子育て課',
          sort: 32,
          departmentCode: '健康福祉部',
          heads: [post('子育て課長', 50, { unit: '子育て課', holder: '近藤' })],
        },
      },
    });
    expect(route(facts)).toEqual([
      'line: 係長',
      'line: 課長',
      'concurrence: 子育て課長',
      'line: 部長',
      'concurrence: 財政課長',
      'decision: 副町長',
    ]);
  });

  it('ROUTE-4 sections in order act one after the other', () => {
    const facts = welfareFacts({
      rules: [rule({ deciderRank: 70, concurrence: [group('財政課'), group('総務課')], reason: '部長専決' })],
    });
    expect(route(facts)).toEqual([
      'line: 係長',
      'line: 課長',
      'concurrence: 財政課長',
      'concurrence: 総務課長',
      'decision: 部長',
    ]);
  });

  it.each([
    ['parallel', ['concurrence: 財政課長+総務課長']],
    ['function_order', ['concurrence: 総務課長', 'concurrence: 財政課長']],
    ['most_related_first', ['concurrence: 財政課長', 'concurrence: 総務課長']],
  ] as const)('RULE-21 sections of one group follow each other: %s', (concurrenceOrder, expected) => {
    const facts = welfareFacts({ amount: 12_000_000, concurrenceOrder });
    expect(route(facts).filter((step) => step.startsWith('concurrence'))).toEqual(expected);
  });

  it('ROUTE-5 the own section is not asked for concurrence', () => {
    const facts = welfareFacts({ sectionCode: '財政課', departmentCode: '総務部' });
    expect(route(facts)).toContain('concurrence: (財政課長 own-section)');
  });

  it('ROUTE-5 a section whose head is vacant speaks by the next head upward', () => {
    const heads = [
      post('財政課長', 50, { unit: '財政課', holder: null }),
      post('総務部長', 70, { unit: '総務部', holder: '青木', kind: 'department' }),
    ];
    const concurring = {
      ...welfareFacts().concurring,
      財政課: { unitCode: '財政課', unitName: '財政課', sort: 22, departmentCode: '総務部', heads },
    };
    expect(route(welfareFacts({ concurring }))).toContain('concurrence: 総務部長');
  });

  it('ROUTE-6 RULE-25 who sits in several seats acts once, in the last', () => {
    const line = [
      post('係長', 40, { unit: '福祉係', holder: '深川', kind: 'unit' }),
      post('課長', 50, { unit: '福祉課', holder: '深川' }),
      post('部長', 70, { unit: '健康福祉部', holder: '江藤', kind: 'department' }),
    ];
    expect(route(welfareFacts({ line }))).toEqual([
      'line: (係長 same-person)',
      'line: 課長',
      'concurrence: 財政課長',
      'decision: 部長',
    ]);
    expect(route(welfareFacts({ line, policy: { ...POLICY, samePerson: 'actEach' } }))).toEqual([
      'line: 係長',
      'line: 課長',
      'concurrence: 財政課長',
      'decision: 部長',
    ]);
  });

  it('RULE-31 a section is asked by way of its 担当 where the table says so', () => {
    const unit = post('財政係長', 40, { unit: '財政係', holder: '佐野', kind: 'unit' });
    const facts = welfareFacts({
      rules: [rule({ deciderRank: 70, concurrence: [group('財政課/財政係')] })],
      concurring: {
        ...welfareFacts().concurring,
        財政係: { unitCode: '財政係', unitName: '財政係', sort: 221, departmentCode: '総務部', heads: [unit] },
      },
      standings: { 財政係長: present('佐野', '財政係長') },
    });
    const step = planned(facts).steps.find(({ kind }) => kind === 'concurrence');
    expect(step?.seats.map(({ postCode, branch, turn }) => [postCode, branch, turn])).toEqual([
      ['財政係長', 1, 1],
      ['財政課長', 1, 2],
    ]);
  });

  it('審査 stands right before the decision, or after it, as the matter type asks', () => {
    const clerk = post('文書主任', 30, { unit: '福祉課', holder: '上田' });
    const before = welfareFacts({ review: { timing: 'before', post: clerk } });
    expect(route(before).slice(-2)).toEqual(['review: 文書主任', 'decision: 部長']);
    const after = welfareFacts({ review: { timing: 'after', post: clerk } });
    expect(route(after).slice(-2)).toEqual(['decision: 部長', 'review: 文書主任']);
  });

  it('RULE-26 what the drafter adds is in the route with the origin, and never replaces the rules', () => {
    const reader = post('政策部長', 70, { unit: '政策部', holder: '今井', kind: 'department' });
    const adviser = post('防災課長', 50, { unit: '防災課', holder: '野口' });
    const facts = welfareFacts({
      additions: [
        { kind: 'circulation', post: reader },
        { kind: 'concurrence', post: adviser },
      ],
    });
    expect(route(facts)).toEqual([
      'circulation: 政策部長',
      'line: 係長',
      'line: 課長',
      'concurrence: 財政課長',
      'concurrence: 防災課長',
      'decision: 部長',
    ]);
    expect(planned(facts).steps[0]?.seats[0]?.origin).toBe('drafter');
  });

  it('a section left out by the drafter stays visible with the reason', () => {
    const plan = planned(welfareFacts({ removals: { 財政課: '予算措置済み' } }));
    const seat = plan.steps.find(({ kind }) => kind === 'concurrence')?.seats[0];
    expect(seat).toMatchObject({ skip: 'removed', reason: { code: 'removed', comment: '予算措置済み' } });
  });

  it('ROUTE-7 one of two sections is enough where the table says so', () => {
    const facts = welfareFacts({
      rules: [rule({ deciderRank: 70, concurrence: [{ units: ['財政課', '総務課'], need: 1 }] })],
    });
    expect(route(facts)).toContain('concurrence: 財政課長+(総務課長 not-needed)');
  });

  it('RULE-25 no route ever asks the drafter to act, and the last seat decides', () => {
    const people = fc.constantFrom('原', '後藤', '深川', '江藤', '町田', '財部', null);
    const arbitrary = fc.record({
      chief: people,
      manager: people,
      director: people,
      mayor: people,
      finance: people,
      amount: fc.nat(20_000_000),
      each: fc.boolean(),
      drafter: fc.constantFrom('原', '後藤', '深川', '江藤'),
    });
    fc.assert(
      fc.property(arbitrary, ({ chief, manager, director, mayor, finance, amount, each, drafter }) => {
        const top = post('町長', 100, { unit: '町長部局', holder: mayor, kind: 'body' });
        const facts = welfareFacts({
          amount,
          drafter: { staffNo: drafter, name: drafter, postCode: 'x' },
          policy: { ...POLICY, samePerson: each ? 'actEach' : 'merge' },
          topHead: top,
          line: [
            post('係長', 40, { unit: '福祉係', holder: chief, kind: 'unit' }),
            post('課長', 50, { unit: '福祉課', holder: manager }),
            post('部長', 70, { unit: '健康福祉部', holder: director, kind: 'department' }),
            top,
          ],
          posts: { 副町長: post('副町長', 90, { unit: '町長部局', holder: '福井', kind: 'body' }), 町長: top },
          concurring: {
            ...welfareFacts().concurring,
            財政課: {
              unitCode: '財政課',
              unitName: '財政課',
              sort: 22,
              departmentCode: '総務部',
              heads: [post('財政課長', 50, { unit: '財政課', holder: finance })],
            },
          },
        });
        const plan = planRoute(facts);
        if (!plan.ok) return plan.problems.length > 0;
        const acting = plan.steps.flatMap(({ kind, seats }) =>
          seats.filter(({ skip, holder: sits }) => skip === null && (sits !== null || kind !== 'concurrence')),
        );
        const last = plan.steps.at(-1);
        return (
          acting.every(({ holder }) => holder !== null && holder.staffNo !== drafter) &&
          last?.kind === 'decision' &&
          last.seats[0]?.skip === null
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
