import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** How PostgreSQL tells its locale; the names differ between versions 15 and 17. */
interface LocaleFacts {
  readonly datlocprovider: 'c' | 'i' | 'b';
  readonly datcollate: string;
  readonly datctype: string;
  readonly daticulocale?: string | null;
  readonly datlocale?: string | null;
}

/** The role of readers (ADR 0037) is one for the server: the owner of a town's database takes it, and may not make it. */
const READERS = `
  do $$ begin
    create role fubako_api nologin;
  exception when duplicate_object or unique_violation then null;
  end $$`;

/**
 * A database of the town's own that belongs to a role of its own, in the language of the one at `serverUrl`: no other role but
 * a superuser may connect.
 * @param serverUrl of a role that may create databases and roles
 * @returns the address with the new role and its password
 * @throws Error when the database or the role exists already
 */
export async function createTownDatabase(serverUrl: string, town: string): Promise<string> {
  const name = nameOf(town);
  const password = randomBytes(24).toString('base64url');
  await withClient(serverUrl, async (client) => {
    const { rows } = await client.query<{ facts: LocaleFacts }>(
      'select to_jsonb(d) as facts from pg_database d where datname = current_database()',
    );
    const [row] = rows;
    if (!row) throw new Error('The database did not tell its language.');
    const quoted = escapeIdentifier(name);
    // What it may become (readers) it is not by itself: rights in other databases are not its own.
    await client.query(`create role ${quoted} login noinherit password ${escapeLiteral(password)}`);
    try {
      // Who owns for a role must be able to become it; a superuser is already.
      await client.query(`grant ${quoted} to current_user`).catch(() => undefined);
      await client.query(READERS);
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
  const url = new URL(serverUrl);
  url.username = name;
  url.password = password;
  url.pathname = `/${name}`;
  return url.toString();
}

/** For a town whose setting up failed. */
export async function dropTownDatabase(serverUrl: string, town: string): Promise<void> {
  const quoted = escapeIdentifier(nameOf(town));
  await withClient(serverUrl, async (client) => {
    await client.query(`drop database if exists ${quoted} with (force)`);
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
