import { Injectable } from '@nestjs/common';
import { type UnitCode, newId } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { isShort } from '../../core/emergency';
import { EmergencyRows, type NewEmergency } from '../../data/emergency-rows';
import { refuseEmergency } from '../../emergency-errors';
import { emergencyAsked } from '../../events';
import { EmergencyMatters } from './emergency-matters';
import { mayAsk } from './emergency-rights';
import { EmergencyTables } from './emergency-tables';

export interface WantedEmergency {
  readonly reason: string;
  readonly until: Date;
  /** Numbers of documents and receipts; none where a section is wanted. */
  readonly numbers: readonly string[];
  readonly unitCode: UnitCode | null;
}

type Scope = Pick<NewEmergency, 'matters' | 'numbers' | 'unitCode' | 'unitName' | 'concernedUnits'>;

/** 緊急閲覧 is asked for: it opens nothing until another person confirms it (ID-23). */
@Injectable()
export class AskEmergency {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: EmergencyRows,
    private readonly matters: EmergencyMatters,
    private readonly tables: EmergencyTables,
    private readonly ledger: Ledger,
    private readonly bus: EventBus,
  ) {}

  /** @throws DomainError identity.emergency-not-asker, emergency-too-long, emergency-scope, emergency-unknown, emergency-ambiguous */
  run(wanted: WantedEmergency, actor: Actor): Promise<string> {
    if (!mayAsk(actor)) throw refuseEmergency('identity.emergency-not-asker', {});
    return this.uow.run(async () => {
      const askedAt = await this.uow.now();
      const { mostHours } = await this.tables.limits();
      if (!isShort(wanted.until, askedAt, mostHours))
        throw refuseEmergency('identity.emergency-too-long', { mostHours });
      const { reason, until } = wanted;
      const id = newId<string>();
      const scope = await this.scopeOf(wanted);
      await this.rows.insert({ id, asker: actor.staffNo, askerName: actor.name, reason, askedAt, until, ...scope });
      const { numbers, unitCode } = scope;
      this.ledger.record({
        subject: { kind: 'emergency', id },
        kind: 'identity.emergency-asked',
        actor: actor.staffNo,
        facts: { reason, until: until.toISOString(), numbers: [...numbers], unit: unitCode },
      });
      await this.bus.publish(emergencyAsked, id, { emergencyId: id, askerName: actor.name });
      return id;
    });
  }

  private async scopeOf({ numbers, unitCode }: WantedEmergency): Promise<Scope> {
    if ((unitCode === null) === (numbers.length === 0)) throw refuseEmergency('identity.emergency-scope', {});
    if (unitCode !== null) {
      const unitName = await this.tables.sectionName(unitCode);
      if (unitName === null) throw refuseEmergency('identity.emergency-unknown', { names: [unitCode] });
      return { matters: [], numbers: [], unitCode, unitName, concernedUnits: [unitCode] };
    }
    const names = [...new Set(numbers.map((number) => number.trim()))];
    const found = await this.matters.find(names);
    const timesOf = (name: string) => new Set(found.flatMap(({ id, number }) => (number === name ? [id] : []))).size;
    const unknown = names.filter((name) => timesOf(name) === 0);
    if (unknown.length > 0) throw refuseEmergency('identity.emergency-unknown', { names: unknown });
    const ambiguous = names.filter((name) => timesOf(name) > 1);
    if (ambiguous.length > 0) throw refuseEmergency('identity.emergency-ambiguous', { names: ambiguous });
    const matters = [...new Set(found.map(({ id }) => id))];
    const concernedUnits = [...new Set(found.map(({ section }) => section))];
    return { matters, numbers: names, unitCode: null, unitName: null, concernedUnits };
  }
}
