import { act, withCurrentHolders } from './act';
import { ACTS, actTableFaults } from './act-table';
import { evolve } from './approval-event';
import { seatOf, seatsOf } from './case-state';
import { possibleActs } from './possible-acts';
import { NOBODY } from './standing';
import {
  DIGEST,
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
import { POLICY, present, sitter } from './testing-facts';

const UP_TO_DECISION = ['係長', '課長', '財政課長', '総務課長'].map((post) => approval(post));
const reason = { comment: '理由' };

describe('agreeing', () => {
  it('ACT-4 opens step after step and decides with the last seat', () => {
    const state = done(circulating(), [...UP_TO_DECISION, approval('部長')]);
    expect(state.state).toBe('decided');
    expect(seatsOf(state).map(({ outcome }) => outcome)).toEqual([
      'approved',
      'approved',
      'consented',
      'consented',
      'decided',
    ]);
  });

  it('ACT-4 RULE-31 a step with two sections waits for both', () => {
    expect(stateOfSeat(done(circulating(), UP_TO_DECISION.slice(0, 3)), '部長')).toBe('waiting');
  });

  it('ACT-3 RULE-63 a seat acts once', () => {
    const state = done(circulating(), [approval('係長')]);
    expect(refusalOf(state, approval('係長'))).toEqual({ code: 'already-acted', rule: 'RULE-63' });
  });

  it('ACT-3 only the holder acts, in turn, on the content in circulation', () => {
    const state = circulating();
    expect(refusalOf(state, wanted('approve', { actor: '深川', seatId: '係長' }))?.code).toBe('not-your-seat');
    expect(refusalOf(state, approval('課長'))?.code).toBe('not-your-seat');
    const other = { contentDigest: 'e'.repeat(64) };
    expect(refusalOf(state, approval('係長', other))).toEqual({ code: 'content-changed', rule: 'RULE-60' });
  });

  it('RULE-20 a seat belongs to whoever holds the post now, not to whom it opened for', () => {
    const moved = withStandings({ 係長: present('星野', '係長') });
    expect(refusalOf(circulating(), approval('係長'), moved)?.code).toBe('not-your-seat');
    expect(refusalOf(circulating(), wanted('approve', { actor: '星野', seatId: '係長' }), moved)).toBeNull();
  });

  it('RULE-25 nobody acts on their own draft, also when a post has become theirs', () => {
    const moved = withStandings({ 係長: present('原', '係長') });
    expect(refusalOf(circulating(), wanted('approve', { actor: '原', seatId: '係長' }), moved)?.code).toBe('own-draft');
  });

  it('RULE-31 an opinion is written down', () => {
    const asked = done(circulating(), UP_TO_DECISION.slice(0, 2));
    for (const outcome of ['objected', 'consented_with_opinion', 'not_concerned'] as const)
      expect(refusalOf(asked, approval('財政課長', { outcome }))?.code).toBe('reason-required');
    const state = done(asked, [approval('財政課長', { outcome: 'not_concerned', comment: '所管外' })]);
    expect(seatOf(state, '財政課長')?.outcome).toBe('not_concerned');
  });

  it('RULE-102 a vacant seat of the line is skipped, one of a section waits and needs attention', () => {
    const given = withStandings({ 課長: NOBODY, 財政課長: NOBODY });
    const state = done(circulating(undefined, given), [approval('係長')], given);
    expect(seatOf(state, '課長')).toMatchObject({ state: 'skipped', skip: 'vacant' });
    expect(seatOf(state, '財政課長')).toMatchObject({ state: 'active', principal: null });
  });

  it('RULE-25 a decider who has become the drafter, or vacant, passes the decision upward when the seat opens', () => {
    for (const standing of [present('原', '部長'), NOBODY]) {
      const given = withStandings({ 部長: standing });
      const state = done(circulating(), UP_TO_DECISION, given);
      expect(stateOfSeat(state, '部長')).toBe('skipped');
      expect(seatOf(state, '副町長↑')).toMatchObject({ state: 'active', principal: '福井' });
      expect(done(state, [wanted('approve', { actor: '福井', seatId: '副町長↑' })], given).state).toBe('decided');
    }
  });
});

describe('an objection (RULE-34)', () => {
  const objecting = [...UP_TO_DECISION.slice(0, 2), approval('財政課長', { outcome: 'objected', ...reason })];

  it('raises the decision to the last instance where consent is asked for', () => {
    const state = done(circulating(), [...objecting, approval('総務課長'), approval('部長')]);
    expect(state.state).toBe('circulating');
    expect(seatOf(state, '町長↑')?.state).toBe('active');
    expect(done(state, [wanted('approve', { actor: '町田', seatId: '町長↑' })]).state).toBe('decided');
  });

  it('is shown and no more where concurrence is an opinion (RULE-30)', () => {
    const given = facts({ policy: { ...POLICY, concurrenceEffect: 'opinion' } });
    const state = done(circulating(), [...objecting, approval('総務課長'), approval('部長')], given);
    expect(state.state).toBe('decided');
  });

  it('of one section does not raise while enough others can still agree', () => {
    const asked = { ...step(1, 'concurrence', seat('財政課長'), seat('総務課長')), need: 1 };
    const state = circulating([asked, step(2, 'decision', seat('部長'))]);
    const one = done(state, [approval('財政課長', { outcome: 'objected', ...reason })]);
    expect(one.steps).toHaveLength(2);
    const both = done(one, [approval('総務課長', { outcome: 'objected', ...reason })]);
    expect(both.steps.at(-1)).toMatchObject({ kind: 'decision', seats: [{ postCode: '町長' }] });
  });
});

describe('returning and recalling', () => {
  it('RULE-50 return needs a reason, suspends what is open and keeps what was said', () => {
    const state = done(circulating(), [approval('係長')]);
    expect(refusalOf(state, wanted('return', { actor: '深川', seatId: '課長' }))?.code).toBe('reason-required');
    const after = done(state, [wanted('return', { actor: '深川', seatId: '課長' }, reason)]);
    expect(after.state).toBe('returned');
    expect(seatsOf(after).map(({ state: s }) => s)).toEqual(['done', 'done', 'suspended', 'suspended', 'suspended']);
  });

  it('RULE-50 return to an acted seat asks that seat again, then the one that returned; the rest stands', () => {
    const state = done(circulating(), UP_TO_DECISION);
    const back = done(state, [
      wanted('return', { actor: '江藤', seatId: '部長' }, { ...reason, targetSeatId: '係長' }),
    ]);
    expect(back.state).toBe('circulating');
    expect(seatsOf(back).map(({ state: s, attempt }) => [s, attempt])).toEqual([
      ['active', 2],
      ['done', 1],
      ['done', 1],
      ['done', 1],
      ['waiting', 2],
    ]);
    expect(done(back, [approval('係長'), approval('部長')]).state).toBe('decided');
    const unacted = { ...reason, targetSeatId: '部長' };
    expect(refusalOf(circulating(), wanted('return', { actor: '後藤', seatId: '係長' }, unacted))?.code).toBe(
      'bad-target',
    );
  });

  it('RULE-51 an act is recalled until the next acts, and the seat is open again', () => {
    const state = done(circulating(), [approval('係長')]);
    const back = done(state, [wanted('recall', { actor: '後藤', seatId: '係長' })]);
    expect(seatsOf(back).map(({ state: s }) => s)).toEqual(['active', 'waiting', 'waiting', 'waiting', 'waiting']);
    expect(refusalOf(done(state, [approval('課長')]), wanted('recall', { actor: '後藤', seatId: '係長' }))?.code).toBe(
      'others-acted',
    );
    expect(done(back, [wanted('pull_back', { actor: '原', seatId: null })]).state).toBe('pulled_back');
  });

  it('RULE-51 the drafter pulls back until somebody acted', () => {
    expect(done(circulating(), [wanted('pull_back', { actor: '原', seatId: null })]).state).toBe('pulled_back');
    const acted = done(circulating(), [approval('係長')]);
    expect(refusalOf(acted, wanted('pull_back', { actor: '原', seatId: null }))).toEqual({
      code: 'others-acted',
      rule: 'RULE-51',
    });
  });

  it('RULE-52 only the decider rejects, unless the municipality lets every seat', () => {
    const state = circulating();
    expect(refusalOf(state, wanted('reject', { actor: '後藤', seatId: '係長' }, reason))?.code).toBe('not-allowed');
    const given = facts({ policy: { ...POLICY, rejectBy: 'seats' } });
    expect(done(state, [wanted('reject', { actor: '後藤', seatId: '係長' }, reason)], given).state).toBe('rejected');
  });

  it('RULE-52 the records office abandons what was decided and not sent; the drafter no longer can', () => {
    const state = done(circulating(), [...UP_TO_DECISION, approval('部長')]);
    expect(refusalOf(state, wanted('abandon', { actor: '原', seatId: null }, reason))?.code).toBe('not-allowed');
    const office = facts({ recordsOffice: true, recordsClerk: true });
    expect(done(state, [wanted('abandon', { actor: '千葉', seatId: null }, reason)], office).state).toBe('abandoned');
    const sent = { ...office, partlySent: true };
    expect(refusalOf(state, wanted('abandon', { actor: '千葉', seatId: null }, reason), sent)?.code).toBe(
      'partly-sent',
    );
    expect(refusalOf(circulating(), wanted('abandon', { actor: '千葉', seatId: null }, reason), office)?.code).toBe(
      'not-allowed',
    );
  });
});

describe('代決 (RULE-40 to RULE-44)', () => {
  const ready = () => done(circulating(), UP_TO_DECISION);
  const instead = wanted('acting_decide', { actor: '深川', seatId: '部長' }, { comment: '部長出張のため' });

  it('is decided by the first of the acting order, and the decider reads it afterwards', () => {
    const state = done(ready(), [instead], directorAway({ urgent: true }));
    expect(state.state).toBe('decided');
    expect(seatOf(state, '課長')?.outcome).toBe('approved');
    expect(state.postReviews).toEqual([{ seatId: '部長', principal: '江藤', cause: 'acting', outcome: null }]);
    const read = done(state, [wanted('post_review', { actor: '江藤', seatId: '部長' }, { outcome: 'acknowledged' })]);
    expect(read.postReviews[0]?.outcome).toBe('acknowledged');
    expect(read.state).toBe('decided');
  });

  it.each([
    ['the decider is there', facts({ urgent: true }), 'not-your-seat'],
    ['it is not urgent', directorAway(), 'not-urgent'],
    ['it is unusual', directorAway({ urgent: true, marks: ['unusual'] }), 'matter-excluded'],
    [
      'the post is vacant and the town does not count that',
      withStandings({ 部長: { ...NOBODY, acting: sitter('深川', '課長') } }, { urgent: true }),
      'post-vacant',
    ],
  ])('is refused while %s', (_, given, code) => {
    expect(refusalOf(ready(), instead, given)?.code).toBe(code);
  });

  it('RULE-42 an instruction given beforehand allows an excluded matter', () => {
    const given = directorAway({ urgent: true, marks: ['unusual'], instructedPosts: ['部長'] });
    expect(done(ready(), [instead], given).state).toBe('decided');
  });

  it('RULE-34 what was not agreed to is never decided in somebody’s stead', () => {
    const objected = done(circulating(), [
      ...UP_TO_DECISION.slice(0, 3),
      approval('総務課長', { outcome: 'objected', ...reason }),
    ]);
    const mayorAway = present('町田', '町長', { away: 'absence', acting: sitter('福井', '副町長') });
    const state = done(objected, [approval('部長')], withStandings({ 町長: mayorAway }));
    const given = withStandings({ 町長: mayorAway }, { urgent: true, instructedPosts: ['町長'] });
    const deputy = wanted('acting_decide', { actor: '福井', seatId: '町長↑' }, reason);
    expect(refusalOf(state, deputy, given)).toEqual({ code: 'not-agreed', rule: 'RULE-34' });
  });

  it('is nobody else’s', () => {
    const given = directorAway({ urgent: true });
    expect(refusalOf(ready(), wanted('acting_decide', { actor: '後藤', seatId: '部長' }, reason), given)?.code).toBe(
      'not-your-seat',
    );
  });

  it('代理決定 exists only where the municipality has it', () => {
    const away = present('深川', '課長', { away: 'absence', proxy: sitter('後藤', '係長') });
    const state = done(circulating(), [approval('係長')]);
    const proxy = wanted('acting_approve', { actor: '後藤', seatId: '課長' }, reason);
    expect(refusalOf(state, proxy, withStandings({ 課長: away }))?.code).toBe('switched-off');
    const on = withStandings({ 課長: away }, { policy: { ...POLICY, actingForIntermediates: true } });
    expect(stateOfSeat(done(state, [proxy], on), '財政課長')).toBe('active');
  });

  it('職務代理 decides in the own right: no 後閲', () => {
    const mayor = present('福井', '町長', { principal: { ...sitter('福井', '副町長'), capacity: 'statutory_deputy' } });
    const given = withStandings({ 町長: mayor });
    const state = circulating([step(1, 'decision', seat('町長'))], given);
    const decided = done(state, [wanted('approve', { actor: '福井', seatId: '町長' })], given);
    expect(decided.state).toBe('decided');
    expect(decided.postReviews).toEqual([]);
    expect(seatOf(decided, '町長')?.capacity).toBe('statutory_deputy');
  });
});

describe('引上げ (RULE-45, RULE-46, S17)', () => {
  const line = () =>
    circulating([step(1, 'line', seat('係長')), step(2, 'line', seat('課長')), step(3, 'decision', seat('部長'))]);
  const pull = wanted('pull_up', { actor: '江藤', seatId: '部長' });

  it('passes the line over; cancelling before approving gives everybody the seat back', () => {
    const pulled = done(line(), [pull]);
    expect(seatsOf(pulled).map(({ state: s }) => s)).toEqual(['passed', 'passed', 'active']);
    const back = done(pulled, [wanted('cancel_pull_up', { actor: '江藤', seatId: '部長' })]);
    expect(seatsOf(back).map(({ state: s }) => s)).toEqual(['active', 'waiting', 'waiting']);
  });

  it('after approval each passed person reads it, the decision stands', () => {
    const decided = done(line(), [pull, approval('部長')]);
    expect(decided.state).toBe('decided');
    expect(decided.postReviews.map(({ principal }) => principal)).toEqual(['後藤', '深川']);
    expect(refusalOf(decided, wanted('cancel_pull_up', { actor: '江藤', seatId: '部長' }))).not.toBeNull();
  });

  it('never passes over a section that must be asked, and can be switched off', () => {
    expect(refusalOf(circulating(), pull)?.code).toBe('concurrence-open');
    const off = facts({ policy: { ...POLICY, pullUp: false } });
    expect(refusalOf(line(), pull, off)?.code).toBe('switched-off');
  });

  it('RULE-45 (b) an absent intermediate is passed over when the drafter asked for it', () => {
    const away = withStandings({ 課長: present('深川', '課長', { away: 'absence' }) });
    const steps = [
      step(1, 'line', seat('係長')),
      step(2, 'line', seat('課長', { passOver: true })),
      step(3, 'decision', seat('部長')),
    ];
    const state = done(circulating(steps, away), [approval('係長')], away);
    expect(stateOfSeat(state, '課長')).toBe('passed');
    expect(stateOfSeat(state, '部長')).toBe('active');
    expect(state.postReviews).toMatchObject([{ principal: '深川', cause: 'absence' }]);
    expect(stateOfSeat(done(circulating(steps), [approval('係長')]), '課長')).toBe('active');
  });
});

describe('on the way', () => {
  it('RULE-54 a hold has an end, at most a month away', () => {
    const state = circulating();
    const hold = (until: string) => wanted('hold', { actor: '後藤', seatId: '係長' }, { ...reason, until });
    expect(seatOf(done(state, [hold('2026-06-20')]), '係長')?.heldUntil).toBe('2026-06-20');
    expect(refusalOf(state, hold('2026-06-10'))?.code).toBe('bad-date');
    expect(refusalOf(state, hold('2026-08-10'))?.code).toBe('bad-date');
    expect(done(state, [hold('2026-06-20'), approval('係長')]).version).toBe(4);
  });

  it('RULE-47 one task is handed over, not on, and can be taken back', () => {
    const give = wanted('hand_over', { actor: '後藤', seatId: '係長' }, { ...reason, to: '和田' });
    const given = done(circulating(), [give]);
    expect(refusalOf(given, approval('係長'))?.code).toBe('not-your-seat');
    expect(
      refusalOf(given, wanted('hand_over', { actor: '和田', seatId: '係長' }, { ...reason, to: '山本' }))?.code,
    ).toBe('not-handed-on');
    expect(stateOfSeat(done(given, [wanted('approve', { actor: '和田', seatId: '係長' })]), '課長')).toBe('active');
    const back = done(given, [wanted('hand_over', { actor: '後藤', seatId: '係長' }, { ...reason, to: '後藤' })]);
    expect(refusalOf(back, approval('係長'))).toBeNull();
    expect(refusalOf(circulating(), { ...give, to: '原' })?.code).toBe('bad-person');
  });

  it('RULE-102 the records office gives an empty seat to somebody', () => {
    const vacant = withStandings({ 財政課長: NOBODY }, { recordsOffice: true, recordsClerk: true });
    const state = done(circulating(), UP_TO_DECISION.slice(0, 2), vacant);
    const given = done(
      state,
      [wanted('hand_over', { actor: '千葉', seatId: '財政課長' }, { ...reason, to: '佐野' })],
      vacant,
    );
    expect(
      stateOfSeat(done(given, [wanted('approve', { actor: '佐野', seatId: '財政課長' })], vacant), '財政課長'),
    ).toBe('done');
    expect(
      refusalOf(state, wanted('hand_over', { actor: '千葉', seatId: '総務課長' }, { ...reason, to: '佐野' }), vacant)
        ?.code,
    ).toBe('not-your-seat');
  });

  it('adds a section before the decision, which then waits for it', () => {
    const state = done(circulating(), UP_TO_DECISION);
    const addition = { kind: 'concurrence' as const, seat: seat('総務部長') };
    const added = done(state, [wanted('add_seat', { actor: '江藤', seatId: '部長' }, { ...reason, addition })]);
    expect([stateOfSeat(added, '総務部長'), stateOfSeat(added, '部長')]).toEqual(['active', 'waiting']);
    expect(done(added, [approval('総務部長'), approval('部長')]).state).toBe('decided');
    const twice = { kind: 'concurrence' as const, seat: seat('財政課長', { id: 'again' }) };
    expect(
      refusalOf(state, wanted('add_seat', { actor: '江藤', seatId: '部長' }, { ...reason, addition: twice }))?.code,
    ).toBe('bad-addition');
  });

  it('a reader holds nothing up and may read later', () => {
    const addition = { kind: 'circulation' as const, seat: seat('総務部長') };
    const added = done(circulating(), [wanted('add_seat', { actor: '後藤', seatId: '係長' }, { ...reason, addition })]);
    const decided = done(added, [...UP_TO_DECISION, approval('部長')]);
    expect(decided.state).toBe('decided');
    expect(seatOf(done(decided, [approval('総務部長')]), '総務部長')?.outcome).toBe('read');
  });

  it('removes what people added; what the rules ask only by the decider', () => {
    const addition = { kind: 'concurrence' as const, seat: seat('総務部長') };
    const added = done(circulating(), [wanted('add_seat', { actor: '後藤', seatId: '係長' }, { ...reason, addition })]);
    expect(
      stateOfSeat(done(added, [wanted('remove_seat', { actor: '原', seatId: '総務部長' }, reason)]), '総務部長'),
    ).toBe('removed');
    expect(refusalOf(added, wanted('remove_seat', { actor: '原', seatId: '財政課長' }, reason))?.code).toBe(
      'rule-made',
    );
    expect(refusalOf(added, wanted('remove_seat', { actor: '財部', seatId: '総務部長' }, reason))?.code).toBe(
      'not-your-seat',
    );
  });

  it('RULE-33 a change of substance on the way asks everybody again, any other leaves what was said', () => {
    const state = done(circulating(), UP_TO_DECISION);
    const edit = (substance: boolean) =>
      wanted(
        'revise',
        { actor: '江藤', seatId: '部長' },
        { ...reason, revision: { digest: 'f'.repeat(64), substance } },
      );
    const formal = done(state, [edit(false)]);
    expect(stateOfSeat(formal, '部長')).toBe('active');
    expect(refusalOf(formal, approval('部長', { contentDigest: DIGEST }))?.code).toBe('content-changed');
    const changed = done(state, [edit(true)]);
    expect(seatsOf(changed).map(({ state: s, attempt }) => [s, attempt])).toEqual([
      ['active', 2],
      ['waiting', 2],
      ['waiting', 2],
      ['waiting', 2],
      ['waiting', 1],
    ]);
  });

  it('審査 after the decision is done in a decided matter', () => {
    const state = circulating([step(1, 'decision', seat('部長')), step(2, 'review', seat('文書主任'))]);
    const decided = done(state, [approval('部長')]);
    expect(decided.state).toBe('decided');
    const reviewed = done(decided, [approval('文書主任')]);
    expect(seatOf(reviewed, '文書主任')?.outcome).toBe('reviewed');
    expect(refusalOf(decided, wanted('return', { actor: '上田', seatId: '文書主任' }, reason))?.code).toBe(
      'not-allowed',
    );
  });
});

describe('what is offered (ACT-6)', () => {
  it('names every act that the place suggests, with what stands against it', () => {
    const state = done(circulating(), UP_TO_DECISION);
    const offered = possibleActs(state, '深川', directorAway());
    const instead = offered.find(({ kind }) => kind === 'acting_decide');
    expect(instead).toEqual({
      kind: 'acting_decide',
      seatId: '部長',
      refusal: { code: 'not-urgent', rule: 'RULE-40' },
    });
    expect(possibleActs(state, '野口', directorAway())).toEqual([]);
  });

  it('is free of refusals exactly where the act is accepted', () => {
    const state = circulating();
    const mine = possibleActs(state, '後藤', facts()).filter(({ refusal }) => refusal === null);
    expect(mine.map(({ kind }) => kind)).toEqual(['approve', 'return', 'hold', 'hand_over', 'add_seat', 'revise']);
  });
});

describe('the table of acts (ACT-1)', () => {
  it('is whole', () => {
    expect(actTableFaults()).toEqual([]);
  });

  it('would say when an act is nobody’s', () => {
    expect(actTableFaults({ ...ACTS, recall: { ...ACTS.recall, by: {} } })).toContain('recall: nobody may do it');
  });

  it('ACT-5 replaying the events of an act gives the state it has', () => {
    const result = act(circulating(), approval('係長'), facts());
    if (!result.ok) throw new Error(result.refusal.code);
    const once = result.events.reduce(evolve, withCurrentHolders(circulating(), facts()));
    expect(stateOfSeat(once, '課長')).toBe('active');
  });
});
