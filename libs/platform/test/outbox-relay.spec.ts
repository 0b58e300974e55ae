import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { migrateJobs } from '@fubako/platform/jobs';
import { EventBus, OwedWork } from '@fubako/platform/outbox';
import { type TestDatabase, testDatabase } from '@fubako/platform/testing';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { Child } from '../../../test/support/child';
import { eventually } from '../../../test/support/eventually';
import { backendsIn } from './support/job-backends';
import { announce, createEffects, effects, happened, leaveEffect } from './support/news';
import { HASTY, relayProcess, type RelayProcess } from './support/relay-process';

interface Row {
  readonly id: number;
  readonly attempts: number;
  readonly published_at: Date | null;
  readonly done_at: Date | null;
  readonly last_error: string | null;
}

describe.each(Object.entries(backendsIn(6)))('the outbox relay over %s', (name, environmentOf) => {
  let database: TestDatabase;
  let uow: UnitOfWork;
  let started: RelayProcess[];

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    database = await testDatabase();
    uow = database.uow;
    started = [];
    await migrateJobs(database.ownerUrl);
    await createEffects(database.owned);
  });
  afterEach(async () => {
    await Promise.all(started.map((worker) => worker.end()));
    await database.drop();
  });

  const process = async (options = HASTY): Promise<RelayProcess> => {
    const made = await relayProcess(database.workerUrl, environmentOf(), options);
    started.push(made);
    return made;
  };
  const rows = () => uow.read(() => uow.rows<Row>(sql`select * from platform.outbox order by id`));
  const done = (expected: number) =>
    eventually(rows, (all) => all.filter(({ done_at }) => done_at !== null).length === expected, 30_000);
  const numbers = async () => (await effects(uow)).map(({ n }) => n);

  /** The API's side: it announces, and runs no consumer. */
  const announcing = (): EventBus => {
    const bus = new EventBus(uow);
    bus.later(happened, 'test.effect', () => Promise.reject(new Error('the API runs no late consumer')));
    return bus;
  };

  const effecting = async (options = HASTY): Promise<RelayProcess> => {
    const worker = await process(options);
    worker.bus.later(happened, 'test.effect', (event, delivery) =>
      delivery.complete(() => leaveEffect(worker.uow, event.payload.n)),
    );
    return worker;
  };

  it('brings every announced event to its consumer once, soon after the commit', async () => {
    await (await effecting()).start();
    await announce(uow, announcing(), [1, 2, 3]);
    await done(3);
    expect(await numbers()).toEqual([1, 2, 3]);
    const lag = await uow.read(() =>
      uow.one<{ ms: number }>(
        sql`select max(extract(epoch from done_at - created_at) * 1000)::float8 as ms from platform.outbox`,
      ),
    );
    expect(lag.ms).toBeLessThan(2_000);
  });

  it('is woken by the announcement and does not wait for its poll', async () => {
    await (await effecting({ ...HASTY, pollMs: 60_000 })).start();
    await wait(300);
    await announce(uow, announcing(), [1]);
    await done(1);
  });

  it('finds by polling what was announced while it could not listen', async () => {
    await (await effecting()).start();
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'fubako-relay'",
    );
    await client.query(
      "insert into platform.outbox (consumer, event_id, event_name, subject, payload) values ('test.effect', gen_random_uuid(), 'test.happened.v1', 'x', '{\"n\": 2}')",
    );
    await done(1);
    const heard = async () => {
      const { rows: listeners } = await client.query(
        "select 1 from pg_stat_activity where datname = current_database() and application_name = 'fubako-relay'",
      );
      return listeners.length;
    };
    await eventually(heard, (count) => count === 1);
    await client.end();
  });

  it('tells that owed work waits and no worker has begun it', async () => {
    const owed = new OwedWork(uow);
    await announce(uow, announcing(), [1]);
    expect([await owed.isUnheard(2), await owed.isUnheard(0)]).toEqual([false, true]);
    await (await effecting()).start();
    await done(1);
    expect(await owed.isUnheard(0)).toBe(false);
  });

  it('publishes nothing of a unit that was rolled back', async () => {
    await (await effecting()).start();
    const bus = announcing();
    await expect(
      uow.run(async () => {
        await bus.publish(happened, 'thing', { n: 1 });
        throw new Error('the use case refused');
      }),
    ).rejects.toThrow('the use case refused');
    await announce(uow, bus, [2]);
    await done(1);
    expect(await numbers()).toEqual([2]);
  });

  it('lets any number of workers share the work, each effect once', async () => {
    const workers = await Promise.all([effecting(), effecting(), effecting()]);
    await Promise.all(workers.map((worker) => worker.start()));
    const all = Array.from({ length: 250 }, (_, n) => n);
    await announce(uow, announcing(), all);
    await done(250);
    await wait(500);
    expect(await numbers()).toEqual(all);
  });

  it('puts the effect in once although two workers run the same row at once', async () => {
    const [one, other] = [await effecting(), await effecting()];
    await announce(uow, announcing(), [1]);
    const [row] = await rows();
    await Promise.all([one.deliver.run(row!.id), other.deliver.run(row!.id), one.deliver.run(row!.id)]);
    expect(await numbers()).toEqual([1]);
  });

  it('ticks a row whose consumer returns without completing, and not one whose consumer fails', async () => {
    const worker = await process();
    let broken = true;
    worker.bus.later(happened, 'test.effect', async (event, { attempt }) => {
      if (event.payload.n === 2 && broken)
        throw Object.assign(new Error('Key (name)=(山田) exists'), {
          severity: 'ERROR',
          code: '23505',
          constraint: 'person_name',
        });
      expect(attempt).toBeGreaterThan(0);
    });
    await worker.start();
    await announce(uow, announcing(), [1, 2]);
    await eventually(rows, ([first, second]) => first?.done_at !== null && (second?.attempts ?? 0) >= 2);
    const [, second] = await rows();
    expect(second).toMatchObject({ done_at: null, last_error: 'Error: 23505: person_name' });
    broken = false;
    const [, healed] = await done(2);
    expect(healed?.last_error).toBeNull();
  });

  it('takes back the effect of a consumer that fails after its work', async () => {
    const worker = await process();
    let failures = 1;
    worker.bus.later(happened, 'test.effect', (event, delivery) =>
      delivery.complete(async () => {
        await leaveEffect(worker.uow, event.payload.n);
        if (failures-- > 0) throw new Error('after the work');
      }),
    );
    await worker.start();
    await announce(uow, announcing(), [1]);
    await done(1);
    expect(await numbers()).toEqual([1]);
  });

  it('keeps owing to a consumer that this build does not have, and says so', async () => {
    const worker = await process();
    await worker.start();
    await announce(uow, announcing(), [1]);
    await eventually(rows, ([row]) => (row?.attempts ?? 0) >= 1 && row?.last_error !== null);
    const [row] = await rows();
    expect(row).toMatchObject({ done_at: null, last_error: 'no consumer called test.effect in this build' });
  });

  it('publishes again for ever, with a growing pause and a new job each time', async () => {
    const worker = await process();
    await announce(uow, announcing(), [1]);
    const patience = 60_000;
    const overdueAfter = async (ms: number) => {
      await uow.run(() =>
        uow.change(
          sql`update platform.outbox set published_at = clock_timestamp() - make_interval(secs => ${ms} / 1000.0)`,
        ),
      );
      return worker.publish.reconcile(patience);
    };
    for (let publication = 1; publication <= 9; publication++) {
      expect(await worker.publish.run()).toBe(1);
      const pause = patience * 2 ** Math.min(publication - 1, 6);
      expect([publication, await overdueAfter(pause - patience / 2)]).toEqual([publication, 0]);
      expect([publication, await overdueAfter(pause + 1)]).toEqual([publication, 1]);
    }
    expect(await worker.queue.counts()).toMatchObject({ waiting: 9 });
  });

  it('shows operators what is stuck, and tries it now when they ask', async () => {
    const worker = await process();
    let broken = true;
    worker.bus.later(happened, 'test.effect', () =>
      broken ? Promise.reject(new Error('printer on fire')) : Promise.resolve(),
    );
    await announce(uow, announcing(), [1]);
    const [{ id } = { id: 0 }] = await rows();
    for (let start = 0; start < 3; start++) await worker.deliver.run(id).catch(() => undefined);
    const owed = new OwedWork(uow);
    expect(await owed.isUnheard(0)).toBe(false);
    expect(await owed.stuck(10)).toMatchObject([
      { id, consumer: 'test.effect', subject: 'thing-1', attempts: 3, lastError: 'Error: printer on fire' },
    ]);
    expect(await owed.summary()).toMatchObject({ owed: 1, oldestAt: expect.any(Date) as Date });
    broken = false;
    expect(await owed.tryNow(id)).toBe(true);
    await worker.start();
    await done(1);
    expect(await owed.stuck(10)).toEqual([]);
    expect(await owed.summary()).toEqual({ owed: 0, oldestAt: null });
    expect(await owed.tryNow(id)).toBe(false);
  });

  it('runs heavy consumers apart from the others', async () => {
    const worker = await process();
    worker.bus.later(happened, { name: 'test.effect', heavy: true }, () => Promise.resolve());
    await announce(uow, announcing(), [1]);
    await worker.publish.run();
    const names = async (lane: 'light' | 'heavy') =>
      (await (await worker.queue.lane(lane)).getWaiting()).map((job) => job.name);
    expect([await names('light'), await names('heavy')]).toEqual([[], ['platform.deliver-heavy-outbox']]);
    await worker.start();
    await done(1);
  });

  it('ignores forged jobs: without an owed row nothing happens', async () => {
    const worker = await effecting();
    await worker.start();
    await announce(uow, announcing(), [1]);
    const [row] = await done(1);
    const lane = await worker.queue.lane('light');
    await lane.add('platform.deliver-outbox', { id: row!.id });
    await lane.add('platform.deliver-outbox', { id: 999_999 });
    await lane.add('platform.deliver-outbox', { id: row!.id, payload: { n: 66 } });
    await eventually(
      () => worker.queue.counts(),
      ({ waiting, active }) => waiting + active === 0,
    );
    await wait(200);
    expect(await numbers()).toEqual([1]);
  });

  it('loses nothing and doubles nothing when a worker is killed in the middle of an effect', async () => {
    const child = new Child(join(__dirname, 'support/dying-worker.ts'), {
      DATABASE_URL: database.workerUrl,
      ...environmentOf(),
    });
    try {
      await announce(uow, announcing(), [1]);
      await child.says('in the middle');
    } finally {
      await child.kill();
    }
    expect(await numbers()).toEqual([]);
    await (await effecting()).start();
    await done(1);
    await wait(1_500);
    expect(await numbers()).toEqual([1]);
  });

  it('loses nothing when the queue forgets everything', async () => {
    const worker = await effecting();
    await worker.host.start();
    await worker.host.stop();
    const all = Array.from({ length: 120 }, (_, n) => n);
    await announce(uow, announcing(), all);
    while ((await worker.publish.run()) > 0);
    expect((await rows()).every(({ published_at }) => published_at !== null)).toBe(true);
    await forgetEverything(name, database.ownerUrl, environmentOf());
    expect(await worker.queue.counts()).toMatchObject({ waiting: 0 });
    await worker.start();
    await done(120);
    expect(await numbers()).toEqual(all);
  });

  it('goes on while the queue is emptied again and again under load', async () => {
    const worker = await effecting();
    await worker.start();
    const bus = announcing();
    for (let round = 0; round < 5; round++) {
      await announce(
        uow,
        bus,
        Array.from({ length: 20 }, (_, n) => round * 20 + n),
      );
      await forgetEverything(name, database.ownerUrl, environmentOf());
    }
    await done(100);
    await wait(500);
    expect(await numbers()).toEqual(Array.from({ length: 100 }, (_, n) => n));
  });

  it('leaves rows owed while jobs cannot be added, and publishes them afterwards', async () => {
    const worker = await effecting();
    await announce(uow, announcing(), [1, 2]);
    const repair = await breakTheQueue(name, database.ownerUrl, environmentOf());
    await expect(worker.publish.run()).rejects.toThrow();
    expect((await rows()).map(({ published_at }) => published_at)).toEqual([null, null]);
    await repair();
    await worker.start();
    await done(2);
    expect(await numbers()).toEqual([1, 2]);
  });
});

/** FLUSHALL, as far as this test's own database goes; on PostgreSQL the same done to BullMQ's tables. */
async function forgetEverything(name: string, url: string, environment: NodeJS.ProcessEnv): Promise<void> {
  if (name === 'redis') {
    const client = new Redis(environment['REDIS_URL'] ?? '');
    await client.flushdb();
    await client.quit();
    return;
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    'delete from bullmq.job; delete from bullmq.event; delete from bullmq.meta; delete from bullmq.scheduler',
  );
  await client.end();
}

/** Makes adding jobs fail until the returned repair is called. */
async function breakTheQueue(name: string, url: string, environment: NodeJS.ProcessEnv): Promise<() => Promise<void>> {
  if (name === 'redis') {
    const client = new Redis(environment['REDIS_URL'] ?? '');
    const key = `fubako-${new URL(url).pathname.slice(1)}:fubako-light:wait`;
    await client.set(key, 'not a list');
    return async () => {
      await client.del(key);
      await client.quit();
    };
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('alter schema bullmq rename to bullmq_away');
  return async () => {
    await client.query('alter schema bullmq_away rename to bullmq');
    await client.end();
  };
}
