import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import { Client } from 'pg';

import type { Binaries } from './binaries';
import { choosePort, readPidFile, removePidFile, superuser, type Cluster } from './cluster';
import { EmbeddedPostgresError } from './errors';
import { pageMemoryMb } from './page-memory';
import { isRunning, programOf } from './process-state';
import { run, type Finished } from './run';

/** A server that answered as ours. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** How long a server that was killed may take until it can be started again: zombies, dying backends, WAL replay. */
const patienceMs = 15_000;
const rotateLogAtBytes = 10 * 1024 * 1024;

/** The running server of this very cluster, if there is one and it answers. */
export async function findRunning(cluster: Cluster): Promise<Postmaster | undefined> {
  const file = readPidFile(cluster);
  if (file?.port === undefined || !isRunning(file.pid)) return undefined;
  const answered = await dataDirectoryAt(cluster, file.port);
  return answered === cluster.data ? { pid: file.pid, port: file.port } : undefined;
}

/** Starts the server and waits until it answers; adopts one that appears meanwhile. Throws `start-failed`. */
export async function startServer(cluster: Cluster, binaries: Binaries): Promise<Postmaster & { adopted: boolean }> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const running = await findRunning(cluster);
    if (running) return { ...running, adopted: true };
    removeForeignPidFile(cluster);
    const result = await tryStart(cluster, binaries);
    const started = result.code === 0 ? await findRunning(cluster) : undefined;
    if (started) return { ...started, adopted: false };
    if (Date.now() > deadline) throw startFailed(cluster, result);
    await wait(300);
  }
}

/** Stops the server: connections are cut and changes written back. Harmless when it is not running. */
export async function stopServer(cluster: Cluster, binaries: Binaries): Promise<void> {
  const before = readPidFile(cluster);
  if (before === undefined || !isRunning(before.pid)) return;
  const base = ['-D', cluster.data, '-w', 'stop'];
  const fast = await run(binaries.pgCtl, [...base, '-m', 'fast', '-t', '30'], cluster.user);
  if (fast.code === 0 || !isRunning(before.pid)) return;
  const immediate = await run(binaries.pgCtl, [...base, '-m', 'immediate', '-t', '10'], cluster.user);
  if (immediate.code !== 0 && isRunning(before.pid)) {
    throw new EmbeddedPostgresError('stop-failed', `The database (process ${before.pid}) did not stop: ${fast.output}`);
  }
}

/** A connection string for a database of this server. */
export function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${superuser}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

async function tryStart(cluster: Cluster, binaries: Binaries): Promise<Finished> {
  rotateLog(cluster);
  const port = await choosePort(cluster);
  const settings = Object.entries(settingsOf(cluster, port)).map(([name, value]) => `-c ${name}=${value}`);
  const args = ['-D', cluster.data, '-l', cluster.log, '-w', '-t', '60', '-s', '-o', settings.join(' '), 'start'];
  return run(binaries.pgCtl, args, cluster.user);
}

function settingsOf(cluster: Cluster, port: number): Record<string, string | number> {
  return {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: "''",
    max_connections: 120,
    // What is thrown away is small, and there may be many of them.
    shared_buffers: `${cluster.durable ? pageMemoryMb() : 128}MB`,
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    ...(cluster.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
}

async function dataDirectoryAt(cluster: Cluster, port: number): Promise<string | undefined> {
  const client = new Client({ connectionString: urlOf(cluster, port, 'postgres'), connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * After a crash the id in postmaster.pid may belong to somebody else (ids start low again in every container), and
 * PostgreSQL would refuse to start for ever. Only a process that is certainly not a PostgreSQL makes the file stale.
 */
function removeForeignPidFile(cluster: Cluster): void {
  const file = readPidFile(cluster);
  if (file === undefined || !isRunning(file.pid)) return;
  const program = programOf(file.pid);
  if (program !== undefined && !program.startsWith('postgres')) removePidFile(cluster);
}

function rotateLog(cluster: Cluster): void {
  const size = statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > rotateLogAtBytes) renameSync(cluster.log, `${cluster.log}.1`);
}

function startFailed(cluster: Cluster, result: Finished): EmbeddedPostgresError {
  const lastLines = existsSync(cluster.log) ? readFileSync(cluster.log, 'utf8').trimEnd().split('\n').slice(-5) : [];
  return new EmbeddedPostgresError(
    'start-failed',
    [
      `The database in ${cluster.home} did not start.`,
      result.output,
      `Last lines of ${cluster.log}:`,
      ...lastLines,
    ].join('\n'),
  );
}
