import { Injectable, Logger } from '@nestjs/common';
import { type Job, UnrecoverableError } from 'bullmq';
import { RequestTrace, summaryOf } from '../observability';
import type { LaneWorker } from './bull/bull-connection';
import { BullJobQueue, queueNameOf } from './bull/bull-job-queue';
import { ScheduleKeeper } from './bull/schedule-keeper';
import { Lane } from './job';
import { JobRegistry } from './job-registry';

export interface JobHostOptions {
  /** How long a silent worker keeps its jobs; afterwards another gets them. */
  readonly lockMs: number;
  /** How often abandoned jobs are looked for. */
  readonly stalledEveryMs: number;
  readonly concurrency: Readonly<Record<Lane, number>>;
}

/** Together with the relay they fit into the default DATABASE_POOL of 10 (docs/operations/jobs.md). */
export const HOST_DEFAULTS: JobHostOptions = {
  lockMs: 30_000,
  stalledEveryMs: 10_000,
  concurrency: { light: 5, heavy: 2 },
};

/** Deaths of a worker that one job survives; a job that kills every worker must not go round for ever. */
const MAX_STALLS = 3;
const GRACE_MS = 25_000;

/** Runs the jobs of the registry in this process. Only the worker has one. */
@Injectable()
export class JobHost {
  private readonly logger = new Logger('jobs');
  private readonly schedules: ScheduleKeeper;
  private workers: LaneWorker[] = [];

  constructor(
    private readonly registry: JobRegistry,
    private readonly queue: BullJobQueue,
    private readonly options: JobHostOptions = HOST_DEFAULTS,
  ) {
    this.schedules = new ScheduleKeeper(registry, queue);
  }

  /** @throws Error when a job has no handler */
  async start(): Promise<void> {
    this.registry.assertHandled();
    await this.queue.connection.prepare();
    this.workers = Object.values(Lane).map((lane) => this.open(lane));
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
    await this.schedules.start();
  }

  /** Takes no new jobs and waits for the running ones; what is not done by then is run again by another worker. */
  async stop(graceMs = GRACE_MS): Promise<void> {
    this.schedules.stop();
    const closing = this.workers.splice(0).map((worker) => closeWithin(worker, graceMs));
    const late = (await Promise.all(closing)).filter((closed) => !closed).length;
    if (late > 0) this.logger.warn({ message: 'jobs were still running at the end of the grace period', lanes: late });
  }

  private open(lane: Lane): LaneWorker {
    const worker = this.queue.connection.worker(queueNameOf(lane), (job) => this.run(job), {
      concurrency: this.options.concurrency[lane],
      lockDuration: this.options.lockMs,
      stalledInterval: this.options.stalledEveryMs,
      maxStalledCount: MAX_STALLS,
      runRetryDelay: 2_000,
    });
    worker.on('error', (error) => this.logger.warn({ message: 'the queue does not answer', lane, error }));
    worker.on('stalled', (jobId) =>
      this.logger.warn({ message: 'a worker died or froze; its job runs again', lane, job: jobId }),
    );
    return worker;
  }

  private run(job: Job<object, void>): Promise<void> {
    return RequestTrace.run(job.id ?? job.name, async () => {
      try {
        await this.handle(job);
      } catch (error) {
        const attempt = job.attemptsMade + 1;
        const last = error instanceof UnrecoverableError || attempt >= (job.opts.attempts ?? 1);
        const message = last ? 'a job failed for good' : 'a job failed and will be tried again';
        this.logger[last ? 'error' : 'warn']({ message, kind: job.name, attempt, error });
        throw keptError(error);
      }
    });
  }

  private async handle(job: Job<object, void>): Promise<void> {
    const found = this.registry.find(job.name);
    if (!found) throw new UnrecoverableError('this build has no handler for the job');
    const payload = found.job.payload.safeParse(job.data);
    if (!payload.success) throw new UnrecoverableError('the payload of the job is not what its kind demands');
    await found.handler(payload.data, { jobId: job.id ?? '', attempt: job.attemptsMade + 1 });
  }
}

/** What the backend keeps of an error: Redis is no place for what people typed. */
function keptError(error: unknown): Error {
  const kept = error instanceof UnrecoverableError ? error : new Error(summaryOf(error));
  kept.stack = kept.message;
  return kept;
}

async function closeWithin(worker: LaneWorker, graceMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), graceMs);
  });
  try {
    return await Promise.race([worker.close().then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
