import { keepLogins } from '@fubako/platform/database';
import { migrateJobs } from '@fubako/platform/jobs';
import { type TestDatabase, requiredService, testDatabase } from '@fubako/platform/testing';
import { Client } from 'pg';

let database: TestDatabase;
let other: TestDatabase;
beforeAll(async () => {
  [database, other] = await Promise.all([testDatabase(), testDatabase()]);
  await migrateJobs(database.ownerUrl);
  await database.dataSource.query("select ledger.write_entry('stolen', 'a', 'test.done', '1', '{}')");
});
afterAll(async () => {
  await database?.drop();
  await other?.drop();
});

async function withLogin<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What whoever holds the password of the API would try, each in a transaction of its own. */
const TRIED: readonly (readonly [what: string, statement: string])[] = [
  ['become the owner', `set role OWNER`],
  ['become the owner for good', `set session authorization OWNER`],
  ['become the sealer', 'set role fubako_sealer'],
  ['make a role', 'create role t_stolen login superuser'],
  ['take a role', 'grant fubako_sealer to current_user'],
  ['make itself stronger', 'alter role current_user bypassrls'],
  ['switch all triggers off', 'set session_replication_role = replica'],
  ['switch the triggers of a table off', 'alter table documents.document disable trigger all'],
  ['drop a guard', 'drop trigger entry_is_append_only on ledger.entry'],
  [
    'hang a trigger of its own on a table',
    'create trigger t before insert on ledger.entry for each row execute function ledger.keep_change()',
  ],
  ['switch the wall of rows off', 'alter table documents.document disable row level security'],
  ['drop a policy', 'drop policy readers on documents.document'],
  ['change a policy', 'alter policy readers on documents.document using (true)'],
  [
    'write a function anew',
    `create or replace function platform.is_office() returns boolean language sql as 'select true'`,
  ],
  ['make a table', 'create table documents.copy (id int)'],
  ['make a table where everybody once could', 'create table public.copy (id int)'],
  ['make a schema', 'create schema stolen'],
  ['give a table to itself', 'alter table documents.document owner to current_user'],
  ['empty a table', 'truncate notifications.notice'],
  ['drop a table', 'drop table notifications.notice'],
  ['rewrite history', `update ledger.entry set actor = '2'`],
  ['delete history', 'delete from ledger.entry'],
  [
    'write a line of a row by itself',
    `insert into ledger.row_change (unit, op, shape, table_name, key) select '1-1', 'insert', id, table_name, '1' from ledger.shape limit 1`,
  ],
  ['delete lines of rows', 'delete from ledger.row_change'],
  ['add a leaf', `insert into ledger.leaf values (9, 1, null, sha256('x'))`],
  ['add a checkpoint', `insert into ledger.checkpoint select * from ledger.checkpoint`],
  ['say what a witness holds', `insert into ledger.witness values ('x', 1, now())`],
  ['take a table out of the ledger', `select ledger.leave_out('documents.document', 'x')`],
  ['change what is protected', `update ledger.manifest set standing = 'excluded'`],
  ['say that no table is walled', `update platform.walled set standing = 'open', reason = 'x'`],
  ['say that a migration was applied', `insert into platform.migration values ('29991231_0000_x', '')`],
  ['open the tables to readers anew', 'select platform.open_to_readers()'],
  ['read passwords of the server', 'select rolpassword from pg_authid'],
  ['read a file of the server', `select pg_read_file('PG_VERSION')`],
  ['run a program on the server', `copy documents.document to program 'cat'`],
  ['change the server', `alter system set fsync = off`],
  ['make an extension', 'create extension file_fdw'],
];

describe('a stolen login', () => {
  it.each(TRIED)('LOGIN-1 as the API nobody can %s', async (_, statement) => {
    const { username: owner } = new URL(database.ownerUrl);
    const words = statement.replace('OWNER', owner);
    for (const role of [null, 'fubako_api', 'fubako_office'])
      await withLogin(database.url, async (client) => {
        if (role) await client.query(`set role ${role}`);
        await expect(client.query(words)).rejects.toThrow(
          /permission denied|must be owner|must be superuser|append-only|only role|Only roles|must have|must be able/i,
        );
      });
  });

  it('LOGIN-1 the worker, which seals, can do no more than that besides', async () => {
    const { username: owner } = new URL(database.ownerUrl);
    const allowed = ['become the sealer', 'add a leaf', 'add a checkpoint', 'say what a witness holds'];
    for (const [what, statement] of TRIED.filter(([tried]) => !allowed.includes(tried)))
      await withLogin(database.workerUrl, async (client) => {
        const refused = client.query(statement.replace('OWNER', owner)).then(
          () => 'done',
          () => 'refused',
        );
        expect([what, await refused]).toEqual([what, 'refused']);
      });
    await withLogin(database.workerUrl, async (client) => {
      await client.query('begin; set local role fubako_sealer');
      await client.query(`insert into ledger.leaf values (9, 1, null, sha256('x'))`);
      await client.query('rollback');
    });
  });

  it('LOGIN-3 is let into no other database of the server that was not opened to it', async () => {
    const name = new URL(other.ownerUrl).pathname.slice(1);
    const { username: api } = new URL(database.url);
    await other.dataSource.query(`revoke connect on database ${name} from ${api}`);
    const there = new URL(database.url);
    there.pathname = `/${name}`;
    await expect(withLogin(there.toString(), (client) => client.query('select'))).rejects.toThrow(
      /permission denied for database/,
    );
  });

  it('LOGIN-1 sees as a reader what readers see, and as the office everything; and opens nothing to anybody', async () => {
    await database.dataSource.query(
      "insert into search.opening values (gen_random_uuid(), gen_random_uuid(), '1', 'x', now(), now() + interval '1 hour')",
    );
    const seen = (role: string) =>
      withLogin(database.url, async (client) => {
        await client.query(`set role ${role}`);
        return (await client.query('select from search.opening')).rowCount;
      });
    expect([await seen('fubako_api'), await seen('none'), await seen('fubako_office')]).toEqual([0, 1, 1]);
    await withLogin(database.url, (client) => client.query('grant select on search.opening to public'));
    const [open] = await database.dataSource.query(
      "select count(*)::int as n from pg_class c, aclexplode(c.relacl) a where c.oid = 'search.opening'::regclass and a.grantee = 0",
    );
    expect(open).toEqual({ n: 0 });
  });

  it('LOGIN-4 the jobs of the queue are asked for and run by logins that may not make their tables', async () => {
    await withLogin(database.url, async (client) => {
      await client.query('set search_path = bullmq');
      await expect(client.query('select version from migration limit 1')).resolves.toMatchObject({ rowCount: 1 });
      await expect(client.query('create table bullmq.copy (id int)')).rejects.toThrow(/permission denied/);
    });
  });
});

describe('making the logins', () => {
  const server = () => requiredService('TEST_DATABASE_URL');
  const names = { api: `t_api_${process.pid}`, worker: `t_worker_${process.pid}` } as const;
  const login = (name: string, password: string) => {
    const url = new URL(database.ownerUrl);
    url.username = name;
    url.password = password;
    return url.toString();
  };
  const rolesOf = (name: string) =>
    withLogin(server(), async (client) => {
      const { rows } = await client.query(
        'select m.roleid::regrole::text as role from pg_auth_members m where m.member = $1::regrole order by 1',
        [name],
      );
      return rows.map(({ role }) => role);
    });
  afterAll(() =>
    withLogin(database.ownerUrl, async (client) => {
      for (const name of Object.values(names))
        await client.query(
          `do $$ begin if exists (select from pg_roles where rolname = '${name}') then drop owned by ${name}; drop role ${name}; end if; end $$`,
        );
    }),
  );

  it('LOGIN-5 makes both, gives them new passwords the next time, and takes the seal from a worker that seals no more', async () => {
    const logins = (password: string, seals: boolean) => ({
      api: login(names.api, password),
      worker: login(names.worker, password),
      seals,
    });
    await keepLogins(database.ownerUrl, logins('first', true));
    expect([await rolesOf(names.api), await rolesOf(names.worker)]).toEqual([
      ['fubako_office'],
      ['fubako_office', 'fubako_sealer'],
    ]);
    await keepLogins(database.ownerUrl, logins('second', false));
    expect(await rolesOf(names.worker)).toEqual(['fubako_office']);
    await expect(withLogin(login(names.api, 'first'), (client) => client.query('select'))).rejects.toThrow(/password/);
    await expect(withLogin(login(names.api, 'second'), (client) => client.query('select'))).resolves.toBeDefined();
  });

  it('LOGIN-5 an owner who may make no roles says what an administrator must run, and is content with what is there', async () => {
    const owner = `t_owner_${process.pid}`;
    await database.dataSource.query(`create role ${owner} login password 'x'`);
    const name = new URL(database.ownerUrl).pathname.slice(1);
    await database.dataSource.query(`grant connect on database ${name} to ${owner} with grant option`);
    try {
      const missing = { api: login(`t_none_${process.pid}`, 'x'), worker: undefined, seals: true };
      await expect(keepLogins(login(owner, 'x'), missing)).rejects.toThrow(
        /As an administrator run: create role "t_none_\d+" login; grant fubako_office to "t_none_\d+"/,
      );
      const there = { api: login(names.api, 'third'), worker: undefined, seals: true };
      await expect(keepLogins(login(owner, 'x'), there)).resolves.toBeUndefined();
      await expect(keepLogins(login(owner, 'x'), { ...there, api: login(owner, 'x') })).rejects.toThrow(/is the owner/);
    } finally {
      await database.dataSource.query(`drop owned by ${owner} cascade; drop role ${owner}`);
    }
  });
});
