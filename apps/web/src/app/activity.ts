const storageKey = 'fubako.active';
const writeEvery = 5_000;
/** What is asked within a minute of somebody's hand on the keyboard is asked by a person. */
export const quietAfter = 60_000;

let own = Date.now();
let written = 0;

/** When somebody last did something, in any tab of this browser. */
export function lastActivity(): number {
  const shared = Number(localStorage.getItem(storageKey) ?? 0);
  return Math.max(own, shared > Date.now() ? 0 : shared);
}

export function noteActivity(): void {
  own = Date.now();
  if (own - written < writeEvery) return;
  written = own;
  localStorage.setItem(storageKey, String(own));
}

/** How long a session still stands and whether its end is near; times in milliseconds. */
export function remaining(
  { idleMinutes, endsAt }: { idleMinutes: number; endsAt: string },
  { now, active }: { now: number; active: number },
): { idle: number; absolute: number; warns: 'idle' | 'absolute' | null } {
  const idleFor = idleMinutes * 60_000;
  const idle = active + idleFor - now;
  const absolute = Date.parse(endsAt) - now;
  // The server writes use down to the minute: its end may come a minute before ours.
  const idleNear = idle <= Math.min(3 * 60_000, idleFor / 2);
  const warns = idleNear ? 'idle' : absolute <= 5 * 60_000 ? 'absolute' : null;
  return { idle, absolute, warns };
}
