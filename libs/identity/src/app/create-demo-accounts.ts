import { Injectable } from '@nestjs/common';
import { Settings } from '@fubako/platform/config';
import { UnitOfWork } from '@fubako/platform/database';
import { AccountRows } from '../data/account-rows';
import { refuse } from '../errors';
import { Passwords } from './passwords';

/** Lets a visitor be anybody of the sample town, all with one printed password. Real accounts are left alone. */
@Injectable()
export class CreateDemoAccounts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: Settings,
    private readonly accounts: AccountRows,
    private readonly passwords: Passwords,
  ) {}

  /** @returns how many accounts now have that password. @throws DomainError identity.demo-refused in production or without DEMO */
  async run(password: string): Promise<number> {
    if (this.settings.production || !this.settings.values.DEMO) throw refuse('identity.demo-refused', {});
    const passwordHash = await this.passwords.hash(password);
    return this.uow.run(async () => {
      await this.accounts.setDemoPassword(password);
      return this.accounts.insertDemos(passwordHash, await this.uow.now());
    });
  }
}
