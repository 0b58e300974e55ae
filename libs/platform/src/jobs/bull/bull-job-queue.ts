import { Injectable } from '@nestjs/common';
import type { JobsOptions, JobType } from 'bullmq';
import { type JobDefinition, Lane } from '../job';
import { type FailedJob, type JobCounts, type JobOptions, type JobOrder, JobQueue } from '../job-queue';
import { JobRegistry } from '../job-registry';
import type { BullConnection, LaneQueue } from './bull-connection';

const DAY_SECONDS = 86_400;
const ANSWER_WITHIN_MS = 8_000;

const STATES = {
  waiting: ['waiting', 'prioritized'],
  active: ['active'],
  delayed: ['delayed'],
  failed: ['failed'],
} as const;

/** A finished job leaves at once: its effect is in a table. A failed one stays a week for the operator to see. */
const KEEPING = { removeOnComplete: true, removeOnFail: { age: 7 * DAY_SECONDS, count: 1_000 } } as const;

/** The name of a lane in the backend. */
export const queueNameOf = (lane: Lane): string => `fubako-${lane}`;

/** How BullMQ is to treat a job of this kind. */
export function optionsOf(job: JobDefinition): JobsOptions {
  return { attempts: job.attempts, backoff: { type: job.backoff.kind, delay: job.backoff.delayMs }, ...KEEPING };
}

/** {@link JobQueue} on BullMQ: one queue for each lane, opened when first needed. */
@Injectable()
export class BullJobQueue extends JobQueue {
  private readonly queues = new Map<Lane, Promise<LaneQueue>>();

  constructor(
    private readonly registry: JobRegistry,
    readonly connection: BullConnection,
  ) {
    super();
  }

  add<P extends object>(job: JobDefinition<P>, payload: P, options: JobOptions = {}): Promise<void> {
    return this.addAll(job, [{ ...options, payload }]);
  }

  async addAll<P extends object>(job: JobDefinition<P>, orders: readonly JobOrder<P>[]): Promise<void> {
    this.registry.assertDeclared(job as JobDefinition);
    if (orders.length === 0) return;
    const jobs = orders.map(({ payload, jobId, delayMs }) => ({
      name: job.name,
      data: job.payload.parse(payload),
      opts: { ...optionsOf(job as JobDefinition), ...(jobId ? { jobId } : {}), ...(delayMs ? { delay: delayMs } : {}) },
    }));
    await within(
      ANSWER_WITHIN_MS,
      this.lane(job.lane).then((queue) => queue.addBulk(jobs)),
    );
  }

  async counts(): Promise<JobCounts> {
    const lanes = await this.lanes();
    const counts = await Promise.all(lanes.map((queue) => queue.getJobCounts(...Object.values(STATES).flat())));
    const sum = (states: readonly JobType[]) =>
      counts.flatMap((lane) => states.map((state) => lane[state] ?? 0)).reduce((a, b) => a + b, 0);
    return {
      waiting: sum(STATES.waiting),
      active: sum(STATES.active),
      delayed: sum(STATES.delayed),
      failed: sum(STATES.failed),
    };
  }

  async failed(limit: number): Promise<readonly FailedJob[]> {
    const lanes = await Promise.all((await this.lanes()).map((queue) => queue.getFailed(0, limit - 1)));
    const jobs = lanes.flat().map((job) => ({
      jobId: job.id ?? '',
      name: job.name,
      attempts: job.attemptsMade,
      reason: job.failedReason ?? '',
      failedAt: job.finishedOn === undefined ? null : new Date(job.finishedOn),
    }));
    return jobs.sort((a, b) => (b.failedAt?.getTime() ?? 0) - (a.failedAt?.getTime() ?? 0)).slice(0, limit);
  }

  check(): Promise<void> {
    return this.connection.check();
  }

  /** The BullMQ queue of a lane, for the host that keeps its schedules. */
  lane(lane: Lane): Promise<LaneQueue> {
    const known = this.queues.get(lane);
    if (known) return known;
    const opening = this.open(lane);
    this.queues.set(lane, opening);
    // BullMQ remembers for ever that its first connection failed, so a queue that did not get ready is not kept.
    opening.catch(() => this.queues.delete(lane));
    return opening;
  }

  async close(): Promise<void> {
    const open = await Promise.allSettled(this.queues.values());
    this.queues.clear();
    for (const queue of open) if (queue.status === 'fulfilled') await queue.value.close();
    await this.connection.close();
  }

  private async open(lane: Lane): Promise<LaneQueue> {
    const queue = this.connection.queue(queueNameOf(lane));
    // The connection itself reports what breaks it; without a listener BullMQ prints the whole client to the console.
    queue.on('error', () => undefined);
    try {
      await within(ANSWER_WITHIN_MS, queue.waitUntilReady());
      return queue;
    } catch (error) {
      void queue.close().catch(() => undefined);
      throw error;
    }
  }

  private lanes(): Promise<LaneQueue[]> {
    return Promise.all(Object.values(Lane).map((lane) => this.lane(lane)));
  }
}

/** Whoever adds a job holds rows locked meanwhile: a silent backend must become an error. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The queue did not answer within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
