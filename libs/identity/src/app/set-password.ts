import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { Ledger } from '@fubako/ledger';
import type { AccountRequest } from './create-account';
import { NewPasswords } from './new-passwords';
import { PasswordChanges } from './password-changes';

/** Sets a password and ends every session of the account. A demo account becomes a real one. */
@Injectable()
export class SetPassword {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly newPasswords: NewPasswords,
    private readonly changes: PasswordChanges,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError identity.unknown-person, identity.weak-password, identity.no-account */
  async run({ staffNo, password, by, reason, temporary = false }: AccountRequest): Promise<void> {
    const passwordHash = await this.newPasswords.hashFor(staffNo, password);
    await this.uow.run(async () => {
      await this.changes.apply(staffNo, { passwordHash, temporary, keep: null });
      this.ledger.record({
        subject: { kind: 'account', id: staffNo },
        kind: 'identity.password-set',
        actor: by,
        facts: reason === undefined ? {} : { reason },
      });
    });
  }
}
