import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import { JobRegistry, Lane, defineJob } from '../jobs';
import { summaryOf } from '../observability';

import { EventBus, type LateHandler } from '../outbox';
import { type OwedEffect, OutboxRows } from './outbox-rows';

const delivery = {
  /** Nothing but the number of the outbox row: a forged or stale job finds no row that is owed (reliability 4.4). */
  payload: z.strictObject({ id: z.int().positive() }),
  attempts: 3,
  backoff: { kind: 'exponential', delayMs: 1_000 },
} as const;

export const deliverOutbox = defineJob({ ...delivery, name: 'platform.deliver-outbox' });
/** The same for consumers that call themselves heavy. */
export const deliverHeavyOutbox = defineJob({ ...delivery, name: 'platform.deliver-heavy-outbox', lane: Lane.heavy });

const SIGN_OF_LIFE_MS = 20_000;

/** Runs the late consumer of one outbox row. The effect and the tick on the row commit together, once. */
@Injectable()
export class DeliverOutbox {
  private readonly logger = new Logger('outbox');

  constructor(
    private readonly bus: EventBus,
    private readonly rows: OutboxRows,
    jobs: JobRegistry,
  ) {
    jobs.handle(deliverOutbox, ({ id }) => this.run(id));
    jobs.handle(deliverHeavyOutbox, ({ id }) => this.run(id));
  }

  /** @throws whatever the consumer throws, after noting it on the row */
  async run(id: number): Promise<void> {
    const effect = await this.rows.begin(id);
    if (!effect) return;
    const handler = this.bus.consumer(effect.consumer);
    if (!handler) {
      // Stays owed: a build that has the consumer will come, or an operator decides.
      this.logger.error({ message: 'no consumer of this name in this build', consumer: effect.consumer, outbox: id });
      await this.rows.fail(id, `no consumer called ${effect.consumer} in this build`);
      return;
    }
    try {
      await this.whileSayingSo(id, () => this.hand(effect, handler));
    } catch (error) {
      if (await this.rows.fail(id, summaryOf(error))) throw error;
    }
  }

  /** A consumer that returns without `complete` had nothing to put in: its row is ticked for it. */
  private async hand(effect: OwedEffect, handler: LateHandler<unknown>): Promise<void> {
    let ticked = false;
    const complete = async (work: () => Promise<void>) => {
      await this.rows.complete(effect.id, work);
      ticked = true;
    };
    await handler(effect.event, { attempt: effect.attempt, complete });
    if (!ticked) await complete(() => Promise.resolve());
  }

  private async whileSayingSo(id: number, work: () => Promise<void>): Promise<void> {
    const sign = () =>
      void this.rows
        .stillWorking(id)
        .catch((error: unknown) => this.logger.warn({ message: 'no sign of life', error }));
    const timer = setInterval(sign, SIGN_OF_LIFE_MS).unref();
    try {
      await work();
    } finally {
      clearInterval(timer);
    }
  }
}
