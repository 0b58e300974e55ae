import { Injectable } from '@nestjs/common';
import type { JobDefinition, JobHandler, Schedule } from './job';

/**
 * Which jobs this program knows, who handles them, and what is scheduled. Modules register in their constructors, in the
 * API as in the worker; only the worker runs anything.
 */
@Injectable()
export class JobRegistry {
  private readonly jobs = new Map<string, JobDefinition>();
  private readonly handlers = new Map<string, JobHandler<never>>();
  private readonly scheduled = new Map<string, Schedule>();

  /** Announces that jobs of this kind will be added. @throws Error when another job has the name. */
  declare(job: JobDefinition): void {
    const known = this.jobs.get(job.name);
    if (known && known !== job) throw new Error(`Two jobs are called ${job.name}.`);
    this.jobs.set(job.name, job);
  }

  /** @throws Error when the job already has a handler */
  handle<P extends object>(job: JobDefinition<P>, handler: JobHandler<P>): void {
    this.declare(job);
    if (this.handlers.has(job.name)) throw new Error(`Job ${job.name} has two handlers.`);
    this.handlers.set(job.name, handler as JobHandler<never>);
  }

  /** @throws Error when another schedule has the name */
  schedule<P extends object>(schedule: Schedule<P>): void {
    this.declare(schedule.job);
    if (this.scheduled.has(schedule.name)) throw new Error(`Two schedules are called ${schedule.name}.`);
    this.scheduled.set(schedule.name, schedule);
  }

  /** @throws Error naming the jobs that nobody would do: the worker must not start. */
  assertHandled(): void {
    const orphans = [...this.jobs.keys()].filter((name) => !this.handlers.has(name));
    if (orphans.length > 0) throw new Error(`Nobody handles ${orphans.join(', ')}: compose the module that does.`);
  }

  /** @throws Error for a job that no module has declared */
  assertDeclared(job: JobDefinition): void {
    if (this.jobs.get(job.name) !== job)
      throw new Error(`Job ${job.name} is not declared: call JobRegistry.declare or handle in the module.`);
  }

  find(name: string): { readonly job: JobDefinition; readonly handler: JobHandler<object> } | null {
    const job = this.jobs.get(name);
    const handler = this.handlers.get(name);
    return job && handler ? { job, handler: handler as JobHandler<object> } : null;
  }

  schedules(): readonly Schedule[] {
    return [...this.scheduled.values()];
  }
}
