import { Readable } from 'node:stream';
import { DomainError } from '@fubako/kernel';
import { ObjectStoreUnavailable, SourceLengthDiffers } from './errors';

/** A byte stream over an async generator; closing the stream closes the generator. */
export function byteStream(chunks: AsyncIterable<Buffer>): Readable {
  return Readable.from(chunks, { objectMode: false });
}

/** A stream that is asked for only when the first byte is wanted. */
export function lazily(open: () => Promise<Readable>): Readable {
  return byteStream(
    (async function* () {
      yield* (await open()) as AsyncIterable<Buffer>;
    })(),
  );
}

/**
 * Passes the source on and fails at its end unless it had exactly `size` bytes.
 * @param onFailure told of a fault of the source, and not of a reader that gave up: the reader's own error is another
 * @throws SourceLengthDiffers
 */
export async function* exactly(
  source: AsyncIterable<Buffer>,
  size: number,
  onFailure?: (error: unknown) => void,
): AsyncGenerator<Buffer> {
  let seen = 0;
  let waitingForReader = false;
  try {
    for await (const chunk of source) {
      seen += chunk.length;
      if (seen > size) throw new SourceLengthDiffers(size, seen);
      waitingForReader = true;
      yield chunk;
      waitingForReader = false;
    }
    if (seen < size) throw new SourceLengthDiffers(size, seen);
  } catch (error) {
    if (!waitingForReader) onFailure?.(error);
    throw error;
  }
}

/** Cuts a stream into pieces of `size` bytes; only the last may be shorter. */
export async function* inPieces(source: Readable, size: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + size - length);
      held.push(part);
      length += part.length;
      at += part.length;
      if (length < size) continue;
      yield Buffer.concat(held);
      held = [];
      length = 0;
    }
  }
  if (length > 0) yield Buffer.concat(held);
}

/** What a store sends: an answer that breaks off says that the store cannot be asked, and nothing about the object. */
export function storeBytes(raw: Readable): Readable {
  return byteStream(
    (async function* () {
      try {
        yield* raw as AsyncIterable<Buffer>;
      } catch (error) {
        throw error instanceof DomainError ? error : new ObjectStoreUnavailable('interrupted', error);
      }
    })(),
  );
}
