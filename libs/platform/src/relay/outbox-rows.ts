import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '../database';
import type { DomainEvent } from '../outbox';

/** What is owed to one consumer of one event. */
export interface OwedEffect {
  readonly id: number;
  readonly consumer: string;
  readonly event: DomainEvent;
  /** Which start of the consumer this is, from 1. */
  readonly attempt: number;
}

export interface Unpublished {
  readonly id: number;
  readonly consumer: string;
  /** Which publication this will be, from 1. */
  readonly publication: number;
}

interface OutboxRow {
  readonly id: number;
  readonly consumer: string;
  readonly event_id: string;
  readonly event_name: string;
  readonly subject: string;
  readonly payload: unknown;
  readonly attempts: number;
}

/**
 * The rows of platform.outbox as relay and deliverer see them. `published_at` is the last sign that somebody cares
 * (published, or still being worked on); `publications` counts the jobs made of it, `attempts` the starts of the consumer.
 */
@Injectable()
export class OutboxRows {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Hands up to `limit` unpublished rows to `publish` and marks them published, passing over those another relay holds.
   * `publish` runs inside the unit, the one exception to the rule: the row locks keep relays apart, and a job that was
   * added in a unit that failed is recognised by its id the next time.
   * @returns how many there were
   */
  publish(limit: number, publish: (rows: readonly Unpublished[]) => Promise<void>): Promise<number> {
    return this.uow.run(async () => {
      const rows = await this.uow.rows<Unpublished>(sql`
        select id, consumer, publications + 1 as publication from platform.outbox
        where published_at is null and done_at is null
        order by id limit ${limit} for update skip locked`);
      if (rows.length === 0) return 0;
      await publish(rows);
      const ids = rows.map(({ id }) => id);
      await this.uow.change(
        sql`update platform.outbox set published_at = clock_timestamp(), publications = publications + 1 where id = any(${ids}::bigint[])`,
      );
      return rows.length;
    });
  }

  /** Counts a start of the consumer; null when nothing is owed under this id. */
  begin(id: number): Promise<OwedEffect | null> {
    return this.uow.run(async () => {
      const row = await this.uow.maybe<OutboxRow>(sql`
        update platform.outbox set attempts = attempts + 1, published_at = clock_timestamp()
        where id = ${id} and done_at is null
        returning id, consumer, event_id, event_name, subject, payload, attempts`);
      return row && effectOf(row);
    });
  }

  /**
   * Puts the effect in and ticks the row, together and once: whoever comes second finds the row ticked and does nothing,
   * whoever comes at the same time waits.
   */
  complete(id: number, work: () => Promise<void>): Promise<void> {
    return this.uow.run(async () => {
      const owed = await this.uow.maybe(
        sql`select id from platform.outbox where id = ${id} and done_at is null for update`,
      );
      if (owed === null) return;
      await work();
      await this.uow.change(sql`
        update platform.outbox
        set done_at = clock_timestamp(), published_at = coalesce(published_at, clock_timestamp()), last_error = null
        where id = ${id}`);
    });
  }

  /** Remembers why the consumer failed; false when the effect is in all the same. */
  async fail(id: number, reason: string): Promise<boolean> {
    const changed = await this.uow.run(() =>
      this.uow.change(sql`update platform.outbox set last_error = ${reason} where id = ${id} and done_at is null`),
    );
    return changed > 0;
  }

  /** A sign of life of a long consumer, so that its effect is not published again meanwhile. */
  async stillWorking(id: number): Promise<void> {
    await this.uow.run(() =>
      this.uow.change(sql`
        update platform.outbox set published_at = clock_timestamp()
        where id in (select id from platform.outbox where id = ${id} and done_at is null for update skip locked)`),
    );
  }

  /**
   * Makes rows unpublished again whose publication led to nothing for too long, whatever the queue believes.
   * The pause is `patienceMs`, doubled with each publication, at most 64-fold; there is no last time.
   */
  requeueOverdue(patienceMs: number, limit: number): Promise<number> {
    return this.uow.run(() =>
      this.uow.change(sql`
        update platform.outbox set published_at = null where id in (
          select id from platform.outbox
          where done_at is null
            and published_at < clock_timestamp() - make_interval(secs => ${patienceMs} / 1000.0 * power(2, least(publications - 1, 6)))
          order by published_at limit ${limit} for update skip locked)`),
    );
  }
}

function effectOf({ id, consumer, event_id, event_name, subject, payload, attempts }: OutboxRow): OwedEffect {
  return { id, consumer, attempt: attempts, event: { id: event_id, name: event_name, subject, payload } };
}
