import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { stateOf } from '../../core/emergency';
import { type Doing, type Emergency, EmergencyRows } from '../../data/emergency-rows';
import { refuseEmergency } from '../../emergency-errors';
import { emergencyOpened } from '../../events';
import { emergencyActs, mayConfirm, sees } from './emergency-rights';
import { EmergencyTables } from './emergency-tables';

interface Found {
  readonly emergency: Emergency;
  readonly now: Date;
  readonly reviewPost: string | null;
}

/** 緊急閲覧 is confirmed by a second person, which opens it and tells others, or ended before its time (ID-23). */
@Injectable()
export class SettleEmergency {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: EmergencyRows,
    private readonly tables: EmergencyTables,
    private readonly ledger: Ledger,
    private readonly bus: EventBus,
  ) {}

  /** @throws DomainError identity.emergency-not-found, emergency-own, emergency-not-confirmer, emergency-over */
  confirm(id: string, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      const { emergency, now, reviewPost } = await this.find(id, actor);
      if (emergency.asker === actor.staffNo) throw refuseEmergency('identity.emergency-own', {});
      if (!mayConfirm(actor)) throw refuseEmergency('identity.emergency-not-confirmer', {});
      if (stateOf(emergency, now) !== 'waiting') throw refuseEmergency('identity.emergency-over', {});
      await this.rows.confirm(id, doingOf(actor, now));
      this.record('identity.emergency-opened', emergency, actor);
      const { askerName, until, concernedUnits } = emergency;
      await this.bus.publish(emergencyOpened, id, {
        emergencyId: id,
        askerName,
        until: until.toISOString(),
        reviewPost,
        unitCodes: [...concernedUnits],
      });
    });
  }

  /** @throws DomainError identity.emergency-not-found, emergency-not-yours, emergency-over */
  end(id: string, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      const found = await this.find(id, actor);
      const { emergency, now } = found;
      if (stateOf(emergency, now) === 'over') throw refuseEmergency('identity.emergency-over', {});
      if (!emergencyActs(actor, emergency, found).includes('end'))
        throw refuseEmergency('identity.emergency-not-yours', {});
      await this.rows.end(id, doingOf(actor, now));
      this.record('identity.emergency-ended', emergency, actor);
    });
  }

  private async find(id: string, actor: Actor): Promise<Found> {
    const emergency = await this.rows.lock(id);
    const { reviewPost } = await this.tables.limits();
    if (!emergency || !sees(actor, emergency, reviewPost)) throw refuseEmergency('identity.emergency-not-found', {});
    return { emergency, now: await this.uow.now(), reviewPost };
  }

  private record(kind: string, { id, asker, until }: Emergency, actor: Actor): void {
    const facts = { asker, until: until.toISOString() };
    this.ledger.record({ subject: { kind: 'emergency', id }, kind, actor: actor.staffNo, facts });
  }
}

const doingOf = ({ staffNo, name }: Actor, at: Date): Doing => ({ at, staffNo, name });
