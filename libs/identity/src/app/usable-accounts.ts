import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { Settings } from '@fubako/platform/config';
import { Actors } from '@fubako/organisation';
import { type Account, AccountRows } from '../data/account-rows';

/** Accounts that open something: neither disabled nor left over from a demo, of people in office (ID-22). Call inside a unit of work. */
@Injectable()
export class UsableAccounts {
  constructor(
    private readonly rows: AccountRows,
    private readonly settings: Settings,
    private readonly actors: Actors,
  ) {}

  async byLogin(login: string): Promise<Account | null> {
    return this.usable(await this.rows.byLogin(login));
  }

  /** Locked, so that it is not changed while a session is being opened. */
  async of(staffNo: StaffNo): Promise<Account | null> {
    return this.usable(await this.rows.lock(staffNo));
  }

  /** Printed passwords open nothing once demo mode is off. */
  welcomes({ demo }: Pick<Account, 'demo'>): boolean {
    return !demo || (this.settings.values.DEMO && !this.settings.production);
  }

  renewHash(account: Account, passwordHash: string): Promise<void> {
    return this.rows.renewHash(account, passwordHash);
  }

  private async usable(account: Account | null): Promise<Account | null> {
    if (!account || account.disabledAt !== null || !this.welcomes(account)) return null;
    return (await this.actors.hasLeft(await this.actors.of(account.staffNo))) ? null : account;
  }
}
