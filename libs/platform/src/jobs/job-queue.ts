import type { JobDefinition } from './job';

export interface JobOptions {
  /** At most one job of this id waits, runs or is listed as failed; adding it again does nothing. No colons. */
  readonly jobId?: string;
  readonly delayMs?: number;
}

export type JobOrder<P extends object> = JobOptions & { readonly payload: P };

export interface JobCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

export interface FailedJob {
  readonly jobId: string;
  readonly name: string;
  readonly attempts: number;
  /** What went wrong, without values that may be personal. */
  readonly reason: string;
  readonly failedAt: Date | null;
}

/**
 * Where background work is asked for. Adapters: BullMQ on PostgreSQL (default) and on Redis. One contract suite runs over both.
 * Never the only memory of a duty: what must happen is owed in a table (outbox), the queue only wakes the worker.
 */
export abstract class JobQueue {
  /** Resolves when the job is kept by the queue. @throws Error for an undeclared job or a payload its schema refuses. */
  abstract add<P extends object>(job: JobDefinition<P>, payload: P, options?: JobOptions): Promise<void>;

  /** Many jobs of one kind in one round trip. */
  abstract addAll<P extends object>(job: JobDefinition<P>, orders: readonly JobOrder<P>[]): Promise<void>;

  abstract counts(): Promise<JobCounts>;

  /** Jobs that used up their attempts, latest first. */
  abstract failed(limit: number): Promise<readonly FailedJob[]>;

  /** For readiness: resolves when jobs can be added now. */
  abstract check(): Promise<void>;
}
