import { availableParallelism } from 'node:os';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { fiscalYearOf, localDateAt } from '@fubako/kernel';
import { loadSettings } from '@fubako/platform/config';
import { Client } from 'pg';
import { ProductModule } from '../../../product/src';
import { Clerk } from './clerk';
import { rounded, spreadOf, tell } from './figures';
import { PER_FILE, fillArchive } from './records-filling';
import { type Times, RecordsMeasures } from './records-measures';
import { openThrowAwayTown } from './throw-away-town';

/** Seconds that performance.md allows for the whole archive of a large town. */
const GOALS = { due_list_vs_sql: 2, extend_50000_s: 60, sweep_1m_documents_s: 300, roll_over_5000_s: 60 };

/**
 * `bench:records` (performance C): the due list of a fiscal year, holds on many files, extension as a batch, the nightly sweep
 * and the turn of the year, on an archive of files with ten documents each; each beside bare SQL on the same database.
 */
export async function benchRecords(wanted: number, minutes: number): Promise<object> {
  const town = await openThrowAwayTown();
  const client = new Client({ connectionString: town.databaseUrl, application_name: 'fubako-bench' });
  let product: INestApplicationContext | undefined;
  try {
    await client.connect();
    const year = fiscalYearOf(localDateAt(new Date()));
    const filled = await fillArchive(client, town.url, { files: wanted, year, minutes });
    const { files } = filled;
    const settings = loadSettings({ ...process.env, DATABASE_URL: town.databaseUrl, LOG_LEVEL: 'error' });
    product = await NestFactory.createApplicationContext(ProductModule.with(settings), { logger: ['error'] });
    const clerk = await Clerk.signIn(town.url, 'chiba');
    const measures = new RecordsMeasures({ client, product, clerk, year, filled, apiPid: town.pid });
    const due = await measures.dueList();
    const cpu = await measures.cpuOfDueList();
    const holds = await measures.holds();
    const sweep = await measures.sweep();
    const extension = await measures.extension();
    const year_turn = await measures.rollOver();
    const times = { ...due, ...holds, ...sweep, ...extension.times, ...year_turn.times };
    return {
      ...(await report(client, times, files)),
      ratios: ratiosOf(times),
      figures: {
        ...cpu,
        ...figuresOf(times, {
          files,
          extended: extension.files,
          opened: year_turn.opened,
          closed: year_turn.closed,
        }),
      },
      goals: GOALS,
    };
  } finally {
    await product?.close();
    await client.end();
    await town.close();
  }
}

const p50 = (times: readonly number[] | undefined): number => spreadOf(times ?? [0]).p50;

function ratiosOf(times: Times) {
  const ratio = (one: string, other: string): number => rounded(p50(times[one]) / p50(times[other]));
  return {
    due_list_vs_sql: ratio('due_http', 'due_sql'),
    due_list_late_page_vs_sql: ratio('due_late_http', 'due_sql'),
    hold_1000_vs_sql: ratio('hold_http', 'hold_sql'),
    sweep_vs_scan: ratio('sweep', 'sweep_scan'),
    extend_vs_sql: ratio('extend', 'extend_sql'),
    roll_over_vs_sql: ratio('roll_over', 'roll_over_sql'),
  };
}

/** In seconds, for the sizes of the goals. */
function figuresOf(times: Times, n: { files: number; extended: number; opened: number; closed: number }) {
  const seconds = (name: string, per: number): number => rounded((p50(times[name]) / 1000) * per);
  return {
    extended: n.extended,
    extend_50000_s: seconds('extend', 50_000 / n.extended),
    extend_stop_s: seconds('extend_stop', 1),
    sweep_1m_documents_s: seconds('sweep', 1_000_000 / (n.files * PER_FILE)),
    rolled_over: { opened: n.opened, closed: n.closed },
    roll_over_5000_s: seconds('roll_over', 10_000 / (n.opened + n.closed)),
  };
}

async function report(client: Client, times: Times, files: number): Promise<object> {
  const ms = Object.fromEntries(Object.entries(times).map(([name, each]) => [name, spreadOf(each)]));
  for (const [name, { p50: median, p95, runs }] of Object.entries(ms))
    tell(`${name.padEnd(16)} p50 ${median} ms, p95 ${p95} ms (${runs})`);
  const { rows } = await client.query<{ bytes: number; version: string; documents: number }>(`
    select pg_database_size(current_database()) as bytes, current_setting('server_version') as version,
      (select count(*)::int from records.record) as documents`);
  const { bytes = 0, version = '', documents = 0 } = rows[0] ?? {};
  return {
    bench: 'records',
    node: process.version,
    postgres: version,
    cores: availableParallelism(),
    n: { files, documents, database_mb: Math.round(Number(bytes) / 1e6) },
    ms,
  };
}
