import { Injectable, Logger } from '@nestjs/common';
import { type JobDefinition, JobQueue } from '../jobs';
import { EventBus } from '../outbox';
import { deliverHeavyOutbox, deliverOutbox } from './deliver-outbox';
import { OutboxRows, type Unpublished } from './outbox-rows';

export const PUBLISH_BATCH = 100;
const REQUEUE_BATCH = 1_000;

/** Makes jobs of owed rows. */
@Injectable()
export class PublishOutbox {
  private readonly logger = new Logger('outbox');

  constructor(
    private readonly rows: OutboxRows,
    private readonly queue: JobQueue,
    private readonly bus: EventBus,
  ) {}

  /** @returns how many rows were published now, at most one batch */
  run(): Promise<number> {
    return this.rows.publish(PUBLISH_BATCH, async (rows) => {
      const isHeavy = ({ consumer }: Unpublished) => this.bus.isHeavy(consumer);
      await this.add(
        deliverOutbox,
        rows.filter((row) => !isHeavy(row)),
      );
      await this.add(deliverHeavyOutbox, rows.filter(isHeavy));
    });
  }

  /**
   * Gives rows back whose publication led to nothing, whatever the queue believes.
   * @param patienceMs how long a row may stay undone after its first publication; doubled each time
   * @returns how many will be published again
   */
  async reconcile(patienceMs: number): Promise<number> {
    const overdue = await this.rows.requeueOverdue(patienceMs, REQUEUE_BATCH);
    if (overdue > 0) this.logger.warn({ message: 'work that led to nothing is published again', rows: overdue });
    return overdue;
  }

  private add(job: JobDefinition<{ id: number }>, rows: readonly Unpublished[]): Promise<void> {
    const orders = rows.map(({ id, publication }) => ({ payload: { id }, jobId: `outbox-${id}-${publication}` }));
    return this.queue.addAll(job, orders);
  }
}
