import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { scramVerifier } from './scram';

/** Roles of the server that a login of the program may have (ADR 0058): the office, and the sealer for the worker. */
const OFFICE = 'fubako_office';
const SEALER = 'fubako_sealer';

export interface ProgramLogins {
  /** Addresses with user and password; the worker's is missing where it has none of its own. */
  readonly api: string;
  readonly worker: string | undefined;
  /** whether the worker seals the ledger */
  readonly seals: boolean;
}

interface Standing {
  readonly there: boolean;
  /** what of the two it is */
  readonly roles: readonly string[];
}

/**
 * Makes the logins of the API and of the worker, or gives those that are there the passwords of the addresses: members of the
 * office, owners of nothing, and let into this database.
 * @param ownerUrl of the owner of the database, who may make roles; one who may not finds them made by an administrator
 * @throws Error with the statements that an administrator must run, when the owner may not make what is missing
 */
export async function keepLogins(ownerUrl: string, { api, worker, seals }: ProgramLogins): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'fubako-logins' });
  await client.connect();
  try {
    await keepLogin(client, api, [OFFICE]);
    if (worker !== undefined) await keepLogin(client, worker, seals ? [OFFICE, SEALER] : [OFFICE]);
  } finally {
    await client.end();
  }
}

/** Removes the logins of these addresses; what is not there is left alone. */
export async function dropLogins(client: Pick<Client, 'query'>, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) await client.query(`drop role if exists ${escapeIdentifier(userOf(address).name)}`);
}

/** The address of `ownerUrl` with another user. */
export function addressOfLogin(ownerUrl: string, name: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = name;
  url.password = password;
  return url.toString();
}

const userOf = (address: string): { name: string; password: string } => {
  const { username, password } = new URL(address);
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
};

async function keepLogin(client: Client, address: string, roles: readonly string[]): Promise<void> {
  const { name, password } = userOf(address);
  const { may, database, owner } = await makerOf(client);
  if (name === owner) throw new Error(`${name} is the owner of the database: give API and worker logins of their own.`);
  const { there, roles: held } = await standingOf(client, name);
  const login = escapeIdentifier(name);
  const missing = [
    ...(there ? [] : [`create role ${login} login`]),
    ...roles.filter((role) => !held.includes(role)).map((role) => `grant ${role} to ${login}`),
    ...held.filter((role) => !roles.includes(role)).map((role) => `revoke ${role} from ${login}`),
  ];
  if (missing.length > 0 && !may)
    throw new Error(
      `The owner of the database may not make logins. As an administrator run: ${missing.join('; ')}; give ${name} its password, and run this again.`,
    );
  for (const statement of missing) await client.query(statement);
  if (may && password !== '')
    await client.query(`alter role ${login} password ${escapeLiteral(scramVerifier(password))}`);
  // The queue keeps what it adds in temporary tables until its statement ends.
  await client.query(`grant connect, temporary on database ${escapeIdentifier(database)} to ${login}`);
}

async function makerOf(client: Client): Promise<{ may: boolean; database: string; owner: string }> {
  const { rows } = await client.query<{ may: boolean; database: string; owner: string }>(
    'select rolsuper or rolcreaterole as may, current_database() as database, current_user as owner from pg_roles where rolname = current_user',
  );
  const [maker] = rows;
  if (!maker) throw new Error('The database did not tell who asks.');
  return maker;
}

async function standingOf(client: Client, name: string): Promise<Standing> {
  const { rows } = await client.query<{ role: string | null }>(
    `select g.rolname as role from pg_roles r left join pg_auth_members m on m.member = r.oid
       left join pg_roles g on g.oid = m.roleid and g.rolname = any($2) where r.rolname = $1`,
    [name, [OFFICE, SEALER]],
  );
  return { there: rows.length > 0, roles: rows.flatMap(({ role }) => role ?? []) };
}
