/** Why an act is refused. */
export const REFUSAL_CODES = [
  'not-allowed',
  'not-your-seat',
  'already-acted',
  'content-changed',
  'reason-required',
  'own-draft',
  'holder-present',
  'post-vacant',
  'not-in-acting-order',
  'not-urgent',
  'matter-excluded',
  'not-agreed',
  'switched-off',
  'concurrence-open',
  'nothing-pulled-up',
  'others-acted',
  'not-handed-on',
  'rule-made',
  'bad-target',
  'bad-date',
  'bad-person',
  'bad-addition',
  'decision-staged',
  'grace-passed',
  'partly-sent',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  readonly code: RefusalCode;
  /** The rule of the domain reference that stands against it. */
  readonly rule: string;
}

export function refusal(code: RefusalCode, rule: string): Refusal {
  return { code, rule };
}
