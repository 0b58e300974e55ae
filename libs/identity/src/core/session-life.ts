const MINUTE_MS = 60_000;

/** ID-3 Use is written down at most once a minute, so that reading pages costs no write. */
const SEEN_EVERY_MS = MINUTE_MS;

/** ID-15 After a proof the former token still opens for requests that were under way. */
export const FORMER_TOKEN_MS = 20_000;

export interface SessionLife {
  readonly seenAt: Date;
  readonly absoluteEnd: Date;
  readonly revokedAt: Date | null;
  readonly idleMinutes: number;
}

/** ID-2 When a session that begins `now` ends however busy it is. */
export function absoluteEndOf(now: Date, absoluteHours: number): Date {
  return new Date(now.getTime() + absoluteHours * 60 * MINUTE_MS);
}

/** ID-1, ID-2 Whether the session still counts at `now`. */
export function isAlive({ seenAt, absoluteEnd, revokedAt, idleMinutes }: SessionLife, now: Date): boolean {
  return revokedAt === null && now < absoluteEnd && now.getTime() - seenAt.getTime() < idleMinutes * MINUTE_MS;
}

/** Whether this use of the session is worth writing down. */
export function isWorthNoting({ seenAt }: Pick<SessionLife, 'seenAt'>, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= SEEN_EVERY_MS;
}

/** ID-15 Whether the person was proven recently enough. */
export function isProven(provenAt: Date | null, now: Date, withinMinutes: number): boolean {
  return provenAt !== null && now.getTime() - provenAt.getTime() <= withinMinutes * MINUTE_MS;
}
