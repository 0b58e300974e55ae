import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import { EventBus } from '@fubako/platform/outbox';
import type { Absence } from '../core/absence';
import { absenceEnded, absenceRegistered } from '../events';

/** Ledger entries and events of absences, in the unit of the act. */
@Injectable()
export class AbsenceNews {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: EventBus,
  ) {}

  async registered(absence: Absence, by: string, onBehalfBecause: string | null): Promise<void> {
    const { id, staffNo, kind, from, until, reason } = absence;
    const span = { from: from.toISOString(), until: until.toISOString() };
    const facts = { staffNo, kind, ...span, reason, onBehalfBecause };
    this.ledger.record({ subject: { kind: 'absence', id }, kind: 'organisation.absence-registered', actor: by, facts });
    await this.events.publish(absenceRegistered, id, { absenceId: id, staffNo, kind, ...span });
  }

  /** @param until the new end; for one taken back before it began, its beginning. */
  async ended(absence: Absence, by: string, until: Date): Promise<void> {
    const { id, staffNo, kind, from } = absence;
    const span = { from: from.toISOString(), until: until.toISOString() };
    const facts = { staffNo, kind, ...span, plannedUntil: absence.until.toISOString() };
    this.ledger.record({ subject: { kind: 'absence', id }, kind: 'organisation.absence-ended', actor: by, facts });
    await this.events.publish(absenceEnded, id, { absenceId: id, staffNo, kind, ...span });
  }
}
