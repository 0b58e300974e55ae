import type { Readable } from 'node:stream';
import type { ObjectHall, ObjectKey } from './object-key';
import type { ObjectLocks } from './object-locks';

/** First and last byte wanted, both inclusive, counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface ObjectHead {
  readonly key: ObjectKey;
  readonly bytes: number;
  /** The store's own clock: good enough to age leftovers, never business time. */
  readonly modifiedAt: Date;
}

export type PutOutcome = 'stored' | 'present';

/**
 * A place that keeps bytes under a key and is not trusted to keep them right: `Custody` hashes what comes back.
 * Adapters: a file tree (default) and any S3. One contract suite runs over both.
 *
 * Every method rejects with `ObjectStoreUnavailable` when the store cannot be asked; that says nothing about the object.
 */
export abstract class ObjectStore {
  /** Null where objects cannot be locked at all. */
  readonly locks: ObjectLocks | null = null;

  /**
   * Stores exactly `size` bytes of `source` unless the key is taken. Of many at once one gets `stored`, the others
   * `present`; nobody overwrites, and no reader ever sees half an object. The source is opened at most once.
   * @throws SourceLengthDiffers when the source is shorter or longer than `size` (nothing is kept)
   */
  abstract putIfAbsent(key: ObjectKey, source: () => Readable, size: number): Promise<PutOutcome>;

  /** Raw, unverified bytes. @throws ObjectMissing */
  abstract open(key: ObjectKey, range?: ByteRange): Promise<Readable>;

  abstract head(key: ObjectKey): Promise<ObjectHead | null>;

  /** Gone afterwards with all its versions, whether or not it was there before. What is locked stays: unavailable. */
  abstract delete(key: ObjectKey): Promise<void>;

  /** Every object of one hall, in key order; files that are not ours are passed over. */
  abstract list(hall: ObjectHall): AsyncIterable<ObjectHead>;

  /** Removes what killed writers left behind before the given instant; tells how many pieces. */
  abstract sweep(before: Date): Promise<number>;

  /** For readiness: resolves when the store can be read and written now. */
  abstract check(): Promise<void>;
}
