import { hash } from 'node:crypto';
import serialize from 'canonicalize';
import type { Sha256Hex } from './brand';

/** RFC 8785 JSON bytes: the one spelling of a value that is hashed and kept. @throws TypeError for values JSON cannot say. */
export function canonicalBytes(value: unknown): Buffer {
  const text = serialize(value);
  if (text === undefined) throw new TypeError('A value without a JSON form cannot be canonical.');
  return Buffer.from(text, 'utf8');
}

/** By way of the text: its bytes come from the common pool, which a whole ledger of small digests spares the collector. */
export function sha256(bytes: Uint8Array): Buffer {
  return Buffer.from(sha256Hex(bytes), 'hex');
}

export function sha256Hex(bytes: Uint8Array): Sha256Hex {
  return hash('sha256', bytes, 'hex') as Sha256Hex;
}
