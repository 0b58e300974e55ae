const MINUTE_MS = 60_000;

/** ID-1 A session nobody uses ends after half an hour. */
export const IDLE_MS = 30 * MINUTE_MS;
/** ID-2 Every session ends ten hours after sign-in: a working day. */
export const ABSOLUTE_MS = 600 * MINUTE_MS;
/** ID-3 Use is written down at most once a minute, so that reading pages costs no write. */
const SEEN_EVERY_MS = MINUTE_MS;

export interface SessionLife {
  readonly seenAt: Date;
  readonly absoluteEnd: Date;
  readonly revokedAt: Date | null;
}

/** Whether the session still counts at `now`. */
export function isAlive({ seenAt, absoluteEnd, revokedAt }: SessionLife, now: Date): boolean {
  return revokedAt === null && now < absoluteEnd && now.getTime() - seenAt.getTime() < IDLE_MS;
}

/** Whether this use of the session is worth writing down. */
export function isWorthNoting({ seenAt }: SessionLife, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= SEEN_EVERY_MS;
}
