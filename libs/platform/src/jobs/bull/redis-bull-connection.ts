import { Logger } from '@nestjs/common';
import { Queue, Worker } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import type { BullConnection, LaneProcessor, LaneQueue, LaneWorker, LaneWorkerOptions } from './bull-connection';

const REPLY_WITHIN_MS = 5_000;

/** Jobs in Redis, for larger houses. It may vanish at any moment: the outbox rings again. */
export class RedisBullConnection implements BullConnection {
  readonly backend = 'redis';
  private readonly logger = new Logger('jobs');
  private asking: Redis | null = null;
  private working: Redis | null = null;

  constructor(
    private readonly url: string,
    private readonly prefix: string,
  ) {}

  queue(name: string): LaneQueue {
    const options = { connection: this.producer(), prefix: this.prefix, skipWaitingForReady: true };
    return new Queue(name, { ...options, streams: { events: { maxLen: 256 } } });
  }

  worker(name: string, processor: LaneProcessor, options: LaneWorkerOptions): LaneWorker {
    // A worker waits for Redis to come back for as long as it takes.
    this.working ??= this.connect({ connectionName: 'fubako-jobs', maxRetriesPerRequest: null });
    return new Worker(name, processor, { ...options, connection: this.working, prefix: this.prefix });
  }

  async prepare(): Promise<void> {
    const [, policy] = (await this.producer()
      .config('GET', 'maxmemory-policy')
      .catch(() => [])) as string[];
    if (policy === undefined || policy === 'noeviction') return;
    this.logger.error({ message: 'Redis may evict jobs: set maxmemory-policy to noeviction', policy });
  }

  async check(): Promise<void> {
    await this.producer().ping();
  }

  async close(): Promise<void> {
    await Promise.all([this.asking, this.working].map(end));
    this.asking = null;
    this.working = null;
  }

  /** Whoever adds a job must hear soon that Redis is away, so it answers or fails within seconds. */
  private producer(): Redis {
    this.asking ??= this.connect({
      connectionName: 'fubako-add',
      maxRetriesPerRequest: 1,
      connectTimeout: REPLY_WITHIN_MS,
      commandTimeout: REPLY_WITHIN_MS,
    });
    return this.asking;
  }

  private connect(options: RedisOptions): Redis {
    const client = new Redis(this.url, { retryStrategy: (times) => Math.min(200 * times, 5_000), ...options });
    client.on('error', (error: Error) => this.logger.warn({ message: 'Redis cannot be reached', error }));
    return client;
  }
}

async function end(client: Redis | null): Promise<void> {
  if (!client || client.status === 'end') return;
  await client.quit().catch(() => client.disconnect());
}
