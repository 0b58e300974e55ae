import type { RouteSeat, RouteStep } from '../../shared/api/types';
import {
  choicesOf,
  nothingRequested,
  togglePassOver,
  withAddition,
  withoutAddition,
  withoutUnit,
  withUnit,
} from './requested-seats';

const seat = (part: Partial<RouteSeat>): RouteSeat => ({
  id: null,
  postCode: 'P1',
  postTitle: '課長',
  unitCode: 'S12',
  unitName: '財政課',
  holder: null,
  state: 'planned',
  reason: { rule: 'RULE-31', text: '' },
  act: null,
  openedAt: null,
  branch: 1,
  origin: 'rule',
  away: null,
  heldUntil: null,
  handedTo: null,
  dueOn: null,
  postReview: null,
  ...part,
});
const step = (kind: RouteStep['kind']): RouteStep => ({ no: 1, kind, state: 'planned', need: null, seats: [] });
const away = { kind: 'absence', until: null, standIn: null } as const;

describe('what the drafter asks beyond the rules', () => {
  test('a post is asked once, in the manner asked last, and taken back', () => {
    const once = withAddition(nothingRequested, { kind: 'concurrence', postCode: 'P' });
    const twice = withAddition(once, { kind: 'circulation', postCode: 'P' });
    expect(twice.additions).toEqual([{ kind: 'circulation', postCode: 'P' }]);
    expect(withoutAddition(twice, 'P')).toEqual(nothingRequested);
  });

  test('a section is left out with its reason, and put back', () => {
    const out = withoutUnit(withoutUnit(nothingRequested, 'S12', '一'), 'S12', '二');
    expect(out.removals).toEqual([{ unitCode: 'S12', reason: '二' }]);
    expect(withUnit(out, 'S12')).toEqual(nothingRequested);
  });

  test('what may be done with a seat follows from who put it there', () => {
    const asked = withAddition(nothingRequested, { kind: 'concurrence', postCode: 'P2' });
    expect(choicesOf(step('concurrence'), seat({}), asked)).toEqual(['leave-out']);
    expect(choicesOf(step('concurrence'), seat({ postCode: 'P2', origin: 'drafter' }), asked)).toEqual([
      'drop-addition',
    ]);
    const out = withoutUnit(asked, 'S12', '不要');
    expect(choicesOf(step('concurrence'), seat({ state: 'removed' }), out)).toEqual(['put-back']);
  });

  test('only an absent intermediate is passed over, never the decider', () => {
    expect(choicesOf(step('line'), seat({ away }), nothingRequested)).toEqual(['pass-over']);
    expect(choicesOf(step('line'), seat({}), nothingRequested)).toEqual([]);
    expect(choicesOf(step('decision'), seat({ away }), nothingRequested)).toEqual([]);
    expect(choicesOf(step('line'), seat({}), togglePassOver(nothingRequested, 'P1'))).toEqual(['pass-over']);
  });
});
