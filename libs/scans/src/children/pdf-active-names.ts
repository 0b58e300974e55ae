import { inflateSync } from 'node:zlib';
import { type PdfStream, pdfStreams, timesDeflated } from './pdf-streams';

/** Names in a PDF behind which something can act by itself, and the word it is recorded under. */
export const PDF_ACTIVE: ReadonlyMap<string, string> = new Map([
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

/** Most bytes one object stream may unpack to; an honest one has some hundred kilobytes. */
const UNPACKED_BYTES = 32 * 1024 * 1024;
const WINDOW = 1024 * 1024;
const OVERLAP = 128;

const NAME = /\/([A-Za-z0-9#]{2,40})(?![A-Za-z0-9#])/g;

/**
 * The active names of a PDF, sorted. Looks at everything but the insides of content streams, unpacks object streams, and
 * sees through `#xx` spelling. What it cannot look into is `Opaque`. A record of what is there, not a wall: the original is
 * only ever handed out as a download, and pages show a rendition without them.
 */
export function activeNamesIn(bytes: Buffer): string[] {
  const found = new Set<string>();
  for (const stream of pdfStreams(bytes)) {
    collectNames(stream.before, found);
    if (/\/Encrypt\b/.test(stream.before.toString('latin1', Math.max(0, stream.before.length - WINDOW))))
      found.add('Opaque');
    if (stream.dictionary.includes('/ObjStm')) collectNames(unpacked(stream, found), found);
  }
  return [...found].sort();
}

function unpacked(stream: PdfStream, found: Set<string>): Buffer {
  let data = stream.body;
  try {
    for (let left = timesDeflated(stream); left > 0; left -= 1)
      data = inflateSync(data, { maxOutputLength: UNPACKED_BYTES });
  } catch {
    found.add('Opaque');
  }
  if (/\/(?:ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|Crypt|AHx|A85|LZW|RL)\b/.test(stream.dictionary))
    found.add('Opaque');
  return data;
}

function collectNames(bytes: Buffer, found: Set<string>): void {
  for (let at = 0; at < bytes.length; at += WINDOW) {
    for (const [, name = ''] of bytes.toString('latin1', at, at + WINDOW + OVERLAP).matchAll(NAME)) {
      const active = PDF_ACTIVE.get(
        name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
      );
      if (active) found.add(active);
    }
  }
}
