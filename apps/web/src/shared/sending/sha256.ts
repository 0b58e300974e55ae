/** Browsers hash on https and on localhost only; over plain http the server alone does. */
const hashing = (): SubtleCrypto | undefined => globalThis.crypto?.subtle;

const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));

/** Lower-case hexadecimal SHA-256; null where the browser cannot hash. */
export async function sha256(content: Blob): Promise<string | null> {
  const subtle = hashing();
  return subtle ? hexOf(new Uint8Array(await subtle.digest('SHA-256', await content.arrayBuffer()))) : null;
}

/** `Content-Digest` of RFC 9530. */
export function digestHeader(hex: string | null): Record<string, string> {
  return hex === null ? {} : { 'content-digest': `sha-256=:${btoa(String.fromCharCode(...bytesOf(hex)))}:` };
}

/** The SHA-256 of the SHA-256s of all pieces, in order: the same on both sides for the same file alone. */
export async function digestOfPieces(file: Blob, pieceBytes: number): Promise<string | null> {
  const hashes: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < file.size; at += pieceBytes) {
    const hash = await sha256(file.slice(at, at + pieceBytes));
    if (hash === null) return null;
    hashes.push(bytesOf(hash));
  }
  return sha256(new Blob(hashes));
}
