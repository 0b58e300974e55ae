import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflate, inflateSync } from 'node:zlib';
import { pdfStreams, timesDeflated } from './pdf-streams';

/** What all streams of one PDF may unpack to; a large drawing in black and white has 70 MB. */
const UNPACKED_BYTES = 512 * 1024 * 1024;
/** Deflate packs a thousand to one at best. */
const BEST_RATIO = 1032;
/** Unpacked at once; larger ones in pieces. */
const SMALL_BYTES = 64 * 1024;
/** Nobody packs what is packed. */
const MOST_TIMES = 4;

class Exploded extends Error {}

/** Whether the streams of a PDF unpack to more than anybody would print. Counts while unpacking and keeps nothing. */
export async function isPdfBomb(bytes: Buffer): Promise<boolean> {
  const harmlessOnce = bytes.length * BEST_RATIO < UNPACKED_BYTES;
  let left = UNPACKED_BYTES;
  for (const stream of pdfStreams(bytes)) {
    const times = timesDeflated(stream);
    if (times === 0 || (times === 1 && harmlessOnce)) continue;
    if (times > MOST_TIMES) return true;
    left -= await unpackedLength(stream.body, times, left);
    if (left <= 0) return true;
  }
  return false;
}

/** How much comes out, up to a little more than `limit`; what does not unpack counts as far as it did. */
async function unpackedLength(body: Buffer, times: number, limit: number): Promise<number> {
  if (times === 1 && body.length < SMALL_BYTES) return smallLength(body);
  let length = 0;
  const count = new PassThrough();
  count.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > limit) count.destroy(new Exploded());
  });
  const steps = Array.from({ length: times }, () => createInflate({ chunkSize: 256 * 1024 }));
  await pipeline([Readable.from([body], { objectMode: false }), ...steps, count]).catch(() => undefined);
  return length;
}

function smallLength(body: Buffer): number {
  try {
    return inflateSync(body).length;
  } catch {
    return body.length;
  }
}
