import type { ActPolicy } from './act-facts';
import type { CaseState } from './case-state';
import { planRoute } from './plan-route';
import {
  approval,
  circulating,
  directorAway,
  done,
  facts,
  refusalOf,
  seat,
  stateOfSeat,
  step,
  wanted,
  withStandings,
} from './testing-case';
import { POLICY, post, present, sitter, welfareFacts } from './testing-facts';
import { NOBODY } from './standing';

const UP_TO_DECISION = ['係長', '課長', '財政課長', '総務課長'].map((one) => approval(one));
const reason = { comment: '理由' };
const line = (): CaseState =>
  circulating([step(1, 'line', seat('係長')), step(2, 'line', seat('課長')), step(3, 'decision', seat('部長'))]);
const instead = wanted('acting_decide', { actor: '深川', seatId: '部長' }, reason);

/** What becomes of a matter under one policy, in a word. */
type Outcome = (policy: ActPolicy) => string | number | null | undefined;

/** A matter that goes one way where the municipality says nothing, and another way where it says something else. */
const POINTS: Record<keyof ActPolicy, [Outcome, Partial<ActPolicy>, unknown, unknown]> = {
  samePerson: [
    (policy) => {
      const two = [
        post('係長', 40, { unit: '福祉係', holder: '深川', kind: 'unit' }),
        post('課長', 50, { unit: '福祉課', holder: '深川' }),
        post('部長', 70, { unit: '健康福祉部', holder: '江藤', kind: 'department' }),
      ];
      const plan = planRoute(welfareFacts({ line: two, policy }));
      return plan.ok ? plan.steps[0]?.seats[0]?.skip : 'no route';
    },
    { samePerson: 'actEach' },
    'same-person',
    null,
  ],
  concurrenceEffect: [
    (policy) => {
      const objecting = [...UP_TO_DECISION.slice(0, 2), approval('財政課長', { outcome: 'objected', ...reason })];
      return done(circulating(), [...objecting, approval('総務課長'), approval('部長')], facts({ policy })).state;
    },
    { concurrenceEffect: 'opinion' },
    'circulating',
    'decided',
  ],
  rejectBy: [
    (policy) =>
      refusalOf(circulating(), wanted('reject', { actor: '後藤', seatId: '係長' }, reason), facts({ policy }))?.code,
    { rejectBy: 'seats' },
    'not-allowed',
    undefined,
  ],
  pullUp: [
    (policy) => refusalOf(line(), wanted('pull_up', { actor: '江藤', seatId: '部長' }), facts({ policy }))?.code,
    { pullUp: false },
    undefined,
    'switched-off',
  ],
  absenceIncludesVacancy: [
    (policy) => {
      const empty = { ...NOBODY, acting: sitter('深川', '課長') };
      return refusalOf(
        done(circulating(), UP_TO_DECISION),
        instead,
        withStandings({ 部長: empty }, { urgent: true, policy }),
      )?.code;
    },
    { absenceIncludesVacancy: true },
    'post-vacant',
    undefined,
  ],
  actingForIntermediates: [
    (policy) => {
      const away = present('深川', '課長', { away: 'absence', proxy: sitter('後藤', '係長') });
      const proxy = wanted('acting_approve', { actor: '後藤', seatId: '課長' }, reason);
      return refusalOf(done(circulating(), [approval('係長')]), proxy, withStandings({ 課長: away }, { policy }))?.code;
    },
    { actingForIntermediates: true },
    'switched-off',
    undefined,
  ],
  actingRequiresUrgency: [
    (policy) => refusalOf(done(circulating(), UP_TO_DECISION), instead, directorAway({ policy }))?.code,
    { actingRequiresUrgency: false },
    'not-urgent',
    undefined,
  ],
  actingExcludes: [
    (policy) => {
      const unusual = directorAway({ urgent: true, marks: ['unusual'], policy });
      return refusalOf(done(circulating(), UP_TO_DECISION), instead, unusual)?.code;
    },
    { actingExcludes: ['important'] },
    'matter-excluded',
    undefined,
  ],
  postReview: [
    (policy) => {
      const waived = { ...instead, postReview: false };
      return done(done(circulating(), UP_TO_DECISION), [waived], directorAway({ urgent: true, policy })).postReviews
        .length;
    },
    { postReview: 'acting_judgement' },
    1,
    0,
  ],
  absentIntermediates: [
    (policy) => {
      const away = withStandings({ 課長: present('深川', '課長', { away: 'absence' }) }, { policy });
      return stateOfSeat(done(line(), [approval('係長')], away), '課長');
    },
    { absentIntermediates: 'post_review' },
    'active',
    'passed',
  ],
};

describe('what municipalities set differently changes what happens', () => {
  it.each(Object.entries(POINTS))('%s', (_, [outcome, other, byDefault, otherwise]) => {
    expect([outcome(POLICY), outcome({ ...POLICY, ...other })]).toEqual([byDefault, otherwise]);
  });
});

describe('後閲 (RULE-44)', () => {
  const owed = (postReview: ActPolicy['postReview'], asked: boolean, marks: string[] = []) => {
    const given = directorAway({ policy: { ...POLICY, postReview, actingExcludes: [] }, urgent: true, marks });
    return done(done(circulating(), UP_TO_DECISION), [{ ...instead, postReview: asked }], given).postReviews.length;
  };

  it('all: the word of the acting person changes nothing', () => {
    expect([owed('all', true), owed('all', false)]).toEqual([1, 1]);
  });

  it('judgement of the acting person', () => {
    expect([owed('acting_judgement', true), owed('acting_judgement', false, ['important'])]).toEqual([1, 0]);
  });

  it('trivial matters, those without a mark, are exempt when the acting person says so', () => {
    expect([
      owed('exempt_trivial', false),
      owed('exempt_trivial', true),
      owed('exempt_trivial', false, ['new']),
    ]).toEqual([0, 1, 1]);
  });
});
