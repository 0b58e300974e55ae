import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import type { BrokenReason } from '../core/findings';
import { PartWords } from './part-words';

/** Parts whose words are read whole; they are small in any honest document. */
export const READ_BYTES = 1024 * 1024;
const ZIP_START = Buffer.from('PK\x03\x04', 'latin1');

/** The document cannot be taken, for this reason. */
export class Refused extends Error {
  constructor(readonly reason: BrokenReason) {
    super(reason);
  }
}

export interface UnpackedPart {
  readonly length: number;
  /** The beginning of a part that is to be kept; else empty. */
  readonly text: string;
  /** What was seen on the way that could act by itself. */
  readonly active: ReadonlySet<string>;
  /** Where the bytes lie when they are a package themselves; null for everything else. */
  readonly nested: string | null;
}

export interface UnpackOrder {
  /** Most bytes that may come out. */
  readonly allowance: number;
  readonly keep: boolean;
  /** Where a package within the package is laid down. */
  readonly spill: string;
}

/** Unpacks one entry to its end. @throws Refused */
export async function unpackEntry(zip: ZipFile, entry: Entry, order: UnpackOrder): Promise<UnpackedPart> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const words = new PartWords(entry.fileName);
  const kept: Buffer[] = [];
  let spill: WriteStream | null = null;
  let length = 0;
  let check = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    check = crc32(chunk, check);
    if (length === 0 && chunk.subarray(0, 4).equals(ZIP_START)) spill = createWriteStream(order.spill, { flags: 'wx' });
    if (order.keep && length < READ_BYTES) kept.push(chunk);
    length += chunk.length;
    if (length > order.allowance) throw new Refused('unpacks-too-large');
    if (words.read(chunk) === 'entity') throw new Refused('unsafe-entry');
    if (spill && !spill.write(chunk)) await once(spill, 'drain');
  }
  if (check !== entry.crc32) throw new Refused('unreadable');
  if (spill) await finished(spill.end());
  const text = Buffer.concat(kept).toString('utf8').replaceAll('\0', '');
  return { length, text, active: words.found, nested: spill && order.spill };
}
