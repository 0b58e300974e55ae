import fc from 'fast-check';
import { type PostCode, type StaffNo, type UnitCode, localDate } from '@fubako/kernel';
import type { Absence, AbsenceKind, Proxy } from './absence';
import type { ActingMode, ActingOrder, ChartFacts } from './facts';
import { OrganisationChart } from './organisation-chart';
import { type StandInFacts, StandIns } from './stand-ins';

const p = (code: string) => code as PostCode;
const s = (code: string) => code as StaffNo;

const order = (
  post: string,
  place: number,
  acting: string,
  mode: ActingMode = 'acting_decision',
  matterTypes: string[] = [],
): ActingOrder => ({ postCode: p(post), order: place, actingPostCode: p(acting), mode, matterTypes });

/** 町長 1, 副町長 2, 総務部長 3 who also is 防災安全課長 by 事務取扱, 健康福祉部長 6, 福祉課長 16, 福祉係長 30; 課長補佐 is empty. */
const holders: Record<string, string> = {
  'P-MAYOR': '1',
  'P-VICE': '2',
  'P-D20-H': '3',
  'P-D30-H': '6',
  'P-S31-H': '16',
  'P-U311-H': '30',
};
const posts = [...Object.keys(holders), 'P-S24-H', 'P-S31-A'];
const townOrders = [
  order('P-MAYOR', 1, 'P-VICE'),
  order('P-MAYOR', 1, 'P-VICE', 'statutory_deputy'),
  order('P-MAYOR', 2, 'P-D20-H', 'statutory_deputy'),
  order('P-VICE', 1, 'P-D20-H'),
  order('P-D20-H', 1, 'P-S24-H'),
  order('P-D20-H', 2, 'P-S31-H'),
  order('P-D30-H', 1, 'P-S31-H'),
  order('P-S31-H', 1, 'P-S31-A'),
  order('P-S31-H', 2, 'P-U311-H'),
];

const chartOf = (given: Partial<Pick<ChartFacts, 'actingOrders' | 'assignments'>> = {}) =>
  new OrganisationChart({
    date: localDate('2026-06-10'),
    units: [],
    posts: posts.map((code) => ({ code: p(code), title: code, unitCode: 'U' as UnitCode, rank: 1, headship: false })),
    people: [...new Set(Object.values(holders)), '99'].map((no) => ({
      staffNo: s(no),
      name: `${no}番`,
      kana: '',
      login: no,
      email: null,
    })),
    assignments: [
      ...Object.entries(holders).map(([post, no]) => ({ postCode: p(post), staffNo: s(no), kind: 'main' as const })),
      { postCode: p('P-S24-H'), staffNo: s('3'), kind: 'acting_holder' as const },
    ],
    actingOrders: townOrders,
    roles: [],
    functions: [],
    ...given,
  });

const at = new Date('2026-06-10T03:00:00Z');
const from = new Date('2026-06-09T15:00:00Z');
const until = new Date('2026-06-12T15:00:00Z');
const away = (staffNo: string, kind: AbsenceKind = 'absence'): Absence => ({
  id: `${kind}-${staffNo}`,
  staffNo: s(staffNo),
  kind,
  from,
  until,
  reason: '出張',
});
const proxy = (postCode: string, giver: string, taker: string, takerPost: string): Proxy => ({
  id: `${postCode}-${taker}`,
  postCode: p(postCode),
  giver: s(giver),
  taker: s(taker),
  takerPost: p(takerPost),
  from,
  until,
});
const standIns = (facts: Partial<StandInFacts> = {}, chart = chartOf()) =>
  new StandIns(chart, { at, absences: [], proxies: [], absenceIncludesVacancy: false, ...facts });
const noOf = (who: { holder: { person: { staffNo: StaffNo } } } | null) => who?.holder.person.staffNo ?? null;

describe('who stands in', () => {
  it('SI-1 tells of a seat who holds it and until when they are away', () => {
    const seats = standIns({ absences: [away('6')] });
    expect(seats.occupancyOf(p('P-D30-H'))).toMatchObject({
      holder: { person: { staffNo: '6' } },
      away: { kind: 'absence', from, until, reason: '出張' },
    });
    expect(seats.occupancyOf(p('P-S31-H'))?.away).toBeNull();
    expect(seats.occupancyOf(p('P-S31-A'))).toMatchObject({ holder: null, away: { kind: 'vacancy', until: null } });
    expect(seats.occupancyOf(p('P-NONE'))).toBeNull();
  });

  it('SI-1 an absence counts from its first instant up to, not including, its end', () => {
    const awayAt = (instant: Date) => standIns({ at: instant, absences: [away('6')] }).awayOf(s('6')) !== null;
    expect([new Date(+from - 1), from, new Date(+until - 1), until].map(awayAt)).toEqual([false, true, true, false]);
  });

  it('S01 部長不在: the 主管課長 alone may act, and nobody while the 部長 is there', () => {
    expect(noOf(standIns({ absences: [away('6')] }).actingFor(p('P-D30-H'), 'contract'))).toBe('16');
    expect(standIns().actingFor(p('P-D30-H'), 'contract')).toBeNull();
  });

  it('SI-4 an absent or empty place in the order is passed over', () => {
    expect(noOf(standIns({ absences: [away('16')] }).actingFor(p('P-S31-H'), 'contract'))).toBe('30');
    expect(standIns({ absences: [away('16'), away('30')] }).actingFor(p('P-S31-H'), 'contract')).toBeNull();
  });

  it('SI-5 the absent person never acts for themselves through another post', () => {
    // 総務部長 also is 防災安全課長, who is first in the order of 総務部長.
    expect(noOf(standIns({ absences: [away('3')] }).actingFor(p('P-D20-H'), 'contract'))).toBe('16');
  });

  it('SI-6 an order for some matter types acts in those only; after one for all nobody follows', () => {
    const chart = chartOf({
      actingOrders: [
        order('P-D30-H', 1, 'P-S24-H', 'acting_decision', ['works']),
        order('P-D30-H', 2, 'P-S31-H'),
        order('P-D30-H', 3, 'P-U311-H'),
      ],
    });
    const seats = standIns({ absences: [away('6')] }, chart);
    expect([seats.actingFor(p('P-D30-H'), 'works'), seats.actingFor(p('P-D30-H'), 'contract')].map(noOf)).toEqual([
      '3',
      '16',
    ]);
    expect(seats.actingLineOf(p('P-D30-H')).map(noOf)).toEqual(['3', '16']);
  });

  it('S03 事故 of the 町長 calls the 副町長 in as 職務代理者, who decides without 代決', () => {
    const seats = standIns({ absences: [away('1', 'incapacity')] });
    expect(noOf(seats.deputyOf(p('P-MAYOR')))).toBe('2');
    expect(seats.deciderOf(p('P-MAYOR'))).toMatchObject({
      deputy: true,
      away: null,
      holder: { post: { code: 'P-VICE' } },
    });
    expect(seats.actingFor(p('P-MAYOR'), 'contract')).toBeNull();
  });

  it('S03 a deputy who is away for the day stays the deputy; the order of the deputy gives the 代決者', () => {
    const seats = standIns({ absences: [away('1', 'incapacity'), away('2')] });
    expect(seats.deciderOf(p('P-MAYOR'))).toMatchObject({ deputy: true, away: { kind: 'absence' } });
    expect(noOf(seats.deciderOf(p('P-MAYOR')))).toBe('2');
    expect(noOf(seats.actingFor(p('P-MAYOR'), 'contract'))).toBe('3');
  });

  it('RULE-43 a deputy without an order of their own leaves that of the post, in which the 主管課長 follows', () => {
    const actingOrders = [
      order('P-MAYOR', 1, 'P-VICE', 'statutory_deputy'),
      order('P-MAYOR', 1, 'P-VICE'),
      order('P-MAYOR', 2, 'P-S31-H'),
    ];
    const seats = standIns({ absences: [away('1', 'incapacity'), away('2')] }, chartOf({ actingOrders }));
    expect(noOf(seats.actingFor(p('P-MAYOR'), 'contract'))).toBe('16');
  });

  it('RULE-43 事故 of the first deputy makes the second one deputy; 事故 of all leaves nobody', () => {
    const both = [away('1', 'incapacity'), away('2', 'incapacity')];
    expect(noOf(standIns({ absences: both }).deputyOf(p('P-MAYOR')))).toBe('3');
    const nobody = standIns({ absences: [...both, away('3', 'incapacity')] });
    expect(nobody.deciderOf(p('P-MAYOR'))).toBeNull();
    expect(nobody.actingFor(p('P-MAYOR'), 'contract')).toBeNull();
  });

  it('RULE-40 不在 of the 町長 is no 職務代理: the 副町長 acts by 代決', () => {
    const seats = standIns({ absences: [away('1')] });
    expect(seats.deputyOf(p('P-MAYOR'))).toBeNull();
    expect(noOf(seats.actingFor(p('P-MAYOR'), 'contract'))).toBe('2');
  });

  it('RULE-40 事故 of somebody without deputies is 不在', () => {
    const seats = standIns({ absences: [away('6', 'incapacity')] });
    expect(seats.deciderOf(p('P-D30-H'))).toMatchObject({ deputy: false, away: { kind: 'incapacity' } });
    expect(noOf(seats.actingFor(p('P-D30-H'), 'contract'))).toBe('16');
  });

  it('RULE-40 欠けた: the deputy of an empty 町長; otherwise 代決 only where the municipality counts it as 不在', () => {
    const assignments = Object.entries(holders)
      .filter(([post]) => post !== 'P-MAYOR' && post !== 'P-D30-H')
      .map(([post, no]) => ({ postCode: p(post), staffNo: s(no), kind: 'main' as const }));
    const chart = chartOf({ assignments });
    expect(noOf(standIns({}, chart).deputyOf(p('P-MAYOR')))).toBe('2');
    expect(standIns({}, chart).actingFor(p('P-D30-H'), 'contract')).toBeNull();
    expect(noOf(standIns({ absenceIncludesVacancy: true }, chart).actingFor(p('P-D30-H'), 'contract'))).toBe('16');
  });

  it('SI-3 of 事故 and 不在 at once 事故 counts', () => {
    expect(standIns({ absences: [away('1'), away('1', 'incapacity')] }).awayOf(s('1'))?.kind).toBe('incapacity');
    expect(standIns({ absences: [away('1', 'incapacity'), away('1')] }).awayOf(s('1'))?.kind).toBe('incapacity');
  });

  it('RULE-47 the proxy of a post stands while giver and taker are where they were', () => {
    const given = proxy('P-S31-H', '16', '30', 'P-U311-H');
    expect(noOf(standIns({ proxies: [given] }).proxyOf(p('P-S31-H')))).toBe('30');
    expect(standIns({ proxies: [given], absences: [away('30')] }).proxyOf(p('P-S31-H'))).toBeNull();
    expect(standIns({ proxies: [{ ...given, giver: s('6') }] }).proxyOf(p('P-S31-H'))).toBeNull();
    expect(standIns({ proxies: [{ ...given, takerPost: p('P-S24-H') }] }).proxyOf(p('P-S31-H'))).toBeNull();
    expect(standIns({ proxies: [given], at: until }).proxyOf(p('P-S31-H'))).toBeNull();
  });

  it('RULE-47 no proxy of a proxy: the own proxy of an absent taker does not get the seat', () => {
    const proxies = [proxy('P-D30-H', '6', '16', 'P-S31-H'), proxy('P-S31-H', '16', '30', 'P-U311-H')];
    const seats = standIns({ proxies, absences: [away('16')] });
    expect(seats.proxyOf(p('P-D30-H'))).toBeNull();
    expect(noOf(seats.proxyOf(p('P-S31-H')))).toBe('30');
  });

  it('SI-8 tells a person for whom they may act now, and how', () => {
    const seats = standIns({
      absences: [away('6'), away('1', 'incapacity')],
      proxies: [proxy('P-U311-H', '30', '16', 'P-S31-H')],
    });
    const ways = (no: string) => seats.standsFor(s(no)).map(({ post, mode }) => [post.code, mode]);
    expect(ways('16')).toEqual([
      ['P-D30-H', 'acting_decision'],
      ['P-U311-H', 'proxy'],
    ]);
    expect(ways('2')).toEqual([['P-MAYOR', 'statutory_deputy']]);
    expect(ways('99')).toEqual([]);
  });
});

describe('laws of standing in', () => {
  const codes = ['A', 'B', 'C', 'D', 'E'];
  const numbers = ['1', '2', '3', '4'];
  const types = ['x', 'y'];
  const assignment = fc.record({
    postCode: fc.constantFrom(...codes.map(p)),
    staffNo: fc.constantFrom(...numbers.map(s)),
    kind: fc.constantFrom('main' as const, 'concurrent' as const, 'acting_holder' as const),
  });
  const acting = fc.uniqueArray(
    fc.record({
      postCode: fc.constantFrom(...codes.map(p)),
      actingPostCode: fc.constantFrom(...codes.map(p)),
      mode: fc.constantFrom<ActingMode[]>('acting_decision', 'statutory_deputy'),
      order: fc.integer({ min: 1, max: 3 }),
      matterTypes: fc.subarray(types),
    }),
    { selector: ({ postCode, mode, order: place }) => `${postCode}/${mode}/${place}`, maxLength: 20 },
  );
  const span = fc.record({
    from: fc.integer({ min: -2, max: 1 }).map((hours) => new Date(+at + hours * 3_600_000)),
    until: fc.integer({ min: 1, max: 3 }).map((hours) => new Date(+at + hours * 3_600_000)),
  });
  const absence = fc
    .tuple(
      span,
      fc.record({
        staffNo: fc.constantFrom(...numbers.map(s)),
        kind: fc.constantFrom<AbsenceKind[]>('absence', 'incapacity'),
      }),
    )
    .map(([time, who]) => ({ ...time, ...who, reason: '' }));
  const given = fc
    .tuple(
      span,
      fc.record({
        postCode: fc.constantFrom(...codes.map(p)),
        giver: fc.constantFrom(...numbers.map(s)),
        taker: fc.constantFrom(...numbers.map(s)),
        takerPost: fc.constantFrom(...codes.map(p)),
      }),
    )
    .map(([time, what]) => ({ ...time, ...what }));
  const withIds = <T>(items: readonly T[]) => items.map((item, index) => ({ ...item, id: String(index) }));
  const world = fc.record({
    assignments: fc.uniqueArray(assignment, {
      selector: ({ postCode, staffNo }) => `${postCode}/${staffNo}`,
      maxLength: 8,
    }),
    actingOrders: acting,
    absences: fc.array(absence, { maxLength: 5 }).map(withIds),
    proxies: fc.array(given, { maxLength: 5 }).map(withIds),
    absenceIncludesVacancy: fc.boolean(),
  });
  type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

  const build = ({ assignments, actingOrders, ...facts }: World) => {
    const people = numbers.map((no) => ({ staffNo: s(no), name: no, kana: '', login: no, email: null }));
    const here = codes.map((code) => ({
      code: p(code),
      title: code,
      unitCode: 'U' as UnitCode,
      rank: 1,
      headship: false,
    }));
    const empty = { date: localDate('2026-06-10'), units: [], roles: [], functions: [] };
    return new StandIns(new OrganisationChart({ ...empty, posts: here, people, assignments, actingOrders }), {
      at,
      ...facts,
    });
  };
  const answers = (seats: StandIns) =>
    codes.map((code) => ({
      seat: seats.occupancyOf(p(code)),
      decider: seats.deciderOf(p(code)),
      deputy: seats.deputyOf(p(code)),
      acting: types.map((type) => seats.actingFor(p(code), type)),
      proxy: seats.proxyOf(p(code)),
    }));

  it('SI-5 whoever stands in holds a post, is there, and is not the person they stand in for', () => {
    fc.assert(
      fc.property(world, (facts) => {
        const seats = build(facts);
        for (const { seat, decider, deputy, acting: actors, proxy: taker } of answers(seats)) {
          const holder = seat?.holder?.person.staffNo;
          for (const who of [...actors, taker]) {
            if (!who) continue;
            expect(seats.awayOf(who.holder.person.staffNo)).toBeNull();
            expect(who.holder.person.staffNo).not.toBe(holder);
            expect(seats.chart.postsOf(who.holder.person.staffNo)).toContainEqual(who.holder);
          }
          for (const who of actors) if (who) expect(decider === null || decider.away !== null).toBe(true);
          if (deputy) {
            expect(deputy.holder.person.staffNo).not.toBe(holder);
            expect(seats.awayOf(deputy.holder.person.staffNo)?.kind).not.toBe('incapacity');
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('SI-9 the order in which the facts are told does not matter', () => {
    const shuffled = world.chain((facts) =>
      fc
        .tuple(
          fc.shuffledSubarray(facts.assignments, { minLength: facts.assignments.length }),
          fc.shuffledSubarray(facts.actingOrders, { minLength: facts.actingOrders.length }),
          fc.shuffledSubarray(facts.absences, { minLength: facts.absences.length }),
          fc.shuffledSubarray(facts.proxies, { minLength: facts.proxies.length }),
        )
        .map(([assignments, actingOrders, absences, proxies]) => ({
          facts,
          other: { ...facts, assignments, actingOrders, absences, proxies },
        })),
    );
    fc.assert(
      fc.property(shuffled, ({ facts, other }) => {
        expect(answers(build(other))).toEqual(answers(build(facts)));
      }),
      { numRuns: 300 },
    );
  });

  it('SI-8 the two directions agree: who acts for a post, and for whom somebody acts', () => {
    fc.assert(
      fc.property(world, fc.constantFrom(...types), (facts, type) => {
        const seats = build(facts);
        for (const code of codes.map(p)) {
          const who = seats.actingFor(code, type)?.holder.person.staffNo;
          if (who === undefined) continue;
          const ways = seats
            .standsFor(who)
            .filter(({ post, mode }) => post.code === code && mode === 'acting_decision');
          const fits = ways.some(({ matterTypes }) => matterTypes.length === 0 || matterTypes.includes(type));
          expect(fits).toBe(true);
        }
      }),
    );
  });
});
