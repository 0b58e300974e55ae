import type { z } from 'zod';

/** Heavy jobs (rendering, text recognition) run few at once and never delay the light ones (reliability 4.9). */
export const Lane = { light: 'light', heavy: 'heavy' } as const;
export type Lane = (typeof Lane)[keyof typeof Lane];

/** Pause before a failed job runs again; `exponential` doubles it each time. */
export interface Backoff {
  readonly kind: 'fixed' | 'exponential';
  readonly delayMs: number;
}

/**
 * One kind of background work. The payload carries ids only: a queue is a doorbell, and what it loses, repeats or
 * invents must do no harm (ADR 0004). Handlers load the truth from the database and are safe to run twice.
 */
export interface JobDefinition<P extends object = object> {
  readonly name: string;
  readonly payload: z.ZodType<P>;
  /** Runs in all, the first included. */
  readonly attempts: number;
  readonly backoff: Backoff;
  readonly lane: Lane;
}

type JobDraft<P extends object> = Pick<JobDefinition<P>, 'name' | 'payload'> & Partial<JobDefinition<P>>;

const NAME = /^[a-z0-9]+([.-][a-z0-9]+)*$/;

/** @throws Error for a name that is not `words-in-lower-case` or less than one attempt: faults of the program. */
export function defineJob<P extends object>(draft: JobDraft<P>): JobDefinition<P> {
  const job = { attempts: 3, backoff: { kind: 'exponential', delayMs: 1_000 }, lane: Lane.light, ...draft } as const;
  if (!NAME.test(job.name)) throw new Error(`A job cannot be called "${job.name}".`);
  if (!Number.isInteger(job.attempts) || job.attempts < 1)
    throw new Error(`Job ${job.name} needs at least one attempt.`);
  return job;
}

/** What a handler may know about its run. */
export interface JobRun {
  readonly jobId: string;
  /** From 1. */
  readonly attempt: number;
}

export type JobHandler<P extends object> = (payload: P, run: JobRun) => Promise<void>;

/** When a schedule rings: every so many milliseconds, or by cron in Japanese time. */
export type Recurrence = { readonly everyMs: number } | { readonly cron: string };

/** Work that is due again and again: sweeps and reminders only. */
export interface Schedule<P extends object = object> {
  readonly name: string;
  readonly job: JobDefinition<P>;
  readonly payload: P;
  readonly when: Recurrence;
}
