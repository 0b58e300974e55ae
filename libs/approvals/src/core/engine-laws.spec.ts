import fc from 'fast-check';
import { act } from './act';
import type { ActFacts } from './act-facts';
import { ACTS, type ActKind, TERMINAL } from './act-table';
import { advance, branchesOf } from './advance';
import { evolveAll } from './approval-event';
import { type CaseState, type Seat, decisionIndex, isOver, newSeat, seatsOf } from './case-state';
import { forecast } from './forecast';
import { type PossibleAct, possibleActs } from './possible-acts';
import type { PlannedStep } from './route-plan';
import { welfareFacts } from './testing-facts';
import { CAST, DRAFTER, factsOfTown, routes } from './testing-organisations';
import type { Act } from './wanted-act';

/** `npm run test:deep` walks a hundred thousand matters; every run of the tests a few thousand. */
const RUNS = Number(process.env.ENGINE_RUNS ?? 3_000);

interface Choice {
  readonly who: number;
  readonly what: number;
  readonly said: Act['outcome'];
}

const choices: fc.Arbitrary<Choice[]> = fc.array(
  fc.record({
    who: fc.nat(1_000),
    what: fc.nat(1_000),
    said: fc.constantFrom(null, null, 'objected', 'not_concerned', 'approved_with_opinion', 'opinion'),
  }),
  { maxLength: 14 },
);

/** The act as somebody sends it who means it: with reason, date, person and place. */
function meant(state: CaseState, possible: PossibleAct, actor: string): Act {
  const { kind, seatId } = possible;
  const seat = seatsOf(state).find(({ id }) => id === seatId);
  return {
    kind,
    seatId,
    actor,
    outcome: null,
    comment: '理由',
    contentDigest: state.contentDigest,
    expectedVersion: state.version,
    until: '2026-06-20',
    to: actor === 'F' || seat?.principal === 'F' ? 'E' : 'F',
    addition: { kind: 'circulation', seat: newSeat({ ...place('TOP'), id: `new ${state.version}` }) },
    revision: { digest: String(state.version % 10).repeat(64), substance: state.version % 2 === 0 },
  };
}

const place = (post: string) => ({ postCode: post, postTitle: post, unitName: post, rank: 100 });
const DETAIL = new Set(['bad-person', 'bad-addition']);

interface Walk {
  readonly state: CaseState;
  readonly facts: ActFacts;
  readonly acted: readonly { readonly kind: ActKind; readonly actor: string; readonly seatId: string | null }[];
}

/** Plays choices: each picks somebody of the cast and one of the acts that the engine offers them. */
function walk(start: CaseState, facts: ActFacts, script: readonly Choice[], check: (at: Walk) => void): Walk {
  let at: Walk = { state: evolveAll(start, advance(start, facts)), facts, acted: [] };
  check(at);
  for (const { who, what, said } of script) {
    const actor = CAST[who % CAST.length] ?? 'A';
    const offered = possibleActs(at.state, actor, facts).filter(({ refusal }) => refusal === null);
    const possible = offered[what % Math.max(1, offered.length)];
    if (!possible) continue;
    const wanted = { ...meant(at.state, possible, actor), outcome: said };
    const result = act(at.state, wanted, facts);
    if (!result.ok) {
      // Only the details of an offered act can be wrong (ACT-6).
      expect(DETAIL).toContain(result.refusal.code);
      continue;
    }
    const { kind, seatId } = possible;
    at = { ...at, state: evolveAll(at.state, result.events), acted: [...at.acted, { kind, actor, seatId }] };
    check(at);
  }
  return at;
}

const blocking = (state: CaseState) => state.steps.filter(({ kind }) => kind !== 'circulation');

/** RULE-25 */
function noSelfApproval({ acted }: Walk): void {
  const judging: readonly ActKind[] = ['approve', 'acting_decide', 'acting_approve', 'return', 'reject', 'revise'];
  expect(acted.filter(({ kind, actor }) => actor === DRAFTER && judging.includes(kind))).toEqual([]);
}

/** While a matter circulates somebody is asked, or the seat waits visibly for a holder: nothing hangs (RULE-102). */
function noDeadEnd({ state }: Walk): void {
  if (state.state !== 'circulating') return;
  expect(blocking(state).some(({ seats }) => seats.some((seat) => seat.state === 'active'))).toBe(true);
}

/** What is decided was decided by the decision's own seat, after everybody before had spoken or needed not to. */
function decidedMeansDecided({ state }: Walk): void {
  if (state.state !== 'decided') return;
  const index = decisionIndex(state);
  expect(state.steps[index]?.seats.map(({ outcome }) => outcome)).toEqual(['decided']);
  const before = state.steps.slice(0, index).filter(({ kind }) => kind !== 'circulation');
  expect(before.flatMap(({ seats }) => seats).filter((seat) => !isOver(seat))).toEqual([]);
}

/** Exactly one step decides, and a raised decision stands behind the former one (RULE-23, RULE-34). */
function oneDecision({ state }: Walk): void {
  expect(state.steps.filter(({ kind }) => kind === 'decision')).toHaveLength(1);
}

/** Only the first open seat of each branch of the first incomplete step is asked; readers stand beside. */
function inTurn({ state }: Walk): void {
  const open = blocking(state).filter(({ seats }) => seats.some((seat) => seat.state === 'active'));
  if (state.state === 'circulating') expect(open.length).toBeLessThanOrEqual(1);
  for (const step of open)
    for (const seats of branchesOf(step))
      expect(seats.filter(({ state: s }) => s === 'active').length).toBeLessThanOrEqual(1);
}

/** A quorum never asks for more than can still agree (RULE-31). */
function quorumWithinReach({ state }: Walk): void {
  for (const step of state.steps)
    if (step.need !== 'all') expect(step.need).toBeLessThanOrEqual(branchesOf(step).length);
}

/** Of a skipped section nobody is silently left out: a seat without an act says why, or is owed a reading. */
function everySeatIsExplained({ state }: Walk): void {
  for (const seat of seatsOf(state)) {
    if (seat.state === 'skipped') expect(seat.skip).not.toBeNull();
    if (seat.state === 'done') expect([seat.outcome === null, seat.actedBy === null]).toEqual([false, false]);
  }
}

/** RULE-44, RULE-45: whoever was decided for, or passed over by one who has acted, is owed a reading. */
function readingIsOwed({ state, acted, facts }: Walk): void {
  for (const seat of seatsOf(state)) {
    const reviews = state.postReviews.filter(({ seatId }) => seatId === seat.id);
    if (seat.state === 'passed' && pullerAgreed(state, seat)) expect(reviews.length).toBeGreaterThan(0);
  }
  if (facts.policy.postReview !== 'all') return;
  for (const { kind, seatId } of acted)
    if (kind === 'acting_decide' && facts.standings[seatOf(state, seatId)?.postCode ?? '']?.principal)
      expect(state.postReviews.some((review) => review.seatId === seatId)).toBe(true);
}

/** A return asks everybody again, so that nobody has to read it afterwards. */
function pullerAgreed(state: CaseState, { passedBy }: Seat): boolean {
  const puller = passedBy === null ? null : seatOf(state, passedBy);
  const refused = puller?.outcome === 'returned' || puller?.outcome === 'rejected';
  return passedBy === null || (puller?.state === 'done' && !refused);
}

const seatOf = (state: CaseState, id: string | null) => seatsOf(state).find((seat) => seat.id === id);

/** RULE-34, RULE-40 … RULE-42 hold for every 代決 that happened. */
function actingWithinLimits({ acted, facts }: Walk, start: CaseState): void {
  for (const { kind, actor, seatId } of acted) {
    if (kind !== 'acting_decide') continue;
    const post = seatsOf(start).find(({ id }) => id === seatId)?.postCode ?? 'TOP';
    const standing = facts.standings[post];
    expect(standing?.away).not.toBeNull();
    expect(standing?.acting?.staffNo).toBe(actor);
    if (facts.policy.actingRequiresUrgency) expect(facts.urgent).toBe(true);
    const excluded = facts.marks.some((mark) => facts.policy.actingExcludes.includes(mark));
    if (excluded) expect(facts.instructedPosts).toContain(post);
  }
}

describe('laws of the engine, on random towns, routes and acts', () => {
  it('no self-approval, no dead end, one decision, in turn, explained, owed readings, limits of 代決', () => {
    fc.assert(
      fc.property(routes, factsOfTown, choices, (start, facts, script) => {
        const end = walk(start, facts, script, (at) => {
          noDeadEnd(at);
          decidedMeansDecided(at);
          oneDecision(at);
          inTurn(at);
          quorumWithinReach(at);
          everySeatIsExplained(at);
          readingIsOwed(at);
        });
        noSelfApproval(end);
        actingWithinLimits(end, start);
      }),
      { numRuns: RUNS },
    );
  });

  it('RULE-34 where consent is asked for, what a section objected to is decided by the last instance alone', () => {
    fc.assert(
      fc.property(routes, factsOfTown, choices, (start, facts, script) => {
        const consent = { ...facts, policy: { ...facts.policy, concurrenceEffect: 'consent' as const } };
        const { state } = walk(start, consent, script, () => undefined);
        const objected = state.steps.some(
          ({ kind, need, seats }) =>
            kind === 'concurrence' && need === 'all' && seats.some(({ outcome }) => outcome === 'objected'),
        );
        if (objected) expect(state.steps[decisionIndex(state)]?.seats[0]?.rank).toBe(100);
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });

  it('ACT-6 what is not offered is refused, whoever sends it and however complete', () => {
    fc.assert(
      fc.property(routes, factsOfTown, choices, fc.nat(1_000), (start, facts, script, pick) => {
        const { state } = walk(start, facts, script, () => undefined);
        const actor = CAST[pick % CAST.length] ?? 'A';
        const offered = possibleActs(state, actor, facts).filter(({ refusal }) => refusal === null);
        for (const kind of Object.keys(ACTS) as ActKind[]) {
          const seats = ACTS[kind].steps.length === 0 ? [null] : seatsOf(state).map(({ id }) => id);
          for (const seatId of seats) {
            const known = offered.some((one) => one.kind === kind && one.seatId === seatId);
            if (known) continue;
            expect(act(state, meant(state, { kind, seatId, refusal: null }, actor), facts).ok).toBe(false);
          }
        }
      }),
      { numRuns: Math.ceil(RUNS / 10) },
    );
  });

  it('ACT-1 nothing leads out of a terminal state', () => {
    fc.assert(
      fc.property(routes, factsOfTown, choices, fc.constantFrom(...TERMINAL), (start, facts, script, terminal) => {
        const { state } = walk(start, facts, script, () => undefined);
        for (const actor of CAST)
          expect(possibleActs({ ...state, state: terminal }, actor, facts).filter(({ refusal }) => !refusal)).toEqual(
            [],
          );
      }),
      { numRuns: Math.ceil(RUNS / 10) },
    );
  });

  it('RULE-63 an act that closed a seat cannot be repeated until the seat is opened again', () => {
    fc.assert(
      fc.property(routes, factsOfTown, choices, (start, facts, script) => {
        let before = evolveAll(start, advance(start, facts));
        walk(start, facts, script, ({ state, acted }) => {
          const last = acted.at(-1);
          const seat = last && seatOf(state, last.seatId);
          if (last?.kind === 'approve' && seat?.state === 'done')
            expect(act(state, meant(before, { ...last, refusal: null }, last.actor), facts).ok).toBe(false);
          before = state;
        });
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });

  it('ROUTE-7 simulate = execute: what the preview says is what happens, in whatever order people agree', () => {
    fc.assert(
      fc.property(routes, factsOfTown, fc.array(fc.nat(1_000), { maxLength: 40 }), (drawn, facts, order) => {
        const start = { ...drawn, steps: drawn.steps.map((step) => ({ ...step, need: 'all' as const })) };
        const expected = forecast(plannedSteps(start), {
          ...welfareFacts(),
          drafter: { staffNo: DRAFTER, name: DRAFTER, postCode: 'P1' },
          policy: facts.policy,
          standings: facts.standings,
        });
        // A decision that nobody named can make would rise: that is planned before the forecast (ROUTE-3).
        const quiet = { ...facts, upward: [] };
        let state = evolveAll(start, advance(start, quiet));
        for (const pick of [...order, ...Array.from({ length: 40 }, () => 0)]) {
          const open = seatsOf(state).filter((seat) => seat.state === 'active' && seat.principal !== null);
          const seat = open[pick % Math.max(1, open.length)];
          if (!seat) break;
          const agree = meant(state, { kind: 'approve', seatId: seat.id, refusal: null }, seat.principal ?? '');
          const result = act(state, agree, quiet);
          if (!result.ok) break;
          state = evolveAll(state, result.events);
        }
        expect(seatsOf(state).map(({ skip }) => skip)).toEqual(
          expected.flatMap(({ seats }) => seats.map(({ skip }) => skip)),
        );
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  });
});

function plannedSteps({ steps }: CaseState): PlannedStep[] {
  return steps.map(({ kind, need, seats }) => ({
    kind,
    need,
    seats: seats.map(({ postCode, postTitle, rank, unitName, branch, turn, origin, passOver }) => ({
      postCode,
      postTitle,
      rank,
      unitName,
      branch,
      turn,
      origin,
      passOver,
      unitCode: unitName,
      holder: null,
      reason: { code: 'line-head', unitName, title: postTitle } as const,
      skip: null,
    })),
  }));
}
