import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';

import {
  EmbeddedPostgresError,
  isRunning,
  type RunningPostgres,
  startEmbeddedPostgres,
  startEphemeralPostgres,
  stopEmbeddedPostgres,
} from '@fubako/platform/embedded-postgres';

describe('embedded PostgreSQL', () => {
  let folder: string;
  let running: RunningPostgres | undefined;

  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'fubako-embedded-')), 'postgres');
    // mkdtemp closes the folder to others, and as root the server runs as another user.
    chmodSync(join(folder, '..'), 0o755);
  });

  afterEach(async () => {
    await running?.stop();
    running = undefined;
    await stopEmbeddedPostgres(folder);
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });

  it('boots a new cluster that knows Japanese, checks its pages, and listens on loopback only', async () => {
    running = await startEmbeddedPostgres({ folder });

    expect(running).toMatchObject({ created: true, adopted: false });
    expect(
      await settings(running.url, ['data_checksums', 'fsync', 'listen_addresses', 'unix_socket_directories']),
    ).toEqual({
      data_checksums: 'on',
      fsync: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
    });
    const [row] = await query(running.url, `select upper('ａ') as wide, '議' ~ '^[[:alpha:]]$' as letter`);
    expect(row).toEqual({ wide: 'Ａ', letter: true });
  });

  it('keeps its password in a file that only its owner reads, and lets nobody in without it', async () => {
    running = await startEmbeddedPostgres({ folder });

    const file = join(folder, 'password');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(running.url).toContain(readFileSync(file, 'utf8').trim());
    const guessed = running.url.replace(/:[^:@]+@/, ':guessed@');
    await expect(query(guessed, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('keeps data and port over a stop and a start', async () => {
    running = await startEmbeddedPostgres({ folder });
    const { port } = running;
    await query(running.url, `create table kept as select '簿冊' as word`);
    await running.stop();
    expect(isRunning(running.pid)).toBe(false);

    running = await startEmbeddedPostgres({ folder });
    expect(running).toMatchObject({ created: false, adopted: false, port });
    expect(await query(running.url, 'select word from kept')).toEqual([{ word: '簿冊' }]);
  });

  it('adopts the server that a dead supervisor left running', async () => {
    const first = await startEmbeddedPostgres({ folder });

    running = await startEmbeddedPostgres({ folder });
    expect(running).toMatchObject({ adopted: true, pid: first.pid, url: first.url });
  });

  it('starts again after kill -9 of the server, with everything that was committed', async () => {
    const killed = await startEmbeddedPostgres({ folder });
    await query(killed.url, `create table acknowledged as select generate_series(1, 1000) as n`);
    process.kill(killed.pid, 'SIGKILL');

    running = await startEmbeddedPostgres({ folder });
    expect(running.adopted).toBe(false);
    expect(running.pid).not.toBe(killed.pid);
    expect(await query(running.url, 'select count(*)::int as n from acknowledged')).toEqual([{ n: 1000 }]);
  });

  it('starts although the process id of the crashed server now belongs to another program', async () => {
    const first = await startEmbeddedPostgres({ folder });
    const pidFile = join(folder, 'cluster', 'postmaster.pid');
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    await first.stop();
    writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'));

    running = await startEmbeddedPostgres({ folder });
    expect(running.adopted).toBe(false);
  });

  it('leaves no half cluster behind when its creation was interrupted', async () => {
    const first = await startEmbeddedPostgres({ folder });
    await first.stop();
    rmSync(join(folder, 'cluster'), { recursive: true });
    writeFileSync(join(folder, 'cluster.unfinished'), 'remains of an initdb that was killed');

    running = await startEmbeddedPostgres({ folder });
    expect(running.created).toBe(true);
    expect(existsSync(join(folder, 'cluster.unfinished'))).toBe(false);
  });

  it('refuses a cluster of another PostgreSQL version, naming both', async () => {
    const first = await startEmbeddedPostgres({ folder });
    await first.stop();
    writeFileSync(join(folder, 'cluster', 'PG_VERSION'), '17\n');

    const refused = startEmbeddedPostgres({ folder });
    await expect(refused).rejects.toThrow(/written by PostgreSQL 17.*carries PostgreSQL 18/);
    await expect(refused).rejects.toBeInstanceOf(EmbeddedPostgresError);
    writeFileSync(join(folder, 'cluster', 'PG_VERSION'), '18\n');
  });

  it('stops a server nobody holds any more, and says whether there was one', async () => {
    const left = await startEmbeddedPostgres({ folder });

    expect(await stopEmbeddedPostgres(folder)).toBe(true);
    expect(isRunning(left.pid)).toBe(false);
    expect(await stopEmbeddedPostgres(folder)).toBe(false);
  });

  it('takes its folder away when it was ephemeral', async () => {
    const ephemeral = await startEphemeralPostgres();
    expect(await settings(ephemeral.url, ['fsync'])).toEqual({ fsync: 'off' });

    await ephemeral.stop();
    expect(existsSync(ephemeral.home)).toBe(false);
  });
});

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function settings(url: string, names: readonly string[]): Promise<Record<string, unknown>> {
  const rows = await query(url, `select name, setting from pg_settings where name in ('${names.join("', '")}')`);
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}
