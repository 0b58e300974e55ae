import { randomBytes } from 'node:crypto';
import { sha256 } from '@fubako/kernel';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits, known to the browser alone. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token; null for a text that is none. */
export function tokenDigest(token: string | null): Buffer | null {
  return token !== null && TOKEN.test(token) ? sha256(Buffer.from(token)) : null;
}

/** The same for a token of our own making. */
export function digestOf(token: string): Buffer {
  const digest = tokenDigest(token);
  if (!digest) throw new Error('A new session token has the form of a session token.');
  return digest;
}
