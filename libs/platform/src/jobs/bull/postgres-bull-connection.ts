import { Logger } from '@nestjs/common';
import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import { Client, Pool } from 'pg';
import type { BullConnection, LaneProcessor, LaneQueue, LaneWorker, LaneWorkerOptions } from './bull-connection';

/** BullMQ's own schema; it migrates its tables itself (docs/operations/jobs.md). */
const SCHEMA = 'bullmq';

/** One connection for each lane's LISTEN and a few for statements; idle ones are given back after seconds. */
const POOL_SIZE = 6;

const bull = withBackend(createPostgresBackend);

/** Creates or updates BullMQ's tables in the database at `url`. Part of `migrate`; a repeated run changes nothing. */
export async function migrateJobs(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'fubako-migrate' });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
}

/** Jobs in the municipality's own database: nothing else to run, to back up or to lose. */
export class PostgresBullConnection implements BullConnection {
  readonly backend = 'postgres';
  private readonly logger = new Logger('jobs');
  private readonly pool: Pool;

  constructor(private readonly url: string) {
    // A pool of our own instead of the application's: BullMQ's statements need its schema on the search path, and a
    // busy queue must not take the connections that people's requests wait for.
    this.pool = new Pool({
      connectionString: url,
      application_name: 'fubako-jobs',
      max: POOL_SIZE,
      idleTimeoutMillis: 5_000,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      statement_timeout: 30_000,
      options: `-c search_path=${SCHEMA}`,
    });
    this.pool.setMaxListeners(20);
    this.pool.on('error', (error) => this.logger.warn({ message: 'a connection of the queue was lost', error }));
  }

  queue(name: string): LaneQueue {
    const options = { connection: this.pool, streams: { events: { maxLen: 256 } } };
    return new bull.Queue(name, options) as unknown as LaneQueue;
  }

  worker(name: string, processor: LaneProcessor, options: LaneWorkerOptions): LaneWorker {
    return new bull.Worker(name, processor, { ...options, connection: this.pool }) as unknown as LaneWorker;
  }

  prepare(): Promise<void> {
    return migrateJobs(this.url);
  }

  async check(): Promise<void> {
    await this.pool.query('select version from migration limit 1');
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
