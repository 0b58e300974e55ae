import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { copyBinaries, type Binaries } from './binaries';
import { EmbeddedPostgresError } from './errors';
import { closedFolderOnTheWay, type OsUser } from './os-user';

/** Where root keeps what the server's user cannot reach inside the folder that was asked for. */
const sharedFolder = '/var/lib/fubako';

/** Where the cluster and its programs really are, and a sentence for the operator when that is not the folder asked for. */
export interface Location {
  readonly home: string;
  readonly binaries: Binaries;
  readonly notice: string | undefined;
}

/**
 * As root the server runs as another user, who cannot enter, say, a 0700 home. Then the cluster goes below /var/lib/fubako
 * under a name made from the folder asked for, and a file `location` in that folder says so; programs likewise.
 */
export function locate(folder: string, installed: Binaries, user: OsUser | undefined): Location {
  const asked = resolve(folder);
  if (user === undefined) return { home: asked, binaries: installed, notice: undefined };
  const binaries = closedFolderOnTheWay(installed.root, user)
    ? copyBinaries(installed, shared('programs', user))
    : installed;
  const closed = closedFolderOnTheWay(asked, user);
  if (closed === undefined) return { home: asked, binaries, notice: undefined };
  const name = createHash('sha256').update(asked).digest('hex').slice(0, 16);
  const home = join(shared('clusters', user), name);
  mkdirSync(asked, { recursive: true });
  writeFileSync(join(asked, 'location'), `${home}\n`);
  const notice = `The database is kept in ${home}, because user ${user.name} (PostgreSQL does not run as root) cannot enter ${closed}.`;
  return { home, binaries, notice };
}

/** The folder of an existing cluster: the one asked for, or the one its `location` file names. */
export function locatedHome(folder: string): string {
  const pointer = join(resolve(folder), 'location');
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : resolve(folder);
}

function shared(part: string, user: OsUser): string {
  const folder = join(sharedFolder, part);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const closed = closedFolderOnTheWay(folder, user);
  if (closed === undefined) return folder;
  throw new EmbeddedPostgresError(
    'folder-unreachable',
    `User ${user.name} can enter neither the folder asked for nor ${closed}. Set FUBAKO_DATA to a folder whose parents ` +
      `everybody may enter (chmod o+x ${dirname(closed)}), run as an ordinary user, or set DATABASE_URL.`,
  );
}
