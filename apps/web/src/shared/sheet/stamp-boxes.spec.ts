import type { RouteSeat, RouteStep } from '../api/types';
import { familyName, graphemeCount, seatTitle } from './names';
import { stampBoxes } from './stamp-boxes';

const seat = (part: Partial<RouteSeat>): RouteSeat => ({
  id: null,
  postCode: 'P',
  postTitle: '課長',
  unitName: '財政課',
  holder: { staffNo: '1', name: '伊藤 誠', kind: 'main' },
  state: 'planned',
  reason: { rule: 'RULE-21', text: '' },
  act: null,
  openedAt: null,
  unitCode: 'U',
  branch: 1,
  origin: 'rule',
  away: null,
  heldUntil: null,
  handedTo: null,
  dueOn: null,
  postReview: null,
  ...part,
});
const step = (no: number, kind: RouteStep['kind'], ...seats: RouteSeat[]): RouteStep => ({
  no,
  kind,
  state: 'planned',
  need: null,
  seats,
});
const act = {
  kind: 'approve',
  outcome: 'approved',
  actorName: '小林 彩',
  postTitle: '課長',
  actedAt: '2026-11-16T15:30:00Z',
  comment: null,
  stale: false,
  capacity: 'main',
  inSteadOf: null,
} as const;

describe('names on stamps', () => {
  test('the family name keeps its variation selector', () => {
    expect(familyName('渡邉\u{E0102}　由紀')).toBe('渡邉\u{E0102}');
    expect(graphemeCount('渡邉\u{E0102}')).toBe(2);
  });
  test('a unit head is written in one word', () => {
    expect(seatTitle('財政課', '課長')).toBe('財政課長');
    expect(seatTitle('会計課', '会計管理者')).toBe('会計課会計管理者');
  });
});

describe('the approval column', () => {
  test('stands in the order of acts, whatever order the steps came in', () => {
    const boxes = stampBoxes({ name: '佐藤 美咲', title: '主事', at: null }, [
      step(3, 'decision', seat({ postTitle: '副町長' })),
      step(1, 'line', seat({})),
      step(2, 'concurrence', seat({})),
    ]);
    expect(boxes.map((box) => box.title)).toEqual(['主事', '課長', '財政課長', '副町長']);
  });

  test('a stamp carries the day in the town, not the day in Greenwich', () => {
    expect(stampBoxes(null, [step(1, 'line', seat({ act }))])[0]).toMatchObject({
      state: 'stamped',
      day: '8.11.17',
      name: '小林 彩',
    });
  });

  test('a concurring head stamps as the head of that unit, whoever acts for another by their own title', () => {
    const stamps = stampBoxes(null, [
      step(1, 'concurrence', seat({ act }), seat({ act: { ...act, postTitle: '課長補佐' } })),
      step(2, 'line', seat({ act })),
    ]);
    expect(stamps.map((box) => box.stampTitle)).toEqual(['財政課長', '課長補佐', '課長']);
  });

  test('one person in two seats acts once (RULE-25)', () => {
    expect(stampBoxes(null, [step(1, 'line', seat({ state: 'merged' }))])[0]).toMatchObject({ state: 'same-person' });
  });

  test('an act in somebody’s stead is marked, a statutory deputy’s is their own', () => {
    const acted = (capacity: 'acting' | 'proxy' | 'statutory_deputy' | 'handed') =>
      stampBoxes(null, [step(1, 'decision', seat({ act: { ...act, capacity, inSteadOf: '部長 江藤 信一' } }))])[0];
    expect(acted('acting')).toMatchObject({ acting: true, inSteadOf: '部長 江藤 信一' });
    expect(acted('proxy')?.acting).toBe(true);
    expect(acted('statutory_deputy')?.acting).toBe(false);
    expect(acted('handed')?.acting).toBe(false);
  });

  test('a seat that was passed over owes its post-review until it is read', () => {
    const passed = seat({ state: 'passed' });
    const postReview = {
      cause: 'pull_up',
      by: '江藤 信一',
      outcome: null,
      openedAt: act.actedAt,
      doneAt: null,
    } as const;
    const read = seat({ state: 'passed', postReview: { ...postReview, outcome: 'acknowledged', doneAt: act.actedAt } });
    const stood = seat({ state: 'done', act, postReview });
    expect(stampBoxes(null, [step(1, 'line', passed, read, stood)])).toMatchObject([
      { state: 'passed', postReview: 'owed' },
      { state: 'passed', postReview: 'done' },
      { state: 'stamped', postReview: 'owed' },
    ]);
  });

  test('a held seat waits, and a removed one is gone', () => {
    const held = seat({ state: 'active', heldUntil: '2026-11-30' });
    const boxes = stampBoxes(null, [step(1, 'line', held, seat({ state: 'removed' }))]);
    expect(boxes.map(({ state }) => state)).toEqual(['held', 'removed']);
  });
});
