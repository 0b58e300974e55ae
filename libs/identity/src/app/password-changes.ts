import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { AccountRows } from '../data/account-rows';
import { SessionRows } from '../data/session-rows';
import { refuse } from '../errors';
import { Duties } from './duties';

export interface PasswordChange {
  readonly passwordHash: string;
  /** Chosen by somebody else: the person has to replace it. */
  readonly temporary: boolean;
  /** The session that goes on; null: none does. */
  readonly keep: string | null;
}

/** Puts a password in force and ends the sessions opened with the former one. Call inside a unit of work. */
@Injectable()
export class PasswordChanges {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRows,
    private readonly sessions: SessionRows,
    private readonly duties: Duties,
  ) {}

  /** @returns how many sessions ended. @throws DomainError identity.no-account */
  async apply(staffNo: StaffNo, { passwordHash, temporary, keep }: PasswordChange): Promise<number> {
    if (!(await this.accounts.lock(staffNo))) throw refuse('identity.no-account', { staffNo });
    const at = await this.uow.now();
    await this.accounts.setPassword(staffNo, passwordHash, { at, temporary });
    const ended = await this.sessions.revokeAllOf(staffNo, at, keep);
    await this.duties.renew(staffNo);
    return ended;
  }
}
