import { availableParallelism } from 'node:os';
import { Client, Pool } from 'pg';
import { ACT_FLOOR } from './act-floor-sql';
import { Clerk } from './clerk';
import { CLONING } from './cloning-sql';
import { effectsOf, numbersOf } from './effects';
import { rounded, spreadOf, tell, timed } from './figures';
import { FLOOR } from './floor-sql';
import { type Goal, judge } from './goals';
import { openThrowAwayTown } from './throw-away-town';
import { APPROVER, DECIDER, type WaitingCase, WaitingCases, approve, submitted } from './waiting-cases';
import { WaysToDecide } from './ways-to-decide';

const RUNS = 5;
/** Runs before the first that counts: an application that has just started is slower than on any working day. */
const WARM_UPS = 4;
/** When the time is used up, what has been measured as often as this is enough. */
const FEWEST_RUNS = 2;
const SIZES = [100, 1000] as const;
const SINGLES = 100;
const CLIENTS = 20;
/** Acts that they share in one run. */
const IN_PARALLEL = 500;
/** Runs of which the median counts, after one that warms up. */
const PARALLEL_RUNS = 3;
/** Documents in the index beside the waiting ones. */
const INDEXED = 5000;
/** The goals table of performance B, as far as it speaks of acts. */
const GOALS: Readonly<Record<string, Goal>> = {
  bulk1000_http_vs_sql: { atMost: 3 },
  bulk100_http_vs_sql: { atMost: 3 },
  single_http_vs_sql: { atMost: 5 },
  acts_per_s: { atLeast: 250 },
  acts_by_hand_per_s: 'report',
  acts_by_hand_vs_http: { atMost: 3 },
  requests_per_s: 'report',
  decisions_per_s: 'report',
  naive_vs_bulk: 'report',
  gaps: { exactly: 0 },
  duplicates: { exactly: 0 },
};
/** About what the answer to a single act weighs: the floor stores as much under the key. */
const ANSWER = 'あ'.repeat(1200);

/**
 * `bench:approvals` (performance B): what acts cost over HTTP, against one hand-written statement on the same database.
 * @param minutes after which no further run begins
 */
export async function benchApprovals(cases: number, minutes: number): Promise<object> {
  const deadline = performance.now() + minutes * 60_000;
  const town = await openThrowAwayTown();
  const connection = { connectionString: town.databaseUrl, application_name: 'fubako-bench' };
  const client = new Client(connection);
  const hands = new Pool({ ...connection, max: CLIENTS });
  try {
    await client.connect();
    const eto = await Clerk.signIn(town.url, DECIDER.login);
    await approve(eto, await submitted(town.url, 0, DECIDER));
    await client.query(CLONING);
    await client.query(FLOOR);
    await client.query(ACT_FLOOR);
    const waiting = await WaitingCases.prepare(client, town.url, DECIDER);
    const started = performance.now();
    await waiting.fillIndex(INDEXED);
    await waiting.topUp(cases);
    tell(
      `${cases} cases wait for the department head (copied by SQL in ${rounded((performance.now() - started) / 1000)} s)`,
    );
    const fukagawa = await Clerk.signIn(town.url, APPROVER.login);
    const onTheWay = await WaitingCases.prepare(client, town.url, APPROVER);
    const bench = new ApprovalsBench({ client, hands, eto, fukagawa, waiting, onTheWay, cases, deadline });
    await bench.run();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    const report = bench.report(rows[0]?.server_version ?? '');
    const figures = { ...bench.figures, ...(await numbersOf(client)) };
    const acts_by_hand_vs_http = rounded((figures.acts_by_hand_per_s ?? 0) / (figures.acts_per_s ?? 0));
    const ratios = { ...report.ratios, acts_by_hand_vs_http };
    const { durable, chunk, effects_per_item, ...measured } = figures;
    const goals = judge(GOALS, { ...ratios, ...measured });
    return { ...report, ratios, figures: { durable, chunk, effects_per_item, ...measured }, goals };
  } finally {
    await hands.end();
    await client.end();
    await town.close();
  }
}

interface Parts {
  readonly client: Client;
  /** As many connections as clients ask at once. */
  readonly hands: Pool;
  readonly eto: Clerk;
  readonly fukagawa: Clerk;
  readonly waiting: WaitingCases;
  /** Cases at the desk of the section head. */
  readonly onTheWay: WaitingCases;
  readonly cases: number;
  readonly deadline: number;
}

interface Figures {
  readonly durable: boolean;
  readonly chunk: number;
  effects_per_item: Readonly<Record<string, number>>;
  /** Decisions of one section, by twenty clients. */
  decisions_per_s: number | null;
  /** Acts on the way, by twenty clients. */
  acts_per_s: number | null;
  /** The same acts by as many connections, each in one call. */
  acts_by_hand_per_s: number | null;
  /** The cheapest answer to somebody who is signed in, by twenty clients: what HTTP and signing in leave of the machine. */
  requests_per_s: number | null;
}

interface Task {
  readonly size: number;
  readonly work: (items: WaitingCase[]) => Promise<void>;
}

class ApprovalsBench {
  private readonly ways: WaysToDecide;
  private readonly times = new Map<string, number[]>();
  readonly figures: Figures = {
    durable: true,
    chunk: 100,
    effects_per_item: {},
    decisions_per_s: null,
    acts_per_s: null,
    acts_by_hand_per_s: null,
    requests_per_s: null,
  };

  constructor(private readonly parts: Parts) {
    this.ways = new WaysToDecide(parts.client, parts.eto);
  }

  async run(): Promise<void> {
    this.figures.effects_per_item = await this.compareEffects();
    const sizes = SIZES.filter((size) => size <= this.parts.cases);
    for (let run = 1 - WARM_UPS; run <= RUNS && this.mayRun(run); run++) {
      await this.singles(run);
      // The smaller ones warm up for the larger ones too.
      for (const size of run < 1 ? sizes.slice(0, 1) : sizes) {
        await this.measure(run, `bulk${size}_http`, { size, work: (items) => this.ways.bulk(items) });
        await this.measure(run, `bulk${size}_sql`, { size, work: (items) => this.ways.floor(items, null) });
      }
    }
    // Last, when application and database are as warm as on any working day.
    await this.throughputs();
  }

  private mayRun(run: number): boolean {
    return run <= FEWEST_RUNS || performance.now() < this.parts.deadline;
  }

  private async throughputs(): Promise<void> {
    const { fukagawa, eto, onTheWay, waiting, hands } = this.parts;
    await this.compareActs();
    this.figures.requests_per_s = await this.throughput('requests', onTheWay, () => fukagawa.send('GET', '/session'));
    this.figures.acts_per_s = await this.throughput('acts', onTheWay, (item) => this.ways.single(item, fukagawa));
    this.figures.acts_by_hand_per_s = await this.throughput('acts by hand', onTheWay, (item) =>
      this.ways.floorAct(item, ANSWER, hands),
    );
    this.figures.decisions_per_s = await this.throughput('decisions', waiting, (item) => this.ways.single(item, eto));
  }

  report(postgres: string) {
    const ms = Object.fromEntries([...this.times].map(([name, times]) => [name, spreadOf(times)]));
    const ratio = (a: string, b: string): number | null => (ms[a] && ms[b] ? rounded(ms[a].p50 / ms[b].p50) : null);
    const ratios = {
      bulk1000_http_vs_sql: ratio('bulk1000_http', 'bulk1000_sql'),
      bulk100_http_vs_sql: ratio('bulk100_http', 'bulk100_sql'),
      single_http_vs_sql: ratio('single_http', 'single_sql'),
      naive_vs_bulk: ratio('naive100_http', 'bulk100_http'),
    };
    tell(
      Object.entries(ms)
        .map(([name, s]) => `${name.padEnd(16)} p50 ${s.p50} ms, p95 ${s.p95} ms, ${s.runs} runs`)
        .join('\n'),
    );
    const machine = { node: process.version, postgres, cores: availableParallelism() };
    return {
      bench: 'approvals',
      ...machine,
      n: { cases: this.parts.cases, indexed: INDEXED, singles: SINGLES, clients: CLIENTS },
      ms,
      ratios,
    };
  }

  /** Times `work` on `size` fresh cases; what comes before run 1 warms up and is not kept. */
  private async measure(run: number, name: string, { size, work }: Task): Promise<void> {
    const items = await this.fresh(this.parts.waiting, size);
    const ms = await timed(() => work(items));
    tell(`run ${run}/${RUNS}  ${name.padEnd(16)} ${ms.toFixed(1).padStart(9)} ms${run < 1 ? '  (warm-up)' : ''}`);
    if (run > 0) this.keep(name, ms);
  }

  /** One after the other, HTTP and floor by turns, each act by itself. */
  private async singles(run: number): Promise<void> {
    const items = await this.fresh(this.parts.waiting, 2 * SINGLES);
    let naive = 0;
    for (const [index, item] of items.entries()) {
      const overHttp = index % 2 === 0;
      const ms = await timed(() => (overHttp ? this.ways.single(item) : this.ways.floor([item], ANSWER)));
      if (overHttp) naive += ms;
      if (run > 0) this.keep(overHttp ? 'single_http' : 'single_sql', ms);
    }
    tell(`run ${run}/${RUNS}  naive100_http    ${naive.toFixed(1).padStart(9)} ms${run < 1 ? '  (warm-up)' : ''}`);
    if (run > 0) this.keep('naive100_http', naive);
  }

  /**
   * How many are done each second when twenty ask at once, the median of three runs. Decisions of one section also wait for
   * each other: they take their numbers from one counter. Acts on the way do not.
   */
  private async throughput(
    what: string,
    waiting: WaitingCases,
    work: (item: WaitingCase) => Promise<unknown>,
  ): Promise<number> {
    const rates: number[] = [];
    for (let run = 0; run <= PARALLEL_RUNS; run++) {
      const items = await this.fresh(waiting, Math.min(IN_PARALLEL, this.parts.cases));
      const count = items.length;
      const client = async (): Promise<void> => {
        for (let item = items.pop(); item; item = items.pop()) await work(item);
      };
      const ms = await timed(() => Promise.all(Array.from({ length: CLIENTS }, client)));
      const rate = (count / ms) * 1000;
      if (run > 0) rates.push(rate);
      tell(`${CLIENTS} clients: ${rounded(rate)} ${what}/s${run === 0 ? '  (warm-up)' : ''}`);
    }
    return spreadOf(rates).p50;
  }

  /** Both sides must leave as many rows in every table, or the floor is none. */
  private async compareEffects(): Promise<Readonly<Record<string, number>>> {
    const { client, waiting } = this.parts;
    const http = await effectsOf(client, async () => this.ways.bulk(await waiting.take(50)));
    const floor = await effectsOf(client, async () => this.ways.floor(await waiting.take(50), null));
    if (JSON.stringify(http) !== JSON.stringify(floor))
      throw new Error(`The floor does not do the same: ${JSON.stringify({ http, floor })}`);
    return Object.fromEntries(Object.entries(http).map(([table, rows]) => [table, rows / 50]));
  }

  private async compareActs(): Promise<void> {
    const { client, fukagawa, onTheWay } = this.parts;
    const [one, other] = await this.fresh(onTheWay, 2);
    if (!one || !other) throw new Error('Two cases on their way were needed.');
    const http = await effectsOf(client, () => this.ways.single(one, fukagawa));
    const floor = await effectsOf(client, () => this.ways.floorAct(other, ANSWER, client));
    if (JSON.stringify(http) !== JSON.stringify(floor))
      throw new Error(`The floor of an act does not do the same: ${JSON.stringify({ http, floor })}`);
  }

  private async fresh(waiting: WaitingCases, count: number): Promise<WaitingCase[]> {
    await waiting.topUp(count);
    return waiting.take(count);
  }

  private keep(name: string, ms: number): void {
    this.times.set(name, [...(this.times.get(name) ?? []), ms]);
  }
}
