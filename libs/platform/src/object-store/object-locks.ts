import type { ObjectKey } from './object-key';

/** 錠: what a store with object lock promises about one object. */
export interface Protection {
  /** Compliance retention: nobody at all can remove the object before. */
  readonly retainUntil: Date | null;
  /** Legal hold: it cannot be removed until the hold is lifted. */
  readonly hold: boolean;
}

/** Stores with object lock (WORM). Set only after a row points at the object: what is locked cannot be cleared away. */
export interface ObjectLocks {
  /** Whether this bucket can lock; that is decided when it is made. */
  offered(): Promise<boolean>;
  /** @throws ObjectMissing */
  of(key: ObjectKey): Promise<Protection>;
  /** Sets both; a retention can be made longer and never shorter. @throws ObjectMissing, ObjectStoreUnavailable */
  set(key: ObjectKey, wanted: { readonly retainUntil: Date | null; readonly hold: boolean }): Promise<void>;
}
