import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { UnitOfWork, sql } from '../database';
import type { DomainEvent, EventType, InUnitHandler, LateHandler } from './event';

/** Postgres channel that wakes the relay; losing a notification only costs the polling interval. */
export const OUTBOX_CHANNEL = 'fubako_outbox';

/**
 * Carries news upwards: libs call down, events go any way (architecture §1).
 * `inUnit` consumers act inside the announcing transaction; `later` consumers are owed as outbox rows.
 */
@Injectable()
export class EventBus {
  private readonly joined = new Map<string, InUnitHandler<never>[]>();
  private readonly late = new Map<string, { eventName: string; handler: LateHandler<never> }>();

  constructor(private readonly uow: UnitOfWork) {}

  /** The consumer's effect commits with the announcing unit, or both fail. */
  inUnit<P>(type: EventType<P>, handler: InUnitHandler<P>): void {
    const handlers = this.joined.get(type.name) ?? [];
    this.joined.set(type.name, [...handlers, handler as InUnitHandler<never>]);
  }

  /** The consumer runs in the worker, once for each event as far as its effects go. @throws Error when the name is taken. */
  later<P>(type: EventType<P>, consumer: string, handler: LateHandler<P>): void {
    if (this.late.has(consumer)) throw new Error(`Two consumers are called ${consumer}.`);
    this.late.set(consumer, { eventName: type.name, handler: handler as LateHandler<never> });
  }

  /** Announces within the running unit. */
  async publish<P extends object>(type: EventType<P>, subject: string, payload: P): Promise<void> {
    await this.publishAll(type, [{ subject, payload }]);
  }

  /** Announces many at once: one insert for all outbox rows. */
  async publishAll<P extends object>(type: EventType<P>, news: readonly { subject: string; payload: P }[]): Promise<void> {
    if (news.length === 0) return;
    const events: DomainEvent<P>[] = news.map((item) => ({ id: newId<string>(), name: type.name, ...item }));
    await this.owe(events);
    for (const handler of this.joined.get(type.name) ?? []) {
      for (const event of events) await (handler as InUnitHandler<P>)(event);
    }
  }

  /** The late consumer of this name, for the worker. */
  consumer(name: string): LateHandler<unknown> | null {
    return (this.late.get(name)?.handler as LateHandler<unknown> | undefined) ?? null;
  }

  private async owe(events: readonly DomainEvent<object>[]): Promise<void> {
    const rows = events.flatMap((event) =>
      [...this.late]
        .filter(([, { eventName }]) => eventName === event.name)
        .map(([consumer]) => ({ consumer, event_id: event.id, event_name: event.name, subject: event.subject, payload: event.payload })),
    );
    if (rows.length === 0) return;
    await this.uow.change(sql`
      insert into platform.outbox (consumer, event_id, event_name, subject, payload)
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as owed(consumer text, event_id uuid, event_name text, subject text, payload jsonb)`);
    await this.uow.rows(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
  }
}
