import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { AccountRows } from '../data/account-rows';
import { FactorRows } from '../data/factor-rows';
import { refuseAccess } from '../access-errors';
import { Duties } from './duties';
import { newRecoveryCodes, recoveryDigest } from './recovery-codes';
import { type Factor, SecondFactors } from './second-factors';

/** What follows when a second factor of one's own comes or goes. Call inside a unit of work. */
@Injectable()
export class MyFactors {
  constructor(
    private readonly rows: FactorRows,
    private readonly accounts: AccountRows,
    private readonly factors: SecondFactors,
    private readonly duties: Duties,
    private readonly ledger: Ledger,
  ) {}

  /** @returns recovery codes with the first factor, otherwise none */
  async enrolled(staffNo: StaffNo, factor: Factor): Promise<readonly string[]> {
    this.record(staffNo, 'identity.factor-enrolled', { factor });
    const codes = (await this.rows.codesLeft(staffNo)) > 0 ? [] : await this.newCodes(staffNo);
    await this.duties.renew(staffNo);
    return codes;
  }

  /** ID-14 The last one stays while the municipality demands one. @throws DomainError identity.second-factor-kept */
  async removed(staffNo: StaffNo, factor: Factor): Promise<void> {
    await this.accounts.lock(staffNo);
    const left = await this.factors.of(staffNo);
    if (left.length === 0 && (await this.duties.demandsFactor(staffNo)))
      throw refuseAccess('identity.second-factor-kept', {});
    if (left.length === 0) await this.rows.removeCodes(staffNo);
    this.record(staffNo, 'identity.factor-removed', { factor });
  }

  /** New recovery codes in place of the former ones. */
  async renewCodes(staffNo: StaffNo): Promise<readonly string[]> {
    if ((await this.factors.of(staffNo)).length === 0) throw refuseAccess('identity.no-such-factor', {});
    this.record(staffNo, 'identity.recovery-codes-renewed', {});
    return this.newCodes(staffNo);
  }

  private async newCodes(staffNo: StaffNo): Promise<readonly string[]> {
    const codes = newRecoveryCodes();
    await this.rows.replaceCodes(staffNo, codes.map(recoveryDigest));
    return codes;
  }

  private record(staffNo: StaffNo, kind: string, facts: Readonly<Record<string, unknown>>): void {
    this.ledger.record({ subject: { kind: 'account', id: staffNo }, kind, actor: staffNo, facts });
  }
}
