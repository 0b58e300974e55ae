const MINUTE_MS = 60_000;

export const REQUEST_KINDS = ['reads', 'writes', 'searches', 'uploads'] as const;
/** What a request counts as (ID-18). */
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What is left of a person's minute; fills up evenly. */
export interface Allowance {
  readonly left: number;
  /** Milliseconds of any clock that only goes forward. */
  readonly at: number;
}

/** ID-18 A search is a search however it is asked; an upload counts apart from other writes. */
export function kindOf(method: string, path: string): RequestKind {
  if (/\/search(?:\/|$)/.test(path)) return 'searches';
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return 'reads';
  return /\/uploads\/?$/.test(path) ? 'uploads' : 'writes';
}

/** The allowance after one more request, and how many milliseconds it comes too early; 0: it is welcome. */
export function take(
  before: Allowance | undefined,
  perMinute: number,
  at: number,
): { after: Allowance; waitMs: number } {
  const refilled = before ? before.left + (Math.max(0, at - before.at) * perMinute) / MINUTE_MS : perMinute;
  const left = Math.min(perMinute, refilled);
  if (left >= 1) return { after: { left: left - 1, at }, waitMs: 0 };
  return { after: { left, at }, waitMs: ((1 - left) * MINUTE_MS) / perMinute };
}
