const HOUR_MS = 3_600_000;

/** 緊急閲覧: asked and waiting for the second person, open for its asker, or over. */
export type EmergencyState = 'waiting' | 'open' | 'over';

export interface EmergencyLife {
  readonly until: Date;
  readonly confirmedAt: Date | null;
  readonly endedAt: Date | null;
}

/** ID-23 It ends by itself, whether it was confirmed or not. */
export function stateOf({ until, confirmedAt, endedAt }: EmergencyLife, now: Date): EmergencyState {
  if (endedAt !== null || until <= now) return 'over';
  return confirmedAt === null ? 'waiting' : 'open';
}

/** ID-23 Whether the end lies ahead, and no further than the municipality allows. */
export function isShort(until: Date, now: Date, mostHours: number): boolean {
  return until > now && until.getTime() - now.getTime() <= mostHours * HOUR_MS;
}

/** Requests of one matter, apart from its package of evidence, and the search: the places where each look is in the log. */
const PLACES = /\/(?:documents|receipts)\/:\w+(?:\/(?!evidence)|$)|\/search(?:\/(?:count|facets))?$/;

/** ID-23 Where an emergency opens anything: it is for looking, one matter at a time. */
export function opensAt(method: string, route: string): boolean {
  return (method === 'GET' || method === 'HEAD') && PLACES.test(route);
}
