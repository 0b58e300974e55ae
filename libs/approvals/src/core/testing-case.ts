import { act } from './act';
import type { ActFacts } from './act-facts';
import type { ActKind } from './act-table';
import { advance } from './advance';
import { evolveAll } from './approval-event';
import { type CaseState, type Seat, type Step, newSeat, seatOf } from './case-state';
import type { Refusal } from './refusal';
import type { StepKind } from './route-plan';
import { actFacts, present, sitter } from './testing-facts';
import type { Act } from './wanted-act';

export const DIGEST = 'd'.repeat(64);

/** Who holds which post of scenario fixture F. */
export const HOLDERS: Record<string, string> = {
  係長: '後藤',
  課長: '深川',
  部長: '江藤',
  財政課長: '財部',
  総務課長: '馬場',
  副町長: '福井',
  町長: '町田',
  総務部長: '青木',
  文書主任: '上田',
};

const RANKS: Record<string, number> = { 係長: 40, 部長: 70, 総務部長: 70, 副町長: 90, 町長: 100 };

export function seat(post: string, more: Partial<Seat> = {}): Seat {
  return newSeat({ id: post, postCode: post, postTitle: post, unitName: post, rank: RANKS[post] ?? 50, ...more });
}

export function step(no: number, kind: StepKind, ...seats: Seat[]): Step {
  return { no, kind, need: 'all', seats: seats.map((one, index) => ({ ...one, branch: index + 1 })) };
}

/** Everybody is there; the mayor is the last instance; 代決 follows the acting order of fixture F. */
export function facts(overrides: Partial<ActFacts> = {}): ActFacts {
  const held = Object.fromEntries(Object.entries(HOLDERS).map(([post, staffNo]) => [post, present(staffNo, post)]));
  return actFacts({
    standings: held,
    upward: [seat('副町長', { id: '副町長↑' }), seat('町長', { id: '町長↑' })],
    ...overrides,
  });
}

/** The standings of {@link facts} with some of them replaced. */
export function withStandings(standings: ActFacts['standings'], more: Partial<ActFacts> = {}): ActFacts {
  return facts({ ...more, standings: { ...facts().standings, ...standings } });
}

/** 江藤 is away and 深川 is the first of the acting order. */
export function directorAway(more: Partial<ActFacts> = {}): ActFacts {
  const away = present('江藤', '部長', { away: 'absence', awayUntil: '2026-06-12', acting: sitter('深川', '課長') });
  return withStandings({ 部長: away }, more);
}

/** 係長, 課長, 合議 by two sections, 部長; the first seat is open. */
export function circulating(steps?: readonly Step[], given: ActFacts = facts()): CaseState {
  const state: CaseState = {
    documentId: 'doc',
    version: 1,
    state: 'circulating',
    round: 1,
    drafter: '原',
    contentDigest: DIGEST,
    postReviews: [],
    steps: steps ?? [
      step(1, 'line', seat('係長')),
      step(2, 'line', seat('課長')),
      step(3, 'concurrence', seat('財政課長'), seat('総務課長')),
      step(4, 'decision', seat('部長')),
    ],
  };
  return evolveAll(state, advance(state, given));
}

export function wanted(kind: ActKind, who: Pick<Act, 'actor' | 'seatId'>, more: Partial<Act> = {}): Act {
  return { kind, ...who, outcome: null, comment: null, contentDigest: DIGEST, expectedVersion: null, ...more };
}

/** The seat of the fixture post, approved by its holder. */
export function approval(post: string, more: Partial<Act> = {}): Act {
  return wanted('approve', { actor: HOLDERS[post] ?? post, seatId: post }, more);
}

export function done(state: CaseState, acts: readonly Act[], given: ActFacts = facts()): CaseState {
  return acts.reduce((current, one) => {
    const result = act(current, one, given);
    if (!result.ok) throw new Error(`${one.kind} by ${one.actor}: ${result.refusal.code}`);
    return evolveAll(current, result.events);
  }, state);
}

export function refusalOf(state: CaseState, one: Act, given: ActFacts = facts()): Refusal | null {
  const result = act(state, one, given);
  return result.ok ? null : result.refusal;
}

export function stateOfSeat(state: CaseState, id: string): Seat['state'] | null {
  return seatOf(state, id)?.state ?? null;
}
