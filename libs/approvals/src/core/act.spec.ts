import fc from 'fast-check';
import { type Act, type ActKind, act, evolveAll } from './act';
import { type CaseState, MOVES, type MatterState, type Seat, seatsOf } from './case-state';
import { possibleActs } from './possible-acts';
import type { StepKind } from './route-plan';

const DIGEST = 'd'.repeat(64);

function seat(id: string, principal: string, state: Seat['state'] = 'waiting'): Seat {
  return { id, postCode: `post ${id}`, postTitle: id, unitName: id, state, principal, outcome: null };
}

/** 係長, 課長, 合議 by two sections, 部長; the first seat is open. */
function circulating(): CaseState {
  const steps: [StepKind, Seat[]][] = [
    ['line', [seat('係長', '後藤', 'active')]],
    ['line', [seat('課長', '深川')]],
    ['concurrence', [seat('財政課長', '財部'), seat('総務課長', '馬場')]],
    ['decision', [seat('部長', '江藤')]],
  ];
  return {
    documentId: 'doc',
    version: 1,
    state: 'circulating',
    round: 1,
    drafter: '原',
    contentDigest: DIGEST,
    steps: steps.map(([kind, seats], i) => ({ no: i + 1, kind, seats })),
  };
}

function wanted(kind: ActKind, actor: string, seatId: string | null, more: Partial<Act> = {}): Act {
  return { kind, actor, seatId, outcome: null, comment: null, contentDigest: DIGEST, expectedVersion: null, ...more };
}

function done(state: CaseState, ...acts: Act[]): CaseState {
  return acts.reduce((current, one) => {
    const result = act(current, one);
    if (!result.ok) throw new Error(result.refusal.code);
    return evolveAll(current, result.events);
  }, state);
}

const refusal = (state: CaseState, one: Act) => {
  const result = act(state, one);
  return result.ok ? null : result.refusal;
};

const approveAll = [
  wanted('approve', '後藤', '係長'),
  wanted('approve', '深川', '課長'),
  wanted('approve', '財部', '財政課長'),
  wanted('approve', '馬場', '総務課長'),
  wanted('approve', '江藤', '部長'),
];

describe('act', () => {
  it('ACT-4 opens step after step and decides with the last seat', () => {
    const state = done(circulating(), ...approveAll);
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
    const state = done(circulating(), ...approveAll.slice(0, 3));
    expect(seatsOf(state).find(({ id }) => id === '部長')?.state).toBe('waiting');
  });

  it('ACT-3 RULE-63 a seat acts once', () => {
    const state = done(circulating(), wanted('approve', '後藤', '係長'));
    expect(refusal(state, wanted('approve', '後藤', '係長'))).toEqual({ code: 'already-acted', rule: 'RULE-63' });
  });

  it('ACT-3 only the holder acts, in turn, on the content in circulation', () => {
    expect(refusal(circulating(), wanted('approve', '深川', '係長'))).toEqual({
      code: 'not-your-seat',
      rule: 'RULE-20',
    });
    expect(refusal(circulating(), wanted('approve', '深川', '課長'))).toEqual({ code: 'not-allowed', rule: 'RULE-63' });
    expect(refusal(circulating(), wanted('approve', '後藤', '係長', { contentDigest: 'e'.repeat(64) }))).toEqual({
      code: 'content-changed',
      rule: 'RULE-60',
    });
    expect(refusal(circulating(), wanted('approve', '後藤', 'nowhere'))).toEqual({
      code: 'not-your-seat',
      rule: 'RULE-20',
    });
  });

  it('RULE-25 a drafter who came to hold a seat cannot act in it', () => {
    const state = { ...circulating(), drafter: '後藤' };
    expect(refusal(state, wanted('approve', '後藤', '係長'))).toEqual({ code: 'not-allowed', rule: 'RULE-25' });
  });

  it('RULE-50 a return needs a reason and suspends what is open', () => {
    expect(refusal(circulating(), wanted('return', '後藤', '係長', { comment: ' ' }))?.code).toBe('reason-required');
    const state = done(
      circulating(),
      ...approveAll.slice(0, 3),
      wanted('return', '馬場', '総務課長', { comment: '根拠を示すこと' }),
    );
    expect(state.state).toBe('returned');
    expect(seatsOf(state).map(({ state: s }) => s)).toEqual(['done', 'done', 'done', 'done', 'suspended']);
  });

  it('RULE-51 the drafter may pull back until somebody has acted', () => {
    expect(done(circulating(), wanted('pull_back', '原', null)).state).toBe('pulled_back');
    expect(refusal(done(circulating(), wanted('approve', '後藤', '係長')), wanted('pull_back', '原', null))).toEqual({
      code: 'not-allowed',
      rule: 'RULE-51',
    });
    expect(refusal(circulating(), wanted('pull_back', '後藤', null))?.code).toBe('not-your-seat');
  });

  it('RULE-52 only the decider rejects, and it ends there', () => {
    expect(refusal(circulating(), wanted('reject', '後藤', '係長', { comment: '不要' }))?.code).toBe('not-allowed');
    const state = done(
      circulating(),
      ...approveAll.slice(0, 4),
      wanted('reject', '江藤', '部長', { comment: '費用対効果' }),
    );
    expect(state.state).toBe('rejected');
    expect(possibleActs(state, '原')).toEqual([]);
  });

  it('RULE-34 without consent the last instance decides, and the former decider passes it on', () => {
    const last = { id: '町長', postCode: 'post 町長', postTitle: '町長', unitName: '町長部局' };
    const before = done(circulating(), ...approveAll.slice(0, 2));
    const result = act(
      before,
      wanted('approve', '財部', '財政課長', { outcome: 'objected', comment: '財源がない' }),
      last,
    );
    if (!result.ok) throw new Error(result.refusal.code);
    const raised = evolveAll(before, result.events);
    expect(raised.steps.map(({ kind }) => kind)).toEqual(['line', 'line', 'concurrence', 'line', 'decision']);
    const passed = done(raised, wanted('approve', '馬場', '総務課長'), wanted('approve', '江藤', '部長'));
    expect(passed.state).toBe('circulating');
    expect(seatsOf(passed).find(({ id }) => id === '部長')?.outcome).toBe('approved');
    expect(seatsOf(passed).at(-1)?.state).toBe('active');
  });

  it('ACT-1 every state of the graph can be reached and ends somewhere', () => {
    const reached = new Set<MatterState>(['drafting']);
    for (const state of reached) Object.values<MatterState>(MOVES[state]).forEach((next) => reached.add(next));
    expect([...reached].sort()).toEqual([
      'abandoned',
      'circulating',
      'decided',
      'drafting',
      'pulled_back',
      'rejected',
      'returned',
      'withdrawn',
    ]);
  });

  it('ACT-6 what is offered is exactly what is accepted, over random lives', () => {
    const people = ['原', '後藤', '深川', '財部', '馬場', '江藤', '町田'];
    const kinds: ActKind[] = ['approve', 'return', 'reject', 'pull_back', 'withdraw', 'abandon'];
    const step = fc.record({ who: fc.constantFrom(...people), kind: fc.constantFrom(...kinds), seat: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (life) => {
        let state = circulating();
        for (const { who, kind, seat: index } of life) {
          const seatId = ['approve', 'return', 'reject'].includes(kind) ? (seatsOf(state)[index]?.id ?? null) : null;
          const offered = possibleActs(state, who).some((p) => p.kind === kind && p.seatId === seatId);
          const result = act(state, wanted(kind, who, seatId, { comment: '理由' }));
          if (result.ok !== offered) return false;
          if (result.ok) state = evolveAll(state, result.events);
        }
        const acted = seatsOf(state).filter(({ outcome }) => outcome !== null);
        return acted.every(({ principal }) => principal !== state.drafter);
      }),
      { numRuns: 3_000 },
    );
  });
});
