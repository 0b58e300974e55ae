import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { isAlive } from '../core/session-life';
import { AccountRows } from '../data/account-rows';
import { FactorRows } from '../data/factor-rows';
import { type Passkey, PasskeyRows } from '../data/passkey-rows';
import { type Session, SessionRows } from '../data/session-rows';
import { refuseAccess } from '../access-errors';
import { Duties } from './duties';

export interface MyAccessFacts {
  readonly passwordSince: Date | null;
  readonly totpSince: Date | null;
  readonly codesLeft: number;
  readonly passkeys: readonly Passkey[];
  /** The municipality asks a second factor of this person. */
  readonly factorDemanded: boolean;
  /** Open ones, the latest use first. */
  readonly sessions: readonly Session[];
}

/** How one gets in oneself, and where one is signed in (ID-11). */
@Injectable()
export class MyAccess {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRows,
    private readonly factors: FactorRows,
    private readonly passkeys: PasskeyRows,
    private readonly sessions: SessionRows,
    private readonly duties: Duties,
  ) {}

  show(staffNo: StaffNo): Promise<MyAccessFacts> {
    return this.uow.read(async () => {
      const [passwordSince, totpSince, codesLeft, passkeys, sessions, now] = await Promise.all([
        this.accounts.passwordSince(staffNo),
        this.factors.totpSince(staffNo),
        this.factors.codesLeft(staffNo),
        this.passkeys.of(staffNo),
        this.sessions.openOf(staffNo),
        this.uow.now(),
      ]);
      const factorDemanded = await this.duties.demandsFactor(staffNo);
      const open = sessions.filter((session) => isAlive(session, now));
      return { passwordSince, totpSince, codesLeft, passkeys, factorDemanded, sessions: open };
    });
  }

  /** @throws DomainError identity.no-such-session */
  async end(staffNo: StaffNo, id: string): Promise<void> {
    await this.uow.run(async () => {
      if (!(await this.sessions.revokeOne(staffNo, id, await this.uow.now())))
        throw refuseAccess('identity.no-such-session', {});
    });
  }

  /** @returns how many ended */
  endOthers({ staffNo, id }: Session): Promise<number> {
    return this.uow.run(async () => this.sessions.revokeAllOf(staffNo, await this.uow.now(), id));
  }
}
