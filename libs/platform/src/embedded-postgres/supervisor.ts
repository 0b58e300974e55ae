import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';

import { findBinaries, systemBinaries, type Binaries } from './binaries';
import { openCluster, type Cluster } from './cluster';
import { EmbeddedPostgresError } from './errors';
import { locate, locatedHome } from './location';
import { unprivilegedUser } from './os-user';
import { findRunning, startServer, stopServer, urlOf } from './postmaster';

export type Programs = 'embedded' | 'system';

export interface EmbeddedPostgresOptions {
  /** folder for the cluster, its password, port and log; created when missing */
  readonly folder: string;
  /** database to connect to, created when missing; default `fubako` */
  readonly database?: string;
  /** `system` takes the newest PostgreSQL of the Debian packages instead of the embedded one */
  readonly programs?: Programs;
  /** hears one sentence when the cluster had to be placed elsewhere */
  readonly onNotice?: (sentence: string) => void;
}

/** A running embedded server. */
export interface RunningPostgres {
  /** DATABASE_URL of the bootstrap superuser: migrations create the lesser roles from it */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** folder that holds cluster, password, port and log */
  readonly home: string;
  /** it was already running, left behind by a supervisor that died */
  readonly adopted: boolean;
  /** the cluster was made by this call */
  readonly created: boolean;
  /** cuts connections, writes back, ends; harmless when called twice */
  stop(): Promise<void>;
}

/**
 * Brings the cluster in a folder to life: creates it, adopts the server that already runs on it, or starts one, waiting
 * out the remains of a crash. Throws EmbeddedPostgresError.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<RunningPostgres> {
  return start(options, { durable: true, binaries: binariesOf(options.programs) });
}

/** A server for tests in a new folder below `parent`, without durability; `stop` removes the folder. */
export async function startEphemeralPostgres(
  programs: Programs = 'embedded',
  parent = tmpdir(),
): Promise<RunningPostgres> {
  const folder = mkdtempSync(join(parent, 'fubako-postgres-'));
  chmodSync(folder, 0o755);
  const running = await start({ folder }, { durable: false, binaries: binariesOf(programs) });
  return {
    ...running,
    stop: async () => {
      await running.stop();
      rmSync(running.home, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Ends the server a dead supervisor left running in this folder, if any; answers whether there was one. */
export async function stopEmbeddedPostgres(folder: string, programs?: Programs): Promise<boolean> {
  if (!existsSync(join(locatedHome(folder), 'cluster'))) return false;
  const user = unprivilegedUser();
  const { home, binaries } = locate(folder, binariesOf(programs), user);
  const { cluster } = await openCluster(home, binaries, { user, durable: true });
  if ((await findRunning(cluster)) === undefined) return false;
  await stopServer(cluster, binaries);
  return true;
}

interface Manner {
  readonly durable: boolean;
  readonly binaries: Binaries;
}

async function start(options: EmbeddedPostgresOptions, manner: Manner): Promise<RunningPostgres> {
  const user = unprivilegedUser();
  const { home, binaries, notice } = locate(options.folder, manner.binaries, user);
  if (notice !== undefined) options.onNotice?.(notice);
  const { cluster, created } = await openCluster(home, binaries, { user, durable: manner.durable });
  const server = await startServer(cluster, binaries);
  const database = options.database ?? 'fubako';
  try {
    await prepareDatabase(cluster, server.port, { database, created });
  } catch (error) {
    if (!server.adopted) await stopServer(cluster, binaries);
    throw error;
  }
  return {
    url: urlOf(cluster, server.port, database),
    port: server.port,
    pid: server.pid,
    home,
    adopted: server.adopted,
    created,
    stop: onceOnly(() => stopServer(cluster, binaries)),
  };
}

async function prepareDatabase(
  cluster: Cluster,
  port: number,
  wanted: { database: string; created: boolean },
): Promise<void> {
  const client = new Client({ connectionString: urlOf(cluster, port, 'postgres'), connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    if (wanted.created) await refuseDeafCluster(client);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [wanted.database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(wanted.database)}`);
  } finally {
    await client.end();
  }
}

/** A wrong character type makes trigrams of Japanese text empty without any error: better no start than no search. */
async function refuseDeafCluster(client: Client): Promise<void> {
  await client.query('BEGIN');
  await client.query('CREATE EXTENSION pg_trgm');
  const { rows } = await client.query<{ deaf: boolean }>(`SELECT show_trgm('稟議書') = '{}' AS deaf`);
  await client.query('ROLLBACK');
  if (rows[0]?.deaf !== false) {
    throw new EmbeddedPostgresError(
      'japanese-unsupported',
      'The new database does not recognise Japanese letters (LC_CTYPE).',
    );
  }
}

function binariesOf(programs: Programs = 'embedded'): Binaries {
  const found = programs === 'system' ? systemBinaries() : findBinaries();
  if (found) return found;
  throw new EmbeddedPostgresError(
    'binaries-missing',
    'No PostgreSQL below /usr/lib/postgresql: apt-get install postgresql',
  );
}

function onceOnly(stop: () => Promise<void>): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => (stopping ??= stop());
}
