import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { weaknessOf } from '../core/password-rules';
import { AccountRows } from '../data/account-rows';
import { refuse } from '../errors';
import { Passwords } from './passwords';

/** Judges and hashes a new password. Call outside a unit of work. */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRows,
    private readonly passwords: Passwords,
  ) {}

  /** @throws DomainError identity.unknown-person, identity.weak-password */
  async hashFor(staffNo: StaffNo, password: string): Promise<string> {
    const login = await this.uow.read(() => this.accounts.loginOf(staffNo));
    if (login === null) throw refuse('identity.unknown-person', { staffNo });
    const weakness = weaknessOf(password, login);
    if (weakness) throw refuse('identity.weak-password', { weakness });
    return this.passwords.hash(password);
  }
}
