import {
  type BeforeApplicationShutdown,
  Global,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Settings } from '../config';
import { ProcessHealth } from '../observability';
import { OwedWork } from '../outbox';
import { BullJobQueue } from './bull/bull-job-queue';
import { bullConnectionFor } from './bull/open-bull-connection';
import { JobHost } from './job-host';
import { JobQueue } from './job-queue';
import { JobRegistry } from './job-registry';

/** Owed work that nobody took up for so long means that no worker runs, or none that can. */
const UNHEARD_AFTER_MINUTES = 2;

@Injectable()
class JobsLifetime implements OnApplicationShutdown {
  constructor(
    private readonly queue: BullJobQueue,
    private readonly owed: OwedWork,
    health: ProcessHealth,
  ) {
    health.watch('jobs', () => this.check());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }

  private async check(): Promise<void> {
    await this.queue.check();
    if (await this.owed.isUnheard(UNHEARD_AFTER_MINUTES)) throw new Error('owed work waits and no worker takes it up');
  }
}

/** For every process: asking for jobs and registering handlers. Connects only when a job is added. */
@Global()
@Module({
  providers: [
    JobRegistry,
    {
      provide: BullJobQueue,
      inject: [JobRegistry, Settings],
      useFactory: (registry: JobRegistry, { values }: Settings) =>
        new BullJobQueue(registry, bullConnectionFor(values)),
    },
    { provide: JobQueue, useExisting: BullJobQueue },
    JobsLifetime,
  ],
  exports: [JobRegistry, JobQueue, BullJobQueue],
})
export class JobsModule {}

@Injectable()
class JobHostLifetime implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(JobHost) private readonly host: JobHost) {}

  onApplicationBootstrap(): Promise<void> {
    return this.host.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.host.stop();
  }
}

/** For the worker: runs the jobs from bootstrap to shutdown. */
@Module({
  providers: [
    {
      provide: JobHost,
      inject: [JobRegistry, BullJobQueue],
      useFactory: (registry: JobRegistry, queue: BullJobQueue) => new JobHost(registry, queue),
    },
    JobHostLifetime,
  ],
  exports: [JobHost],
})
export class JobHostModule {}
