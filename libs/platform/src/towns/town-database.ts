import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { type ProgramLogins, addressOfLogin, dropLogins, keepLogins, scramVerifier } from '../database';

/** How PostgreSQL tells its locale; the names differ between versions 15 and 17. */
interface LocaleFacts {
  readonly datlocprovider: 'c' | 'i' | 'b';
  readonly datcollate: string;
  readonly datctype: string;
  readonly daticulocale?: string | null;
  readonly datlocale?: string | null;
}

/** Roles that are one for the server (ADR 0037, 0058): the owner of a town's database opens it to them, and may not make them. */
const ROLES = [
  ...['fubako_api nologin', 'fubako_office nologin noinherit', 'fubako_sealer nologin'].map(
    (role) => `do $$ begin create role ${role}; exception when duplicate_object or unique_violation then null; end $$`,
  ),
  `do $$ begin
    if not pg_has_role('fubako_office', 'fubako_api', 'member') then grant fubako_api to fubako_office; end if;
  end $$`,
];

/** Addresses of one town's database. */
export interface TownDatabase {
  readonly owner: string;
  readonly api: string;
  readonly worker: string;
}

/**
 * A database of the town's own that belongs to a role of its own, in the language of the one at `serverUrl`: no other role but
 * a superuser may connect.
 * @param serverUrl of a role that may create databases and roles
 * @returns the address with the new role and its password, and those of the logins that {@link keepTownLogins} makes
 * @throws Error when the database or the role exists already
 */
export async function createTownDatabase(serverUrl: string, town: string): Promise<TownDatabase> {
  const name = nameOf(town);
  const password = secret();
  await withClient(serverUrl, async (client) => {
    const { rows } = await client.query<{ facts: LocaleFacts }>(
      'select to_jsonb(d) as facts from pg_database d where datname = current_database()',
    );
    const [row] = rows;
    if (!row) throw new Error('The database did not tell its language.');
    const quoted = escapeIdentifier(name);
    // What it may become (readers) it is not by itself: rights in other databases are not its own.
    await client.query(`create role ${quoted} login noinherit password ${escapeLiteral(scramVerifier(password))}`);
    try {
      // Who owns for a role must be able to become it; a superuser is already.
      await client.query(`grant ${quoted} to current_user`).catch(() => undefined);
      for (const role of ROLES) await client.query(role);
      await client.query(`grant fubako_api to ${quoted}`);
      await client.query(
        `create database ${quoted} owner ${quoted} template template0 encoding 'UTF8' ${localeOf(row.facts)}`,
      );
      await client.query(`revoke connect, temporary on database ${quoted} from public`);
    } catch (error) {
      await client.query(`drop role if exists ${quoted}`).catch(() => undefined);
      throw error;
    }
  });
  return townAddresses(inDatabase(serverUrl, name), password);
}

/** For a server whose towns are older than the roles. */
export async function keepRoles(serverUrl: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    for (const role of ROLES) await client.query(role);
  });
}

/** Addresses for a town whose owner logs in at `url`; the passwords of its logins are made now. */
export function townLogins(ownerUrl: string): TownDatabase {
  const { username, password } = new URL(ownerUrl);
  return townAddresses(ownerUrl, decodeURIComponent(password), decodeURIComponent(username));
}

/** Makes the logins of API and worker of a town. @param serverUrl of a role that may make roles */
export async function keepTownLogins(serverUrl: string, town: TownDatabase, seals: boolean): Promise<void> {
  const logins: ProgramLogins = { api: town.api, worker: town.worker, seals };
  await keepLogins(inDatabase(serverUrl, new URL(town.owner).pathname.slice(1)), logins);
}

function townAddresses(url: string, password: string, owner = new URL(url).pathname.slice(1)): TownDatabase {
  const login = (program: string) => addressOfLogin(url, `${owner}_${program}_login`, secret());
  return { owner: addressOfLogin(url, owner, password), api: login('api'), worker: login('worker') };
}

function inDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

const secret = (): string => randomBytes(24).toString('base64url');

/** For a town whose setting up failed. */
export async function dropTownDatabase(serverUrl: string, town: string): Promise<void> {
  const quoted = escapeIdentifier(nameOf(town));
  await withClient(serverUrl, async (client) => {
    await client.query(`drop database if exists ${quoted} with (force)`);
    const { api, worker } = townAddresses(inDatabase(serverUrl, nameOf(town)), '');
    await dropLogins(client, [api, worker]);
    await client.query(`drop role if exists ${quoted}`);
  });
}

const nameOf = (town: string): string => `fubako_${town.replaceAll('-', '_')}`;

function localeOf({ datlocprovider, datcollate, datctype, daticulocale, datlocale }: LocaleFacts): string {
  const classic = `lc_collate ${escapeLiteral(datcollate)} lc_ctype ${escapeLiteral(datctype)}`;
  const named = escapeLiteral(datlocale ?? daticulocale ?? '');
  if (datlocprovider === 'b') return `locale_provider builtin builtin_locale ${named} ${classic}`;
  if (datlocprovider === 'i') return `locale_provider icu icu_locale ${named} ${classic}`;
  return classic;
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'fubako-town' });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
