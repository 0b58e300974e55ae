import { stepAt, totpCode } from '../src/app/totp-codes';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The secret that an authenticator app was given to read or to type. */
export function bytesOf(secret: string): Buffer {
  const bits = [...secret.replaceAll(' ', '')].map((one) => LETTERS.indexOf(one).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** What an authenticator app with this secret shows, so many steps from now. */
export function codeOfApp(secret: string, now: Date, steps = 0): string {
  return totpCode(bytesOf(secret), stepAt(now) + steps);
}
