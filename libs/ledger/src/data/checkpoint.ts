import { type KeyObject, createPublicKey, sign, verify } from 'node:crypto';
import { sha256 } from '@fubako/kernel';

/** 検印: what the sealer says of the tree at one moment. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** A key that checkpoints are checked with, as C2SP writes it: `name+hash+base64`. */
export interface VerifierKey {
  readonly name: string;
  readonly id: Buffer;
  readonly publicKey: Buffer;
}

const ED25519 = Buffer.of(1);
/** SubjectPublicKeyInfo of an Ed25519 key is these bytes and the 32 of the key. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const SIGNATURE = /^— (\S+) ([A-Za-z0-9+/]+=*)$/u;

export function verifierKeyOf(name: string, key: KeyObject): VerifierKey {
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { name, id: keyId(name, publicKey), publicKey };
}

export function writeVerifierKey({ name, id, publicKey }: VerifierKey): string {
  return `${name}+${id.toString('hex')}+${Buffer.concat([ED25519, publicKey]).toString('base64')}`;
}

/** @returns null for anything but an Ed25519 key that agrees with its own hash */
export function readVerifierKey(text: string): VerifierKey | null {
  const [, name, id, bytes] = /^(\S+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text.trim()) ?? [];
  if (name === undefined || id === undefined || bytes === undefined) return null;
  const raw = Buffer.from(bytes, 'base64');
  const publicKey = raw.subarray(1);
  if (raw[0] !== 1 || publicKey.length !== 32 || keyId(name, publicKey).toString('hex') !== id) return null;
  return { name, id: Buffer.from(id, 'hex'), publicKey };
}

/** SEAL-3 A checkpoint is a C2SP signed note: origin, size and root in lines of their own, an empty line, the signature. */
export function signCheckpoint({ origin, size, root }: Checkpoint, key: KeyObject): string {
  const body = `${origin}\n${size}\n${root.toString('base64')}\n`;
  const { id } = verifierKeyOf(origin, key);
  const signature = Buffer.concat([id, sign(null, Buffer.from(body), key)]).toString('base64');
  return `${body}\n— ${origin} ${signature}\n`;
}

/** @returns null when the note is not one, or none of its signatures is by this key */
export function openCheckpoint(note: string, key: VerifierKey): Checkpoint | null {
  const [body, rest] = split(note);
  const checkpoint = readBody(body);
  if (!checkpoint || checkpoint.origin !== key.name) return null;
  const signed = rest.split('\n').some((line) => signatureHolds(line, body, key));
  return signed ? checkpoint : null;
}

function split(note: string): [string, string] {
  const at = note.indexOf('\n\n');
  return at < 0 ? ['', ''] : [note.slice(0, at + 1), note.slice(at + 2)];
}

function readBody(body: string): Checkpoint | null {
  const [origin, size, root, ...rest] = body.split('\n');
  if (!origin || !size || !root || rest.join('') !== '' || !/^(0|[1-9]\d{0,15})$/.test(size)) return null;
  const bytes = Buffer.from(root, 'base64');
  return bytes.length === 32 && bytes.toString('base64') === root ? { origin, size: Number(size), root: bytes } : null;
}

function signatureHolds(line: string, body: string, { name, id, publicKey }: VerifierKey): boolean {
  const [, signer, text] = SIGNATURE.exec(line) ?? [];
  if (signer !== name || text === undefined) return false;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 68 || !bytes.subarray(0, 4).equals(id)) return false;
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(body), key, bytes.subarray(4));
}

function keyId(name: string, publicKey: Buffer): Buffer {
  return sha256(Buffer.concat([Buffer.from(`${name}\n`), ED25519, publicKey])).subarray(0, 4);
}
