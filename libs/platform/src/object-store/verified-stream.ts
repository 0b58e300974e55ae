import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { DomainError, sha256 } from '@fubako/kernel';
import { ObjectCorrupt, type ObjectFault, ObjectMissing, ObjectStoreUnavailable } from './errors';
import { CHUNK_BYTES, chunkHashAt, type Fingerprint } from './fingerprint';
import type { ByteRange } from './object-store';
import { byteStream, inPieces, storeBytes } from './streams';

/** One of the places where the promised bytes may be had. */
export interface Source {
  open(range?: ByteRange): Promise<Readable>;
  /** Told of a wrong byte or a missing object at this place. */
  faulty(fault: ObjectFault): void;
}

/**
 * A stream of the promised content or an error, never a wrong byte: each piece is hashed before it is passed on, and the
 * last one waits for the end of the stream and for the hash of the whole. Where one source fails, the next one goes on at
 * that piece. The first piece is checked before this resolves, so an answer can still become a refusal.
 * @throws ObjectCorrupt, ObjectStoreUnavailable here or, for later pieces, as the error of the stream: that of the first source
 */
export async function verifiedStream(
  name: string,
  sources: readonly Source[],
  promised: Fingerprint,
): Promise<Readable> {
  const pieces = piecesFromAny(sources, { name, promised, seen: 0, whole: createHash('sha256') });
  const first = await pieces.next();
  return byteStream(
    (async function* () {
      try {
        if (!first.done) yield first.value;
        yield* pieces;
      } finally {
        await pieces.return(undefined);
      }
    })(),
  );
}

/** How far one reading has come, whatever the sources. */
interface Reading {
  readonly name: string;
  readonly promised: Fingerprint;
  readonly whole: Hash;
  /** Bytes found right so far. */
  seen: number;
}

async function* piecesFromAny(sources: readonly Source[], reading: Reading): AsyncGenerator<Buffer, undefined> {
  let first: unknown = null;
  for (const source of sources) {
    try {
      yield* piecesFrom(source, reading);
      return undefined;
    } catch (error) {
      if (!(error instanceof ObjectCorrupt || error instanceof ObjectStoreUnavailable)) throw error;
      if (error instanceof ObjectCorrupt) source.faulty(error.facts.fault);
      first ??= error;
    }
  }
  throw first;
}

async function* piecesFrom(source: Source, reading: Reading): AsyncGenerator<Buffer, undefined> {
  const { promised, name, whole } = reading;
  const corrupt = (fault: ObjectFault): ObjectCorrupt => new ObjectCorrupt(name, fault);
  let last: Buffer | null = null;
  for await (const piece of inPieces(await opened(source, reading), CHUNK_BYTES)) {
    const end = reading.seen + (last?.length ?? 0) + piece.length;
    if (end > promised.bytes) throw corrupt('long');
    if (end < promised.bytes && piece.length < CHUNK_BYTES) throw corrupt('short');
    if (!sha256(piece).equals(chunkHashAt(promised, reading.seen / CHUNK_BYTES))) throw corrupt('changed');
    if (end === promised.bytes) last = piece;
    else {
      whole.update(piece);
      reading.seen = end;
      yield piece;
    }
  }
  if (reading.seen + (last?.length ?? 0) < promised.bytes) throw corrupt('short');
  if (
    whole
      .copy()
      .update(last ?? Buffer.alloc(0))
      .digest('hex') !== promised.sha256
  )
    throw corrupt('changed');
  if (last) yield last;
  return undefined;
}

/** From the first byte still wanted; the whole object when it is wanted whole, so that one that runs over is noticed. */
async function opened(source: Source, { name, promised, seen }: Reading): Promise<Readable> {
  try {
    return storeBytes(await source.open(seen > 0 ? { start: seen, end: promised.bytes - 1 } : undefined));
  } catch (error) {
    if (error instanceof ObjectMissing) throw new ObjectCorrupt(name, 'missing');
    throw error instanceof DomainError ? error : new ObjectStoreUnavailable('interrupted', error);
  }
}
