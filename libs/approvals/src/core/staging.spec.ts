import { act } from './act';
import { secondsUntil, stagedObstacle, stagedWords, verdictOf } from './staging';
import { HOLDERS, approval, circulating, done, facts, seat, step, wanted } from './testing-case';

const LINE = ['係長', '課長', '財政課長', '総務課長'].map((post) => approval(post));
const eventsOf = (...given: Parameters<typeof act>) => {
  const result = act(...given);
  return result.ok ? result.events : [];
};

describe('staged decisions', () => {
  it('STAGE-1 the decision and its refusal are staged, an approval on the way and a return are not', () => {
    const [before, state] = [circulating(), done(circulating(), LINE)];
    expect(verdictOf(eventsOf(state, approval('部長'), facts()))).toBe('decided');
    const decider = { actor: HOLDERS['部長'] ?? '', seatId: '部長' };
    const why = { comment: '理由' };
    expect(verdictOf(eventsOf(state, wanted('reject', decider, why), facts()))).toBe('rejected');
    expect(verdictOf(eventsOf(state, wanted('return', decider, why), facts()))).toBeNull();
    expect(verdictOf(eventsOf(before, approval('係長'), facts()))).toBeNull();
  });

  it('STAGE-3 while it waits people may read; everything else that would change the matter waits', () => {
    const state = circulating([step(1, 'circulation', seat('総務課長')), step(2, 'decision', seat('部長'))]);
    expect(stagedObstacle(state, { kind: 'approve', seatId: '総務課長' })).toBeNull();
    expect(stagedObstacle(state, { kind: 'post_review', seatId: '部長' })).toBeNull();
    const refused = { code: 'decision-staged', rule: 'RULE-51' };
    expect(stagedObstacle(state, { kind: 'acting_decide', seatId: '部長' })).toEqual(refused);
    expect(stagedObstacle(state, { kind: 'pull_back', seatId: null })).toEqual(refused);
  });

  it('STAGE-1 says what was done and how long it can be undone', () => {
    const [now, due] = [new Date('2026-05-11T00:00:00.200Z'), new Date('2026-05-11T00:00:08Z')];
    expect(stagedWords('decided', secondsUntil(due, now), 'ja')).toBe('決裁済み(確定待ち 8秒)');
    expect(stagedWords('rejected', secondsUntil(due, now), 'en')).toBe('Rejected, takes effect in 8 s');
    expect(secondsUntil(now, due)).toBe(0);
  });
});
