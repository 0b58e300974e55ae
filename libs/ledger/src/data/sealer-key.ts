import { type KeyObject, createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '@fubako/platform/config';
import { verifierKeyOf, writeVerifierKey } from './checkpoint';

export interface SealerIdentity {
  readonly origin: string;
  readonly key: KeyObject;
}

/**
 * 封印鍵: the private key of the sealer, in a folder that only its user can read. The first look makes it; the public half lies
 * beside it for whoever verifies.
 */
@Injectable()
export class SealerKey {
  constructor(private readonly settings: Settings) {}

  get folder(): string {
    return resolve(this.settings.values.SEALER_FOLDER ?? join(this.settings.values.FUBAKO_DATA, 'sealer'));
  }

  /** For the sealer alone. */
  identity(): SealerIdentity {
    try {
      return this.read();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      this.make();
      return this.read();
    }
  }

  /** What everybody may have, or null when nothing was ever sealed here. */
  verifierKey(): string | null {
    try {
      return readFileSync(join(this.folder, 'verifier-key.txt'), 'utf8').trim();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return null;
    }
  }

  private read(): SealerIdentity {
    const key = createPrivateKey(readFileSync(join(this.folder, 'key.pem')));
    const origin = (this.verifierKey() ?? '').split('+')[0] ?? '';
    return { origin, key };
  }

  /** Whoever comes second finds the key of the first: it is written with `wx`, and the public half before it. */
  private make(): void {
    const { privateKey } = generateKeyPairSync('ed25519');
    const origin = this.settings.values.LEDGER_ORIGIN ?? `fubako.invalid/ledger/${randomBytes(8).toString('hex')}`;
    mkdirSync(this.folder, { recursive: true, mode: 0o755 });
    try {
      const verifier = writeVerifierKey(verifierKeyOf(origin, privateKey));
      writeFileSync(join(this.folder, 'verifier-key.txt'), `${verifier}\n`, { flag: 'wx', mode: 0o444 });
      const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
      writeFileSync(join(this.folder, 'key.pem'), pem, { flag: 'wx', mode: 0o400 });
      chmodSync(join(this.folder, 'key.pem'), 0o400);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
