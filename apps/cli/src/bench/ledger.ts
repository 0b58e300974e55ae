import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledger, SealLedger, VerifyLedger, VerifySeals } from '@fubako/ledger';
import { loadSettings } from '@fubako/platform/config';
import { UnitOfWork } from '@fubako/platform/database';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { ProductModule } from '../../../product/src';
import { Clerk } from './clerk';
import { CLONING } from './cloning-sql';
import { rounded, spreadOf, tell, timed } from './figures';
import { type Goal, judge } from './goals';
import { LEDGER_OFF, LEDGER_ON } from './ledger-sql';
import { openThrowAwayTown } from './throw-away-town';
import { APPROVER, WaitingCases } from './waiting-cases';
import { WaysToDecide } from './ways-to-decide';

const CLIENTS = 20;
const IN_PARALLEL = 400;
const RUNS = 3;
const ENTRIES_PER_SUBJECT = 8;
const SUBJECTS_PER_UNIT = 500;
const GOALS: Readonly<Record<string, Goal>> = {
  act_with_vs_without: { atMost: 1.5 },
  chains_per_s: { atLeast: 50_000 },
  seals_per_s: { atLeast: 50_000 },
  acts_with_per_s: 'report',
  acts_without_per_s: 'report',
};

/** `bench:ledger` (reliability F7): what an act costs with and without the ledger, and how fast it is verified by one process. */
export async function benchLedger(entries: number, minutes: number): Promise<object> {
  const deadline = performance.now() + minutes * 60_000;
  const town = await openThrowAwayTown({ SEALER: 'off' });
  const client = new Client({ connectionString: town.databaseUrl, application_name: 'fubako-bench' });
  const folder = mkdtempSync(join(tmpdir(), 'fubako-bench-ledger-'));
  try {
    await client.connect();
    const acts = await measureActs(client, town.url, deadline);
    const settings = loadSettings({ NODE_ENV: 'test', DATABASE_URL: town.databaseUrl, FUBAKO_DATA: folder });
    const product = await NestFactory.createApplicationContext(ProductModule.with(settings), { logger: ['error'] });
    const verified = await measureVerifying(product, entries);
    await product.close();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    const machine = { node: process.version, postgres: rows[0]?.server_version ?? '', cores: availableParallelism() };
    const figures = { ...acts, ...verified };
    return {
      bench: 'ledger',
      ...machine,
      n: { clients: CLIENTS, acts: IN_PARALLEL, entries },
      figures,
      goals: judge(GOALS, figures),
    };
  } finally {
    await client.end();
    await town.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Acts on their way by twenty clients, with the ledger and without what it does in the database, by turns. */
async function measureActs(client: Client, url: string, deadline: number) {
  await client.query(CLONING);
  const fukagawa = await Clerk.signIn(url, APPROVER.login);
  const waiting = await WaitingCases.prepare(client, url, APPROVER);
  const ways = new WaysToDecide(client, fukagawa);
  const rates = { with: [] as number[], without: [] as number[] };
  for (let run = 0; run <= RUNS && (run < 2 || performance.now() < deadline); run++)
    for (const way of ['with', 'without'] as const) {
      await waiting.topUp(IN_PARALLEL);
      const items = await waiting.take(IN_PARALLEL);
      await client.query(way === 'with' ? LEDGER_ON : LEDGER_OFF);
      const one = async (): Promise<void> => {
        for (let item = items.pop(); item; item = items.pop()) await ways.single(item, fukagawa);
      };
      const ms = await timed(() => Promise.all(Array.from({ length: CLIENTS }, one)));
      await client.query(LEDGER_ON);
      const rate = rounded((IN_PARALLEL / ms) * 1000);
      if (run > 0) rates[way].push(rate);
      tell(`${CLIENTS} clients ${way} the ledger: ${rate} acts/s${run === 0 ? '  (warm-up)' : ''}`);
    }
  const [acts_with_per_s, acts_without_per_s] = [spreadOf(rates.with).p50, spreadOf(rates.without).p50];
  return { acts_with_per_s, acts_without_per_s, act_with_vs_without: rounded(acts_without_per_s / acts_with_per_s) };
}

/** Entries of matters as they are (eight acts each), sealed, and verified from the first to the last. */
async function measureVerifying(product: INestApplicationContext, entries: number) {
  const uow = product.get(UnitOfWork);
  const ledger = product.get(Ledger, { strict: false });
  const subjects = Math.ceil(entries / ENTRIES_PER_SUBJECT);
  for (let done = 0; done < subjects; done += SUBJECTS_PER_UNIT)
    await uow.run(async () => {
      for (let n = done; n < Math.min(subjects, done + SUBJECTS_PER_UNIT); n++) ledger.record(...notesOf(n));
    });
  await product.get(SealLedger, { strict: false }).run();
  tell(`${entries} entries of ${subjects} matters are sealed`);
  const chains = await rateOf(async () => (await product.get(VerifyLedger, { strict: false }).run()).entries);
  const seals = await rateOf(async () => (await product.get(VerifySeals, { strict: false }).run(null)).leaves);
  return { chains_per_s: chains, seals_per_s: seals };
}

/** The better of two runs: the first warms up. */
async function rateOf(work: () => Promise<number>): Promise<number> {
  const rates: number[] = [];
  for (let run = 0; run < 2; run++) {
    const started = performance.now();
    rates.push(rounded(((await work()) / (performance.now() - started)) * 1000));
  }
  return Math.max(...rates);
}

/** As acts are told (`approvals.acted`). */
function notesOf(n: number) {
  const subject = { kind: 'bench', id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` };
  return Array.from({ length: ENTRIES_PER_SUBJECT }, (_, seq) => ({
    subject,
    kind: 'approvals.acted',
    actor: '1016',
    facts: {
      act: `00000000-0000-4000-9000-${String(n * ENTRIES_PER_SUBJECT + seq).padStart(12, '0')}`,
      kind: 'approve',
      outcome: 'approved',
      round: 1,
      revision: 1,
      content: 'ab'.repeat(32),
      post: '課長',
      unit: '福祉課',
      capacity: 'own',
      inSteadOf: null,
      detail: null,
      bulk: null,
    },
  }));
}
