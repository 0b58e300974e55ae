import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { UnitOfWork, sql } from '../database';
import type { DomainEvent, EventType, InUnitHandler, LateConsumer, LateHandler } from './event';

/** Postgres channel that wakes the relay; losing a notification only costs the polling interval. */
const OUTBOX_CHANNEL = 'fubako_outbox';
/** LISTEN takes no parameters, so the statement stands beside the name. */
export const LISTEN_TO_OUTBOX = 'listen fubako_outbox';

/**
 * Carries news upwards: libs call down, events go any way (architecture §1).
 * `inUnit` consumers act inside the announcing transaction; `later` consumers are owed as outbox rows.
 */
@Injectable()
export class EventBus {
  private readonly joined = new Map<string, InUnitHandler<never>[]>();
  private readonly late = new Map<string, { eventName: string; heavy: boolean; handler: LateHandler<never> }>();

  constructor(private readonly uow: UnitOfWork) {}

  /** The consumer's effect commits with the announcing unit, or both fail. */
  inUnit<P>(type: EventType<P>, handler: InUnitHandler<P>): void {
    const handlers = this.joined.get(type.name) ?? [];
    this.joined.set(type.name, [...handlers, handler as InUnitHandler<never>]);
  }

  /**
   * The consumer runs in the worker, once for each event as far as its effects go.
   * @param consumer its name, for ever: rows are owed to it. Give `{ name, heavy: true }` to one that takes seconds or a
   *   whole processor (text recognition, rendering), so that it runs few at once and delays nobody.
   * @throws Error when the name is taken
   */
  later<P>(type: EventType<P>, consumer: string | LateConsumer, handler: LateHandler<P>): void {
    const { name, heavy } = typeof consumer === 'string' ? { name: consumer, heavy: false } : consumer;
    if (this.late.has(name)) throw new Error(`Two consumers are called ${name}.`);
    this.late.set(name, { eventName: type.name, heavy, handler: handler as LateHandler<never> });
  }

  /** Announces within the running unit. */
  async publish<P extends object>(type: EventType<P>, subject: string, payload: P): Promise<void> {
    await this.publishAll(type, [{ subject, payload }]);
  }

  /** Announces many at once: one insert for all outbox rows. */
  async publishAll<P extends object>(
    type: EventType<P>,
    news: readonly { subject: string; payload: P }[],
  ): Promise<void> {
    if (news.length === 0) return;
    const events: DomainEvent<P>[] = news.map((item) => ({ id: newId<string>(), name: type.name, ...item }));
    this.owe(events);
    for (const handler of this.joined.get(type.name) ?? []) await (handler as InUnitHandler<P>)(events);
  }

  /** The late consumer of this name, for the worker. */
  consumer(name: string): LateHandler<unknown> | null {
    return (this.late.get(name)?.handler as LateHandler<unknown> | undefined) ?? null;
  }

  /** Whether the consumer of this name belongs to the heavy ones; an unknown one does not. */
  isHeavy(name: string): boolean {
    return this.late.get(name)?.heavy ?? false;
  }

  private owe(events: readonly DomainEvent<object>[]): void {
    const rows = events.flatMap((event) =>
      [...this.late]
        .filter(([, { eventName }]) => eventName === event.name)
        .map(([consumer]) => ({
          consumer,
          event_id: event.id,
          event_name: event.name,
          subject: event.subject,
          payload: event.payload,
        })),
    );
    if (rows.length === 0) return;
    this.uow.send(sql`
      with owed as (
        insert into platform.outbox (consumer, event_id, event_name, subject, payload)
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as owed(consumer text, event_id uuid, event_name text, subject text, payload jsonb))
      select pg_notify(${OUTBOX_CHANNEL}, '')`);
  }
}
