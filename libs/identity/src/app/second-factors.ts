import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { FactorRows } from '../data/factor-rows';
import { PasskeyRows } from '../data/passkey-rows';
import { ProviderRows } from '../data/provider-rows';
import { recoveryDigest } from './recovery-codes';
import { stepOf } from './totp-codes';

export const FACTORS = ['totp', 'recovery', 'passkey'] as const;
/** 二つ目の確認 */
export type Factor = (typeof FACTORS)[number];

const TOTP_CODE = /^\d{6}$/;

/** What a person can be proven by besides the password. Call inside a unit of work. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly rows: FactorRows,
    private readonly passkeys: PasskeyRows,
    private readonly links: ProviderRows,
  ) {}

  /** Empty: the password alone opens. */
  async of(staffNo: StaffNo): Promise<Factor[]> {
    const [since, left, passkeys] = await Promise.all([
      this.rows.totpSince(staffNo),
      this.rows.codesLeft(staffNo),
      this.passkeys.of(staffNo),
    ]);
    const own: Factor[] = [...(since ? ['totp' as const] : []), ...(passkeys.length > 0 ? ['passkey' as const] : [])];
    return own.length > 0 && left > 0 ? [...own, 'recovery'] : own;
  }

  /** ID-12, ID-13 Six digits are of the authenticator app, everything else is a recovery code. Uses the code up. */
  async proves(staffNo: StaffNo, typed: string, now: Date): Promise<boolean> {
    const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
    if (!TOTP_CODE.test(code)) return this.rows.useCode(staffNo, recoveryDigest(code), now);
    const totp = await this.rows.lockTotp(staffNo);
    const step = totp?.confirmedAt ? stepOf(code, totp, now) : null;
    if (step === null) return false;
    await this.rows.useStep(staffNo, step);
    return true;
  }

  /** Takes every second factor away, and the link with somebody at the identity provider. */
  async removeAll(staffNo: StaffNo): Promise<void> {
    await this.rows.removeTotp(staffNo);
    await this.rows.removeCodes(staffNo);
    await this.passkeys.removeAll(staffNo);
    await this.links.unlink(staffNo);
  }
}
