import { sha256Hex } from '@fubako/kernel';

/** Files are sent in pieces of this size; only the last is shorter. What a broken connection costs is at most one. */
export const PIECE_BYTES = 8 * 1024 * 1024;

/** So many half-sent or waiting files a person may have; each may be as large as a file may be. */
export const MOST_SENDINGS = 20;

/** How many bytes piece `n` of a file must have; null when the file has no such piece. */
export function bytesOfPiece(n: number, fileBytes: number): number | null {
  const start = n * PIECE_BYTES;
  return start < fileBytes ? Math.min(PIECE_BYTES, fileBytes - start) : null;
}

export function piecesOf(fileBytes: number): number {
  return Math.ceil(fileBytes / PIECE_BYTES);
}

/**
 * What a sender who cannot hash a whole file at once says of it: the SHA-256 of the SHA-256s of its pieces, in order.
 * Both sides know every piece, so the same value means the same file from the first byte to the last.
 */
export function digestOfPieces(hashes: readonly string[]): string {
  return sha256Hex(Buffer.concat(hashes.map((hash) => Buffer.from(hash, 'hex'))));
}
