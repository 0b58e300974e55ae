const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** Failed sign-ins of one login name or one client address. */
export interface FailureRecord {
  readonly failures: number;
  readonly lastAt: Date;
  readonly blockedUntil: Date | null;
}

export interface LockoutPolicy {
  /** Quiet time after which earlier failures no longer count. */
  readonly forgetAfterMs: number;
  /** How long the next attempt has to wait after so many failures. */
  readonly delayMs: (failures: number) => number;
}

/** ID-4 Waiting grows from the third failure on; ten failures close the login name for a quarter of an hour, never for good. */
export const LOGIN_POLICY: LockoutPolicy = {
  forgetAfterMs: 60 * MINUTE_MS,
  delayMs: (failures) => {
    if (failures < 3) return 0;
    return failures < 10 ? Math.min(2 ** (failures - 3) * SECOND_MS, MINUTE_MS) : 15 * MINUTE_MS;
  },
};

/** ID-5 A whole office may stand behind one address, so only a flood of failures closes it. */
export const CLIENT_POLICY: LockoutPolicy = {
  forgetAfterMs: 15 * MINUTE_MS,
  delayMs: (failures) => (failures < 200 ? 0 : 15 * MINUTE_MS),
};

/** Milliseconds until the next attempt is welcome; 0: now. */
export function waitMs(record: FailureRecord | null, now: Date): number {
  return Math.max(0, (record?.blockedUntil?.getTime() ?? 0) - now.getTime());
}

/** The record after one more failure at `now`. */
export function afterFailure(record: FailureRecord | null, now: Date, policy: LockoutPolicy): FailureRecord {
  const forgotten = record === null || now.getTime() - record.lastAt.getTime() > policy.forgetAfterMs;
  const failures = forgotten ? 1 : record.failures + 1;
  const delay = policy.delayMs(failures);
  return { failures, lastAt: now, blockedUntil: delay > 0 ? new Date(now.getTime() + delay) : null };
}
