import { inflateSync } from 'node:zlib';

/** Names in a PDF behind which something can act by itself, and the word it is recorded under. */
const ACTIVE: ReadonlyMap<string, string> = new Map([
  ['JS', 'JavaScript'],
  ['JavaScript', 'JavaScript'],
  ['OpenAction', 'OpenAction'],
  ['AA', 'AdditionalActions'],
  ['Launch', 'Launch'],
  ['EmbeddedFile', 'EmbeddedFile'],
  ['EmbeddedFiles', 'EmbeddedFile'],
  ['RichMedia', 'RichMedia'],
  ['XFA', 'XFA'],
  ['SubmitForm', 'SubmitForm'],
  ['ImportData', 'ImportData'],
  ['GoToR', 'GoToRemote'],
  ['GoToE', 'GoToEmbedded'],
  ['URI', 'URI'],
]);

/** Longest dictionary looked at before a stream, and most bytes one object stream may unpack to. */
const DICTIONARY_BYTES = 4 * 1024;
const UNPACKED_BYTES = 32 * 1024 * 1024;
const WINDOW = 1024 * 1024;
const OVERLAP = 128;

const NAME = /\/([A-Za-z0-9#]{2,40})(?![A-Za-z0-9#])/g;
const STREAM = Buffer.from('stream');
const END_STREAM = Buffer.from('endstream');

/**
 * The active names of a PDF, sorted. Looks at everything but the insides of content streams, unpacks object streams, and
 * sees through `#xx` spelling. A record of what is there, not a wall: the original is only ever handed out as a download.
 */
export function activeNamesIn(bytes: Buffer): string[] {
  const found = new Set<string>();
  let at = 0;
  while (at < bytes.length) {
    const start = startOfStream(bytes, at);
    collectNames(bytes.subarray(at, start), found);
    if (start === bytes.length) break;
    const end = bytes.indexOf(END_STREAM, start);
    const body = bytes.subarray(start, end < 0 ? bytes.length : end);
    const dictionary = bytes.toString('latin1', Math.max(at, start - DICTIONARY_BYTES), start);
    if (isObjectStream(dictionary)) collectNames(unpacked(body), found);
    at = start + body.length + END_STREAM.length;
  }
  return [...found].sort();
}

/** Just behind the next `stream` keyword; the end when there is none. */
function startOfStream(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(STREAM, from); at >= 0; at = bytes.indexOf(STREAM, at + 1)) {
    const next = bytes[at + STREAM.length];
    if (next === 0x0a || next === 0x0d) return at + STREAM.length;
  }
  return bytes.length;
}

function isObjectStream(dictionary: string): boolean {
  const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
  return own.includes('/ObjStm');
}

function unpacked(body: Buffer): Buffer {
  const data = body[0] === 0x0d && body[1] === 0x0a ? body.subarray(2) : body.subarray(1);
  try {
    return inflateSync(data, { maxOutputLength: UNPACKED_BYTES });
  } catch {
    return data;
  }
}

function collectNames(bytes: Buffer, found: Set<string>): void {
  for (let at = 0; at < bytes.length; at += WINDOW) {
    for (const [, name = ''] of bytes.toString('latin1', at, at + WINDOW + OVERLAP).matchAll(NAME)) {
      const active = ACTIVE.get(
        name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
      );
      if (active) found.add(active);
    }
  }
}
