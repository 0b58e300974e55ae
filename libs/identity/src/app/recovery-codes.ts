import { randomBytes } from 'node:crypto';
import { sha256 } from '@fubako/kernel';
import { base32 } from './totp-codes';

const HOW_MANY = 10;

/** ID-13 予備コード: 80 random bits each, for a lost authenticator; shown once. `ABCD-EFGH-IJKL-MNOP` */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, () => (base32(randomBytes(10)).match(/.{4}/g) ?? []).join('-'));
}

/** What is stored of a code. Width, case, hyphens and spaces make no difference. */
export function recoveryDigest(code: string): Buffer {
  return sha256(
    Buffer.from(
      code
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[^A-Z2-7]/g, ''),
    ),
  );
}
