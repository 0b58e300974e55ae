import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { type SettingValues, projectRoot } from '../config';

const CIPHER = 'aes-256-gcm';
const LENGTHS = { key: 32, name: 8, nonce: 12, tag: 16 } as const;

/** What is sealed was sealed with a key that this process does not have. */
export class SecretKeyMissing extends Error {
  constructor() {
    super('a secret was sealed with another key: give every process the same SECRET_KEYS, former ones included');
    this.name = 'SecretKeyMissing';
  }
}

/** Secrets at rest: AES-256-GCM, bound to what they belong to. The first key seals; all of them open, so that keys can be changed. */
export class SecretBox {
  private readonly keys: ReadonlyMap<string, Buffer>;
  /** Name of the key that seals: a digest, of which the key cannot be learnt. */
  readonly name: Buffer;

  constructor(keys: readonly Buffer[]) {
    const [first] = keys;
    if (!first || keys.some(({ length }) => length !== LENGTHS.key)) throw new Error('A key has 32 bytes.');
    this.keys = new Map(keys.map((key) => [nameOf(key).toString('hex'), key]));
    this.name = nameOf(first);
  }

  has(name: Buffer): boolean {
    return this.keys.has(name.toString('hex'));
  }

  /** @param owner whose it is: it opens for nobody else */
  seal(secret: Buffer, owner: string): Buffer {
    const nonce = randomBytes(LENGTHS.nonce);
    const cipher = createCipheriv(CIPHER, this.key(this.name), nonce).setAAD(Buffer.from(owner));
    const text = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([this.name, nonce, cipher.getAuthTag(), text]);
  }

  /** @throws SecretKeyMissing; Error when it was changed or belongs to somebody else */
  open(sealed: Buffer, owner: string): Buffer {
    const [afterName, afterNonce] = [LENGTHS.name, LENGTHS.name + LENGTHS.nonce];
    const afterTag = afterNonce + LENGTHS.tag;
    const key = this.key(sealed.subarray(0, afterName));
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(afterName, afterNonce), {
      authTagLength: LENGTHS.tag,
    });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(afterNonce, afterTag));
    return Buffer.concat([decipher.update(sealed.subarray(afterTag)), decipher.final()]);
  }

  private key(name: Buffer): Buffer {
    const key = this.keys.get(name.toString('hex'));
    if (!key) throw new SecretKeyMissing();
    return key;
  }
}

const nameOf = (key: Buffer): Buffer => createHash('sha256').update(key).digest().subarray(0, LENGTHS.name);

/** `SECRET_KEYS`, else the key in the data folder, which the first look makes. */
export function secretKeysFor({ SECRET_KEYS, FUBAKO_DATA }: SettingValues): Buffer[] {
  if (SECRET_KEYS) return [...SECRET_KEYS];
  const data = isAbsolute(FUBAKO_DATA) ? FUBAKO_DATA : join(projectRoot, FUBAKO_DATA);
  const file = join(data, 'keys', 'secrets.key');
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    const made = randomBytes(LENGTHS.key).toString('base64');
    writeFileSync(file, `${made}\n`, { flag: 'wx', mode: 0o400 });
  } catch (error) {
    // Whoever comes second takes the key of the first.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return [Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')];
}
