import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SealLedger, SealerKey } from '@fubako/ledger';
import { projectRoot } from '@fubako/platform/config';
import { type RunningPostgres, startEphemeralPostgres } from '@fubako/platform/embedded-postgres';
import { Client } from 'pg';
import { type Town, approveBy, openTown, submitContract } from './town';

/** Debian's PostgreSQL, with its own programs: what an operator backs up and restores with. */
let server: RunningPostgres;
let town: Town;
let folder: string;
let decided: string;
let dump: string;
let key: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fubako-restored-'));
  server = await startEphemeralPostgres('system');
  process.env['TEST_DATABASE_URL'] = server.url;
  town = await openTown();
  const seal = async () => (await town.worker()).get(SealLedger, { strict: false }).run();
  decided = await submitContract(town);
  await seal();
  await approveBy(town, decided, 'goto', 'fukagawa', 'takarabe', 'eto');
  await seal();
  key = join(town.app.get(SealerKey, { strict: false }).folder, 'verifier-key.txt');
  dump = join(folder, 'dump.sql');
  execFileSync('pg_dump', ['--file', dump, town.database.ownerUrl]);
});
afterAll(async () => {
  await town?.close();
  await server?.stop();
  rmSync(folder, { recursive: true });
});

const onServer = (name: string): string => {
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return url.toString();
};

async function ask(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database of the server, filled from the dump as an operator does it. */
async function restore(name: string): Promise<string> {
  await ask(server.url, `create database ${name}`);
  const url = onServer(name);
  execFileSync('psql', ['--quiet', '--no-psqlrc', '--set', 'ON_ERROR_STOP=1', '--file', dump, url], { stdio: 'pipe' });
  return url;
}

interface Said {
  readonly code: number | null;
  /** One line for each anomaly. */
  readonly anomalies: readonly string[];
  readonly whole: string;
}

/** `fubako verify`, as a process of its own on the restored database. */
function program(url: string): Said {
  const data = mkdtempSync(join(folder, 'data-'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'dist/apps/cli/src/main.js'), 'verify', '--ledger', '--key', readFileSync(key, 'utf8').trim()],
    {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], NODE_ENV: 'test', DATABASE_URL: url, FUBAKO_DATA: data, LOG_LEVEL: 'error' },
    },
  );
  const anomalies = stdout.split('\n').filter((line) => /^ {2}\S+ .*: \w+$/.test(line));
  return { code: status, anomalies: anomalies.map((line) => line.trim()), whole: stdout + stderr };
}

/** The one in Python, from the written format alone. */
function python(...where: string[]): Said {
  const call = [join(projectRoot, 'apps/verifier/verify.py'), ...where, '--key', key];
  const { status, stdout, stderr } = spawnSync('python3', ['-B', ...call], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { code: status, anomalies: stdout.trim().split('\n').slice(0, -1), whole: stdout + stderr };
}

describe('VERIFY a dump and a restored backup', () => {
  it('VERIFY-6 a plain dump of pg_dump holds, and so does the database that it is restored to, for both verifiers', async () => {
    const url = await restore('restored');
    for (const said of [python('--dump', dump), python('--database', url), program(url)])
      expect(said).toEqual({ code: 0, anomalies: [], whole: expect.stringMatching(/\d{2,} entries/) });
  });

  it('VERIFY-6 what somebody wrote into the dump is named, before it is restored and after', async () => {
    const url = await restore('forged');
    await ask(
      url,
      `set session_replication_role = replica; update documents.document set title = title || '改' where id = '${decided}'`,
    );
    const named = `documents.document ${decided}: title`;
    expect(python('--database', url)).toMatchObject({ code: 1, anomalies: [named] });
    expect(program(url)).toMatchObject({ code: 1, anomalies: [named] });

    const title = /^(COPY documents\.document \([^)]*\) FROM stdin;\n)([\s\S]*?)(^\\\.$)/m;
    const clean = readFileSync(dump, 'utf8');
    const forged = clean.replace(title, (_, head: string, lines: string, end: string) => {
      const changed = lines.split('\n').map((line) => (line.startsWith(decided) ? line.replace('契約', '契訳') : line));
      return `${head}${changed.join('\n')}${end}`;
    });
    expect(forged).not.toBe(clean);
    const copy = join(folder, 'forged.sql');
    writeFileSync(copy, forged);
    expect(python('--dump', copy)).toMatchObject({ code: 1, anomalies: [named] });
  });

  it('VERIFY-6 a dump that lost its last act is named by what a witness holds', async () => {
    const url = await restore('shortened');
    const leaves = join(folder, 'leaves');
    const all: { hash: Buffer }[] = await town.database.dataSource.query(
      'select hash from ledger.leaf order by position',
    );
    writeFileSync(leaves, Buffer.concat(all.map(({ hash }) => hash)));
    await ask(
      url,
      `set session_replication_role = replica;
       delete from ledger.leaf where position >= (select max(size) from ledger.checkpoint where size < (select max(size) from ledger.checkpoint));
       delete from ledger.checkpoint where size = (select max(size) from ledger.checkpoint)`,
    );
    const said = python('--database', url, '--witness', `committee=${leaves}`);
    expect(said.code).toBe(1);
    expect(said.anomalies.filter((line) => line.endsWith('witness committee'))).toHaveLength(1);
  });
});
