import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Client } from 'pg';
import { projectRoot } from '../config';

export interface Migration {
  /** File name without `.sql`; `YYYYMMDD_NNNN_words`, applied in this order over all libs. */
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** One number known to all processes of Fubako, so that only one migrates at a time. */
const MIGRATION_LOCK = 4_711_2026;

/** The hand-written SQL files of `libs/<lib>/migrations`, in order of their names. */
export function readMigrations(root = projectRoot): Migration[] {
  const files = readdirSync(join(root, 'libs')).flatMap((lib) => sqlFilesIn(join(root, 'libs', lib, 'migrations')));
  const migrations = files.map((file) => {
    const sql = readFileSync(file, 'utf8');
    return { name: basename(file, '.sql'), sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
  return migrations.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Brings the database at `url` to this build's schema: each file in its own transaction, one process at a time.
 * @returns names of the files applied now
 * @throws Error when an applied file was changed afterwards, or the database is newer than this build.
 */
export async function migrate(url: string, migrations = readMigrations()): Promise<string[]> {
  const client = new Client({ connectionString: url, application_name: 'fubako-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseOthers(client);
    const applied = await readApplied(client);
    refuseStrangers(applied, migrations);
    const pending = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of pending) await apply(client, migration);
    await openToOthers(client);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Whether the database is exactly at this build's schema: asked by every process at boot. */
export async function isCurrent(client: Pick<Client, 'query'>, migrations = readMigrations()): Promise<boolean> {
  const exists = await client.query("select to_regclass('platform.migration') is not null as there");
  if (!exists.rows[0]?.there) return false;
  const { rows } = await client.query<{ name: string }>('select name from platform.migration');
  const names = new Set(rows.map(({ name }) => name));
  return names.size === migrations.length && migrations.every(({ name }) => names.has(name));
}

async function readApplied(client: Client): Promise<Map<string, string>> {
  await client.query(`create schema if not exists platform;
    create table if not exists platform.migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default clock_timestamp())`);
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from platform.migration');
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

/** Readers may use what the migrations have made, and see of it what the policies say (ADR 0037); the office sees all (ADR 0058). */
async function openToOthers(client: Client): Promise<void> {
  const { rows } = await client.query("select to_regproc('platform.open_to_office') is not null as there");
  if (rows[0]?.there)
    await client.query('select platform.open_to_readers(), platform.open_to_office(), platform.keep_to_itself()');
}

/** Migrations belong to the owner of what is there already, and in a new database to who may make schemas in it. */
async function refuseOthers(client: Client): Promise<void> {
  const { rows } = await client.query<{ may: boolean }>(`
    select coalesce((select pg_has_role(n.nspowner, 'usage') from pg_namespace n where n.nspname = 'platform'),
      has_database_privilege(current_database(), 'create')) as may`);
  if (!rows[0]?.may)
    throw new Error(
      'Only the owner of the database may migrate it: put the address of the owner into DATABASE_OWNER_URL.',
    );
}

function refuseStrangers(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map(({ name, sha256 }) => [name, sha256]));
  for (const [name, sha256] of applied) {
    const expected = known.get(name);
    if (expected === undefined)
      throw new Error(`The database has migration ${name}, which this build does not know: start the newer build.`);
    if (expected !== sha256)
      throw new Error(`Migration ${name} was changed after it was applied: write a new one instead.`);
  }
}

async function apply(client: Client, { name, sql, sha256 }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into platform.migration (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(
      `Migration ${name} failed and was rolled back: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

function sqlFilesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .map((file) => join(folder, file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
