const STREAM = Buffer.from('stream');
const END_STREAM = Buffer.from('endstream');
/** Longest dictionary looked at before a stream. */
const DICTIONARY_BYTES = 4 * 1024;

export interface PdfStream {
  /** What stands in the open since the stream before. */
  readonly before: Buffer;
  /** The dictionary of the stream, in Latin 1; empty behind the last stream. */
  readonly dictionary: string;
  /** The packed bytes; empty behind the last stream. */
  readonly body: Buffer;
}

/** Cuts a PDF at its streams, without believing what it says about their lengths. */
export function* pdfStreams(bytes: Buffer): Generator<PdfStream> {
  for (let at = 0; at < bytes.length;) {
    const start = startOfStream(bytes, at);
    const before = bytes.subarray(at, start);
    if (start === bytes.length) {
      yield { before, dictionary: '', body: Buffer.alloc(0) };
      return;
    }
    const end = bytes.indexOf(END_STREAM, start);
    const raw = bytes.subarray(start, end < 0 ? bytes.length : end);
    const dictionary = bytes.toString('latin1', Math.max(at, start - DICTIONARY_BYTES), start);
    const body = raw[0] === 0x0d && raw[1] === 0x0a ? raw.subarray(2) : raw.subarray(1);
    yield { before, dictionary: dictionary.slice(dictionary.lastIndexOf(' obj') + 1), body };
    at = start + raw.length + END_STREAM.length;
  }
}

/** How many times the stream was deflated. */
export function timesDeflated({ dictionary }: PdfStream): number {
  return dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
}

/** Just behind the next `stream` keyword; the end when there is none. */
function startOfStream(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(STREAM, from); at >= 0; at = bytes.indexOf(STREAM, at + 1)) {
    const next = bytes[at + STREAM.length];
    if (next === 0x0a || next === 0x0d) return at + STREAM.length;
  }
  return bytes.length;
}
