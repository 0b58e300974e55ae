import { Logger } from '@nestjs/common';
import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import { Client, Pool } from 'pg';
import { Lane } from '../job';
import { queueNameOf } from './bull-job-queue';
import type { BullConnection, LaneProcessor, LaneQueue, LaneWorker, LaneWorkerOptions } from './bull-connection';

/** BullMQ's own schema; it migrates its tables itself (docs/operations/jobs.md). */
const SCHEMA = 'bullmq';

/** One connection for each lane's LISTEN and a few for statements; idle ones are given back after seconds. */
const POOL_SIZE = 6;

const QUEUES = Object.values(Lane)
  .map((lane) => `'${queueNameOf(lane)}'`)
  .join(', ');

/** API and worker use them as the office, which owns nothing (ADR 0058): each lane's numbers, which BullMQ would make with its first job, too. */
const OPEN_TO_OFFICE = `
  do $$ declare queue text; begin
    foreach queue in array array[${QUEUES}] loop
      execute format('create sequence if not exists ${SCHEMA}.%I', ${SCHEMA}.job_id_seq_name(queue));
    end loop;
    if exists (select from pg_roles where rolname = 'fubako_office') then
      grant usage on schema ${SCHEMA} to fubako_office;
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to fubako_office;
      grant usage, select, update on all sequences in schema ${SCHEMA} to fubako_office;
    end if;
  end $$`;

const bull = withBackend(createPostgresBackend);

/** Creates or updates BullMQ's tables in the database at `url`. Part of `migrate`; a repeated run changes nothing. */
export async function migrateJobs(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'fubako-migrate' });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
    await client.query(OPEN_TO_OFFICE);
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

  /** Only the owner may bring the tables up to date; whoever else comes finds them as `migrate` has left them. */
  async prepare(): Promise<void> {
    const { rows } = await this.pool.query<{ may: boolean }>(
      "select has_database_privilege(current_database(), 'create') as may",
    );
    return rows[0]?.may ? migrateJobs(this.url) : this.check();
  }

  async check(): Promise<void> {
    await this.pool.query('select version from migration limit 1');
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
