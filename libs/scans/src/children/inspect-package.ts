// oxlint-disable-next-line typescript/triple-slash-reference -- ambient types must reach every program that compiles this file
/// <reference path="./yauzl.d.ts" />
import yauzl, { type Entry } from 'yauzl';
import type { BrokenReason } from '../core/findings';
import { activeInPart, contentAfter, isReadPart } from './package-parts';
import { Refused, unpackEntry } from './unpack-entry';

export interface PackageInspection {
  /** `docx` … `odp`, or `zip` when it is no office document. */
  readonly content: string;
  readonly activeContent: readonly string[];
  readonly broken: BrokenReason | null;
}

/** Bounds of what a document may unpack to (reliability 4.8, SCN-6). */
export const PACKAGE_LIMITS = {
  entries: 10_000,
  bytes: 1024 ** 3,
  ratio: 100,
  smallBytes: 10 * 1024 ** 2,
  /** The document itself, and the documents embedded in it. */
  depth: 2,
} as const;

const ENCRYPTED_FLAG = 1;
const UNIX_TYPE = 0xf000;
const UNIX_LINK = 0xa000;
const LOCAL_HEADER_BYTES = 30;

/** What was counted so far, in the document and in everything embedded in it. */
interface Tally {
  readonly active: Set<string>;
  readonly allowance: number;
  content: string;
  unpacked: number;
  entries: number;
}

/** Unpacks every entry, counting and keeping nothing, so that what the headers claim does not matter. */
export async function inspectPackage(path: string, bytes: number): Promise<PackageInspection> {
  const tally: Tally = { active: new Set(), allowance: allowedBytes(bytes), content: 'zip', unpacked: 0, entries: 0 };
  const broken = await faultIn(path, 1, tally);
  return { content: tally.content, activeContent: [...tally.active].sort(), broken };
}

async function faultIn(path: string, depth: number, tally: Tally): Promise<BrokenReason | null> {
  try {
    await walk(path, depth, tally);
    return null;
  } catch (error) {
    return error instanceof Refused ? error.reason : reasonOf(error);
  }
}

async function walk(path: string, depth: number, tally: Tally): Promise<void> {
  const zip = await yauzl.openPromise(path, { strictFileNames: false });
  const seen: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    tally.entries += 1;
    if (tally.entries > PACKAGE_LIMITS.entries) throw new Refused('too-many-entries');
    refuseUnsafe(entry);
    seen.push(entry);
    if (entry.fileName.endsWith('/')) continue;
    const part = await unpackEntry(zip, entry, {
      allowance: tally.allowance - tally.unpacked,
      keep: isReadPart(entry.fileName),
      spill: `${path}-${tally.entries}`,
    });
    tally.unpacked += part.length;
    if (depth === 1) tally.content = oneKind(tally.content, contentAfter(tally.content, entry.fileName, part.text));
    for (const found of activeInPart(entry.fileName, part)) tally.active.add(found);
    if (part.nested) await walkNested(part.nested, depth + 1, tally);
  }
  refuseShared(seen);
}

/** What calls itself two kinds of document opens differently in each program. */
function oneKind(before: string, after: string): string {
  if (before !== 'zip' && before !== after) throw new Refused('unsafe-entry');
  return after;
}

/** A package within the package: what is wrong with it and could harm refuses the whole, what is only broken is told. */
async function walkNested(path: string, depth: number, tally: Tally): Promise<void> {
  if (depth > PACKAGE_LIMITS.depth) throw new Refused('nested-too-deep');
  tally.active.add('EmbeddedFile');
  const fault = await faultIn(path, depth, tally);
  if (fault === 'unreadable' || fault === 'cut-off' || fault === 'encrypted') tally.active.add('Opaque');
  else if (fault) throw new Refused(fault);
}

function allowedBytes(packed: number): number {
  return Math.min(PACKAGE_LIMITS.bytes, Math.max(PACKAGE_LIMITS.smallBytes, packed * PACKAGE_LIMITS.ratio));
}

function refuseUnsafe(entry: Entry): void {
  if ((entry.generalPurposeBitFlag & ENCRYPTED_FLAG) !== 0) throw new Refused('encrypted');
  if (((entry.externalFileAttributes >>> 16) & UNIX_TYPE) === UNIX_LINK) throw new Refused('unsafe-entry');
}

/** Entries that share bytes or a name: one reader sees another document than the next, or a bomb of overlaps. */
function refuseShared(entries: readonly Entry[]): void {
  if (new Set(entries.map(({ fileName }) => fileName)).size < entries.length) throw new Refused('unsafe-entry');
  let free = 0;
  for (const entry of entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if (entry.relativeOffsetOfLocalHeader < free) throw new Refused('unsafe-entry');
    free = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.compressedSize;
  }
}

function reasonOf(error: unknown): BrokenReason {
  const message = error instanceof Error ? error.message : '';
  if (/end of central directory/i.test(message)) return 'cut-off';
  if (/too many bytes in the stream/i.test(message)) return 'unpacks-too-large';
  if (/^(invalid relative path|absolute path|invalid characters in fileName)/i.test(message)) return 'unsafe-entry';
  return 'unreadable';
}
