import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { Actors, MunicipalitySettings } from '@fubako/organisation';
import { AccountRows } from '../data/account-rows';
import { type Duty, SessionRows } from '../data/session-rows';
import { SecondFactors } from './second-factors';

/** What a person has to do before anything else (ID-14, ID-17). Call inside a unit of work. */
@Injectable()
export class Duties {
  constructor(
    private readonly accounts: AccountRows,
    private readonly sessions: SessionRows,
    private readonly factors: SecondFactors,
    private readonly actors: Actors,
    private readonly settings: MunicipalitySettings,
  ) {}

  async of(staffNo: StaffNo): Promise<Duty | null> {
    const account = await this.accounts.lock(staffNo);
    if (account?.passwordTemporary) return 'new_password';
    return (await this.demandsFactor(staffNo)) && (await this.factors.of(staffNo)).length === 0
      ? 'second_factor'
      : null;
  }

  /** ID-14 Whether the municipality asks a second factor of this person, by role. */
  async demandsFactor(staffNo: StaffNo): Promise<boolean> {
    const { access } = await this.settings.current();
    if (access.secondFactorFor.length === 0) return false;
    const { roles } = await this.actors.of(staffNo);
    return access.secondFactorFor.some((role) => role === 'everyone' || roles.some((held) => held.role === role));
  }

  /** Tells the open sessions of the person what is left to do. */
  async renew(staffNo: StaffNo): Promise<void> {
    await this.sessions.setDuty(staffNo, await this.of(staffNo));
  }
}
