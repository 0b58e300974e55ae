/** How the lock of an object is weaker than what the store was told. */
export type LockDrift = 'no-retention' | 'shorter' | 'no-hold' | 'missing';

interface Lock {
  readonly retainUntil: Date | null;
  readonly hold: boolean;
}

/** Stores keep whole seconds. */
const TOLERANCE_MS = 1000;

/** SCN-15 @param found null: the store has no such object */
export function lockDrift(found: Lock | null, retainUntil: Date): LockDrift | null {
  if (found === null) return 'missing';
  if (found.retainUntil === null) return 'no-retention';
  if (found.retainUntil.getTime() < retainUntil.getTime() - TOLERANCE_MS) return 'shorter';
  return found.hold ? null : 'no-hold';
}
