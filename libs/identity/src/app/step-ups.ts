import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import type { ProofOfReaders } from '@fubako/ledger';
import { MunicipalitySettings, type StepUpAct } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { isProven } from '../core/session-life';
import type { Session } from '../data/session-rows';
import { refuseAccess } from '../access-errors';
import { SecondFactors } from './second-factors';

/** One's own password and factors, the second word of an emergency, and the end of a lock on disposals need a proof whatever the municipality asks. */
const ALWAYS_PROVEN = ['own_access', 'emergency_reading', 'disposal_release'] as const;
export type ProvenAct = StepUpAct | (typeof ALWAYS_PROVEN)[number];
/** What a proof is asked for: acts, and reading what is secret. */
type Asking = ProvenAct | 'secret_reading';

type Proven = Pick<Session, 'staffNo' | 'provenAt'>;

/** 本人確認 before weighty acts (ID-15) and secret readings (ID-24): the person was proven a moment ago, or is asked to be. */
@Injectable()
export class StepUps implements ProofOfReaders {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: MunicipalitySettings,
    private readonly factors: SecondFactors,
  ) {}

  /**
   * @param session in which the act is asked for; null for programs of the house, which are not asked
   * @throws DomainError identity.proof-needed, with what the person can be proven by
   */
  async demand(act: ProvenAct, session: Proven | null): Promise<void> {
    if (!session) return;
    await this.uow.read(async () => {
      const { stepUp } = (await this.settings.current()).access;
      if (!(ALWAYS_PROVEN as readonly string[]).includes(act) && !stepUp.acts.includes(act as StepUpAct)) return;
      if (isProven(session.provenAt, await this.uow.now(), stepUp.withinMinutes)) return;
      await this.refuse(session, act);
    });
  }

  /** ID-24 秘密区分 whose content this person is not handed before being proven anew; none where the worker acts. */
  async closed({ provenAt }: Actor): Promise<readonly string[]> {
    if (provenAt === undefined) return [];
    return this.uow.read(async () => {
      const { stepUp } = (await this.settings.current()).access;
      if (stepUp.readings.length === 0) return [];
      return isProven(provenAt, await this.uow.now(), stepUp.withinMinutes) ? [] : stepUp.readings;
    });
  }

  /** @throws DomainError identity.proof-needed, always */
  refuse({ staffNo }: Pick<Proven, 'staffNo'>, act: Asking = 'secret_reading'): Promise<never> {
    return this.uow.read(async () => {
      const { withinMinutes } = (await this.settings.current()).access.stepUp;
      const factors = await this.factors.of(staffNo);
      const by = factors.length > 0 ? factors : ['password'];
      throw refuseAccess('identity.proof-needed', { act, by, withinMinutes });
    });
  }

  /** From which amount in yen a final decision needs a proof; null: it never does. Call inside a unit of work. */
  async decisionsFrom(): Promise<number | null> {
    const { stepUp } = (await this.settings.current()).access;
    return stepUp.acts.includes('final_decision') ? stepUp.decisionsFrom : null;
  }
}
