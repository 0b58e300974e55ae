import { randomUUID } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SealLedger, TellWitnesses } from '@fubako/ledger';
import { loadSettings, projectRoot } from '@fubako/platform/config';
import type { Sha256Hex } from '@fubako/kernel';
import { JobRegistry } from '@fubako/platform/jobs';
import { ObjectStore, contentKey } from '@fubako/platform/object-store';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { type RunningPostgres, startEphemeralPostgres } from '@fubako/platform/embedded-postgres';
import { ExecuteDisposal } from '@fubako/records';
import { Client } from 'pg';
import { createApi } from '../../apps/api/src/create-api';
import { ProductModule } from '../../apps/product/src';
import { deliverOwed } from './deliver';
import {
  PARTS,
  type SeededFile,
  believeClock,
  decideBatch,
  deliverDisposal,
  live,
  rowsOf,
  seedFiles,
  step,
} from './disposals';
import { PASSWORD, type Town, openTown, signIn, submittedNotice } from './town';

/** Debian's PostgreSQL, with its own programs: what an operator backs up and restores with. */
let server: RunningPostgres;
let folder: string;
let witness: string;
let town: Town;
let restored: Town;
let restoredWorker: INestApplicationContext;
let files: SeededFile[];
let batchId: string;
let substituteId: string;
let taken: string;

const HOLD = {
  ground: 'disclosure_request',
  caseNo: '開示請求 令和14年第3号',
  reason: '開示請求の対象',
  triggeredOn: '2032-05-20',
};

/** What the worker does every 45 seconds: the sealed leaves go to the witness. */
async function seal(worker: INestApplicationContext): Promise<void> {
  await worker.get(SealLedger, { strict: false }).run();
  await worker.get(TellWitnesses, { strict: false }).run();
}

const hold = async (at: Town) =>
  (await at.as(PARTS.office)).post('/holds', { ...HOLD, fileIds: [files[0]?.fileId ?? ''] });
const lock = async (login: string) => (await (await restored.as(login)).get('/disposal-lock')).body;
const execute = (login: string = PARTS.clerk) => step(restored, login, batchId, 'executions', { count: 3 });
/** What the worker does every hour for the store, and what follows from it. */
async function sweep(): Promise<void> {
  const duty = restoredWorker.get(JobRegistry, { strict: false }).find('scans.sweep-quarantine');
  await duty?.handler({}, { attempt: 1 } as never);
  await deliverOwed(restored, 'scans.');
}
const inStore = async () => (await restored.app.get(ObjectStore).head(contentKey(taken as Sha256Hex))) !== null;
/** The paper of a file that a scan stands for: what became of the decision that it may go. */
const decidePaper = async () =>
  (await restored.as(PARTS.office)).post(`/substitutes/${substituteId}/steps`, { act: 'decide_destruction' });
const states = async () =>
  (
    await rowsOf<{ state: string }>(
      restored,
      sql`select state from records.record_file where id = any(${files.map(({ fileId }) => fileId)}::uuid[]) order by volume`,
    )
  ).map(({ state }) => state);

/** Paper in a file of the section, and the approved scan that stands for it. */
async function scannedPaper({ app }: Town): Promise<string> {
  const uow = app.get(UnitOfWork);
  const [paper, substitute, sha256] = [randomUUID(), randomUUID(), 'ab'.repeat(32)];
  const [file] = await seedFiles(town, 1, { expiresOn: '2040-03-31', title: '支給決定', firstVolume: 60 });
  await uow.run(async () => {
    await uow.change(sql`
      insert into records.paper_record (id, file_id, title, documented_on, pages, disposition, registered_at, registered_by, registered_by_name)
      values (${paper}, ${file?.fileId}, '支給決定通知書', '2026-06-01', 3, false, now(), '1055', '上田')`);
    await uow.change(sql`
      insert into scans.stored_object (sha256, bytes, media_type, chunk_hashes, created_at, verified_at)
      values (decode(${sha256}, 'hex'), 9, 'application/pdf', sha256(''), now(), now())`);
    await uow.change(sql`
      insert into records.scan_substitute (id, paper_record_id, sha256, object_sha256, file_name, media_type, bytes, pages, scanned_at,
        scanned_by, scanned_by_name, checked_at, checked_by, checked_by_name, approved_at, approved_by, approved_by_name)
      values (${substitute}, ${paper}, ${sha256}, decode(${sha256}, 'hex'), '通知書.pdf', 'application/pdf', 9, 3, '2026-06-02', '1055', '上田',
        '2026-06-02', '1016', '深川', '2026-06-02', '1012', '馬場')`);
  });
  return substitute;
}

/** The database as it was dumped, on the same server, and API and worker on it. */
async function restore(dump: string): Promise<void> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query('create database restored');
  await client.end();
  const onRestored = (address: string) => {
    const url = new URL(address);
    url.pathname = '/restored';
    return url.toString();
  };
  const psql = ['--quiet', '--no-psqlrc', '--set', 'ON_ERROR_STOP=1', '--file', dump, onRestored(server.url)];
  execFileSync('psql', psql, { stdio: 'pipe' });
  const settings = loadSettings({
    NODE_ENV: 'test',
    DATABASE_URL: onRestored(town.database.url),
    DATABASE_WORKER_URL: onRestored(town.database.workerUrl),
    FUBAKO_DATA: town.settings.values.FUBAKO_DATA,
    DEMO: 'true',
    LOG_LEVEL: 'silent',
    WITNESS_FOLDERS: witness,
  });
  const app = await createApi(settings, town.clock);
  await app.listen(0, '127.0.0.1');
  app.getHttpServer().keepAliveTimeout = 0;
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`;
  const people = new Map<string, ReturnType<typeof signIn>>();
  const as = (login: string) => {
    const person = people.get(login) ?? signIn(url, login);
    people.set(login, person);
    return person;
  };
  restored = { ...town, app, settings, url, as };
  restoredWorker = await NestFactory.createApplicationContext(ProductModule.with(settings.ofWorker, town.clock), {
    logger: false,
  });
  believeClock(restored);
  restored.clock.set(await town.clock.now());
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fubako-older-'));
  witness = join(folder, 'committee');
  server = await startEphemeralPostgres('system');
  process.env['TEST_DATABASE_URL'] = server.url;
  town = await openTown('2032-03-29T01:00:00Z', {}, { WITNESS_FOLDERS: witness });
  believeClock(town);
  town.clock.set('2032-03-29T01:00:00Z');
  files = await seedFiles(town, 3);
  batchId = await decideBatch(town);
  await live(town, '2032-04-27T01:00:00Z', '2032-05-25T01:00:00Z');
  expect((await step(town, PARTS.auditor, batchId, 'confirmations', { count: 3 })).status).toBe(200);
  await seal(await town.worker());
  substituteId = await scannedPaper(town);
  // Attached to a matter after the backup: in what was restored nobody has taken it.
  taken = (await (await town.as(PARTS.clerk)).upload('契約書.txt', Buffer.from('戻らない契約書\n'))).body.sha256;
  const dump = join(folder, 'dump.sql');
  execFileSync('pg_dump', ['--file', dump, town.database.ownerUrl]);
  // The hold that the backup does not know: a witness elsewhere was told of it.
  expect((await hold(town)).status).toBe(201);
  await seal(await town.worker());
  await restore(dump);
}, 240_000);
afterAll(async () => {
  await restoredWorker?.close();
  await restored?.app.close();
  await town?.close();
  await server?.stop();
  rmSync(folder, { recursive: true });
});

describe('DISP-19 a backup that is older than a hold', () => {
  it('the hold is gone, and whoever would destroy asks the witness and does nothing, before anything else was sealed', async () => {
    expect(await rowsOf(restored, sql`select from records.hold`)).toEqual([]);
    await expect(restored.app.get(ExecuteDisposal).run(batchId)).rejects.toThrow('records.locked-by-witness');
    // So does a request, at its own moment: nobody here has noted anything of the witness.
    expect(await rowsOf(restored, sql`select from ledger.witness where root is not null`)).toEqual([]);
    expect((await execute()).body.code).toBe('records.locked-by-witness');
    expect((await decidePaper()).body.code).toBe('records.locked-by-witness');
    expect(await lock(PARTS.office)).toEqual({
      locked: true,
      witnesses: [{ name: witness, kind: 'ahead', more: expect.any(Number) }],
      allowed: ['release'],
    });
    expect((await lock(PARTS.office)).witnesses[0].more).toBeGreaterThan(0);
    // Whoever cannot do anything about it hears that it is so.
    expect(await lock(PARTS.head)).toEqual({ locked: true, witnesses: [], allowed: [] });
    expect(await states()).toEqual(['closed', 'closed', 'closed']);
  });

  it('it stays locked, for a start on screen, too, when the database has grown beyond what the witness holds', async () => {
    for (let n = 0; n < 3; n++) await submittedNotice(restored, { subject: `戻したあとの仕事 ${n}` });
    await seal(restoredWorker);
    const [held] = await rowsOf<{ more: number; fault: string }>(
      restored,
      sql`select (select max(size) from ledger.checkpoint)::int - size::int as more, fault from ledger.witness where root is not null`,
    );
    expect(held?.more).toBeGreaterThan(0);
    expect(held?.fault).toMatch(/does not follow/);
    expect(await execute()).toMatchObject({
      status: 409,
      body: { code: 'records.locked-by-witness', title: '廃棄・移管を止めています', rule: 'RULE-86' },
    });
    await expect(restored.app.get(ExecuteDisposal).run(batchId)).rejects.toThrow('records.locked-by-witness');
    expect((await lock(PARTS.office)).witnesses).toEqual([{ name: witness, kind: 'ahead', more: 0 }]);
    const kept = sql`select count(*)::int as n from ledger.entry where kind = 'records.disposal-refused'`;
    expect(await rowsOf(restored, kept)).toEqual([{ n: 5 }]);
  });

  it('SCN-13 the store stands still: what was attached after the backup is not swept as something that nobody took', async () => {
    const uow = restored.app.get(UnitOfWork);
    await uow.run(() => uow.change(sql`update scans.upload set created_at = created_at - interval '2 days'`));
    await sweep();
    expect(await inStore()).toBe(true);
  });

  it('whoever operates the machines reads it: verification, and the health of the process', async () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(projectRoot, 'dist/apps/cli/src/main.js'), 'verify', '--disposals'],
      {
        encoding: 'utf8',
        env: {
          PATH: process.env['PATH'],
          NODE_ENV: 'test',
          DATABASE_URL: restored.settings.values.DATABASE_URL,
          FUBAKO_DATA: mkdtempSync(join(folder, 'data-')),
          LOG_LEVEL: 'error',
          WITNESS_FOLDERS: witness,
        },
      },
    );
    expect([status, stdout]).toEqual([1, expect.stringContaining('disposals are locked: the witness')]);
    const health = await fetch(`${restored.url}/readyz`);
    expect([health.status, await health.json()]).toMatchObject([
      200,
      { status: 'degraded', checks: { disposals: 'failed' } },
    ]);
  });

  it('the records office places the hold again and releases the lock, once and with a reason; the rest is destroyed', async () => {
    const release = async (login: string, reason: string) =>
      (await restored.as(login)).post('/disposal-lock/release', { reason });
    expect((await release(PARTS.head, '解除')).body.code).toBe('records.not-yours-to-release');
    expect((await release(PARTS.office, '')).status).toBe(422);
    expect((await hold(restored)).status).toBe(201);
    const uow = restored.app.get(UnitOfWork);
    await uow.run(() => uow.change(sql`update identity.session set proven_at = proven_at - interval '1 hour'`));
    expect(await release(PARTS.office, '開示請求の保留を置き直した')).toMatchObject({
      status: 403,
      body: { code: 'identity.proof-needed' },
    });
    const office = await restored.as(PARTS.office);
    const { headers } = await office.post('/session/proof', { password: PASSWORD });
    Object.assign(office, { cookie: headers.get('set-cookie')?.split(';')[0] });
    expect(await release(PARTS.office, '開示請求の保留を置き直した')).toMatchObject({
      status: 200,
      body: { locked: false, witnesses: [], allowed: [] },
    });
    expect((await release(PARTS.office, '再度')).body.code).toBe('records.nothing-locked');
    expect(
      await rowsOf(
        restored,
        sql`select actor, convert_from(canonical, 'UTF8')::jsonb -> 'facts' ->> 'reason' as reason from ledger.entry
          where kind = 'records.disposals-released'`,
      ),
    ).toEqual([{ actor: '1026', reason: '開示請求の保留を置き直した' }]);
    expect((await execute(PARTS.office)).body).toMatchObject({
      code: 'records.same-person',
      detail: expect.stringContaining('廃棄の停止を解除した人です。'),
    });
    expect((await execute()).status).toBe(202);
    await deliverDisposal(restored);
    expect(await states()).toEqual(['closed', 'disposed', 'disposed']);
    expect((await decidePaper()).status).toBe(204);
    await sweep();
    expect(await inStore()).toBe(false);
  });

  it('a witness that cannot be asked locks as well, and nobody can release that', async () => {
    rmSync(join(witness, 'edge.json'));
    rmSync(join(witness, 'leaves'));
    // A folder where a file should be: it answers with an error, as a mount does that is gone.
    execFileSync('mkdir', [join(witness, 'leaves')]);
    expect(await lock(PARTS.office)).toEqual({
      locked: true,
      witnesses: [{ name: witness, kind: 'silent', more: null }],
      allowed: [],
    });
  });
});
