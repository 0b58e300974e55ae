import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { sha256 } from '@fubako/kernel';
import { ObjectCorrupt, ObjectMissing, type ObjectFault } from './errors';
import { CHUNK_BYTES, chunkHashAt, type Fingerprint } from './fingerprint';
import { byteStream, inPieces } from './streams';

/**
 * A stream of the promised content or an error, never a wrong byte: each piece is hashed before it is passed on, and the
 * last one waits for the end of the stream and for the hash of the whole. The first piece is checked before this
 * resolves, so an answer can still become a refusal.
 * @throws ObjectCorrupt here or, for later pieces, as the error of the stream
 */
export async function verifiedStream(
  name: string,
  open: () => Promise<Readable>,
  promised: Fingerprint,
): Promise<Readable> {
  const pieces = verifiedPieces(name, await openOrMissing(name, open), promised);
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

async function openOrMissing(name: string, open: () => Promise<Readable>): Promise<Readable> {
  try {
    return await open();
  } catch (error) {
    throw error instanceof ObjectMissing ? new ObjectCorrupt(name, 'missing') : error;
  }
}

async function* verifiedPieces(name: string, raw: Readable, promised: Fingerprint): AsyncGenerator<Buffer, undefined> {
  const corrupt = (fault: ObjectFault): ObjectCorrupt => new ObjectCorrupt(name, fault);
  const whole = createHash('sha256');
  let seen = 0;
  let last: Buffer | null = null;
  for await (const piece of inPieces(raw, CHUNK_BYTES)) {
    const index = seen / CHUNK_BYTES;
    seen += piece.length;
    if (seen > promised.bytes) throw corrupt('long');
    if (seen < promised.bytes && piece.length < CHUNK_BYTES) throw corrupt('short');
    if (!sha256(piece).equals(chunkHashAt(promised, index))) throw corrupt('changed');
    whole.update(piece);
    if (seen < promised.bytes) yield piece;
    else last = piece;
  }
  if (seen < promised.bytes) throw corrupt('short');
  if (whole.digest('hex') !== promised.sha256) throw corrupt('changed');
  if (last) yield last;
  return undefined;
}
