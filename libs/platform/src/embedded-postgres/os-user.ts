import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { EmbeddedPostgresError } from './errors';

/** The operating system user that owns and runs the database. PostgreSQL refuses to run as root. */
export interface OsUser {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/**
 * The user to run as when we are root: `postgres` where it exists, else a system user `fubako` (created when needed),
 * else `nobody`. Undefined when we are not root: then it runs as ourselves.
 */
export function unprivilegedUser(): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = lookUp('postgres') ?? lookUp('fubako') ?? createSystemUser('fubako') ?? lookUp('nobody');
  if (user === undefined) {
    throw new EmbeddedPostgresError(
      'no-unprivileged-user',
      'PostgreSQL does not run as root, and no other user could be found or created. Run as an ordinary user, create ' +
        'one with "useradd --system fubako", or set DATABASE_URL.',
    );
  }
  return user;
}

/** The first folder on the way to `path` that this user may not enter, or undefined when the way is free. */
export function closedFolderOnTheWay(path: string, user: OsUser): string | undefined {
  const folders: string[] = [];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return folders.find((folder) => !mayEnter(folder, user));
}

function mayEnter(folder: string, user: OsUser): boolean {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isDirectory()) return true;
  if (stat.uid === user.uid) return (stat.mode & 0o100) !== 0;
  if (stat.gid === user.gid) return (stat.mode & 0o010) !== 0;
  return (stat.mode & 0o001) !== 0;
}

function lookUp(name: string): OsUser | undefined {
  const uid = identity('-u', name);
  const gid = identity('-g', name);
  return uid === undefined || gid === undefined || uid === 0 ? undefined : { uid, gid, name };
}

function identity(flag: '-u' | '-g', name: string): number | undefined {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined;
  }
}

function createSystemUser(name: string): OsUser | undefined {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name], {
      stdio: 'ignore',
    });
  } catch {
    return undefined;
  }
  return lookUp(name);
}
