import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Binaries } from './binaries';
import { EmbeddedPostgresError } from './errors';
import { freePort } from './free-port';
import type { OsUser } from './os-user';
import { run } from './run';

/** One database cluster on disk: its folder, who owns it, and the facts we remember beside it. */
export interface Cluster {
  /** our folder: password, port, server.log and the cluster itself */
  readonly home: string;
  /** PGDATA */
  readonly data: string;
  readonly log: string;
  readonly user: OsUser | undefined;
  readonly password: string;
  readonly durable: boolean;
}

export const superuser = 'fubako';

/** What postmaster.pid says: first line the process id, fourth the port. Undefined when there is no such file. */
export interface PidFile {
  readonly pid: number;
  readonly port: number | undefined;
}

/** Opens the cluster in `home`, creating it first when there is none. `created` tells which of the two happened. */
export async function openCluster(
  home: string,
  binaries: Binaries,
  options: { readonly user: OsUser | undefined; readonly durable: boolean },
): Promise<{ cluster: Cluster; created: boolean }> {
  prepareHome(home, options.user);
  const cluster: Cluster = {
    home,
    data: join(home, 'cluster'),
    log: join(home, 'server.log'),
    user: options.user,
    password: passwordOf(home),
    durable: options.durable,
  };
  if (isInitialised(cluster)) {
    refuseOtherVersion(cluster, binaries.major);
    return { cluster, created: false };
  }
  await initialise(cluster, binaries);
  return { cluster, created: true };
}

export function readPidFile(cluster: Cluster): PidFile | undefined {
  try {
    const lines = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n');
    const port = Number(lines[3]);
    return { pid: Number(lines[0]), port: Number.isInteger(port) && port > 0 ? port : undefined };
  } catch {
    return undefined;
  }
}

export function removePidFile(cluster: Cluster): void {
  rmSync(join(cluster.data, 'postmaster.pid'), { force: true });
}

/** The port of last time when it is still free, else another one; remembered for next time. */
export async function choosePort(cluster: Cluster): Promise<number> {
  const file = join(cluster.home, 'port');
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
  const port = await freePort(last !== undefined && last > 0 && last < 65_536 ? last : undefined);
  writeFileSync(file, `${port}\n`);
  return port;
}

function prepareHome(home: string, user: OsUser | undefined): void {
  mkdirSync(home, { recursive: true, mode: 0o755 });
  // The server's user must be able to create the cluster folder and the log here; the password file stays ours.
  if (user) chownSync(home, user.uid, user.gid);
}

function passwordOf(home: string): string {
  const file = join(home, 'password');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw wrongOwner(file, error);
  }
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

function isInitialised(cluster: Cluster): boolean {
  try {
    readFileSync(join(cluster.data, 'PG_VERSION'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw wrongOwner(cluster.data, error);
  }
}

function refuseOtherVersion(cluster: Cluster, carried: string): void {
  const found = readFileSync(join(cluster.data, 'PG_VERSION'), 'utf8').trim();
  if (found === carried) return;
  throw new EmbeddedPostgresError(
    'wrong-version',
    `${cluster.data} was written by PostgreSQL ${found}, this Fubako carries PostgreSQL ${carried}. Take a backup with the ` +
      'Fubako version that wrote it and restore it here.',
  );
}

/**
 * initdb into a folder beside the final one, renamed when complete: a kill in the middle leaves no half cluster. With any
 * LC_CTYPE but C.UTF-8 the trigram extension and the text-search parser are silently dead for Japanese.
 */
async function initialise(cluster: Cluster, binaries: Binaries): Promise<void> {
  const unfinished = join(cluster.home, 'cluster.unfinished');
  const passwordFile = join(cluster.home, 'password.init');
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  if (cluster.user) chownSync(passwordFile, cluster.user.uid, cluster.user.gid);
  try {
    const where = ['-D', unfinished, '-U', superuser, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
    const care = ['--data-checksums', '--no-instructions', ...(cluster.durable ? [] : ['--no-sync'])];
    const args = [...where, '-E', 'UTF8', ...localeFlags(binaries.major), ...care];
    const { code, output } = await run(binaries.initdb, args, cluster.user);
    if (code !== 0) {
      throw new EmbeddedPostgresError('init-failed', `The database could not be created in ${cluster.home}: ${output}`);
    }
    renameSync(unfinished, cluster.data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function localeFlags(major: string): string[] {
  if (Number(major) < 17) return ['--locale=C.UTF-8'];
  return ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--lc-ctype=C.UTF-8'];
}

function wrongOwner(path: string, cause: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'wrong-owner',
    `${path} cannot be read: it belongs to another user, probably because Fubako was started as root before. Start it as ` +
      'the same user again, or set FUBAKO_DATA to another folder.',
    { cause },
  );
}
