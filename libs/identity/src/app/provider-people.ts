import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { Ledger } from '@fubako/ledger';
import { refuseAccess } from '../access-errors';
import { ProviderRows } from '../data/provider-rows';
import type { ProvenSubject } from './identity-provider';
import { type Caller, NewSessions, type SignedIn } from './new-sessions';
import { SecondFactors } from './second-factors';
import { UsableAccounts } from './usable-accounts';

/** Lets in whom the provider has proven, if an account belongs to that person. */
@Injectable()
export class ProviderPeople {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ProviderRows,
    private readonly accounts: UsableAccounts,
    private readonly factors: SecondFactors,
    private readonly newSessions: NewSessions,
    private readonly ledger: Ledger,
  ) {}

  admit(proven: ProvenSubject, caller: Caller): Promise<SignedIn> {
    return this.uow.run(async () => {
      const staffNo = await this.accountOf(proven);
      if (!staffNo || !(await this.accounts.of(staffNo))) throw refuseAccess('identity.provider-unknown-person', {});
      // Every way in asks as much as the others: who has a second factor is not let in without one.
      if (!proven.secondFactor && (await this.factors.of(staffNo)).length > 0)
        throw refuseAccess('identity.provider-without-factor', {});
      return this.newSessions.open(staffNo, caller, proven.secondFactor);
    });
  }

  /** The linked one; else the one that the claim names, which is linked from now on. */
  private async accountOf(proven: ProvenSubject): Promise<StaffNo | null> {
    const linked = await this.rows.ownerOf(proven);
    if (linked || proven.staffNo === null) return linked;
    const staffNo = proven.staffNo as StaffNo;
    if (!(await this.accounts.of(staffNo))) return null;
    if (!(await this.rows.link(staffNo, proven, await this.uow.now()))) return null;
    this.ledger.record({
      subject: { kind: 'account', id: staffNo },
      kind: 'identity.provider-linked',
      actor: staffNo,
      facts: { issuer: proven.issuer, subject: proven.subject },
    });
    return staffNo;
  }
}
