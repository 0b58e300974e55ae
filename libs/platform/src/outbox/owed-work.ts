import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '../database';

/** An effect that did not come about although it was tried, or that nobody has tried for long. */
export interface StuckEffect {
  readonly id: number;
  readonly consumer: string;
  readonly eventName: string;
  /** Id of the thing the event is about. */
  readonly subject: string;
  readonly createdAt: Date;
  readonly attempts: number;
  readonly lastError: string | null;
}

export interface OwedSummary {
  readonly owed: number;
  readonly oldestAt: Date | null;
}

const STUCK_AFTER = { attempts: 3, minutes: 10 } as const;

/** For operators: what the system still owes, and another try now instead of after the growing pause. */
@Injectable()
export class OwedWork {
  constructor(private readonly uow: UnitOfWork) {}

  summary(): Promise<OwedSummary> {
    return this.uow.read(() =>
      this.uow.one<OwedSummary>(
        sql`select count(*) as owed, min(created_at) as "oldestAt" from platform.outbox where done_at is null`,
      ),
    );
  }

  /** Whether something is owed for longer than `minutes` that no worker has even begun to deliver. */
  async isUnheard(minutes: number): Promise<boolean> {
    const unheard = await this.uow.read(() =>
      this.uow.maybe(sql`
        select id from platform.outbox
        where published_at is null and done_at is null and attempts = 0
          and created_at < clock_timestamp() - make_interval(mins => ${minutes}) limit 1`),
    );
    return unheard !== null;
  }

  /** Oldest first. */
  stuck(limit: number): Promise<StuckEffect[]> {
    return this.uow.read(() =>
      this.uow.rows<StuckEffect>(sql`
        select id, consumer, event_name as "eventName", subject, created_at as "createdAt", attempts, last_error as "lastError"
        from platform.outbox
        where done_at is null
          and (attempts >= ${STUCK_AFTER.attempts} or created_at < clock_timestamp() - make_interval(mins => ${STUCK_AFTER.minutes}))
        order by created_at, id limit ${limit}`),
    );
  }

  /** @returns false when nothing is owed under this id */
  async tryNow(id: number): Promise<boolean> {
    const changed = await this.uow.run(() =>
      this.uow.change(sql`update platform.outbox set published_at = null where id = ${id} and done_at is null`),
    );
    return changed > 0;
  }
}
