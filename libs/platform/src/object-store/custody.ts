import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ObjectCorrupt, ObjectMissing, ObjectStoreUnavailable, SourceLengthDiffers, type ObjectFault } from './errors';
import { type Fingerprint, FingerprintTaker, PieceHasher, sameFingerprint } from './fingerprint';
import { contentKey, ObjectHall, type ObjectKey, quarantineKey } from './object-key';
import { ObjectFaults, StorePlace } from './object-faults';
import { ObjectStore } from './object-store';
import type { ReceivedFile, ReceivingLimits } from './received-file';
import { StageClock } from './stage-clock';
import { byteStream, lazily, storeBytes } from './streams';
import { type Source, verifiedStream } from './verified-stream';

/** Bytes received and hashed, but not yet part of the record: inspected, then admitted or discarded. */
export interface Quarantined extends Fingerprint {
  readonly key: ObjectKey;
}

const PUT_TRIES = 3;
const PAUSE_MS = 100;
const FILE_READ_BYTES = 256 * 1024;

/**
 * 保管: the only way into and out of the object store. It trusts the store with nothing: content gets its name from its
 * own bytes, is read back and hashed again before anybody may refer to it, and is checked piece by piece on every read.
 */
@Injectable()
export class Custody {
  /** @param second a copy that is read, and never written here, when the store fails */
  constructor(
    private readonly store: ObjectStore,
    private readonly second: ObjectStore | null = null,
    private readonly faults: ObjectFaults = new ObjectFaults(),
  ) {}

  /**
   * Streams `incoming` into quarantine. On any failure nothing stays behind and `incoming` is left open, so that an HTTP
   * request can still be answered.
   * @throws SourceLengthDiffers when more or fewer bytes come than announced, or more than `maxBytes`
   */
  async deposit(incoming: Readable, limits: ReceivingLimits): Promise<Quarantined> {
    if (limits.expectedBytes > limits.maxBytes) throw new SourceLengthDiffers(limits.maxBytes, limits.expectedBytes);
    const key = quarantineKey(randomUUID());
    const taker = new FingerprintTaker();
    try {
      await this.store.putIfAbsent(key, () => byteStream(measured(incoming, taker)), limits.expectedBytes);
    } catch (error) {
      await this.forget(key);
      throw error;
    }
    return { key, ...taker.finish() };
  }

  /** The quarantined bytes for inspection, verified like any other read. */
  openQuarantined(deposit: Quarantined): Promise<Readable> {
    const source = { open: () => this.store.open(deposit.key), faulty: () => undefined };
    return verifiedStream(deposit.key, [source], deposit);
  }

  /**
   * Puts the bytes under the name of their content and reads them back; only what came back unchanged is admitted.
   * @throws ObjectCorrupt when the store returns other bytes, also when it already held damaged ones under this name
   */
  async admit(deposit: Quarantined): Promise<Fingerprint> {
    const kept = await this.keep(deposit, () => lazily(() => this.openQuarantined(deposit)));
    await this.discard(deposit);
    return kept;
  }

  /** The same for content that was received into a file: nothing lies in the store's own quarantine then. */
  admitFile(received: ReceivedFile, clock = new StageClock()): Promise<Fingerprint> {
    return this.keep(received, () => createReadStream(received.path, { highWaterMark: FILE_READ_BYTES }), clock);
  }

  /** Safe to call twice. What cannot be removed now is removed by the sweep. */
  async discard(deposit: Quarantined): Promise<void> {
    await this.forget(deposit.key);
  }

  /**
   * From the store, and from the second copy where the store fails: the reader notices nothing but the time.
   * @throws ObjectCorrupt before the first or instead of a later piece: a wrong byte never comes out
   */
  openVerified(promised: Fingerprint): Promise<Readable> {
    const sources = [this.sourceOf(this.store, promised, StorePlace.first)];
    if (this.second) sources.push(this.sourceOf(this.second, promised, StorePlace.second));
    return verifiedStream(contentKey(promised.sha256), sources, promised);
  }

  /** The places that can be inspected: the store, and the second copy where there is one. */
  get places(): readonly StorePlace[] {
    return this.second ? [StorePlace.first, StorePlace.second] : [StorePlace.first];
  }

  /** Reads the object from end to end; null when it is what was admitted. @throws ObjectStoreUnavailable */
  async inspect(promised: Fingerprint, place: StorePlace = StorePlace.first): Promise<ObjectFault | null> {
    const key = contentKey(promised.sha256);
    try {
      const kept = await this.fingerprint(key, place === StorePlace.second && this.second ? this.second : this.store);
      return sameFingerprint(kept, promised) ? null : faultBetween(kept, promised);
    } catch (error) {
      if (error instanceof ObjectMissing) return 'missing';
      throw error;
    }
  }

  /** Clears away deposits and half-written files last touched before the given instant; tells how many. */
  async sweep(before: Date): Promise<number> {
    let swept = await this.store.sweep(before);
    for await (const object of this.store.list(ObjectHall.quarantine)) {
      if (object.modifiedAt >= before) continue;
      await this.store.delete(object.key);
      swept += 1;
    }
    return swept;
  }

  private async keep(
    { sha256, bytes, chunkHashes }: Fingerprint,
    open: () => Readable,
    clock = new StageClock(),
  ): Promise<Fingerprint> {
    const key = contentKey(sha256);
    await clock.time('put', () => this.putWithRetries(key, open, bytes));
    const kept = await clock.time('readBack', () => this.piecesOf(key));
    if (kept.bytes !== bytes || !kept.chunkHashes.equals(chunkHashes)) {
      const fault = faultBetween(kept, { bytes });
      this.faults.tell({ sha256, place: StorePlace.first, fault });
      throw new ObjectCorrupt(key, fault);
    }
    return { sha256, bytes, chunkHashes };
  }

  private async putWithRetries(key: ObjectKey, open: () => Readable, bytes: number): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.store.putIfAbsent(key, open, bytes);
        return;
      } catch (error) {
        if (!(error instanceof ObjectStoreUnavailable) || attempt === PUT_TRIES) throw error;
        await wait(PAUSE_MS * attempt);
      }
    }
  }

  /** What came back, without the hash of the whole: the pieces were hashed a moment ago, and none can differ unseen. */
  private async piecesOf(key: ObjectKey): Promise<Pick<Fingerprint, 'bytes' | 'chunkHashes'>> {
    const pieces = new PieceHasher();
    for await (const chunk of storeBytes(await this.store.open(key)) as AsyncIterable<Buffer>) pieces.update(chunk);
    return pieces.finish();
  }

  private async fingerprint(key: ObjectKey, store = this.store): Promise<Fingerprint> {
    const taker = new FingerprintTaker();
    for await (const chunk of storeBytes(await store.open(key)) as AsyncIterable<Buffer>) taker.update(chunk);
    return taker.finish();
  }

  private sourceOf(store: ObjectStore, { sha256 }: Fingerprint, place: StorePlace): Source {
    return {
      open: (range) => store.open(contentKey(sha256), range),
      faulty: (fault) => this.faults.tell({ sha256, place, fault }),
    };
  }

  private async forget(key: ObjectKey): Promise<void> {
    try {
      await this.store.delete(key);
    } catch (error) {
      if (!(error instanceof ObjectStoreUnavailable)) throw error;
    }
  }
}

type Sized = Pick<Fingerprint, 'bytes'>;

async function* measured(incoming: Readable, taker: FingerprintTaker): AsyncGenerator<Buffer> {
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    taker.update(chunk);
    yield chunk;
  }
}

function faultBetween(kept: Sized, promised: Sized): ObjectFault {
  if (kept.bytes < promised.bytes) return 'short';
  return kept.bytes > promised.bytes ? 'long' : 'changed';
}
