import fc from 'fast-check';
import { evolveAll } from './approval-event';
import { type CaseState, seatOf, seatsOf, stepOf } from './case-state';
import { type ReassignFacts, reassign } from './reassign';
import { HOLDERS, approval, circulating, done, seat, step, stateOfSeat, wanted, withStandings } from './testing-case';
import { present, sitter } from './testing-facts';
import type { Standing } from './standing';

const changed = (standings: ReassignFacts['standings'], more: Partial<ReassignFacts> = {}): ReassignFacts => ({
  ...withStandings(standings),
  successors: {},
  departed: [],
  ...more,
});
const after = (state: CaseState, given: ReassignFacts): CaseState => evolveAll(state, reassign(state, given));
const VACANT: Standing = { principal: null, away: 'vacancy', awayUntil: null, acting: null, proxy: null };

describe('reassign', () => {
  it('gives an open seat to the successor and leaves what was said (RULE-102)', () => {
    const before = done(circulating(), [approval('係長')]);
    const now = after(before, changed({ 課長: present('星野', '課長'), 係長: present('別人', '係長') }));
    expect(seatOf(now, '課長')).toMatchObject({ state: 'active', principal: '星野', attempt: 1 });
    expect(seatOf(now, '係長')).toEqual(seatOf(before, '係長'));
  });

  it('has nothing to do when nobody has moved', () => {
    expect(reassign(circulating(), changed({}))).toEqual([]);
  });

  it('keeps a seat of an empty post open for whoever sees to it (要対応)', () => {
    const now = after(circulating(), changed({ 係長: VACANT }));
    expect(seatOf(now, '係長')).toMatchObject({ state: 'active', principal: null });
  });

  it('skips a seat that has become that of the drafter', () => {
    const now = after(circulating(), changed({ 係長: present('原', '係長') }));
    expect(seatOf(now, '係長')).toMatchObject({ state: 'skipped', skip: 'drafter' });
    expect(stateOfSeat(now, '課長')).toBe('active');
  });

  const decision = (): CaseState => circulating([step(1, 'decision', seat('部長'))]);

  it.each([
    ['empty', VACANT],
    ['that of the drafter', present('原', '部長')],
  ])('raises a decision whose post is now %s (RULE-25)', (_, standing) => {
    const now = after(decision(), changed({ 部長: standing }));
    expect(stateOfSeat(now, '部長')).toBe('skipped');
    expect(seatOf(now, '副町長↑')).toMatchObject({ state: 'active', principal: '福井' });
    expect(now.state).toBe('circulating');
  });

  it('leaves a decision open with nobody when nobody above can decide, and asks no more', () => {
    const given = changed({ 部長: VACANT }, { upward: [] });
    const now = after(decision(), given);
    expect(seatOf(now, '部長')).toMatchObject({ state: 'active', principal: null });
    expect(reassign(now, given)).toEqual([]);
  });

  it('takes back what was handed to somebody who left, and releases what their predecessor held', () => {
    const held = done(circulating(), [
      wanted('hand_over', { actor: '後藤', seatId: '係長' }, { to: '上田', comment: '応援' }),
    ]);
    expect(after(held, changed({}))).toMatchObject({ steps: held.steps });
    expect(seatOf(after(held, changed({}, { departed: ['上田'] })), '係長')).toMatchObject({
      principal: '後藤',
      handedTo: null,
    });
    const on = done(circulating(), [
      wanted('hold', { actor: '後藤', seatId: '係長' }, { until: '2026-06-20', comment: '照会中' }),
    ]);
    expect(seatOf(after(on, changed({ 係長: present('星野', '係長') })), '係長')?.heldUntil).toBeNull();
  });

  it('follows the post that took over, for open and waiting seats, not for done ones (RULE-103)', () => {
    const post = { postCode: '高齢福祉課長', postTitle: '課長', unitName: '高齢福祉課', rank: 50 };
    const before = done(circulating(), [approval('係長')]);
    const given = changed(
      { 課長: VACANT, 部長: VACANT, 高齢福祉課長: present('星野', '高齢福祉課長') },
      { successors: { 係長: post, 課長: post, 部長: post } },
    );
    const now = after(before, given);
    expect(seatOf(now, '課長')).toMatchObject({ ...post, state: 'active', principal: '星野' });
    expect(seatOf(now, '部長')).toMatchObject({ ...post, state: 'waiting' });
    expect(seatOf(now, '係長')?.postCode).toBe('係長');
  });

  it('lets 後閲 follow the post', () => {
    const away = present('江藤', '部長', { away: 'absence', acting: sitter('深川', '課長') });
    const acted = done(
      decision(),
      [wanted('acting_decide', { actor: '深川', seatId: '部長' }, { comment: '出張中' })],
      withStandings({ 部長: away }, { urgent: true }),
    );
    const now = after(acted, changed({ 部長: present('星野', '部長') }));
    expect(now.postReviews).toEqual([expect.objectContaining({ principal: '星野', outcome: null })]);
    expect(after(acted, changed({ 部長: VACANT })).postReviews).toEqual(acted.postReviews);
  });

  describe('whatever becomes of the organisation', () => {
    const posts = Object.keys(HOLDERS);
    const people = [...Object.values(HOLDERS), '原', '星野'];
    const standing = (post: string) =>
      fc.oneof(
        fc.constant(VACANT),
        fc.constantFrom(...people).map((who) => present(who, post)),
        fc
          .constantFrom(...people)
          .map((who) => present(who, post, { away: 'absence', acting: sitter('福井', '副町長') })),
      );
    const organisations = fc
      .tuple(...posts.map(standing))
      .map((list) => Object.fromEntries(posts.map((post, index) => [post, list[index]])));
    const progress = fc.constantFrom(
      [],
      [approval('係長')],
      [approval('係長'), approval('課長')],
      [approval('係長'), approval('課長'), approval('財政課長'), approval('総務課長')],
    );
    const open = (state: CaseState) => seatsOf(state).filter((one) => one.state === 'active');

    it('loses no matter, opens nothing to its drafter, changes no act, and comes to rest', () => {
      fc.assert(
        fc.property(progress, organisations, (acts, standings) => {
          const before = done(circulating(), acts);
          const given = changed(standings);
          const now = after(before, given);
          expect(now.state).toBe('circulating');
          expect(open(now).length).toBeGreaterThan(0);
          for (const one of open(now)) expect(one.principal).not.toBe('原');
          for (const one of seatsOf(before)) {
            const same = seatOf(now, one.id);
            if (one.state === 'done') expect(same).toEqual(one);
            const drafters = standings[one.postCode]?.principal?.staffNo === '原';
            const raised = stepOf(before, one.id)?.kind === 'decision';
            if (one.state === 'active' && !drafters && !raised) expect(same?.state).toBe('active');
          }
          expect(reassign(now, given)).toEqual([]);
        }),
      );
    });

    it('gives every open seat to the principal of its post', () => {
      fc.assert(
        fc.property(progress, organisations, (acts, standings) => {
          const given = changed(standings);
          for (const one of open(after(done(circulating(), acts), given))) {
            const holder = given.standings[one.postCode]?.principal?.staffNo ?? null;
            expect(one.principal).toBe(holder === '原' ? null : holder);
          }
        }),
      );
    });
  });
});
