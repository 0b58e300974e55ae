import { planRoute } from './plan-route';
import { type EarlierSeat, type Reentry, enterRound } from './resubmit';
import { welfareFacts } from './testing-facts';

const plan = planRoute(welfareFacts());
const steps = plan.ok ? plan.steps : [];

/** S04: 係長 and 課長 approved, 財部 returned it. */
const earlier: EarlierSeat[] = [
  { stepKind: 'line', postCode: '係長', holder: '後藤', outcome: 'approved', actId: 'act 1' },
  { stepKind: 'line', postCode: '課長', holder: '深川', outcome: 'approved', actId: 'act 2' },
  { stepKind: 'concurrence', postCode: '財政課長', holder: '財部', outcome: 'returned', actId: 'act 3' },
  { stepKind: 'decision', postCode: '部長', holder: '江藤', outcome: null, actId: null },
];

const carried = (substanceChanged: boolean, seats = earlier, policy: Reentry['policy'] = 'auto') =>
  enterRound(steps, seats, { substanceChanged, policy }).map(({ seats: [seat] }) => seat?.carriedActId ?? null);

describe('enterRound', () => {
  it('RESUBMIT-1 S04a without a change of substance it enters at the seat that returned it', () => {
    expect(carried(false)).toEqual(['act 1', 'act 2', null, null]);
  });

  it('RESUBMIT-1 S04b with changed substance everybody acts again', () => {
    expect(carried(true)).toEqual([null, null, null, null]);
  });

  it('RESUBMIT-1 a decision never stands for the next round', () => {
    const decided = {
      stepKind: 'decision',
      postCode: '部長',
      holder: '江藤',
      outcome: 'decided',
      actId: 'act 4',
    } as const;
    expect(carried(false, [...earlier.slice(0, 3), decided])).toEqual(['act 1', 'act 2', null, null]);
  });

  it('RULE-50 a municipality may start anew every time, or let the line stand although sections are asked again', () => {
    expect(carried(false, earlier, 'resumeFromStart')).toEqual([null, null, null, null]);
    const consented = earlier.map((seat) =>
      seat.actId === 'act 3' ? { ...seat, outcome: 'consented' as const } : seat,
    );
    expect(carried(true, consented, 'resumeAtReturner')).toEqual(['act 1', 'act 2', null, null]);
  });

  it('RULE-102 an approval does not stand for a successor in the post', () => {
    const moved = earlier.map((seat) => (seat.postCode === '課長' ? { ...seat, holder: '星野' } : seat));
    expect(carried(false, moved)).toEqual(['act 1', null, null, null]);
  });
});
