import { join } from 'node:path';
import { projectRoot } from '@fubako/platform/config';
import { sql } from '@fubako/platform/database';
import { freePort } from '@fubako/platform/embedded-postgres';
import { Child } from '../support/child';
import { eventually } from '../support/eventually';
import { inboxOf } from './scenarios';
import { type Answer, type Person, type Town, openTown, signIn } from './town';

let town: Town;
beforeAll(async () => {
  town = await openTown('2026-05-11T00:00:00Z');
});
afterAll(() => town?.close());

const COUNT = 240;
/** `KILLS=50` (npm run test:deep -- --kills): so often a bulk is cut off by the death of the server, each time at another moment. */
const KILLS = Number(process.env['KILLS'] ?? 0);
/** Matters of each of these bulks: while one chunk is through, a whole one is on its way. */
const MATTERS = 208;

/** Internal matters that wait for the 係長, as what his bulk approval asks for. */
async function waitingFor(goto: Person, matters = COUNT): Promise<object> {
  const hara = await town.as('hara');
  for (let n = 0; n < matters; n += 8)
    await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const fields = { subject: `伺い ${n + index}`, body: '次のとおり。' };
        const { body } = await hara.post('/documents', { matterType: 'internal', fields });
        await hara.post(`/documents/${body.id}/submissions`, { expectedVersion: body.version });
      }),
    );
  const items: any[] = [];
  for (let cursor = ''; ;) {
    const { body } = await goto.get(`/inbox?view=approval&limit=100${cursor}`);
    items.push(...body.items);
    if (!body.nextCursor) break;
    cursor = `&cursor=${body.nextCursor}`;
  }
  expect(items).toHaveLength(matters);
  return {
    items: items.map(({ documentId, seatId, version, contentDigest }) => ({
      documentId,
      seatId,
      version,
      contentDigest,
    })),
  };
}

const count = (text: ReturnType<typeof sql>): Promise<number> =>
  town.database.owned.read(async () => Number((await town.database.owned.one<{ count: number }>(text)).count));

const outcomes = (key: string) => count(sql`select count(*) from approvals.bulk_outcome where key = ${key}`);
const acted = (key: string) => count(sql`select count(*) from approvals.act where bulk_key = ${key}`);
const done = (key: string) =>
  count(
    sql`select count(*) from approvals.seat s where s.state = 'done' and exists (select from approvals.act a where a.id = s.act_id and a.bulk_key = ${key})`,
  );

/** Chunks are wholly done or not at all: acts, seats and outcomes are as many. */
async function wholeChunks(key: string, matters = COUNT): Promise<void> {
  const noted = await outcomes(key);
  expect(noted === matters ? 0 : noted % 100).toBe(0);
  expect([await acted(key), await done(key)]).toEqual([noted, noted]);
}

async function finished(again: Answer, key: string, matters = COUNT): Promise<void> {
  expect(again.status).toBe(200);
  expect(again.body.applied).toBe(matters);
  expect(await acted(key)).toBe(matters);
  expect(await inboxOf(town, 'goto', 'approval')).toEqual([]);
}

describe('S16 a bulk approval is cut off in the middle', () => {
  it('the connection to the database dies: no item is half approved, and the same key finishes the rest', async () => {
    const key = 'the-bulk-that-was-cut-off';
    const goto = await town.as('goto');
    const request = await waitingFor(goto);
    const running = goto.post('/bulk-approvals', request, { key });
    while ((await outcomes(key)) < 100) await new Promise((resolve) => setTimeout(resolve, 5));
    await count(
      sql`select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    const cut = await running;
    // Cut off it says that the outcome is unknown; if it was through before, nothing is left to be shown.
    if (cut.status === 200) throw new Error('The bulk was through before it could be cut off.');
    expect(cut.status).toBe(503);
    await wholeChunks(key);
    await finished(await goto.post('/bulk-approvals', request, { key }), key);
  }, 240_000);

  it('the server is killed: no item is half approved, and another one finishes the rest under the same key', async () => {
    const key = 'the-bulk-of-the-killed-server';
    const request = await waitingFor(await town.as('goto'));
    const killed = await startServer();
    const running = killed.goto.post('/bulk-approvals', request, { key }).catch(() => 'no answer' as const);
    try {
      while ((await outcomes(key)) < 100) await new Promise((resolve) => setTimeout(resolve, 5));
    } finally {
      await killed.server.kill();
    }
    expect(await running).toBe('no answer');
    await nothingRuns();
    await wholeChunks(key);
    expect(await outcomes(key)).toBeLessThan(COUNT);
    const next = await startServer();
    try {
      await finished(await next.goto.post('/bulk-approvals', request, { key }), key);
    } finally {
      await next.server.kill();
    }
  }, 240_000);
});

/** As often as `KILLS` says; the server that finished one is killed in the next. */
const again = KILLS > 0 ? describe : () => undefined;
again('S16 kill -9 again and again', () => {
  it(`cut it off ${KILLS} times at different moments: what was done is there once, and the rest is finished`, async () => {
    let running = await startServer();
    const moments = { before: 0, between: 0 };
    let killed = 0;
    try {
      for (let n = 0; moments.before + moments.between < KILLS; n += 1) {
        if (n === KILLS * 2) throw new Error(`${n} kills cut off ${moments.before + moments.between} bulks only.`);
        const key = `bulk-${n}-of-killed-servers`;
        const request = await waitingFor(await town.as('goto'), MATTERS);
        const answered = running.goto.post('/bulk-approvals', request, { key }).catch(() => 'no answer' as const);
        if (n % 2 === 0) while ((await outcomes(key)) < 100) await pause(3);
        await pause(20 + ((n * 37) % 100));
        await running.server.kill();
        killed += 1;
        const cut = (await answered) === 'no answer';
        await nothingRuns();
        await wholeChunks(key, MATTERS);
        const noted = await outcomes(key);
        if (cut && noted < MATTERS) moments[noted === 0 ? 'before' : 'between'] += 1;
        running = await startServer();
        await finished(await running.goto.post('/bulk-approvals', request, { key }), key, MATTERS);
      }
    } finally {
      await running.server.kill();
    }
    process.stdout.write(
      `${killed} kills, ${KILLS} cut a bulk off: ${moments.before} before the first chunk, ${moments.between} between chunks.\n`,
    );
    expect(moments.between).toBeGreaterThan(0);
  }, 3_600_000);
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What a dead process had begun ends with its connection. */
const nothingRuns = () =>
  eventually(
    () =>
      count(
        sql`select count(*) from pg_stat_activity where datname = current_database() and application_name = 'fubako' and state <> 'idle'`,
      ),
    (open) => open <= 1,
  );

/** The API as a process of its own on the town's database. */
async function startServer(): Promise<{ server: Child; goto: Person }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = new Child(join(projectRoot, 'apps/api/src/main.ts'), {
    NODE_ENV: 'test',
    DATABASE_URL: town.database.url,
    FUBAKO_DATA: town.settings.values.FUBAKO_DATA,
    DEMO: 'true',
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'silent',
  });
  const ready = () =>
    fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await eventually(ready, (is) => is, 60_000);
  return { server, goto: await signIn(url, 'goto') };
}
