import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { Ledger } from '@fubako/ledger';
import { AccountRows } from '../data/account-rows';
import { SessionRows } from '../data/session-rows';
import { refuse } from '../errors';

/** Closes an account, at once and everywhere; nothing of the person's acts changes. */
@Injectable()
export class DisableAccount {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRows,
    private readonly sessions: SessionRows,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError identity.no-account */
  async run({ staffNo, by }: { readonly staffNo: StaffNo; readonly by: string }): Promise<void> {
    await this.uow.run(async () => {
      const account = await this.accounts.lock(staffNo);
      if (!account) throw refuse('identity.no-account', { staffNo });
      if (account.disabledAt) return;
      const now = await this.uow.now();
      await this.accounts.disable(staffNo, now);
      await this.sessions.revokeAllOf(staffNo, now);
      this.ledger.record({
        subject: { kind: 'account', id: staffNo },
        kind: 'identity.account-disabled',
        actor: by,
        facts: {},
      });
    });
  }
}
