import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadSettings } from '@fubako/platform/config';
import { sql } from '@fubako/platform/database';
import { migrateJobs } from '@fubako/platform/jobs';
import { EventBus } from '@fubako/platform/outbox';
import { type TestDatabase, testDatabase } from '@fubako/platform/testing';
import { Client } from 'pg';
import { Child } from '../../../test/support/child';
import { eventually } from '../../../test/support/eventually';
import { heartbeatFile } from '../src/heartbeat-file';
import { WorkerModule } from '../src/worker.module';
import { MinimalProduct, rang } from './support/minimal-product';

describe('the worker', () => {
  let database: TestDatabase;
  let data: string;
  let environment: NodeJS.ProcessEnv;
  let app: INestApplicationContext | null;

  beforeEach(async () => {
    app = null;
    database = await testDatabase();
    await migrateJobs(database.ownerUrl);
    data = mkdtempSync(join(tmpdir(), 'fubako-worker-'));
    environment = { DATABASE_URL: database.workerUrl, FUBAKO_DATA: data, NODE_ENV: 'test' };
    await database.owned.run(() => database.owned.rows(sql`create table public.rung (ms int)`));
  });
  afterEach(async () => {
    await app?.close();
    await database.drop();
    rmSync(data, { recursive: true, force: true });
  });

  const announce = (ms: number) => {
    const bus = new EventBus(database.uow);
    bus.later(rang, 'test.slow', () => Promise.resolve());
    return database.uow.run(() => bus.publish(rang, 'bell', { ms }));
  };
  const rung = async () =>
    (await database.uow.read(() => database.uow.rows<{ ms: number }>(sql`select ms from public.rung`))).length;
  const start = (): Promise<INestApplicationContext> => {
    const settings = loadSettings(environment);
    return NestFactory.createApplicationContext(WorkerModule.with(settings, MinimalProduct.with(settings)), {
      logger: false,
    });
  };
  const healthcheck = () => {
    const loader = join(__dirname, '../../../test/setup/typescript-child.cjs');
    return spawnSync(process.execPath, ['-r', loader, join(__dirname, '../src/healthcheck.ts')], {
      env: { PATH: process.env.PATH, FUBAKO_DATA: data },
    }).status;
  };

  it('delivers what the product owes, beats its heart, and leaves no connection behind', async () => {
    app = await start();
    await announce(0);
    await eventually(rung, (count) => count === 1);
    expect(healthcheck()).toBe(0);
    await app.close();
    app = null;
    expect(existsSync(heartbeatFile(data))).toBe(false);
    expect(healthcheck()).toBe(1);
    expect(await connections()).toEqual([]);
  });

  it('counts as dead when its heart stood still', async () => {
    app = await start();
    const before = new Date(Date.now() - 60_000);
    utimesSync(heartbeatFile(data), before, before);
    expect(healthcheck()).toBe(1);
  });

  it('holds few connections while it idles', async () => {
    app = await start();
    await announce(0);
    await eventually(rung, (count) => count === 1);
    const idle = await eventually(connections, (all) => all.length <= 7, 15_000);
    expect(idle.filter((name) => ['fubako-light', 'fubako-heavy', 'fubako-relay'].includes(name)).sort()).toEqual([
      'fubako-heavy',
      'fubako-light',
      'fubako-relay',
    ]);
  });

  it('finishes the running work when it is told to stop, and exits', async () => {
    const child = new Child(join(__dirname, 'support/worker-process.ts'), environment);
    try {
      await child.says('running');
      await announce(1_500);
      await child.says('consuming');
      expect(await rung()).toBe(0);
      await child.terminate();
      expect(await rung()).toBe(1);
    } finally {
      await child.kill();
    }
  });

  /** Connections of the worker to the test's database, by name. */
  async function connections(): Promise<string[]> {
    const client = new Client({ connectionString: database.ownerUrl, application_name: 'looking' });
    await client.connect();
    const { rows } = await client.query<{ application_name: string }>(`
      select application_name from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and application_name not in ('looking', 'fubako-test')`);
    await client.end();
    return rows.map((row) => row.application_name);
  }
});
