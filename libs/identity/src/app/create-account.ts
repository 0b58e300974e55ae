import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { Ledger } from '@fubako/ledger';
import { AccountRows } from '../data/account-rows';
import { refuse } from '../errors';
import { NewPasswords } from './new-passwords';

export interface AccountRequest {
  readonly staffNo: StaffNo;
  readonly password: string;
  /** The person has to choose another one at the first sign-in. */
  readonly temporary?: boolean;
  /** Why it is set anew, where somebody else than the person does it. */
  readonly reason?: string;
  /** Who does it: 職員番号 or `system:<process>`. */
  readonly by: string;
}

/** Gives a member of staff an account. */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRows,
    private readonly newPasswords: NewPasswords,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError identity.unknown-person, identity.weak-password, identity.account-exists */
  async run({ staffNo, password, by, temporary = false }: AccountRequest): Promise<void> {
    const passwordHash = await this.newPasswords.hashFor(staffNo, password);
    await this.uow.run(async () => {
      const inserted = await this.accounts.insert({ staffNo, passwordHash, temporary, at: await this.uow.now() });
      if (!inserted) throw refuse('identity.account-exists', { staffNo });
      this.ledger.record({
        subject: { kind: 'account', id: staffNo },
        kind: 'identity.account-created',
        actor: by,
        facts: {},
      });
    });
  }
}
