import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { type JobRun, migrateJobs } from '@fubako/platform/jobs';
import { type TestDatabase, testDatabase } from '@fubako/platform/testing';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { Child } from '../../../test/support/child';
import { eventually } from '../../../test/support/eventually';
import { backendsIn, processOn, type Process } from './support/job-backends';
import { count, hang, heavy } from './support/jobs';

interface Seen extends JobRun {
  readonly n: number;
  readonly at: number;
}

describe.each(Object.entries(backendsIn(5)))('the job queue contract over %s', (name, environmentOf) => {
  let database: TestDatabase;
  let started: Process[];
  let seen: Seen[];
  let failing: (n: number, run: JobRun) => boolean;

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    database = await testDatabase();
    await migrateJobs(database.ownerUrl);
    started = [];
    seen = [];
    failing = () => false;
  });
  afterEach(async () => {
    await Promise.all(started.map((process) => process.end()));
    await database.drop();
  });

  const process = (): Process => {
    const made = processOn(database.workerUrl, environmentOf());
    started.push(made);
    return made;
  };

  const counting = async (): Promise<Process> => {
    const made = process();
    made.registry.handle(count, async ({ n }, run) => {
      seen.push({ n, ...run, at: Date.now() });
      if (failing(n, run))
        throw Object.assign(new Error('value "山田" is wrong'), { severity: 'ERROR', code: '22P02' });
    });
    await made.host.start();
    return made;
  };

  const runs = (n: number) => seen.filter((run) => run.n === n);

  it('runs a job once, in another process than the one that asked for it', async () => {
    await counting();
    const asking = process();
    asking.registry.declare(count);
    await asking.queue.add(count, { n: 1 });
    await eventually(
      () => runs(1).length,
      (times) => times === 1,
    );
    await wait(300);
    expect(runs(1)).toHaveLength(1);
    expect(runs(1)[0]?.attempt).toBe(1);
  });

  it('keeps jobs that are added while no worker runs', async () => {
    const asking = process();
    asking.registry.declare(count);
    await asking.queue.addAll(count, [{ payload: { n: 1 } }, { payload: { n: 2 } }]);
    expect(await asking.queue.counts()).toMatchObject({ waiting: 2 });
    await counting();
    await eventually(
      () => seen.length,
      (runs) => runs === 2,
    );
  });

  it('tries a failing job again after its backoff, and lists it as failed when its attempts are used up', async () => {
    failing = () => true;
    const { queue } = await counting();
    await queue.add(count, { n: 1 }, { jobId: 'doomed' });
    const [failed] = await eventually(
      () => queue.failed(10),
      (jobs) => jobs.length === 1,
    );
    expect(runs(1).map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(runs(1)[1]!.at - runs(1)[0]!.at).toBeGreaterThanOrEqual(190);
    expect(failed).toMatchObject({ jobId: 'doomed', name: 'test.count', attempts: 3 });
    expect(failed?.failedAt).toBeInstanceOf(Date);
    expect(await queue.counts()).toMatchObject({ failed: 1, waiting: 0, active: 0 });
  });

  it('keeps no values of people in the reason of a failure', async () => {
    failing = () => true;
    const { queue } = await counting();
    await queue.add(count, { n: 1 });
    const [failed] = await eventually(
      () => queue.failed(10),
      (jobs) => jobs.length === 1,
    );
    expect(failed?.reason).toContain('22P02');
    expect(failed?.reason).not.toContain('山田');
  });

  it('finishes a job whose later attempt succeeds', async () => {
    failing = (_, { attempt }) => attempt === 1;
    const { queue } = await counting();
    await queue.add(count, { n: 1 });
    await eventually(
      () => runs(1).length,
      (times) => times === 2,
    );
    await eventually(
      () => queue.counts(),
      (counts) => counts.active + counts.delayed + counts.waiting + counts.failed === 0,
    );
  });

  it('holds a delayed job back until its time', async () => {
    const { queue } = await counting();
    const asked = Date.now();
    await queue.add(count, { n: 1 }, { delayMs: 700 });
    await eventually(
      () => runs(1).length,
      (times) => times === 1,
    );
    expect(runs(1)[0]!.at - asked).toBeGreaterThanOrEqual(690);
  });

  it('adds a job of the same id only once while it waits', async () => {
    const { queue } = await counting();
    const order = { payload: { n: 1 }, jobId: 'once-1', delayMs: 400 };
    await queue.addAll(count, [order, order]);
    await queue.add(count, { n: 1 }, order);
    await eventually(
      () => runs(1).length,
      (times) => times === 1,
    );
    await wait(600);
    expect(runs(1)).toHaveLength(1);
  });

  it('runs what is scheduled again and again, and forgets a schedule that no module asks for any more', async () => {
    const ringing = process();
    ringing.registry.handle(count, async ({ n }, run) => void seen.push({ n, ...run, at: Date.now() }));
    ringing.registry.schedule({ name: 'test-often', job: count, payload: { n: 7 }, when: { everyMs: 300 } });
    ringing.registry.schedule({ name: 'test-nightly', job: count, payload: { n: 8 }, when: { cron: '30 2 * * *' } });
    await ringing.host.start();
    await eventually(
      () => runs(7).length,
      (times) => times >= 3,
    );
    const nightly = await (await ringing.queue.lane('light')).getJobScheduler('test-nightly');
    expect(new Date(nightly?.next ?? 0).toISOString()).toMatch(/T17:30:00/);
    await ringing.host.stop();

    const { queue } = await counting();
    const before = runs(7).length;
    await wait(900);
    expect(runs(7).length - before).toBeLessThanOrEqual(1);
    expect(await (await queue.lane('light')).getJobSchedulers()).toEqual([]);
  });

  it('gives the job of a killed worker to another', async () => {
    const asking = process();
    asking.registry.declare(hang);
    const child = new Child(join(__dirname, 'support/hanging-worker.ts'), {
      DATABASE_URL: database.workerUrl,
      ...environmentOf(),
    });
    try {
      await asking.queue.add(hang, { n: 1 });
      await child.says('started');
    } finally {
      await child.kill();
    }
    const rescuing = process();
    rescuing.registry.handle(hang, async ({ n }, run) => void seen.push({ n, ...run, at: Date.now() }));
    await rescuing.host.start();
    await eventually(
      () => runs(1).length,
      (times) => times === 1,
    );
  });

  it('does not let heavy jobs delay light ones', async () => {
    const made = process();
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    made.registry.handle(count, async ({ n }, run) => void seen.push({ n, ...run, at: Date.now() }));
    made.registry.handle(heavy, () => gate);
    await made.host.start();
    await made.queue.addAll(
      heavy,
      Array.from({ length: 10 }, (_, n) => ({ payload: { n } })),
    );
    await eventually(
      () => made.queue.counts(),
      ({ active }) => active === 2,
    );
    await made.queue.add(count, { n: 1 });
    await eventually(
      () => runs(1).length,
      (times) => times === 1,
      3_000,
    );
    release();
  });

  it('waits at its end for the running job', async () => {
    const made = process();
    let finished = false;
    made.registry.handle(count, async () => {
      seen.push({ n: 1, jobId: '', attempt: 1, at: Date.now() });
      await wait(500);
      finished = true;
    });
    await made.host.start();
    await made.queue.add(count, { n: 1 });
    await eventually(
      () => seen.length,
      (runs) => runs === 1,
    );
    await made.host.stop();
    expect(finished).toBe(true);
  });

  it('does nothing with jobs whose kind or payload is forged, and shows them', async () => {
    const { queue } = await counting();
    const light = await queue.lane('light');
    await light.add('test.count', { n: 'one' }, { attempts: 5 });
    await light.add('nobody.knows', { n: 1 }, { attempts: 5 });
    const failed = await eventually(
      () => queue.failed(10),
      (jobs) => jobs.length === 2,
    );
    expect(failed.map(({ attempts }) => attempts)).toEqual([1, 1]);
    expect(seen).toEqual([]);
  });

  it('refuses at boot a job without a handler, and at registration a second one', async () => {
    const lonely = process();
    lonely.registry.declare(count);
    await expect(lonely.host.start()).rejects.toThrow('Nobody handles test.count');
    lonely.registry.handle(count, () => Promise.resolve());
    expect(() => lonely.registry.handle(count, () => Promise.resolve())).toThrow('two handlers');
    await expect(lonely.queue.add(hang, { n: 1 })).rejects.toThrow('not declared');
  });

  it('can be asked whether jobs can be added now', async () => {
    const { queue } = await counting();
    await expect(queue.check()).resolves.toBeUndefined();
  });

  it('fails soon while the backend cannot be reached, and works without a restart once it can', async () => {
    const repair = name === 'redis' ? null : await hidePostgresTables(database.ownerUrl);
    const lonely = repair ? process() : processOn(database.workerUrl, { REDIS_URL: 'redis://127.0.0.1:9/5' });
    lonely.registry.declare(count);
    const asked = Date.now();
    await expect(lonely.queue.add(count, { n: 1 })).rejects.toThrow();
    await expect(lonely.queue.check()).rejects.toThrow();
    expect(Date.now() - asked).toBeLessThan(20_000);
    if (!repair) return lonely.queue.close();
    await repair();
    await lonely.queue.add(count, { n: 1 });
    expect(await lonely.queue.counts()).toMatchObject({ waiting: 1 });
    return undefined;
  });

  it('goes on when all its connections are cut', async () => {
    const { queue } = await counting();
    await queue.add(count, { n: 1 });
    await eventually(
      () => runs(1).length,
      (times) => times === 1,
    );
    await (name === 'redis' ? cutRedis(environmentOf()['REDIS_URL'] ?? '') : cutPostgres(database.ownerUrl));
    await eventually(
      () =>
        queue.add(count, { n: 2 }, { jobId: 'after-the-cut' }).then(
          () => true,
          () => false,
        ),
      Boolean,
    );
    await eventually(
      () => runs(2).length,
      (times) => times === 1,
    );
    // Twice, because the first job may have been found by a look after reconnecting rather than by a notification.
    await queue.add(count, { n: 3 });
    await eventually(
      () => runs(3).length,
      (times) => times === 1,
      5_000,
    );
  });
});

/** Ends every connection to this test's own Redis database, whoever holds it. */
async function cutRedis(url: string): Promise<void> {
  const client = new Redis(url);
  const all = String(await client.client('LIST')).split('\n');
  const own = String(await client.client('ID'));
  const database = new URL(url).pathname.slice(1);
  const ids = all.filter((line) => line.includes(` db=${database} `)).map((line) => /^id=(\d+)/.exec(line)?.[1] ?? '');
  const victims = ids.filter((id) => id !== '' && id !== own);
  expect(victims.length).toBeGreaterThanOrEqual(3);
  for (const id of victims) await client.client('KILL', 'ID', id);
  await client.quit();
}

/** Ends every connection of the queue, the listening ones (which BullMQ names after the lane) included. */
async function cutPostgres(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ application_name: string }>(`
    select application_name, pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name in ('fubako-jobs', 'fubako-light', 'fubako-heavy')`);
  expect(rows.map((row) => row.application_name)).toEqual(expect.arrayContaining(['fubako-light', 'fubako-heavy']));
  await client.end();
}

/** As if BullMQ's tables were not there yet; returns the way back. */
async function hidePostgresTables(url: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('alter schema bullmq rename to bullmq_away');
  return async () => {
    await client.query('alter schema bullmq_away rename to bullmq');
    await client.end();
  };
}
