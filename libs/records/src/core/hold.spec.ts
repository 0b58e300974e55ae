import { localDate, partsOf } from '@fubako/kernel';
import fc from 'fast-check';
import { HOLD_GROUNDS, holdEnd, longest } from './hold';
import { heldWords } from './hold-words';

const plain = { roundsUp: false };
const day = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => localDate(date.toISOString().slice(0, 10)));

describe('the end of a hold', () => {
  it('HOLD-3 example H: a disclosure decision holds for a year from the day after', () => {
    expect(holdEnd('disclosure_request', localDate('2032-02-10'), plain)).toBe('2033-02-10');
    expect(holdEnd('disclosure_request', localDate('2032-02-10'), { roundsUp: true })).toBe('2033-03-31');
  });

  it('HOLD-3 example I: a ruling on an appeal holds for a year from the day after', () => {
    expect(holdEnd('appeal', localDate('2033-06-01'), plain)).toBe('2034-06-01');
  });

  it('HOLD-3 example J: a lawsuit holds until it is released, and so does what is not decided', () => {
    for (const ground of ['lawsuit', 'audit', 'own'] as const)
      expect(holdEnd(ground, localDate('2033-06-01'), plain)).toBeNull();
    for (const ground of HOLD_GROUNDS) expect(holdEnd(ground, null, { roundsUp: true })).toBeNull();
  });

  it('HOLD-3 law: the last day is the same day of the next year, or the end of February; a later decision never ends earlier', () => {
    fc.assert(
      fc.property(day, day, fc.boolean(), (a, b, roundsUp) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        const end = (on: typeof a) => holdEnd('appeal', on, { roundsUp }) ?? '';
        expect(end(first) <= end(second)).toBe(true);
        const last = partsOf(localDate(holdEnd('appeal', a, plain) ?? ''));
        expect(last.year).toBe(partsOf(a).year + 1);
        expect(last.month).toBe(partsOf(a).month);
      }),
    );
  });

  it('HOLD-4 of several the latest end wins, an open one above all', () => {
    const [early, late, open] = [localDate('2033-02-10'), localDate('2034-06-01'), null].map((endsOn) => ({ endsOn }));
    if (!early || !late || !open) throw new Error('three holds');
    expect(longest([])).toBeNull();
    expect(longest([early, late])).toBe(late);
    expect(longest([late, open, early])).toBe(open);
  });

  it('HOLD-2 is named in words that say until when', () => {
    const held = { ground: 'disclosure_request', caseNo: '開示第12号', endsOn: localDate('2033-02-10') } as const;
    expect(heldWords(held, 'ja')).toBe('開示請求(開示第12号)のため令和15年2月10日まで保留されています');
    expect(heldWords(held, 'en')).toBe('Held for a disclosure request (開示第12号) until 10 Feb 2033');
    expect(heldWords({ ...held, caseNo: null, endsOn: null }, 'ja')).toBe(
      '開示請求のため終わりの日が決まるまで保留されています',
    );
  });
});
