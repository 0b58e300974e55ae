import fc from 'fast-check';
import { type PostCode, type StaffNo, type UnitCode, addDays, localDate } from '@fubako/kernel';
import type { Absence } from './absence';
import { calendarPostsOf } from './colleagues';
import { OrganisationChart } from './organisation-chart';
import { StandInTimeline, dayOf, isUncovered } from './stand-in-timeline';

const p = (code: string) => code as PostCode;
const s = (code: string) => code as StaffNo;
const u = (code: string) => code as UnitCode;
const jst = (text: string) => new Date(`2026-06-${text}:00+09:00`);

/** 部長 1, 課長 2 who acts for the 部長, 係長 3 who acts for the 課長, 係員 4; from the 15th 5 is 課長. */
const chartOn = (day: string, chief: string) =>
  new OrganisationChart({
    date: localDate(day),
    units: [
      { code: u('D'), name: '部', kind: 'department', parentCode: null, symbol: null, sort: 1, succeeds: [] },
      { code: u('S'), name: '課', kind: 'section', parentCode: u('D'), symbol: '浜福', sort: 2, succeeds: [] },
      { code: u('U'), name: '係', kind: 'unit', parentCode: u('S'), symbol: null, sort: 3, succeeds: [] },
      { code: u('X'), name: '他課', kind: 'section', parentCode: u('D'), symbol: '浜他', sort: 4, succeeds: [] },
    ],
    posts: [
      { code: p('DIRECTOR'), title: '部長', unitCode: u('D'), rank: 70, headship: true },
      { code: p('CHIEF'), title: '課長', unitCode: u('S'), rank: 50, headship: true },
      { code: p('LEADER'), title: '係長', unitCode: u('U'), rank: 40, headship: true },
      { code: p('CLERK'), title: '主事', unitCode: u('U'), rank: 20, headship: false },
      { code: p('OTHER'), title: '課長', unitCode: u('X'), rank: 50, headship: true },
    ],
    people: ['1', '2', '3', '4', '5', '6'].map((no) => ({
      staffNo: s(no),
      name: no,
      kana: '',
      login: no,
      email: null,
    })),
    assignments: [
      ['1', 'DIRECTOR'],
      [chief, 'CHIEF'],
      ['3', 'LEADER'],
      ['4', 'CLERK'],
      ['6', 'OTHER'],
    ].map(([no, post]) => ({ staffNo: s(String(no)), postCode: p(String(post)), kind: 'main' as const })),
    actingOrders: [
      { postCode: p('DIRECTOR'), order: 1, actingPostCode: p('CHIEF'), mode: 'acting_decision', matterTypes: [] },
      { postCode: p('CHIEF'), order: 1, actingPostCode: p('LEADER'), mode: 'acting_decision', matterTypes: [] },
    ],
    roles: [],
    functions: [],
  });
const charts = [
  { from: localDate('2026-06-01'), chart: chartOn('2026-06-01', '2') },
  { from: localDate('2026-06-15'), chart: chartOn('2026-06-15', '5') },
];
const away = (staffNo: string, from: Date, until: Date): Absence => ({
  id: `${staffNo}-${from.toISOString()}`,
  staffNo: s(staffNo),
  kind: 'absence',
  from,
  until,
  reason: '出張',
});
const timeline = (...absences: Absence[]) =>
  new StandInTimeline(charts, { absences, proxies: [], absenceIncludesVacancy: false });
const month = { from: jst('01T00:00'), until: jst('30T00:00') };

describe('who stands in over time', () => {
  it('SI-12 tells for a post, stretch by stretch, who acts while its holder is away', () => {
    const trip = timeline(away('1', jst('10T00:00'), jst('20T00:00')), away('2', jst('11T13:00'), jst('12T00:00')));
    const covers = trip.coverOf(p('DIRECTOR'), month);
    expect(
      covers.map(({ from, acting, seat }) => [from, seat.away?.kind ?? null, acting[0]?.holder.person.staffNo]),
    ).toEqual([
      [jst('01T00:00'), null, undefined],
      [jst('10T00:00'), 'absence', '2'],
      [jst('11T13:00'), 'absence', undefined],
      [jst('12T00:00'), 'absence', '2'],
      [jst('15T00:00'), 'absence', '5'],
      [jst('20T00:00'), null, undefined],
    ]);
    expect(covers.filter(isUncovered).map(({ from, until }) => [from, until])).toEqual([
      [jst('11T13:00'), jst('12T00:00')],
    ]);
  });

  it('SI-12 tells for a day who of some posts is away, half days included', () => {
    const posts = [p('DIRECTOR'), p('CHIEF'), p('LEADER')];
    const half = timeline(away('2', jst('11T13:00'), jst('12T00:00')));
    expect(half.awayOn(localDate('2026-06-10'), posts)).toEqual([]);
    const [cover, ...more] = half.awayOn(localDate('2026-06-11'), posts);
    expect(more).toEqual([]);
    expect(cover).toMatchObject({ from: jst('11T13:00'), until: jst('12T00:00'), seat: { post: { code: 'CHIEF' } } });
    expect(cover?.acting[0]?.holder.person.staffNo).toBe('3');
  });

  it('SI-12 the stretches of a post follow each other without gap and say what the instant says', () => {
    const some = fc.tuple(fc.constantFrom('1', '2', '3', '5'), fc.nat(28 * 24), fc.integer({ min: 1, max: 200 }));
    const instant = fc.nat(29 * 24 * 60 - 1).map((minutes) => new Date(month.from.getTime() + minutes * 60_000));
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), instant, (absences, when) => {
        const hours = (n: number) => new Date(month.from.getTime() + n * 3_600_000);
        const line = timeline(...absences.map(([no, start, length]) => away(no, hours(start), hours(start + length))));
        const covers = line.coverOf(p('DIRECTOR'), month);
        expect(covers[0]?.from).toEqual(month.from);
        expect(covers.at(-1)?.until).toEqual(month.until);
        covers.slice(1).forEach(({ from }, index) => expect(from).toEqual(covers[index]?.until));
        const cover = covers.find(({ from, until }) => from <= when && when < until);
        const now = line.at(when);
        expect(cover?.acting).toEqual(now.actingLineOf(p('DIRECTOR')));
        expect(cover?.decider).toEqual(now.deciderOf(p('DIRECTOR')));
      }),
    );
  });

  it('a day lasts from midnight to midnight in Japan', () => {
    const { from, until } = dayOf(localDate('2026-06-10'));
    expect([from.toISOString(), until.toISOString()]).toEqual(['2026-06-09T15:00:00.000Z', '2026-06-10T15:00:00.000Z']);
    expect(dayOf(addDays(localDate('2026-06-10'), 1)).from).toEqual(until);
  });
});

describe('whose calendar one sees', () => {
  const codes = (staffNo: string) => {
    const { own, section, actsFor } = calendarPostsOf(chartOn('2026-06-01', '2'), s(staffNo));
    return [own, section, actsFor].map((posts) => posts.map(({ code }) => code));
  };

  it('ABS-6 a member of staff sees the own section', () => {
    expect(codes('4')).toEqual([['CLERK'], ['CHIEF', 'LEADER'], []]);
  });

  it('ABS-6 who may act for somebody of another unit sees them too', () => {
    expect(codes('2')).toEqual([['CHIEF'], ['LEADER', 'CLERK'], ['DIRECTOR']]);
  });

  it('ABS-6 a head sees everything below', () => {
    expect(codes('1')).toEqual([['DIRECTOR'], ['CHIEF', 'OTHER', 'LEADER', 'CLERK'], []]);
  });

  it('ABS-6 who is nobody sees nobody', () => {
    expect(codes('9')).toEqual([[], [], []]);
  });
});
