import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { codeOf } from './durable-files';
import { ObjectStoreUnavailable, SourceLengthDiffers } from './errors';
import { type Fingerprint, FingerprintTaker } from './fingerprint';
import type { StageClock } from './stage-clock';
import { exactly } from './streams';

/** Bytes received into a file of ours and hashed while they came; not yet part of the record. */
export interface ReceivedFile extends Fingerprint {
  readonly path: string;
}

export interface ReceivingLimits {
  readonly maxBytes: number;
  /** What the sender announced; receiving fails unless exactly this many bytes arrive. */
  readonly expectedBytes: number;
  /** Told how much of the time went into hashing. */
  readonly clock?: StageClock;
}

const BATCH_BYTES = 1024 * 1024;
const DISK_FAULTS = new Set(['EDQUOT', 'EIO', 'EMFILE', 'ENFILE', 'ENOSPC', 'EROFS']);

/**
 * Writes what comes to a new file at `path` and takes its fingerprint on the way. `incoming` is left open on failure, so
 * that an HTTP request can still be answered; the folder around the file is the caller's to remove.
 * @throws SourceLengthDiffers, ObjectStoreUnavailable when the disk fails
 */
export async function receiveFile(path: string, incoming: Readable, limits: ReceivingLimits): Promise<ReceivedFile> {
  const { maxBytes, expectedBytes, clock } = limits;
  if (expectedBytes > maxBytes) throw new SourceLengthDiffers(maxBytes, expectedBytes);
  const taker = new FingerprintTaker();
  const file = await onDisk(() => open(path, 'wx', 0o600));
  try {
    for await (const batch of inBatches(exactly(leftOpen(incoming), expectedBytes))) {
      // The disk writes these pieces while they are hashed.
      const written = onDisk(() => writeWhole(file, batch));
      const started = performance.now();
      for (const piece of batch) taker.update(piece);
      clock?.add('hash', performance.now() - started);
      await written;
    }
  } finally {
    await file.close();
  }
  return { path, ...taker.finish() };
}

function leftOpen(incoming: Readable): AsyncIterable<Buffer> {
  return incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
}

/** Many small pieces written at once: a trip to the disk for each of them takes longer than the writing. */
async function* inBatches(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer[]> {
  let batch: Buffer[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    batch.push(piece);
    bytes += piece.length;
    if (bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (bytes > 0) yield batch;
}

async function writeWhole(file: FileHandle, pieces: readonly Buffer[]): Promise<void> {
  let left = [...pieces];
  while (left.length > 0) {
    let { bytesWritten } = await file.writev(left);
    const rest: Buffer[] = [];
    for (const piece of left) {
      if (bytesWritten < piece.length) rest.push(piece.subarray(bytesWritten));
      bytesWritten = Math.max(0, bytesWritten - piece.length);
    }
    left = rest;
  }
}

async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw DISK_FAULTS.has(codeOf(error)) ? new ObjectStoreUnavailable(codeOf(error), error) : error;
  }
}
