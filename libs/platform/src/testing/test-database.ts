import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import {
  type AskDatabase,
  Clock,
  PostgresClock,
  UnitOfWork,
  addressOfLogin,
  asOffice,
  createDataSource,
  keepLogins,
  migrate,
  readMigrations,
  sql,
} from '../database';

/**
 * A real database of its own for one test file, cloned from a migrated template in a fraction of a second. What is tested logs in
 * as in production (ADR 0058): as the API at `url`, as the worker at `workerUrl` and in `uow`.
 */
export interface TestDatabase {
  readonly url: string;
  readonly workerUrl: string;
  readonly uow: UnitOfWork;
  /** The owner's, with which a test prepares, breaks and looks. */
  readonly ownerUrl: string;
  readonly dataSource: DataSource;
  readonly owned: UnitOfWork;
  /** Nobody is connected any more, so that it can be copied. */
  rest(): Promise<void>;
  drop(): Promise<void>;
}

const TEMPLATE_LOCK = 4_711_2027;
const LOGINS = { api: 'fubako_test_api', worker: 'fubako_test_worker' } as const;

/** As after `migrate`; rights to connect are not cloned. Tables that a test makes are open to the office like those of migrations. */
const OPEN = (name: string) => `
  select platform.keep_to_itself();
  grant connect, temporary on database ${name} to ${LOGINS.api}, ${LOGINS.worker};
  alter default privileges in schema public grant select, insert, update, delete on tables to fubako_office;
  alter default privileges in schema public grant usage on sequences to fubako_office`;

/** The guards in the database see the day of a settable clock too, in units of work that have asked it for the time. */
const TODAY_OF_THE_TEST = `
  create or replace function platform.today() returns date language sql volatile as $$
    select (coalesce(nullif(current_setting('fubako.test_now', true), '')::timestamptz, clock_timestamp()) at time zone 'Asia/Tokyo')::date $$`;

/** @param clock time of the units of work; the database's own by default */
export async function testDatabase(clock: Clock = new PostgresClock()): Promise<TestDatabase> {
  const server = requiredService('TEST_DATABASE_URL');
  const name = `t_${randomBytes(8).toString('hex')}`;
  await withClient(server, async (client) => {
    const template = await ensureTemplate(client, server);
    await client.query(`create database ${name} template ${template}`);
  });
  const ownerUrl = urlOf(server, name);
  await withClient(ownerUrl, async (client) => {
    await client.query(OPEN(name));
    if (clock instanceof SettableClock) await client.query(TODAY_OF_THE_TEST);
  });
  const { api: url, worker: workerUrl } = loginsAt(ownerUrl);
  const [dataSource, source] = await Promise.all(
    [ownerUrl, workerUrl].map((at) =>
      createDataSource({ url: at, pool: 8, applicationName: 'fubako-test' }).initialize(),
    ),
  );
  if (!dataSource || !source) throw new Error('Two were asked for.');
  const rest = async () => {
    for (const each of [dataSource, source]) if (each.isInitialized) await each.destroy();
  };
  return {
    url,
    workerUrl,
    uow: new UnitOfWork(source, clock),
    ownerUrl,
    dataSource,
    owned: new UnitOfWork(dataSource, clock),
    rest,
    async drop() {
      await rest();
      await withClient(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** A clock that says what the test tells it, from `2026-05-11T00:00:00Z` style texts. */
export class SettableClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  async now(ask?: AskDatabase): Promise<Date> {
    const now = new Date(this.instant);
    if (ask) await ask(asOffice(sql`select set_config('fubako.test_now', ${now.toISOString()}, true)`));
    return now;
  }

  set(instant: string | Date): void {
    this.instant = new Date(instant);
  }
}

/** The address of a service that `npm test` started. A missing one is a failure, never a skip. */
export function requiredService(name: string): string {
  const address = process.env[name];
  if (!address)
    throw new Error(`${name} is not set: run these tests through "npm test", which starts the services they need.`);
  return address;
}

async function ensureTemplate(client: Client, server: string): Promise<string> {
  const migrations = readMigrations();
  const digest = createHash('sha256')
    .update(migrations.map(({ sha256 }) => sha256).join())
    .digest('hex');
  const name = `template_${digest.slice(0, 16)}`;
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      await client.query(`drop database if exists ${name}_new`);
      await client.query(`create database ${name}_new`);
      const fresh = urlOf(server, `${name}_new`);
      await migrate(fresh, migrations);
      await keepLogins(fresh, { ...loginsAt(fresh), seals: true });
      await client.query(`alter database ${name}_new rename to ${name}`);
    }
    return name;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

const loginsAt = (url: string) => ({
  api: addressOfLogin(url, LOGINS.api, 'test'),
  worker: addressOfLogin(url, LOGINS.worker, 'test'),
});

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.toString();
}
