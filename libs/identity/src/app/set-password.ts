import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { Ledger } from '@fubako/ledger';
import { AccountRows } from '../data/account-rows';
import { SessionRows } from '../data/session-rows';
import { refuse } from '../errors';
import type { AccountRequest } from './create-account';
import { NewPasswords } from './new-passwords';

/** Sets a password and ends every session of the account. A demo account becomes a real one. */
@Injectable()
export class SetPassword {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRows,
    private readonly sessions: SessionRows,
    private readonly newPasswords: NewPasswords,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError identity.unknown-person, identity.weak-password, identity.no-account */
  async run({ staffNo, password, by }: AccountRequest): Promise<void> {
    const passwordHash = await this.newPasswords.hashFor(staffNo, password);
    await this.uow.run(async () => {
      if (!(await this.accounts.lock(staffNo))) throw refuse('identity.no-account', { staffNo });
      const now = await this.uow.now();
      await this.accounts.setPassword(staffNo, passwordHash, now);
      await this.sessions.revokeAllOf(staffNo, now);
      this.ledger.record({
        subject: { kind: 'account', id: staffNo },
        kind: 'identity.password-set',
        actor: by,
        facts: {},
      });
    });
  }
}
