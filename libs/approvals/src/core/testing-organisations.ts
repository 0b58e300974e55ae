import fc from 'fast-check';
import type { ActFacts, ActPolicy } from './act-facts';
import { type CaseState, type Step, newSeat } from './case-state';
import type { Need, StepKind } from './route-plan';
import { type Away, type Standing } from './standing';
import { POLICY, actFacts } from './testing-facts';

/** A small town: few people for many posts, so that every clash of roles happens often. */
const PEOPLE = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const DRAFTER = 'A';
const POSTS = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'] as const;
const TOP = 'TOP';

const sitter = (staffNo: string, postCode: string) => ({
  staffNo,
  name: staffNo,
  postCode,
  postTitle: postCode,
  unitName: postCode,
});

function standing(postCode: string): fc.Arbitrary<Standing> {
  return fc
    .record({
      holder: fc.option(fc.constantFrom(...PEOPLE), { nil: null, freq: 6 }),
      away: fc.constantFrom<Away | null>(null, null, null, 'absence', 'incapacity'),
      acting: fc.option(fc.constantFrom(...PEOPLE), { nil: null }),
      proxy: fc.option(fc.constantFrom(...PEOPLE), { nil: null }),
      deputy: fc.boolean(),
    })
    .map(({ holder, away, acting, proxy, deputy }) => {
      const others = (one: string | null) => (one === null || one === holder ? null : sitter(one, postCode));
      return {
        principal:
          holder === null
            ? null
            : { ...sitter(holder, postCode), capacity: deputy ? ('statutory_deputy' as const) : ('main' as const) },
        away: holder === null ? ('vacancy' as const) : away,
        awayUntil: null,
        acting: away === null && holder !== null ? null : others(acting),
        proxy: others(proxy),
      };
    });
}

export const policies: fc.Arbitrary<ActPolicy> = fc.record({
  samePerson: fc.constantFrom('merge' as const, 'actEach' as const),
  concurrenceEffect: fc.constantFrom('consent' as const, 'opinion' as const),
  rejectBy: fc.constantFrom('decider' as const, 'seats' as const),
  pullUp: fc.boolean(),
  absenceIncludesVacancy: fc.boolean(),
  actingForIntermediates: fc.boolean(),
  actingRequiresUrgency: fc.boolean(),
  actingExcludes: fc.constantFrom([], ['important'], POLICY.actingExcludes),
  postReview: fc.constantFrom('all' as const, 'acting_judgement' as const, 'exempt_trivial' as const),
  absentIntermediates: fc.constantFrom('wait' as const, 'post_review' as const),
});

/** The last instance is always held by somebody who does not draft here: a town has a mayor. */
export const factsOfTown: fc.Arbitrary<ActFacts> = fc
  .record({
    standings: fc.record(Object.fromEntries(POSTS.map((post) => [post, standing(post)]))),
    policy: policies,
    urgent: fc.boolean(),
    marks: fc.subarray(['important', 'unusual']),
    instructedPosts: fc.subarray([...POSTS]),
  })
  .map(({ standings, ...rest }) =>
    actFacts({
      ...rest,
      standings: {
        ...standings,
        [TOP]: {
          principal: { ...sitter('M', TOP), capacity: 'main' },
          away: null,
          awayUntil: null,
          acting: null,
          proxy: null,
        },
      },
      upward: [newSeat({ id: 'TOP↑', postCode: TOP, postTitle: TOP, unitName: TOP, rank: 100 })],
    }),
  );

interface DrawnStep {
  readonly kind: StepKind;
  readonly posts: readonly string[];
  readonly turns: number;
  readonly need: Need;
  readonly passOver: boolean;
}

const drawnSteps = (kinds: readonly StepKind[], max: number): fc.Arbitrary<DrawnStep[]> =>
  fc.array(
    fc
      .record({
        kind: fc.constantFrom(...kinds),
        posts: fc.uniqueArray(fc.constantFrom(...POSTS), { minLength: 1, maxLength: 3 }),
        turns: fc.integer({ min: 1, max: 2 }),
        some: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
        passOver: fc.boolean(),
      })
      .map(({ some, posts, kind, ...step }) => ({
        ...step,
        kind,
        posts: kind === 'line' || kind === 'review' ? posts.slice(0, 1) : posts,
        need: some === null || kind !== 'concurrence' ? ('all' as const) : Math.min(some, posts.length),
      })),
    { maxLength: max },
  );

/** Lines, sections and reviews in any order, a decision, and what may follow it. */
export const routes: fc.Arbitrary<CaseState> = fc
  .tuple(
    drawnSteps(['line', 'line', 'concurrence', 'review', 'circulation'], 4),
    fc.constantFrom(...POSTS),
    drawnSteps(['review', 'confirmation', 'circulation'], 2),
  )
  .map(([before, decider, after]) => {
    const decision = { kind: 'decision' as const, posts: [decider], turns: 1, need: 'all' as const, passOver: false };
    return {
      documentId: 'doc',
      version: 1,
      state: 'circulating',
      round: 1,
      drafter: DRAFTER,
      contentDigest: 'd'.repeat(64),
      postReviews: [],
      steps: [...before, decision, ...after].map(stepOfDrawn),
    };
  });

/** With `turns` 2 every section is asked by way of one of its own. */
function stepOfDrawn({ kind, posts, turns, need, passOver }: DrawnStep, index: number): Step {
  const seats = posts.flatMap((postCode, branch) =>
    Array.from({ length: kind === 'concurrence' ? turns : 1 }, (_, turn) =>
      newSeat({
        id: `${index}.${branch}.${turn}`,
        postCode: turn === 0 && turns === 2 && kind === 'concurrence' ? (POSTS[branch] ?? postCode) : postCode,
        postTitle: postCode,
        unitName: postCode,
        rank: 50,
        branch: branch + 1,
        turn: turn + 1,
        passOver,
      }),
    ),
  );
  return { no: index + 1, kind, need, seats };
}

/** Everybody who can appear in a walk. */
export const CAST = [...PEOPLE, 'M', 'stranger'] as const;
