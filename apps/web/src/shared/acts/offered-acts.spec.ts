import type { Approval, RouteSeat, RouteStep } from '../api/types';
import { actRequest } from './act-request';
import { deciderSeat, offerOf, passedOver, returnTargets } from './offered-acts';

const act = {
  kind: 'approve',
  outcome: 'approved',
  actorName: '後藤 学',
  postTitle: '係長',
  actedAt: '2026-11-16T00:00:00Z',
  comment: null,
  stale: false,
  capacity: 'main',
  inSteadOf: null,
} as const;
const seat = (id: string, part: Partial<RouteSeat> = {}): RouteSeat => ({
  id,
  postCode: id,
  postTitle: '課長',
  unitCode: 'U',
  unitName: '財政課',
  holder: { staffNo: '1', name: '深川 直美', kind: 'main' },
  state: 'waiting',
  reason: { rule: 'RULE-21', text: '' },
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
const step = (no: number, kind: RouteStep['kind'], ...seats: RouteSeat[]): RouteStep => ({
  no,
  kind,
  state: 'active',
  need: null,
  seats,
});
const route = [
  step(1, 'line', seat('chief', { postTitle: '係長', state: 'done', act })),
  step(2, 'line', seat('head', { state: 'active' })),
  step(3, 'concurrence', seat('finance', { state: 'waiting' })),
  step(4, 'decision', seat('director', { postTitle: '部長', state: 'waiting' })),
  step(5, 'circulation', seat('reader', { state: 'active' })),
];
const approval = (part: Partial<Approval>): Approval =>
  ({
    documentId: 'd',
    version: 7,
    contentDigest: 'f00',
    state: 'circulating',
    steps: route,
    allowed: [],
    refused: [],
    ...part,
  }) as Approval;
const may = (kind: Approval['allowed'][number]['kind'], seatId?: string, label: string = kind) => ({
  kind,
  label,
  ...(seatId ? { seatId } : {}),
});
const mayNot = (kind: Approval['refused'][number]['kind'], seatId: string, code: string) => ({
  ...may(kind, seatId),
  code,
  rule: 'RULE-1',
  reason: code,
});

describe('the acts on offer', () => {
  test('agreeing stands first, returning beside it, the rest in the menu in a fixed order', () => {
    const offer = offerOf(
      approval({ allowed: [may('abandon'), may('hold', 'head'), may('return', 'head'), may('approve', 'head')] }),
    );
    expect(offer.primary.map(({ kind }) => kind)).toEqual(['approve']);
    expect(offer.secondary.map(({ kind }) => kind)).toEqual(['return']);
    expect(offer.menu.map(({ kind }) => kind)).toEqual(['hold', 'abandon']);
  });

  test('whoever acts for somebody reads for whom; who removes a seat reads which', () => {
    const offer = offerOf(approval({ allowed: [may('acting_decide', 'director'), may('remove_seat', 'finance')] }));
    expect(offer.primary[0]?.seatName).toBe('部長');
    expect(offer.menu[0]?.seatName).toBe('財政課長');
  });

  test('two seats of one person are told apart, one needs no name', () => {
    const one = offerOf(approval({ allowed: [may('approve', 'head')] })).primary;
    const two = offerOf(approval({ allowed: [may('approve', 'head'), may('approve', 'director')] })).primary;
    expect(one.map(({ seatName }) => seatName)).toEqual([null]);
    expect(two.map(({ seatName }) => seatName)).toEqual(['課長', '部長']);
  });

  test('a reason is said once, and not of what can be done in another seat', () => {
    const offer = offerOf(
      approval({
        allowed: [may('hold', 'head')],
        refused: [
          mayNot('hold', 'director', 'not-allowed'),
          mayNot('remove_seat', 'finance', 'rule-made'),
          mayNot('remove_seat', 'director', 'rule-made'),
        ],
      }),
    );
    expect(offer.refused).toMatchObject([{ label: 'remove_seat', seatName: '財政課長 / 部長', reason: 'rule-made' }]);
  });

  test('a return goes to whoever acted before, a pull-up over whoever did not', () => {
    const names = (places: { seat: RouteSeat }[]) => places.map(({ seat: one }) => one.id);
    expect(names(returnTargets(approval({}), 'director'))).toEqual(['chief']);
    expect(names(returnTargets(approval({}), 'chief'))).toEqual([]);
    expect(names(passedOver(approval({}), 'director'))).toEqual(['head', 'finance']);
    expect(names(passedOver(approval({}), 'unknown'))).toEqual([]);
  });

  test('instructions are written down for the decider, until there is a decision', () => {
    expect(deciderSeat(approval({}))).toBe('director');
    expect(deciderSeat(approval({ state: 'decided' }))).toBeNull();
  });
});

describe('what is sent', () => {
  test('carries what was shown; a section consents and whoever reads afterwards takes note by themselves', () => {
    expect(actRequest(approval({}), may('approve', 'head'))).toEqual({
      kind: 'approve',
      seatId: 'head',
      expectedVersion: 7,
      contentDigest: 'f00',
    });
    expect(actRequest(approval({}), may('approve', 'finance')).outcome).toBe('consented');
    expect(actRequest(approval({}), may('approve', 'finance'), { outcome: 'not_concerned' }).outcome).toBe(
      'not_concerned',
    );
    expect(actRequest(approval({}), may('post_review', 'director')).outcome).toBe('acknowledged');
    expect(actRequest(approval({}), may('withdraw'))).not.toHaveProperty('seatId');
  });
});
