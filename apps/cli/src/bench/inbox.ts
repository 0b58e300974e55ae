import { availableParallelism } from 'node:os';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Inbox } from '@fubako/approvals';
import type { StaffNo } from '@fubako/kernel';
import { Actors } from '@fubako/organisation';
import { loadSettings } from '@fubako/platform/config';
import { UnitOfWork } from '@fubako/platform/database';
import { Client } from 'pg';
import { ProductModule } from '../../../product/src';
import { Clerk } from './clerk';
import { type Spread, rounded, spreadOf, tell, timed } from './figures';
import { Filling, READERS, STAFF } from './filling';
import { type Goal, judge } from './goals';
import { openThrowAwayTown } from './throw-away-town';

const ROUNDS = 12;
/** Cases of a small town's first year. */
const FEW = 10_000;
const PAGE = 50;
/** The goals table of performance B, as far as it speaks of a million seats and cases. */
const GOALS: Readonly<Record<string, Goal>> = {
  inbox_p95_ms: { atMost: 50 },
  inbox_sql_p95_ms: { atMost: 5 },
  act_growth: { atMost: 1.3 },
};

/** What a list costs at least: the open seats of one person by the partial index, and their documents. */
const FLOOR = `
  select s.id, s.opened_at, s.due_on, d.title, d.drafter_name, d.urgent
  from approvals.seat s join documents.document d on d.id = s.document_id
  where s.principal = $1 and s.state = 'active' order by s.opened_at limit 51`;

/**
 * `bench:inbox` (performance B): the first page and the counts of all views, with a million open seats of fifty thousand people;
 * and what one act costs before and after all these cases are there (growth).
 * @param minutes for which it fills at most; the line says how many seats there were then
 */
export async function benchInbox(seats: number, minutes: number): Promise<object> {
  const town = await openThrowAwayTown();
  const client = new Client({ connectionString: town.databaseUrl, application_name: 'fubako-bench' });
  let product: INestApplicationContext | undefined;
  try {
    await client.connect();
    const filling = await Filling.prepare(client, town.url);
    const few = Math.min(FEW, Math.ceil(seats / 10));
    await filling.upTo(few);
    const before = await filling.actTimes();
    const filled = await filling.upTo(seats, performance.now() + minutes * 60_000);
    const after = await filling.actTimes();
    const settings = loadSettings({ ...process.env, DATABASE_URL: town.databaseUrl, LOG_LEVEL: 'error' });
    product = await NestFactory.createApplicationContext(ProductModule.with(settings), { logger: ['error'] });
    const clerks: { staffNo: string; clerk: Clerk }[] = [];
    for (const { login, staffNo } of filling.readers)
      clerks.push({ staffNo, clerk: await Clerk.signIn(town.url, login) });
    const times = await measure({ client, product, clerks });
    const ms = { act_few: spreadOf(before), act_many: spreadOf(after) };
    const growth = rounded(ms.act_many.p50 / ms.act_few.p50);
    tell(`one act: p50 ${ms.act_few.p50} ms among ${few} cases, ${ms.act_many.p50} ms among ${filled}`);
    const { n, figures, ...rest } = await report(client, times, ms);
    const ratios = { ...ratiosOf(times), act_growth: growth };
    return {
      ...rest,
      n: { ...n, cases_few: few, cases_many: filled, cases_wanted: seats },
      figures,
      ratios,
      goals: judge(GOALS, { ...figures, ...ratios }),
    };
  } finally {
    await product?.close();
    await client.end();
    await town.close();
  }
}

type Times = ReadonlyMap<'http' | 'sql' | 'floor', number[]>;

/** The three ways by turns, everybody in every round; the first round warms up. */
async function measure(parts: {
  client: Client;
  product: INestApplicationContext;
  clerks: readonly { staffNo: string; clerk: Clerk }[];
}): Promise<Times> {
  const uow = parts.product.get(UnitOfWork, { strict: false });
  const inbox = parts.product.get(Inbox, { strict: false });
  const actors = parts.product.get(Actors, { strict: false });
  const times = { http: [] as number[], sql: [] as number[], floor: [] as number[] };
  for (let round = 0; round < ROUNDS; round++)
    for (const { staffNo, clerk } of parts.clerks) {
      const http = await timed(() =>
        Promise.all([clerk.send('GET', `/inbox?limit=${PAGE}`), clerk.send('GET', '/inbox/counts')]),
      );
      const sql = await uow.read(async () => {
        const actor = await actors.of(staffNo as StaffNo);
        return timed(async () => {
          await inbox.page(actor, { view: 'all', limit: PAGE });
          await inbox.counts(actor);
        });
      });
      const floor = await timed(() => parts.client.query({ name: 'floor', text: FLOOR, values: [staffNo] }));
      if (round === 0) continue;
      times.http.push(http);
      times.sql.push(sql);
      times.floor.push(floor);
    }
  return new Map(Object.entries(times) as ['http' | 'sql' | 'floor', number[]][]);
}

function ratiosOf(times: Times) {
  const p50 = (way: 'http' | 'sql' | 'floor') => spreadOf(times.get(way) ?? [0]).p50;
  return { http_vs_floor: rounded(p50('http') / p50('floor')), sql_vs_floor: rounded(p50('sql') / p50('floor')) };
}

async function report(client: Client, times: Times, acts: Readonly<Record<string, Spread>>) {
  const ms: Record<string, Spread> = Object.fromEntries([...times].map(([way, each]) => [way, spreadOf(each)]));
  for (const [way, { p50, p95 }] of Object.entries(ms)) tell(`${way.padEnd(6)} p50 ${p50} ms, p95 ${p95} ms`);
  const { rows } = await client.query<{ seats: number; largest: number; bytes: number; version: string }>(`
    select count(*)::int as seats, (select max(n)::int from (select count(*) as n from approvals.seat where state = 'active' group by principal) s) as largest,
      pg_database_size(current_database()) as bytes, current_setting('server_version') as version
    from approvals.seat where state = 'active'`);
  const { seats = 0, largest = 0, bytes = 0, version = '' } = rows[0] ?? {};
  return {
    bench: 'inbox',
    node: process.version,
    postgres: version,
    cores: availableParallelism(),
    n: {
      open_seats: seats,
      staff: STAFF,
      readers: READERS,
      largest_inbox: largest,
      database_mb: Math.round(Number(bytes) / 1e6),
    },
    ms: { ...ms, ...acts },
    figures: { inbox_p95_ms: ms.http?.p95 ?? null, inbox_sql_p95_ms: ms.sql?.p95 ?? null },
  };
}
