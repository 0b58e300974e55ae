import fc from 'fast-check';
import { type PostCode, type StaffNo, type UnitCode, localDate } from '@fubako/kernel';
import type { AssignmentKind, ChartFacts, Post, Unit, UnitKind } from './facts';
import { OrganisationChart } from './organisation-chart';
import { workUnitsOf } from './work-units';

const u = (code: string) => code as UnitCode;
const p = (code: string) => code as PostCode;
const s = (code: string) => code as StaffNo;

const unit = (code: string, kind: UnitKind, parent: string | null, symbol: string | null = null): Unit => ({
  code: u(code),
  name: `${code}の名`,
  kind,
  parentCode: parent === null ? null : u(parent),
  symbol,
  sort: 0,
});
const post = (code: string, unitCode: string, rank: number, headship = false): Post => ({
  code: p(code),
  title: code,
  unitCode: u(unitCode),
  rank,
  headship,
});
const person = (staffNo: string) => ({ staffNo: s(staffNo), name: staffNo, kana: '', login: staffNo, email: null });
const sits = (staffNo: string, postCode: string, kind: AssignmentKind = 'main') => ({
  staffNo: s(staffNo),
  postCode: p(postCode),
  kind,
});

const facts: ChartFacts = {
  date: localDate('2026-06-01'),
  units: [
    unit('B01', 'body', null),
    unit('D30', 'department', 'B01'),
    unit('S31', 'section', 'D30', '浜福'),
    unit('U311', 'unit', 'S31'),
    unit('S24', 'section', 'D30', '浜防'),
    unit('B70', 'body', null, '浜議'),
  ],
  posts: [
    post('MAYOR', 'B01', 100, true),
    post('VICE', 'B01', 90),
    post('DIRECTOR', 'D30', 70, true),
    post('IN-CHARGE', 'D30', 70),
    post('CHIEF', 'S31', 50, true),
    post('LEADER', 'U311', 40, true),
    post('CLERK', 'U311', 20),
    post('SAFETY', 'S24', 50, true),
  ],
  people: ['1', '2', '3', '4', '5'].map(person),
  assignments: [
    sits('1', 'MAYOR'),
    sits('2', 'DIRECTOR'),
    sits('2', 'SAFETY', 'acting_holder'),
    sits('3', 'LEADER'),
    sits('4', 'CLERK'),
    sits('3', 'CHIEF', 'concurrent'),
  ],
  actingOrders: [
    { postCode: p('DIRECTOR'), order: 2, actingPostCode: p('SAFETY'), mode: 'acting_decision', matterTypes: [] },
    { postCode: p('DIRECTOR'), order: 1, actingPostCode: p('CHIEF'), mode: 'acting_decision', matterTypes: [] },
    { postCode: p('MAYOR'), order: 1, actingPostCode: p('VICE'), mode: 'statutory_deputy', matterTypes: [] },
  ],
  roles: [{ staffNo: s('4'), role: 'records_clerk', unitCode: u('S31') }],
  functions: [{ code: 'F017', name: '障害福祉', unitCode: u('U311') }],
};
const chart = new OrganisationChart(facts);

describe('the organisation chart', () => {
  it('ORG-10 goes from a unit up to its body', () => {
    expect(chart.chainOf(u('U311')).map(({ code }) => code)).toEqual(['U311', 'S31', 'D30', 'B01']);
    expect(chart.chainOf(u('NONE'))).toEqual([]);
  });

  it('ORG-11 a post without its own holder is held by whoever holds it beside another post', () => {
    expect(chart.holderOf(p('SAFETY'))).toMatchObject({ person: { staffNo: '2' }, kind: 'acting_holder' });
    expect(chart.holderOf(p('CHIEF'))).toMatchObject({ person: { staffNo: '3' }, kind: 'concurrent' });
    expect(chart.holderOf(p('VICE'))).toBeNull();
  });

  it('ORG-11 本務 comes before 事務取扱, and 事務取扱 before 兼務', () => {
    const crowded = {
      ...facts,
      assignments: [sits('3', 'CHIEF', 'concurrent'), sits('5', 'CHIEF', 'acting_holder'), sits('4', 'CHIEF')],
    };
    expect(new OrganisationChart(crowded).holderOf(p('CHIEF'))?.person.staffNo).toBe('4');
    const vacant = { ...facts, assignments: crowded.assignments.slice(0, 2) };
    expect(new OrganisationChart(vacant).holderOf(p('CHIEF'))?.person.staffNo).toBe('5');
  });

  it('lists the posts of a person, 本務 first', () => {
    expect(chart.postsOf(s('2')).map(({ post: held, kind }) => [held.code, kind])).toEqual([
      ['DIRECTOR', 'main'],
      ['SAFETY', 'acting_holder'],
    ]);
    expect(chart.postsOf(s('5'))).toEqual([]);
  });

  it('a 担当部長 of the same rank does not head the department', () => {
    expect(chart.headOf(u('D30'))?.code).toBe('DIRECTOR');
    expect(chart.headOf(u('B70'))).toBeNull();
  });

  it('ORG-12 the section of a unit is the nearest 課, else what numbers its own documents, else the unit itself', () => {
    expect(chart.sectionOf(u('U311'))?.code).toBe('S31');
    expect(chart.sectionOf(u('B70'))?.code).toBe('B70');
    expect(chart.sectionOf(u('D30'))?.code).toBe('D30');
    expect(chart.sectionOf(u('NONE'))).toBeNull();
    expect(chart.symbolOf(u('U311'))).toBe('浜福');
    expect(chart.symbolOf(u('D30'))).toBeNull();
  });

  it('names the heads on the way up, vacant ones too', () => {
    expect(
      chart.headsUpward(u('U311')).map(({ post: head, holder }) => [head.code, holder?.person.staffNo ?? null]),
    ).toEqual([
      ['LEADER', '3'],
      ['CHIEF', '3'],
      ['DIRECTOR', '2'],
      ['MAYOR', '1'],
    ]);
    expect(chart.topHead()?.code).toBe('MAYOR');
  });

  it('RULE-40 gives the acting order by its number, RULE-43 apart from the statutory deputies', () => {
    expect(chart.actingOrderOf(p('DIRECTOR')).map(({ actingPostCode }) => actingPostCode)).toEqual(['CHIEF', 'SAFETY']);
    expect(chart.actingOrderOf(p('MAYOR'), 'acting_decision')).toEqual([]);
    expect(chart.actingOrderOf(p('MAYOR'), 'statutory_deputy')).toHaveLength(1);
  });

  it('ORG-13 daily work is the section of every post, and for a head everything below', () => {
    expect(workUnitsOf(chart, s('4'))).toEqual(['S31']);
    expect(new Set(workUnitsOf(chart, s('2')))).toEqual(new Set(['D30', 'S31', 'U311', 'S24']));
    expect(new Set(workUnitsOf(chart, s('1')))).toEqual(new Set(['B01', 'D30', 'S31', 'U311', 'S24']));
    expect(workUnitsOf(chart, s('5'))).toEqual([]);
  });

  const parents = fc.array(fc.option(fc.integer({ min: 0, max: 11 })), { minLength: 12, maxLength: 12 });
  const chartOf = (links: readonly (number | null)[]) =>
    new OrganisationChart({
      ...facts,
      units: links.map((parent, index) => unit(`N${index}`, 'unit', parent === null ? null : `N${parent}`)),
    });

  it('ORG-10 a chain and a subtree are finite and name each unit once, even when the data go round in a ring', () => {
    fc.assert(
      fc.property(parents, (links) => {
        const tree = chartOf(links);
        for (const { code } of tree.units()) {
          const chain = tree.chainOf(code).map((member) => member.code);
          expect(chain[0]).toBe(code);
          expect(new Set(chain).size).toBe(chain.length);
          const below = tree.subtreeOf(code);
          expect(new Set(below).size).toBe(below.length);
        }
      }),
    );
  });

  it('ORG-10 a unit is in the subtree of exactly the units of its chain', () => {
    fc.assert(
      fc.property(parents, (links) => {
        const tree = chartOf(links);
        for (const { code } of tree.units()) {
          const above = tree
            .units()
            .filter((candidate) => tree.subtreeOf(candidate.code).includes(code))
            .map((candidate) => candidate.code);
          expect(new Set(above)).toEqual(new Set(tree.chainOf(code).map((member) => member.code)));
        }
      }),
    );
  });
});
