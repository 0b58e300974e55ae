import type { MatterState } from './case-state';
import type { StepKind } from './route-plan';

/** 行為: everything a person can ask of a running approval. */
export const ACT_KINDS = [
  'approve',
  'return',
  'reject',
  'pull_up',
  'cancel_pull_up',
  'acting_decide',
  'acting_approve',
  'post_review',
  'recall',
  'hold',
  'release',
  'hand_over',
  'add_seat',
  'remove_seat',
  'revise',
  'pull_back',
  'withdraw',
  'abandon',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** Who asks: whoever has the open seat, who handed it over, somebody in their stead, a later seat, a passed one, one that acted, the drafter, the records office. */
export const ACT_ROLES = [
  'holder',
  'giver',
  'stand-in',
  'later-seat',
  'passed-seat',
  'acted-seat',
  'drafter',
  'records-office',
] as const;
export type ActRole = (typeof ACT_ROLES)[number];

export interface ActRow {
  /** Who may ask for it, and in which states of the matter. */
  readonly by: Readonly<Partial<Record<ActRole, readonly MatterState[]>>>;
  /** Kinds of steps whose seats it is about; empty for acts about the whole matter. */
  readonly steps: readonly StepKind[];
  readonly reason: 'required' | 'optional';
  /** Whether the act is bound to the content that the person saw (RULE-60). */
  readonly content: boolean;
  /** Where the matter goes at once; null = it stays, or the engine moves it on. */
  readonly to: MatterState | null;
  readonly rule: string;
}

const JUDGING: readonly StepKind[] = ['line', 'review', 'concurrence', 'decision'];
const ANY: readonly StepKind[] = [...JUDGING, 'confirmation', 'circulation'];
const RUNNING: readonly MatterState[] = ['circulating'];
/** What is confirmed or read may be so after the decision. */
const AFTERWARDS: readonly MatterState[] = ['circulating', 'decided', 'executed', 'closed'];

const plain = { steps: JUDGING, reason: 'optional', content: false, to: null } as const;

/** ACT-1 The state graph of domain 2.8 as data: what is not here is refused, and the documentation is printed from it. */
export const ACTS: Readonly<Record<ActKind, ActRow>> = {
  approve: { ...plain, by: { holder: AFTERWARDS }, steps: ANY, content: true, rule: 'RULE-63' },
  return: { ...plain, by: { holder: RUNNING }, reason: 'required', content: true, to: 'returned', rule: 'RULE-50' },
  reject: { ...plain, by: { holder: RUNNING }, reason: 'required', content: true, to: 'rejected', rule: 'RULE-52' },
  pull_up: { ...plain, by: { 'later-seat': RUNNING }, steps: ['line', 'decision'], rule: 'RULE-45' },
  cancel_pull_up: { ...plain, by: { holder: RUNNING }, steps: ['line', 'decision'], rule: 'RULE-46' },
  acting_decide: {
    ...plain,
    by: { 'stand-in': RUNNING },
    steps: ['decision'],
    reason: 'required',
    content: true,
    rule: 'RULE-40',
  },
  acting_approve: {
    ...plain,
    by: { 'stand-in': RUNNING },
    steps: ['line', 'review', 'concurrence'],
    reason: 'required',
    content: true,
    rule: 'RULE-40',
  },
  post_review: { ...plain, by: { 'passed-seat': AFTERWARDS }, steps: ANY, rule: 'RULE-44' },
  recall: { ...plain, by: { 'acted-seat': RUNNING }, rule: 'RULE-51' },
  hold: { ...plain, by: { holder: RUNNING }, reason: 'required', rule: 'RULE-54' },
  release: { ...plain, by: { holder: RUNNING }, rule: 'RULE-54' },
  hand_over: {
    ...plain,
    by: { holder: AFTERWARDS, giver: AFTERWARDS, 'records-office': AFTERWARDS },
    steps: ['line', 'review', 'concurrence', 'confirmation', 'circulation'],
    reason: 'required',
    rule: 'RULE-102',
  },
  add_seat: { ...plain, by: { holder: RUNNING }, reason: 'required', rule: 'RULE-26' },
  remove_seat: { ...plain, by: { holder: RUNNING, drafter: RUNNING }, steps: ANY, reason: 'required', rule: 'RULE-20' },
  revise: { ...plain, by: { holder: RUNNING }, reason: 'required', content: true, rule: 'RULE-60' },
  pull_back: { ...plain, by: { drafter: RUNNING }, steps: [], to: 'pulled_back', rule: 'RULE-51' },
  withdraw: {
    ...plain,
    by: { drafter: ['drafting', 'returned', 'pulled_back'] },
    steps: [],
    to: 'withdrawn',
    rule: 'RULE-52',
  },
  abandon: {
    ...plain,
    by: { drafter: ['circulating', 'returned', 'pulled_back'], 'records-office': ['decided'] },
    steps: [],
    reason: 'required',
    to: 'abandoned',
    rule: 'RULE-52',
  },
};

/** Terminal states: nothing that approvals know leads out of them. */
export const TERMINAL: readonly MatterState[] = ['rejected', 'withdrawn', 'abandoned'];

/** @returns what is wrong with the table: an act nobody can do, or a state that cannot be left; empty when it is whole */
export function actTableFaults(table: Readonly<Record<ActKind, ActRow>> = ACTS): string[] {
  const nobody = ACT_KINDS.filter((kind) => Object.values(table[kind].by).every((states) => states.length === 0));
  const seatless = ACT_KINDS.filter((kind) => {
    const roles = Object.keys(table[kind].by);
    const needsSeat = roles.some((role) => role !== 'drafter' && role !== 'records-office');
    return needsSeat && table[kind].steps.length === 0;
  });
  const fromTerminal = ACT_KINDS.filter((kind) =>
    Object.values(table[kind].by).some((states) => states.some((state) => TERMINAL.includes(state))),
  );
  return [
    ...nobody.map((kind) => `${kind}: nobody may do it`),
    ...seatless.map((kind) => `${kind}: is about a seat but names no step`),
    ...fromTerminal.map((kind) => `${kind}: leads out of a terminal state`),
  ];
}
