import { type PostCode, type UnitCode, localDate } from '@fubako/kernel';
import type { ChartFacts, Unit, UnitKind } from './facts';
import { OrganisationChart } from './organisation-chart';
import { Succession, movedFunctions } from './succession';

const u = (code: string) => code as UnitCode;
const unit = (code: string, kind: UnitKind, parent: string | null, succeeds: readonly string[] = []): Unit => ({
  code: u(code),
  name: code,
  kind,
  parentCode: parent === null ? null : u(parent),
  symbol: null,
  sort: 0,
  succeeds: succeeds.map(u),
});
const post = (code: string, title: string, unitCode: string, headship = false) => ({
  code: code as PostCode,
  title,
  unitCode: u(unitCode),
  rank: headship ? 50 : 20,
  headship,
});
const chart = (date: string, more: Partial<ChartFacts>) =>
  new OrganisationChart({
    date: localDate(date),
    units: [],
    posts: [],
    people: [],
    assignments: [],
    actingOrders: [],
    roles: [],
    functions: [],
    ...more,
  });
const fn = (code: string, unitCode: string) => ({ code, name: code, unitCode: u(unitCode) });

/** S1 with its part U1 splits into S2 (with U2) and S3; S4 ends without a successor, its function goes to S3; S9 stays. */
const before = chart('2027-03-31', {
  units: [
    unit('S1', 'section', null),
    unit('U1', 'unit', 'S1'),
    unit('U9', 'unit', 'S1'),
    unit('S4', 'section', null),
    unit('S9', 'section', null),
  ],
  functions: [fn('F2', 'U1'), fn('F3', 'S1'), fn('F4', 'S4'), fn('F9', 'S9')],
});
const now = chart('2027-04-01', {
  units: [
    unit('S2', 'section', null, ['S1']),
    unit('U2', 'unit', 'S2', ['U1']),
    unit('S3', 'section', null, ['S1']),
    unit('S9', 'section', null),
  ],
  functions: [fn('F2', 'U2'), fn('F3', 'S3'), fn('F4', 'S3'), fn('F9', 'S9')],
  posts: [post('P2', '課長', 'S2', true), post('P2b', '主事', 'S2'), post('P3', '室長', 'S3', true)],
});
const succession = new Succession(now, new Map(['S1', 'U1', 'U9', 'S4'].map((code) => [code, before])));
const where = (code: string, functionCode: string | null, near: readonly string[] = []) =>
  succession.unitFor(code, { functionCode, near })?.code ?? null;

describe('ORG-30 who takes over from a unit that ended', () => {
  it.each([
    ['the unit itself while it is there', 'S9', 'F2', [], 'S9'],
    ['the successor that has the function', 'S1', 'F2', [], 'S2'],
    ['also when a part of it has it', 'S1', 'F3', [], 'S3'],
    ['the sole successor', 'U1', null, [], 'U2'],
    ['of several, the one that somebody near went to', 'S1', null, ['U1'], 'S2'],
    ['nobody when nothing tells them apart', 'S1', null, [], null],
    ['for a part without a successor, where the whole goes', 'U9', 'F3', [], 'S3'],
    ['for a section without a successor, who has its function', 'S4', 'F4', [], 'S3'],
    ['but not for a function that it never had', 'S4', 'F2', [], null],
  ])('%s', (_, code, functionCode, near, expected) => {
    expect(where(code, functionCode, near)).toBe(expected);
  });

  it('a section never stays with nobody while it has successors', () => {
    expect(succession.sectionFor('S1', { functionCode: null })?.code).toBe('S2');
  });

  it('ORG-31 the post of the same title and rank follows, else the head', () => {
    const [s2, s3] = [now.unit(u('S2')), now.unit(u('S3'))];
    if (!s2 || !s3) throw new Error('The chart has both.');
    expect(succession.postFor({ title: '主事', rank: 20 }, s2, true)?.code).toBe('P2b');
    expect(succession.postFor({ title: '課長', rank: 50 }, s3, true)?.code).toBe('P3');
    expect(succession.postFor({ title: '課長', rank: 50 }, s3, false)).toBeNull();
  });

  it('tells which functions another section has now', () => {
    const moves = movedFunctions(before, now).map(({ functionCode, from, to }) => [functionCode, from.code, to.code]);
    expect(moves).toEqual([
      ['F2', 'S1', 'S2'],
      ['F3', 'S1', 'S3'],
      ['F4', 'S4', 'S3'],
    ]);
  });
});
