import { localDate } from '@fubako/kernel';
import { carriedOn, differencesOf, leavesOf, withValue } from './settings-timeline';

const today = { pullUp: true, numberStep: 1, access: { idleMinutes: 30, stepUp: { acts: [] as string[] } } };

describe('settings one by one', () => {
  it('SET-1 are named behind their groups, lists whole', () => {
    expect([...leavesOf(today)]).toEqual([
      ['pullUp', true],
      ['numberStep', 1],
      ['access.idleMinutes', 30],
      ['access.stepUp.acts', []],
    ]);
  });

  it('SET-1 differ where one is set, and nowhere else', () => {
    const after = withValue(today, 'access.stepUp.acts', ['export']);
    expect(differencesOf(today, after)).toEqual([{ setting: 'access.stepUp.acts', before: [], after: ['export'] }]);
    expect(differencesOf(today, today)).toEqual([]);
    expect(today.access.stepUp.acts).toEqual([]);
  });

  it('SET-3 go on through what is planned, up to the day that plans them itself', () => {
    const april = withValue(today, 'numberStep', 10);
    const may = withValue(april, 'pullUp', false);
    const plans = [
      { validFrom: localDate('2027-04-01'), settings: april },
      { validFrom: localDate('2027-05-01'), settings: may },
    ];
    const idle = differencesOf(today, withValue(today, 'access.idleMinutes', 15));
    expect(carriedOn(idle, today, plans).map(({ settings }) => leavesOf(settings).get('access.idleMinutes'))).toEqual([
      15, 15,
    ]);
    const step = differencesOf(today, withValue(today, 'numberStep', 5));
    expect(carriedOn(step, today, plans)).toEqual([]);
    const pull = differencesOf(today, withValue(today, 'pullUp', false));
    expect(carriedOn(pull, today, plans)).toEqual([
      { validFrom: localDate('2027-04-01'), settings: withValue(april, 'pullUp', false) },
    ]);
  });
});
