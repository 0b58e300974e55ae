import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { AccountRows } from '../data/account-rows';
import { refuseAccess } from '../access-errors';
import { Passwords } from './passwords';
import { SignInAttempts } from './sign-in-attempts';

/** Whether whoever sits at an open session knows its secrets. Guesses count like those at the door (ID-4). */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRows,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
  ) {}

  /** Call outside a unit of work. @throws DomainError identity.wrong-password, identity.locked */
  async check(staffNo: StaffNo, password: string): Promise<void> {
    await this.counted(staffNo, async () => {
      const account = await this.uow.run(() => this.accounts.lock(staffNo));
      if (!(await this.passwords.matches(account?.passwordHash ?? null, password)))
        throw refuseAccess('identity.wrong-password', {});
    });
  }

  /** Counts a guess before it is looked at, and forgets it when it was right. @throws DomainError identity.locked */
  async counted(staffNo: StaffNo, guess: () => Promise<void>): Promise<void> {
    const login = (await this.uow.read(() => this.accounts.loginOf(staffNo))) ?? staffNo;
    const attempt = { login, address: 'open session' };
    await this.uow.run(async () => this.attempts.begin(attempt, await this.uow.now()));
    await guess();
    await this.uow.run(() => this.attempts.succeeded(attempt));
  }
}
