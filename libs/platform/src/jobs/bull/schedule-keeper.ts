import { Logger } from '@nestjs/common';
import { JAPAN_TIME_ZONE } from '@fubako/kernel';
import { Lane, type Schedule } from '../job';
import type { JobRegistry } from '../job-registry';
import { type BullJobQueue, optionsOf } from './bull-job-queue';

const LOOK_EVERY_MS = 60_000;

/**
 * Keeps the schedules of the registry in the backend. Looks again every minute, because a Redis that was emptied has
 * forgotten them, and removes those that no module asks for any more.
 */
export class ScheduleKeeper {
  private readonly logger = new Logger('jobs');
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly registry: JobRegistry,
    private readonly queue: BullJobQueue,
  ) {}

  async start(): Promise<void> {
    await this.removeForgotten();
    await Promise.all(this.registry.schedules().map((schedule) => this.install(schedule)));
    this.timer = setInterval(() => void this.restore(), LOOK_EVERY_MS).unref();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  /** Installs what the backend has lost. Never rejects: the next look comes in a minute. */
  async restore(): Promise<void> {
    try {
      for (const schedule of this.registry.schedules()) {
        const kept = await (await this.queue.lane(schedule.job.lane)).getJobScheduler(schedule.name);
        if (!kept) await this.install(schedule);
      }
    } catch (error) {
      this.logger.warn({ message: 'the schedules could not be checked', error });
    }
  }

  private async install({ name, job, payload, when }: Schedule): Promise<void> {
    const repeat = 'everyMs' in when ? { every: when.everyMs } : { pattern: when.cron, tz: JAPAN_TIME_ZONE };
    const template = { name: job.name, data: job.payload.parse(payload), opts: optionsOf(job) };
    await (await this.queue.lane(job.lane)).upsertJobScheduler(name, repeat, template);
  }

  private async removeForgotten(): Promise<void> {
    const schedules = this.registry.schedules();
    for (const lane of Object.values(Lane)) {
      const wanted = new Set(schedules.filter(({ job }) => job.lane === lane).map(({ name }) => name));
      const queue = await this.queue.lane(lane);
      const forgotten = (await queue.getJobSchedulers()).filter(({ key }) => !wanted.has(key));
      for (const { key } of forgotten) await queue.removeJobScheduler(key);
    }
  }
}
