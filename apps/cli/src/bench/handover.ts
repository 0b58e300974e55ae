import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { Clerk } from './clerk';
import { type Spread, rounded, spreadOf, tell, timed } from './figures';
import { Filling } from './filling';
import { openThrowAwayTown } from './throw-away-town';

/** Cases that wait in the town: a few years of a town of 250 people. */
const CASES = 20_000;
/** The morning takes a quarter of an hour; here it goes by faster, so the crowd is denser than the real one. */
const MORNING_MS = 900_000;
const FASTER = 15;
const ALONE = 20;
const GOAL_MS = 2000;

const STEPS = ['sign_in', 'inbox', 'files'] as const;
type Step = (typeof STEPS)[number];
type Times = Record<Step, number[]>;

/**
 * `bench:handover` (scenario S23): on 1 April at 08:30 everybody signs in within a quarter of an hour and opens inbox and
 * files. Told fifteen times as fast, against the same steps of one person alone in the same run.
 */
export async function benchHandover(people: number): Promise<object> {
  const town = await openThrowAwayTown();
  const client = new Client({ connectionString: town.databaseUrl, application_name: 'fubako-bench' });
  try {
    await client.connect();
    await (await Filling.prepare(client, town.url)).upTo(CASES);
    const logins = await loginsOf(client);
    const alone = none();
    for (let n = 0; n < ALONE; n++) await morningOf(town.url, logins[n % logins.length] ?? '', alone);
    tell(`alone: sign-in p50 ${spreadOf(alone.sign_in).p50} ms, inbox p50 ${spreadOf(alone.inbox).p50} ms`);
    const crowd = await wholeOffice(town.url, logins, people);
    return report(people, alone, crowd);
  } finally {
    await client.end();
    await town.close();
  }
}

async function loginsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ login: string }>(
    'select p.login from organisation.person p join identity.account a using (staff_no) order by p.staff_no',
  );
  return rows.map(({ login }) => login);
}

/** Everybody comes at a time of their own, spread evenly; people beyond the sample town's sign in a second time. */
async function wholeOffice(url: string, logins: readonly string[], people: number): Promise<Times> {
  const times = none();
  const span = MORNING_MS / FASTER;
  await Promise.all(
    Array.from({ length: people }, async (_, n) => {
      await wait((span * n) / people);
      await morningOf(url, logins[(n * 7) % logins.length] ?? '', times);
    }),
  );
  return times;
}

async function morningOf(url: string, login: string, times: Times): Promise<void> {
  let clerk: Clerk | undefined;
  times.sign_in.push(await timed(async () => (clerk = await Clerk.signIn(url, login))));
  const get = (path: string) => timed(async () => clerk?.send('GET', path));
  times.inbox.push(await timed(() => Promise.all([get('/inbox?limit=50'), get('/inbox/counts')])));
  times.files.push(await get('/record-files?limit=50'));
}

function report(people: number, alone: Times, crowd: Times): object {
  const spreads = (times: Times): Record<Step, Spread> =>
    Object.fromEntries(STEPS.map((step) => [step, spreadOf(times[step])])) as Record<Step, Spread>;
  const [one, all] = [spreads(alone), spreads(crowd)];
  for (const step of STEPS) tell(`${step.padEnd(8)} alone p50 ${one[step].p50} ms, crowd p95 ${all[step].p95} ms`);
  const worst = Math.max(...STEPS.map((step) => all[step].p95));
  return {
    bench: 'handover',
    n: { people, cases: CASES, seconds: MORNING_MS / FASTER / 1000, faster_than_real: FASTER },
    ms: { alone: one, crowd: all },
    ratios: Object.fromEntries(STEPS.map((step) => [step, rounded(all[step].p95 / one[step].p50)])),
    figures: { worst_p95_ms: worst },
    goals: { worst_p95_ms: { goal: GOAL_MS, reached: worst <= GOAL_MS } },
  };
}

const none = (): Times => ({ sign_in: [], inbox: [], files: [] });
