// oxlint-disable-next-line typescript/triple-slash-reference -- ambient types must reach every program that compiles this file
/// <reference path="./yauzl.d.ts" />
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { BrokenReason } from '../core/findings';

export interface PackageInspection {
  /** `docx` … `odp`, or `zip` when it is no office document. */
  readonly content: string;
  readonly activeContent: readonly string[];
  readonly broken: BrokenReason | null;
}

/** Bounds of what a document may unpack to (reliability 4.8, SCN-6). */
export const PACKAGE_LIMITS = { entries: 10_000, bytes: 1024 ** 3, ratio: 100, smallBytes: 10 * 1024 ** 2 } as const;

const CONTENT_TYPES = '[Content_Types].xml';
const OOXML_MAIN: readonly (readonly [string, string])[] = [
  ['wordprocessingml.document.main+xml', 'docx'],
  ['spreadsheetml.sheet.main+xml', 'xlsx'],
  ['presentationml.presentation.main+xml', 'pptx'],
];
const ODF: ReadonlyMap<string, string> = new Map([
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['application/vnd.oasis.opendocument.presentation', 'odp'],
]);
/** Parts whose words are looked at; they are small in any honest document. */
const READ_BYTES = 1024 * 1024;
const ENCRYPTED_FLAG = 1;
const UNIX_TYPE = 0xf000;
const UNIX_LINK = 0xa000;

class Refused extends Error {
  constructor(readonly reason: BrokenReason) {
    super(reason);
  }
}

/** Unpacks every entry, counting and keeping nothing, so that what the headers claim does not matter. */
export async function inspectPackage(path: string, bytes: number): Promise<PackageInspection> {
  const seen = { content: 'zip', active: new Set<string>(), unpacked: 0, entries: 0 };
  try {
    const zip = await yauzl.openPromise(path, { strictFileNames: false });
    for await (const entry of zip.eachEntry()) {
      seen.entries += 1;
      if (seen.entries > PACKAGE_LIMITS.entries) throw new Refused('too-many-entries');
      refuseUnsafe(entry);
      if (entry.fileName.endsWith('/')) continue;
      const allowance = allowedBytes(bytes) - seen.unpacked;
      const { length, head } = await unpack(zip, entry, allowance);
      seen.unpacked += length;
      seen.content = contentAfter(seen.content, entry.fileName, head);
      recordActive(entry.fileName, head, seen.active);
    }
    return { content: seen.content, activeContent: [...seen.active].sort(), broken: null };
  } catch (error) {
    const broken = error instanceof Refused ? error.reason : reasonOf(error);
    return { content: seen.content, activeContent: [...seen.active].sort(), broken };
  }
}

function allowedBytes(packed: number): number {
  return Math.min(PACKAGE_LIMITS.bytes, Math.max(PACKAGE_LIMITS.smallBytes, packed * PACKAGE_LIMITS.ratio));
}

function refuseUnsafe(entry: Entry): void {
  if ((entry.generalPurposeBitFlag & ENCRYPTED_FLAG) !== 0) throw new Refused('encrypted');
  if (((entry.externalFileAttributes >>> 16) & UNIX_TYPE) === UNIX_LINK) throw new Refused('unsafe-entry');
}

async function unpack(zip: ZipFile, entry: Entry, allowance: number): Promise<{ length: number; head: string }> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const wanted = isReadPart(entry.fileName);
  const kept: Buffer[] = [];
  let length = 0;
  let check = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    check = crc32(chunk, check);
    if (wanted && length < READ_BYTES) kept.push(chunk);
    length += chunk.length;
    if (length > allowance) throw new Refused('unpacks-too-large');
  }
  if (check !== entry.crc32) throw new Refused('unreadable');
  return { length, head: Buffer.concat(kept).toString('utf8') };
}

function isReadPart(name: string): boolean {
  return name === CONTENT_TYPES || name === 'mimetype' || name === 'META-INF/manifest.xml' || name.endsWith('.rels');
}

function contentAfter(content: string, name: string, head: string): string {
  if (name === 'mimetype') return ODF.get(head.trim()) ?? content;
  if (name === CONTENT_TYPES) return OOXML_MAIN.find(([mark]) => head.includes(mark))?.[1] ?? content;
  return content;
}

function recordActive(name: string, head: string, active: Set<string>): void {
  if (/(^|\/)vbaProject\.bin$/i.test(name) || /^(Basic|Scripts)\//.test(name)) active.add('Macro');
  if (/\/embeddings\//.test(name) || /^Object \d+\//.test(name)) active.add('EmbeddedFile');
  if (name.endsWith('.rels') && /TargetMode\s*=\s*["']External["']/.test(head)) active.add('ExternalLink');
  if (name === 'META-INF/manifest.xml' && head.includes('encryption-data')) throw new Refused('encrypted');
}

function reasonOf(error: unknown): BrokenReason {
  const message = error instanceof Error ? error.message : '';
  if (/end of central directory/i.test(message)) return 'cut-off';
  if (/too many bytes in the stream/i.test(message)) return 'unpacks-too-large';
  return 'unreadable';
}
