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
  readonly superuser: boolean;
  readonly skew_ms: number;
}

const MAX_SKEW_MS = 2_000;

/**
 * Looks at the database before anything else starts (reliability 4.9): a schema of another build is refused always, a
 * server that may lose what it confirmed in production only.
 * @throws BootRefused
 */
export async function guardBoot(settings: Settings): Promise<void> {
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
      ...(await readersFaults(client)),
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

/** Requests of people run in a role of their own (ADR 0037). */
async function readersFaults(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ may: boolean }>(
    "select exists (select from pg_roles where rolname = 'fubako_api' and pg_has_role(current_user, oid, 'member')) as may",
  );
  if (rows[0]?.may) return [];
  return [
    'the role of readers is missing: as an administrator of the database run "create role fubako_api nologin" and "grant fubako_api to" the user of DATABASE_URL, then the "migrate" command',
  ];
}

async function serverFaults(client: Client, production: boolean): Promise<string[]> {
  const before = Date.now();
  const { rows } = await client.query<ServerFacts>(`
    select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
           current_setting('synchronous_commit') as synchronous_commit, current_setting('data_checksums') as data_checksums,
           (select rolsuper from pg_roles where rolname = current_user) as superuser,
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
  if (facts.superuser) logger.warn('the database role is a superuser: give the application a role of its own');
  if (skewMs > MAX_SKEW_MS)
    logger.warn({ message: 'the clocks of this machine and of the database differ', skewMs: Math.round(skewMs) });
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no answer';
}
