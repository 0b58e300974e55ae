import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { Ledger } from '@fubako/ledger';
import { AccountRows } from '../data/account-rows';
import { SessionRows } from '../data/session-rows';
import { refuse } from '../errors';
import { checkRight } from './look-after-accounts';
import { SecondFactors } from './second-factors';
import { SignInAttempts } from './sign-in-attempts';

export const ACCOUNT_CHANGES = ['disable', 'enable', 'unlock', 'reset_factors', 'end_sessions'] as const;
export type AccountChange = (typeof ACCOUNT_CHANGES)[number];

const NEWS: Readonly<Record<AccountChange, string>> = {
  disable: 'identity.account-disabled',
  enable: 'identity.account-enabled',
  unlock: 'identity.account-unlocked',
  reset_factors: 'identity.factors-reset',
  end_sessions: 'identity.sessions-ended',
};

export interface WantedChange {
  readonly staffNo: StaffNo;
  readonly change: AccountChange;
  readonly reason: string;
}

/** What an administrator does to an account, with the reason in the ledger (ID-19). */
@Injectable()
export class ChangeAccount {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRows,
    private readonly sessions: SessionRows,
    private readonly factors: SecondFactors,
    private readonly attempts: SignInAttempts,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError identity.not-administrator, identity.no-account */
  async run({ staffNo, change, reason }: WantedChange, actor: Actor): Promise<void> {
    checkRight(actor);
    await this.uow.run(async () => {
      if (!(await this.accounts.lock(staffNo))) throw refuse('identity.no-account', { staffNo });
      await this.apply(staffNo, change);
      this.ledger.record({
        subject: { kind: 'account', id: staffNo },
        kind: NEWS[change],
        actor: actor.staffNo,
        facts: { reason },
      });
    });
  }

  private async apply(staffNo: StaffNo, change: AccountChange): Promise<void> {
    const now = await this.uow.now();
    if (change === 'disable') await this.accounts.disable(staffNo, now);
    if (change === 'enable') await this.accounts.enable(staffNo);
    if (change === 'unlock')
      await this.attempts.succeeded({ login: (await this.accounts.loginOf(staffNo)) ?? staffNo });
    if (change === 'reset_factors') await this.factors.removeAll(staffNo);
    // Who was let in by what no longer holds is let in anew.
    if (change !== 'enable' && change !== 'unlock') await this.sessions.revokeAllOf(staffNo, now);
  }
}
