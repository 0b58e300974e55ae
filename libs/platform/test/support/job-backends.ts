import { loadSettings } from '@fubako/platform/config';
import { BullJobQueue, bullConnectionFor, HOST_DEFAULTS, JobHost, JobRegistry } from '@fubako/platform/jobs';
import { requiredService } from '@fubako/platform/testing';

/** Short locks, so that a test sees in seconds what production sees in a minute. */
export const IMPATIENT = { ...HOST_DEFAULTS, lockMs: 1_000, stalledEveryMs: 300 };

export interface Process {
  readonly registry: JobRegistry;
  readonly queue: BullJobQueue;
  readonly host: JobHost;
  end(): Promise<void>;
}

/** Both backends, Redis with a database number of this test's own; a missing service is a failure. */
export const backendsIn = (redisDatabase: number): Readonly<Record<string, () => NodeJS.ProcessEnv>> => ({
  postgres: () => ({}),
  redis: () => ({ REDIS_URL: `${requiredService('TEST_REDIS_URL')}/${redisDatabase}` }),
});

/** The job parts of one process: registry, queue and host on connections of their own. */
export function processOn(databaseUrl: string, environment: NodeJS.ProcessEnv): Process {
  const settings = loadSettings({ ...environment, DATABASE_URL: databaseUrl });
  const registry = new JobRegistry();
  const queue = new BullJobQueue(registry, bullConnectionFor(settings.values));
  const host = new JobHost(registry, queue, IMPATIENT);
  const end = async () => {
    await host.stop();
    await queue.close();
  };
  return { registry, queue, host, end };
}
