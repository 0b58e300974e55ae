import { availableParallelism } from 'node:os';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Numbering } from '@fubako/documents';
import { IssueNumber } from '@fubako/execution';
import { Actors } from '@fubako/organisation';
import type { StaffNo } from '@fubako/kernel';
import { loadSettings } from '@fubako/platform/config';
import { UnitOfWork } from '@fubako/platform/database';
import { Client, Pool } from 'pg';
import { ProductModule } from '../../../product/src';
import { Clerk } from './clerk';
import { CLONING } from './cloning-sql';
import { effectsOf } from './effects';
import { rounded, spreadOf, tell } from './figures';
import { type Goal, judge } from './goals';
import { KilledIssuers, type UnderFire } from './killed-issuers';
import { NUMBERING_FLOOR } from './numbering-floor-sql';
import { type ThrowAwayTown, openThrowAwayTown } from './throw-away-town';
import { DECIDER, WaitingCases, approve, submitted } from './waiting-cases';
import { WaysToDecide } from './ways-to-decide';

const ISSUERS = 50;
/** Every tenth unit gives up after it has taken its number. */
const ABORT_EVERY = 10;
const RUNS = 5;
const CONNECTIONS = 10;
/** The goals table of performance B, as far as it speaks of numbers. */
const GOALS: Readonly<Record<string, Goal>> = {
  gaps: { exactly: 0 },
  duplicates: { exactly: 0 },
  issued_vs_same_effects: { atLeast: 0.3 },
  issued_vs_counter_floor: { atLeast: 0.3 },
  s09_seconds: { atMost: 10 },
};
/** 上田 久美子, 文書主任 of the 福祉課. */
const CLERK = '1055' as StaffNo;
const CLERK_LOGIN = 's1055';
const SERIES = 'S-DISPATCH';
const SYMBOL = '浜福';

class Aborted extends Error {}

/** `bench:numbering` (performance B): gapless numbers under fifty issuers, against the bare update of a counter. */
export async function benchNumbering(numbers: number): Promise<object> {
  const town = await openThrowAwayTown();
  const client = new Client({ connectionString: town.databaseUrl, application_name: 'fubako-bench' });
  const floor = new Pool({ connectionString: town.databaseUrl, max: CONNECTIONS });
  let product: INestApplicationContext | undefined;
  try {
    await client.connect();
    const settings = loadSettings({ ...process.env, DATABASE_URL: town.databaseUrl, LOG_LEVEL: 'error' });
    product = await NestFactory.createApplicationContext(ProductModule.with(settings), { logger: ['error'] });
    const template = await submitted(town.url, 0, DECIDER);
    await approve(await Clerk.signIn(town.url, DECIDER.login), template);
    await client.query('create table public.floor (only_one boolean primary key, last int not null)');
    await client.query('insert into public.floor values (true, 0)');
    await client.query(CLONING);
    await client.query(NUMBERING_FLOOR);
    const bench = new NumberingBench({ client, floor, product, template, numbers, town });
    await bench.run();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return bench.report(rows[0]?.server_version ?? '');
  } finally {
    await product?.close();
    await floor.end();
    await client.end();
    await town.close();
  }
}

interface Parts {
  readonly client: Client;
  readonly floor: Pool;
  readonly product: INestApplicationContext;
  /** A decided document whose row is copied. */
  readonly template: string;
  /** Numbers for each run and way. */
  readonly numbers: number;
  readonly town: ThrowAwayTown;
}

type Way = (documentId: string, aborts: boolean) => Promise<void>;

class NumberingBench {
  private readonly rates = new Map<string, number[]>();
  private found = { gaps: 0, duplicates: 0, numbers: 0 };
  private underFire: UnderFire | null = null;

  constructor(private readonly parts: Parts) {}

  async run(): Promise<void> {
    await this.compareEffects();
    const actor = await this.uow.read(() => this.parts.product.get(Actors, { strict: false }).of(CLERK));
    const issue = this.parts.product.get(IssueNumber, { strict: false });
    const ways: readonly (readonly [string, Way])[] = [
      ['counter', (_, aborts) => this.byHand(aborts, 'update public.floor set last = last + 1 returning last', [])],
      ['effects', (documentId, aborts) => this.sameEffects(documentId, aborts)],
      ['issued', (documentId, aborts) => this.inUnit(() => this.number(documentId), aborts)],
      ['clerk', (documentId, aborts) => this.inUnit(() => issue.run({ actor, documentId }), aborts)],
    ];
    for (let run = 0; run <= RUNS; run++)
      for (const [name, way] of ways) {
        const rate = await this.measure(way);
        tell(
          `run ${run}/${RUNS}  ${name.padEnd(8)} ${rate.toFixed(0).padStart(6)} numbers/s${run === 0 ? '  (warm-up)' : ''}`,
        );
        if (run > 0) this.rates.set(name, [...(this.rates.get(name) ?? []), rate]);
      }
    this.underFire = await this.scenarioNine();
    this.found = await this.numbersFound();
  }

  report(postgres: string): object {
    const rate = (name: string): number => spreadOf(this.rates.get(name) ?? [0]).p50;
    const { gaps, duplicates, numbers } = this.found;
    const per_s = {
      counter: rate('counter'),
      effects: rate('effects'),
      issued: rate('issued'),
      clerk: rate('clerk'),
    };
    const ratios = {
      issued_vs_same_effects: rounded(per_s.issued / per_s.effects),
      issued_vs_counter_floor: rounded(per_s.issued / per_s.counter),
      clerk_vs_counter_floor: rounded(per_s.clerk / per_s.counter),
    };
    return {
      bench: 'numbering',
      node: process.version,
      postgres,
      cores: availableParallelism(),
      n: { issuers: ISSUERS, connections: CONNECTIONS, numbers_per_run: this.parts.numbers, runs: RUNS },
      ms: Object.fromEntries(
        Object.entries(per_s).map(([name, value]) => [name, { per_number: rounded(1000 / value) }]),
      ),
      ratios,
      figures: { gaps, duplicates, numbers, aborted_share: 1 / ABORT_EVERY, numbers_per_s: per_s, s09: this.underFire },
      goals: judge(GOALS, { ...ratios, gaps, duplicates, s09_seconds: this.underFire?.seconds }),
    };
  }

  /** S09 over HTTP: a thousand numbers of one series by a clerk, as towns that number at execution do. */
  private async scenarioNine(): Promise<UnderFire> {
    await this.parts.client.query(
      `update organisation.settings_version set settings = settings || '{"numberAt": "execution"}'`,
    );
    return new KilledIssuers(this.parts.town, CLERK_LOGIN).run(await this.decidedWithoutNumber(1000));
  }

  /** Contracts that one bulk act has decided: with their chains and their places in the index, as a town has them. */
  private async decidedWithoutNumber(count: number): Promise<string[]> {
    const { client, town } = this.parts;
    const waiting = await WaitingCases.prepare(client, town.url, DECIDER);
    await waiting.topUp(count);
    const items = await waiting.take(count);
    await new WaysToDecide(client, await Clerk.signIn(town.url, DECIDER.login)).bulk(items);
    return items.map(({ documentId }) => documentId);
  }

  /** @returns numbers per second that were kept; what was aborted costs time and counts for nothing */
  private async measure(way: Way): Promise<number> {
    const queue = (await this.documents(this.parts.numbers)).map((id, index) => ({
      id,
      aborts: index % ABORT_EVERY === 0,
    }));
    const kept = queue.filter(({ aborts }) => !aborts).length;
    const issuer = async (): Promise<void> => {
      for (let next = queue.pop(); next; next = queue.pop()) await way(next.id, next.aborts);
    };
    const started = performance.now();
    await Promise.all(Array.from({ length: ISSUERS }, issuer));
    return (kept / (performance.now() - started)) * 1000;
  }

  /** Decided documents without a number, copied from the row of one. */
  private async documents(count: number): Promise<string[]> {
    const { rows } = await this.parts.client.query<{ id: string }>(
      `insert into documents.document
         select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'draft_number', null, 'dispatch_number', null))).*
         from documents.document d, generate_series(1, $2) where d.id = $1 returning id`,
      [this.parts.template, count],
    );
    // As autovacuum does within a minute: plans that were made for empty tables are not kept.
    await this.parts.client.query('analyze');
    return rows.map(({ id }) => id);
  }

  /** The number as the deciding unit takes it: the counter, the line of the ledger of numbers, the document. */
  private number(documentId: string): Promise<unknown> {
    this.uow.keepPlans();
    const request = { documentId, seriesCode: SERIES, symbol: SYMBOL };
    return this.parts.product.get(Numbering, { strict: false }).issueDispatchNumbers([request], CLERK);
  }

  private async inUnit(work: () => Promise<unknown>, aborts: boolean): Promise<void> {
    const unit = this.uow.run(async () => {
      await work();
      if (aborts) throw new Aborted();
    });
    await unit.catch((error: unknown) => {
      if (!(error instanceof Aborted)) throw error;
    });
  }

  private sameEffects(documentId: string, aborts: boolean): Promise<void> {
    return this.byHand(aborts, 'select bench.issue($1, $2, $3, $4)', [documentId, CLERK, SERIES, SYMBOL]);
  }

  /** Both must leave as many rows in every table, or the floor is none. */
  private async compareEffects(): Promise<void> {
    const [one, other] = await this.documents(2);
    const effects = (way: Way, id = '') => effectsOf(this.parts.client, () => way(id, false));
    const issued = await effects((id, aborts) => this.inUnit(() => this.number(id), aborts), one);
    const floor = await effects((id, aborts) => this.sameEffects(id, aborts), other);
    if (JSON.stringify(issued) !== JSON.stringify(floor))
      throw new Error(`The floor does not do the same: ${JSON.stringify({ issued, floor })}`);
  }

  private async byHand(aborts: boolean, text: string, values: readonly string[]): Promise<void> {
    const connection = await this.parts.floor.connect();
    try {
      await connection.query('begin');
      await connection.query({ name: text.slice(0, 20), text, values: [...values] });
      await connection.query(aborts ? 'rollback' : 'commit');
    } finally {
      connection.release();
    }
  }

  private async numbersFound(): Promise<{ gaps: number; duplicates: number; numbers: number }> {
    const { rows } = await this.parts.client.query<{ gaps: number; duplicates: number; numbers: number }>(
      `
      select count(*)::int as numbers, (max(serial) - count(distinct serial))::int as gaps,
        (count(*) - count(distinct serial))::int as duplicates
      from documents.issued_number where series_code = $1 and symbol = $2`,
      [SERIES, SYMBOL],
    );
    const [row] = rows;
    if (!row) throw new Error('No numbers were issued.');
    return row;
  }

  private get uow(): UnitOfWork {
    return this.parts.product.get(UnitOfWork, { strict: false });
  }
}
