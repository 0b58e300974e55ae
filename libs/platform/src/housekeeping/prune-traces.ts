import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '../database';

/** Days after which a delivered effect is no longer of use to an operator. */
const DELIVERED_DAYS = 30;
/** Days for which a repeated request gets its stored answer (reliability 4.2). */
const ANSWER_DAYS = 400;
const BATCH = 10_000;

/** Removes technical traces that have served: delivered outbox rows and old answers. Never anything that people made. */
@Injectable()
export class PruneTraces {
  constructor(private readonly uow: UnitOfWork) {}

  /** Small units, so that nobody waits for it. @returns rows removed */
  async run(): Promise<number> {
    return (await this.untilDone(() => this.delivered())) + (await this.untilDone(() => this.answers()));
  }

  private delivered(): Promise<number> {
    return this.uow.change(sql`
      delete from platform.outbox where id in (
        select id from platform.outbox where done_at < now() - make_interval(days => ${DELIVERED_DAYS}) order by id limit ${BATCH})`);
  }

  private answers(): Promise<number> {
    return this.uow.change(sql`
      delete from platform.idempotency where (actor, key) in (
        select actor, key from platform.idempotency where created_at < now() - make_interval(days => ${ANSWER_DAYS}) limit ${BATCH})`);
  }

  private async untilDone(batch: () => Promise<number>): Promise<number> {
    let total = 0;
    for (let removed = BATCH; removed === BATCH; total += removed) removed = await this.uow.run(batch);
    return total;
  }
}
