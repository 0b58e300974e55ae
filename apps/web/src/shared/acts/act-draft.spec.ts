import fc from 'fast-check';
import { formatDay } from '../wareki/format';
import { blankDraft, dayAfter, detailsOf, draftFaults, heldUntil, needsComment, outcomesOf } from './act-draft';

const today = '2026-11-22';

describe('what an act still lacks', () => {
  test('a return needs its reason, a withdrawal none', () => {
    expect(draftFaults('return', blankDraft, today)).toEqual(['comment']);
    expect(draftFaults('return', { ...blankDraft, comment: ' \n' }, today)).toEqual(['comment']);
    expect(draftFaults('withdraw', blankDraft, today)).toEqual([]);
  });

  test('what is more or less than plain agreement says why (RULE-31)', () => {
    expect(needsComment('approve', 'consented')).toBe(false);
    for (const outcome of ['consented_with_opinion', 'objected', 'not_concerned', 'opinion'] as const)
      expect(needsComment('approve', outcome)).toBe(true);
  });

  test('a hand-over needs a person, an added seat a post', () => {
    const said = { ...blankDraft, comment: '異動のため' };
    expect(draftFaults('hand_over', said, today)).toEqual(['to']);
    expect(draftFaults('hand_over', { ...said, to: '1001' }, today)).toEqual([]);
    expect(draftFaults('add_seat', said, today)).toEqual(['postCode']);
  });

  test('a matter is held from tomorrow up to a month, typed in any manner (RULE-54)', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const day = dayAfter(today, days);
        for (const typed of [day, formatDay(day, 'ja')])
          expect(heldUntil(typed, today)).toBe(days >= 1 && days <= 31 ? day : null);
      }),
    );
    expect(heldUntil('', today)).toBeNull();
  });
});

describe('what goes with an act', () => {
  test('only what belongs to its kind', () => {
    const draft = { ...blankDraft, comment: ' 理由 ', until: '11/25', to: '1001', targetSeatId: 's', postCode: 'P' };
    expect(detailsOf('hold', draft, today)).toEqual({ comment: '理由', until: '2026-11-25' });
    expect(detailsOf('return', draft, today)).toEqual({ comment: '理由', targetSeatId: 's' });
    expect(detailsOf('add_seat', draft, today)).toEqual({
      comment: '理由',
      addition: { kind: 'concurrence', postCode: 'P' },
    });
  });

  test('a section has four answers, whoever reads afterwards two, a decider none', () => {
    expect(outcomesOf('approve', 'concurrence')).toHaveLength(4);
    expect(outcomesOf('post_review', 'decision')).toEqual(['acknowledged', 'opinion']);
    expect(outcomesOf('approve', 'decision')).toEqual([]);
    expect(outcomesOf('hold', 'concurrence')).toEqual([]);
  });

  test('RULE-44 RULE-66 says only what differs from the rule: no reading afterwards, and 持回り', () => {
    const said = { ...blankDraft, comment: '出張中', postReview: false, handCarried: true };
    expect(detailsOf('acting_decide', said, today)).toEqual({
      comment: '出張中',
      postReview: false,
      handCarried: true,
    });
    const before = { ...said, postReview: true, occurredOn: 'R8.6.9' };
    expect(detailsOf('approve', before, '2026-06-10')).toMatchObject({ handCarried: true, occurredOn: '2026-06-09' });
    expect(draftFaults('approve', before, '2026-06-08')).toEqual(['occurredOn']);
    expect(draftFaults('approve', { ...before, occurredOn: '' }, '2026-06-08')).toEqual([]);
    expect(detailsOf('approve', blankDraft, today)).toEqual({});
  });
});
