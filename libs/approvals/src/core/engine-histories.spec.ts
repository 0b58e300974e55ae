import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { act } from './act';
import type { ActFacts } from './act-facts';
import { advance } from './advance';
import { evolveAll } from './approval-event';
import { type CaseState, seatsOf } from './case-state';
import { possibleActs } from './possible-acts';
import { CAST, factsOfTown, routes } from './testing-organisations';
import type { Act } from './wanted-act';

/** A matter as it once went: where it began, who was there, what was done, and how it stood at the end. */
interface History {
  readonly start: CaseState;
  readonly facts: ActFacts;
  readonly acts: readonly Act[];
  readonly end: CaseState;
}

const FILE = join(__dirname, '../../../../test/fixtures/approval-histories.json');

function play({ start, facts, acts }: Omit<History, 'end'>): CaseState {
  return acts.reduce(
    (state, one) => {
      const result = act(state, one, facts);
      if (!result.ok) throw new Error(`${one.kind} was lawful and is now refused: ${result.refusal.code}`);
      return evolveAll(state, result.events);
    },
    evolveAll(start, advance(start, facts)),
  );
}

/**
 * Matters under way when a new build is installed go on as they would have: what was lawful stays lawful and leads to the
 * same state. Histories are only ever added (`RECORD_HISTORIES=1`), with an ADR where a rule has changed.
 */
describe('stored histories', () => {
  const recorded: History[] = process.env.RECORD_HISTORIES === '1' ? record() : JSON.parse(readFileSync(FILE, 'utf8'));

  it('are many, long, and end in many ways', () => {
    expect(recorded.length).toBeGreaterThanOrEqual(60);
    expect(new Set(recorded.map(({ end }) => end.state)).size).toBeGreaterThanOrEqual(5);
    const kinds = new Set(recorded.flatMap(({ acts }) => acts.map(({ kind }) => kind)));
    expect(kinds.size).toBeGreaterThanOrEqual(15);
  });

  it.each(recorded.map((history, index) => [index + 1, history] as const))(
    'ACT-5 history %i replays to the state it had',
    (_, history) => {
      expect(JSON.parse(JSON.stringify(play(history)))).toEqual(history.end);
    },
  );
});

function record(): History[] {
  const seeds = fc.sample(fc.tuple(routes, factsOfTown, fc.array(fc.nat(10_000), { minLength: 8, maxLength: 8 })), {
    numRuns: 400,
    seed: 20_261_123,
  });
  const walks = seeds.map(([start, facts, picks]) => walk(start, facts, picks));
  const long = walks.filter(({ acts }) => acts.length >= 4).slice(0, 80);
  writeFileSync(FILE, `[\n${long.map((history) => JSON.stringify(history)).join(',\n')}\n]\n`);
  return JSON.parse(readFileSync(FILE, 'utf8'));
}

function walk(start: CaseState, facts: ActFacts, picks: readonly number[]): History {
  let state = evolveAll(start, advance(start, facts));
  const acts: Act[] = [];
  for (const pick of picks) {
    const offered = CAST.flatMap((actor) =>
      possibleActs(state, actor, facts).flatMap(({ kind, seatId, refusal }) =>
        refusal === null && kind !== 'add_seat' ? [{ kind, seatId, actor }] : [],
      ),
    );
    const chosen = offered[pick % Math.max(1, offered.length)];
    if (!chosen) break;
    const one: Act = { ...chosen, ...said(state, pick) };
    const result = act(state, one, facts);
    if (!result.ok) continue;
    acts.push(one);
    state = evolveAll(state, result.events);
  }
  return { start, facts, acts, end: state };
}

function said(state: CaseState, pick: number): Omit<Act, 'kind' | 'seatId' | 'actor'> {
  const acted = seatsOf(state).find(({ actedBy }) => actedBy !== null);
  return {
    outcome: pick % 5 === 0 ? 'objected' : null,
    comment: '理由',
    contentDigest: state.contentDigest,
    expectedVersion: state.version,
    until: '2026-06-20',
    to: pick % 2 === 0 ? 'F' : 'E',
    targetSeatId: pick % 3 === 0 ? (acted?.id ?? null) : null,
    revision: { digest: String(pick % 10).repeat(64), substance: pick % 2 === 0 },
  };
}
