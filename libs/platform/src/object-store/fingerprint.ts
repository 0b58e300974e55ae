import { createHash } from 'node:crypto';
import type { Sha256Hex } from '@fubako/kernel';

/** Content is hashed as a whole and in pieces of this size, so that a reader never has to wait for the last byte. */
export const CHUNK_BYTES = 1024 * 1024;
const DIGEST_BYTES = 32;

/** What identifies content and lets every piece of it be checked alone. */
export interface Fingerprint {
  readonly sha256: Sha256Hex;
  readonly bytes: number;
  /** SHA-256 of each `CHUNK_BYTES` piece, 32 bytes each, one after the other. */
  readonly chunkHashes: Buffer;
}

/** Hashes bytes that flow past piece by piece, holding none of them. The pieces say of every byte whether it is right. */
export class PieceHasher {
  private chunk = createHash('sha256');
  private inChunk = 0;
  private total = 0;
  private readonly digests: Buffer[] = [];

  update(bytes: Buffer): void {
    this.total += bytes.length;
    for (let at = 0; at < bytes.length;) {
      const piece = bytes.subarray(at, at + CHUNK_BYTES - this.inChunk);
      this.chunk.update(piece);
      this.inChunk += piece.length;
      at += piece.length;
      if (this.inChunk === CHUNK_BYTES) this.closeChunk();
    }
  }

  /** To be called once, after the last byte. */
  finish(): Pick<Fingerprint, 'bytes' | 'chunkHashes'> {
    if (this.inChunk > 0) this.closeChunk();
    return { bytes: this.total, chunkHashes: Buffer.concat(this.digests) };
  }

  private closeChunk(): void {
    this.digests.push(this.chunk.digest());
    this.chunk = createHash('sha256');
    this.inChunk = 0;
  }
}

/** Takes the fingerprint of bytes that flow past, holding none of them. */
export class FingerprintTaker {
  private readonly whole = createHash('sha256');
  private readonly pieces = new PieceHasher();

  update(bytes: Buffer): void {
    this.whole.update(bytes);
    this.pieces.update(bytes);
  }

  /** To be called once, after the last byte. */
  finish(): Fingerprint {
    return { sha256: this.whole.digest('hex') as Sha256Hex, ...this.pieces.finish() };
  }
}

export function chunkHashAt(fingerprint: Fingerprint, index: number): Buffer {
  return fingerprint.chunkHashes.subarray(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES);
}

export function sameFingerprint(a: Fingerprint, b: Fingerprint): boolean {
  return a.sha256 === b.sha256 && a.bytes === b.bytes && a.chunkHashes.equals(b.chunkHashes);
}
