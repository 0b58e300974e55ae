import fc from 'fast-check';
import { addDays, localDate } from '@fubako/kernel';
import { type Demand, type PublishedRoute, demandsOf, gapsOf } from './coverage';
import { planRoute } from './plan-route';
import { post, welfareFacts } from './testing-facts';

const route: PublishedRoute = {
  matterType: 'contract',
  matterTypeName: '契約',
  rule: '部長専決',
  unitCode: 'U',
  unitName: '福祉係',
};
const demand = (postCode: string, rule = '部長専決'): Demand => ({
  seat: { postCode, postTitle: postCode, unitName: '福祉課', kind: 'line' },
  matterType: 'contract',
  problem: null,
  routes: [{ ...route, rule }],
});
const first = localDate('2026-06-01');

describe('demandsOf', () => {
  it('COVER-1 asks for everybody who must act, once however many routes ask for them', () => {
    const plan = planRoute(welfareFacts());
    const demands = demandsOf([
      { route, plan },
      { route: { ...route, unitCode: 'V' }, plan },
    ]);
    expect(demands.map(({ seat, routes }) => [seat?.postCode, routes.length])).toEqual([
      ['係長', 2],
      ['課長', 2],
      ['財政課長', 2],
      ['部長', 2],
    ]);
  });

  it('COVER-1 asks for a post that is passed over because it is empty, not for one passed over otherwise', () => {
    const empty = [post('係長', 40, { unit: '福祉係', holder: null, kind: 'unit' }), ...welfareFacts().line.slice(1)];
    expect(demandsOf([{ route, plan: planRoute(welfareFacts({ line: empty })) }])[0]?.seat?.postCode).toBe('係長');
    const drafter = { staffNo: '後藤', name: '後藤', postCode: '係長' };
    expect(demandsOf([{ route, plan: planRoute(welfareFacts({ drafter })) }])[0]?.seat?.postCode).toBe('課長');
  });

  it('COVER-1 a route that cannot be planned is a demand of its own', () => {
    expect(demandsOf([{ route, plan: planRoute(welfareFacts({ rules: [] })) }])).toEqual([
      { seat: null, matterType: 'contract', problem: 'no-rule', routes: [route] },
    ]);
  });
});

describe('gapsOf', () => {
  const lack = (postCode: string, why = 'absent', rule?: string) => ({ demand: demand(postCode, rule), why });

  it('COVER-2 days in a row are one gap with all its routes; a day between makes two', () => {
    const days = [
      [lack('課長')],
      [lack('課長'), lack('課長', 'absent', '町長決裁')],
      [],
      [lack('課長'), lack('部長', 'vacant')],
    ].map((lacks, index) => ({ day: addDays(first, index), lacks }));
    expect(gapsOf(days).map((gap) => [gap.seat?.postCode, gap.from, gap.until, gap.days, gap.routes.length])).toEqual([
      ['課長', '2026-06-01', '2026-06-02', 2, 2],
      ['課長', '2026-06-04', '2026-06-04', 1, 1],
      ['部長', '2026-06-04', '2026-06-04', 1, 1],
    ]);
  });

  it('COVER-2 every day that lacks somebody lies in exactly one gap for them', () => {
    fc.assert(
      fc.property(fc.array(fc.subarray(['課長', '部長', '町長']), { maxLength: 20 }), (made) => {
        const days = made.map((posts, index) => ({
          day: addDays(first, index),
          lacks: posts.map((code) => lack(code)),
        }));
        const gaps = gapsOf(days);
        for (const { day, lacks } of days)
          for (const code of ['課長', '部長', '町長']) {
            const holding = gaps.filter((gap) => gap.seat?.postCode === code && gap.from <= day && day <= gap.until);
            expect(holding).toHaveLength(lacks.some(({ demand: { seat } }) => seat?.postCode === code) ? 1 : 0);
          }
        expect(gaps.reduce((sum, gap) => sum + gap.days, 0)).toBe(made.flat().length);
      }),
    );
  });
});
