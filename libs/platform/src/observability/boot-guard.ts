import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import type { Settings } from '../config';
import { isCurrent } from '../database';

/** Says in one sentence per fault why the process must not start and what to do. */
export class BootRefused extends Error {
  constructor(faults: readonly string[]) {
    super(`Fubako cannot start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'BootRefused';
  }
}

interface ServerFacts {
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
  readonly data_checksums: string;
  readonly skew_ms: number;
}

/** What the login of a process may do in the database (ADR 0058). */
interface LoginFacts {
  readonly name: string;
  /** it owns what is there, or may make itself so */
  readonly owner: boolean;
  readonly reader: boolean;
  readonly office: boolean;
  readonly sealer: boolean;
}

export type ProgramName = 'api' | 'worker';

const MAX_SKEW_MS = 2_000;

/**
 * Looks at the database before anything else starts (reliability 4.9): a schema of another build is refused always, a
 * server that may lose what it confirmed, and a login that could do more than its process needs, in production only.
 * @throws BootRefused
 */
export async function guardBoot(settings: Settings, program: ProgramName): Promise<void> {
  const client = new Client({
    connectionString: settings.values.DATABASE_URL,
    application_name: 'fubako-boot',
    connectionTimeoutMillis: 5_000,
  });
  try {
    await client.connect();
  } catch (error) {
    throw new BootRefused([
      `the database cannot be reached (${codeOf(error)}): check DATABASE_URL and that PostgreSQL runs`,
    ]);
  }
  try {
    const faults = [
      ...(await schemaFaults(client)),
      ...(await loginFaults(client, settings, program)),
      ...(await serverFaults(client, settings.production)),
    ];
    if (faults.length > 0) throw new BootRefused(faults);
  } finally {
    await client.end();
  }
}

async function schemaFaults(client: Client): Promise<string[]> {
  if (await isCurrent(client)) return [];
  return [
    'the schema of the database is not the one of this build: run the "migrate" command of this build, or start the build that made it',
  ];
}

const LOGIN = `
  select current_user as name, rolsuper or rolbypassrls or rolcreaterole
      or exists (select from pg_namespace n where n.nspname = 'platform' and pg_has_role(n.nspowner, 'member')) as owner,
    exists (select from pg_roles g where g.rolname = 'fubako_api' and pg_has_role(g.oid, 'member')) as reader,
    exists (select from pg_roles g where g.rolname = 'fubako_office' and pg_has_role(g.oid, 'usage')) as office,
    exists (select from pg_roles g where g.rolname = 'fubako_sealer' and pg_has_role(g.oid, 'member')) as sealer
  from pg_roles where rolname = current_user`;

/** Requests of people run in a role of their own (ADR 0037), and the process that takes it owns nothing (ADR 0058). */
async function loginFaults(client: Client, settings: Settings, program: ProgramName): Promise<string[]> {
  const { rows } = await client.query<LoginFacts>(LOGIN);
  const [login] = rows;
  if (!login) throw new Error('The database did not tell who has logged in.');
  if (!login.reader || !(login.owner || login.office)) return [roleMissing(login)];
  if (program === 'worker' && settings.values.SEALER === 'worker' && !login.owner && !login.sealer)
    return [
      `the worker cannot seal: ${login.name} is no member of fubako_sealer. Give it an address of its own in DATABASE_WORKER_URL and run "migrate" with DATABASE_OWNER_URL, or set SEALER=off`,
    ];
  if (settings.values.DATABASE_OWNER_URL !== undefined)
    new Logger('boot').warn(
      `the ${program} is told the address of the owner, which is for operator commands: keep it from this process`,
    );
  const excess = excessOf(login, program);
  if (excess === null || settings.production) return excess === null ? [] : [excess];
  new Logger('boot').warn(excess);
  return [];
}

const roleMissing = ({ name }: LoginFacts): string =>
  `${name} lacks the roles of the program: run "migrate" with the address of the owner in DATABASE_OWNER_URL, which makes them and the logins`;

function excessOf({ name, owner, sealer }: LoginFacts, program: ProgramName): string | null {
  if (owner)
    return `${name} owns the database, and whoever takes over this process could rewrite it: put this address into DATABASE_OWNER_URL, other users into DATABASE_URL and DATABASE_WORKER_URL, and run "migrate", which makes them`;
  return program === 'api' && sealer
    ? `${name} is a member of fubako_sealer, and the API must not seal: give API and worker users of their own`
    : null;
}

async function serverFaults(client: Client, production: boolean): Promise<string[]> {
  const before = Date.now();
  const { rows } = await client.query<ServerFacts>(`
    select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
           current_setting('synchronous_commit') as synchronous_commit, current_setting('data_checksums') as data_checksums,
           (extract(epoch from clock_timestamp()) * 1000)::float8 as skew_ms`);
  const [facts] = rows;
  if (!facts) throw new Error('The database did not tell its settings.');
  const skew = Math.abs(facts.skew_ms - (before + Date.now()) / 2);
  warnAbout(facts, skew);
  return production ? durabilityFaults(facts) : [];
}

function durabilityFaults(facts: ServerFacts): string[] {
  const off = (['fsync', 'full_page_writes', 'synchronous_commit'] as const).filter((name) => facts[name] === 'off');
  return off.map((name) => `PostgreSQL runs with ${name} = off and may lose confirmed decisions: switch it on`);
}

function warnAbout(facts: ServerFacts, skewMs: number): void {
  const logger = new Logger('boot');
  if (facts.data_checksums !== 'on')
    logger.warn('the database keeps no page checksums: run pg_checksums --enable at the next maintenance');
  if (skewMs > MAX_SKEW_MS)
    logger.warn({ message: 'the clocks of this machine and of the database differ', skewMs: Math.round(skewMs) });
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no answer';
}
