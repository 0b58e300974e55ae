/** Encodings a municipality's text files come in; the first that fits without a fault wins. */
const ENCODINGS = ['utf-8', 'shift_jis', 'euc-jp', 'iso-2022-jp'] as const;
const PIECE = 1024 * 1024;

// Everything below the space except TAB, LF, VT, FF, CR, the old end mark and the escape of ISO-2022-JP.
const BINARY = /[\u0000-\u0008\u000E-\u0019\u001C-\u001F\uFFFE\uFFFF]/;

/** The text of the bytes, or null when they are no text in any of the encodings. NUL never survives. */
export function readText(bytes: Buffer): string | null {
  const encodings = utf16Mark(bytes) ?? ENCODINGS;
  for (const encoding of encodings) {
    const text = decode(bytes, encoding);
    if (text !== null) return text;
  }
  return null;
}

function utf16Mark(bytes: Buffer): readonly string[] | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  return bytes[0] === 0xfe && bytes[1] === 0xff ? ['utf-16be'] : null;
}

function decode(bytes: Buffer, encoding: string): string | null {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const pieces: string[] = [];
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      const piece = decoder.decode(bytes.subarray(at, at + PIECE), { stream: at + PIECE < bytes.length });
      if (BINARY.test(piece)) return null;
      pieces.push(piece);
    }
    return pieces.join('');
  } catch {
    return null;
  }
}
