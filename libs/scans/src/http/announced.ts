import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { Request } from 'express';

export const RAW = 'application/octet-stream';
const LENGTH = /^\d{1,15}$/;
/** RFC 9530: the SHA-256 of the body, in base64 between colons. */
const DIGEST = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/;

/** @throws UnsupportedMediaTypeException unless the body is raw bytes */
export function demandRaw(request: Request): void {
  if (!request.is(RAW)) throw new UnsupportedMediaTypeException();
}

/** What `Content-Length` announces; null when it is missing or no number. */
export function announcedBytes(request: Request): number | null {
  const header = request.get('Content-Length') ?? '';
  return LENGTH.test(header) ? Number(header) : null;
}

/** What `Content-Digest` announces, in lower-case hexadecimal; null when it says nothing that we know. */
export function announcedSha256(request: Request): string | null {
  const found = DIGEST.exec(request.get('Content-Digest') ?? '')?.[1];
  return found === undefined ? null : Buffer.from(found, 'base64').toString('hex');
}
