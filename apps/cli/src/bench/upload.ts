import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'minio';
import { Clerk } from './clerk';
import { rounded, type Spread, spreadOf, tell, timed } from './figures';
import { type Goal, judge } from './goals';
import { type MinioServer, startMinio } from './minio-server';
import { inParts } from './lean-http';
import { openThrowAwayTown } from './throw-away-town';

const MB = 1_000_000;
/** Megabytes, and how often. */
const SIZES: readonly (readonly [number, number])[] = [
  [1, 20],
  [20, 6],
  [200, 1],
];
const REGION = 'us-east-1';

const GOALS: Readonly<Record<string, Goal>> = {
  ratio_1mb: 'report',
  ratio_20mb: 'report',
  ratio_200mb: 'report',
  bare_ratio_1mb: 'report',
  bare_ratio_20mb: { atLeast: 0.7 },
  bare_ratio_200mb: 'report',
  growth_200mb_mb: { atMost: 64 },
};

/** Stages that follow each other within one request, as the API itself measures them; `hash` lies within `receive`. */
const STAGES = ['receive', 'hash', 'inspect', 'note', 'put', 'readBack', 'row'] as const;
type Stage = (typeof STAGES)[number];
/** What the bare figure leaves out. The product never does. */
const LEFT_OUT: readonly Stage[] = ['hash', 'inspect', 'readBack'];
/** Between two measurements: what one left to do (the next child, the store's writing) must not count for the other. */
const REST_MS = 1_500;

/**
 * `bench:upload`: files of 1, 20 and 200 MB through the API into a real MinIO, beside the bare client into the same
 * MinIO in the same run. `ratio` is the product as it is, without a virus scanner; `bare_ratio` takes off the time that
 * hashing, inspection and reading back took in the same requests.
 */
export async function benchUpload(share: number): Promise<object> {
  const minio = await startMinio();
  const town = await openThrowAwayTown({
    S3_ENDPOINT: minio.endpoint,
    S3_ACCESS_KEY: minio.accessKey,
    S3_SECRET_KEY: minio.secretKey,
    UPLOAD_MAX_BYTES: String(256 * 1024 * 1024),
  }).catch(async (error: unknown) => {
    await minio.close();
    throw error;
  });
  try {
    const clerk = await Clerk.signIn(town.url, 's1011');
    const ways: Ways = { raw: await rawClient(minio), api: (bytes) => clerk.upload(bytes, 'scan.pdf') };
    const figures: Record<string, number> = {};
    const ms: Record<string, object> = {};
    for (const [size, runs] of SIZES) {
      if (size > share) continue;
      const measured = await measure(ways, { size, runs, pid: town.pid });
      Object.assign(figures, measured.figures);
      ms[`${size}mb`] = measured.ms;
    }
    return {
      bench: 'upload',
      node: process.version,
      cores: availableParallelism(),
      ms,
      figures,
      goals: judge(GOALS, figures),
    };
  } finally {
    await town.close();
    await minio.close();
  }
}

interface Ways {
  readonly raw: (bytes: Buffer) => Promise<unknown>;
  readonly api: (bytes: Buffer) => Promise<Readonly<Record<string, number>>>;
}

async function rawClient({ endpoint, accessKey, secretKey }: MinioServer): Promise<Ways['raw']> {
  const { hostname, port } = new URL(endpoint);
  const client = new Client({
    endPoint: hostname,
    port: Number(port),
    useSSL: false,
    accessKey,
    secretKey,
    region: REGION,
  });
  await client.makeBucket('raw', REGION);
  let n = 0;
  return (bytes) => client.putObject('raw', `object-${(n += 1)}`, inParts(bytes), bytes.length);
}

/** What one round measured, in ms. */
type Round = Readonly<Record<'raw' | 'api' | 'bare' | Stage, number>>;

/** Both ways by turns, each with bytes that nobody has seen before; the first round warms up. */
async function measure(ways: Ways, { size, runs, pid }: { size: number; runs: number; pid: number }) {
  const rounds: Round[] = [];
  let growth = 0;
  for (let n = 0; n <= runs; n += 1) {
    const measured = await round(ways, size, pid);
    if (n === 0) continue;
    growth = Math.max(growth, measured.growth);
    rounds.push(measured.ms);
  }
  const ms = Object.fromEntries(
    (['raw', 'api', 'bare', ...STAGES] as const).map((way) => [way, spreadOf(rounds.map((each) => each[way]))]),
  ) as Readonly<Record<keyof Round, Spread>>;
  const speed = (way: keyof Round): number => rounded((size * 1000) / ms[way].p50);
  tell(`${size} MB: raw ${speed('raw')} MB/s, API ${speed('api')} MB/s, memory +${growth} MB`);
  tell(`  ms (p50): ${STAGES.map((stage) => `${stage} ${ms[stage].p50}`).join(', ')}`);
  return {
    ms,
    figures: {
      [`raw_${size}mb_mb_s`]: speed('raw'),
      [`api_${size}mb_mb_s`]: speed('api'),
      [`ratio_${size}mb`]: rounded(ms.raw.p50 / ms.api.p50),
      [`bare_ratio_${size}mb`]: rounded(ms.raw.p50 / ms.bare.p50),
      [`growth_${size}mb_mb`]: growth,
    },
  };
}

async function round(ways: Ways, size: number, pid: number): Promise<{ ms: Round; growth: number }> {
  const [first, second] = [pdfOf(size * MB), pdfOf(size * MB)];
  await wait(REST_MS);
  const raw = await timed(() => ways.raw(first));
  await wait(REST_MS);
  const memory = watchMemory(pid);
  const started = performance.now();
  const told = await ways.api(second);
  const api = performance.now() - started;
  const growth = memory.stop();
  const stages = Object.fromEntries(STAGES.map((stage) => [stage, told[stage] ?? 0])) as Record<Stage, number>;
  return { ms: { raw, api, bare: LEFT_OUT.reduce((left, stage) => left - stages[stage], api), ...stages }, growth };
}

/** Growth of the resident memory of the API while something runs, in MB. */
function watchMemory(pid: number): { stop(): number } {
  const resident = (): number =>
    Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  const before = resident();
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, resident())), 20);
  return {
    stop: () => {
      clearInterval(timer);
      return rounded(Math.max(peak, resident()) - before);
    },
  };
}

/** A PDF of one page with a scan of so many bytes, different each time. */
function pdfOf(bytes: number): Buffer {
  const parts = [
    Buffer.from('%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n'),
    Buffer.from('2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n'),
    Buffer.from('3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj\n'),
    Buffer.concat([
      Buffer.from(`4 0 obj <</Length ${bytes}>> stream\n`),
      randomBytes(bytes),
      Buffer.from('\nendstream endobj\n'),
    ]),
  ];
  let at = 0;
  const [, ...offsets] = [0, ...parts.map((part) => (at += part.length))];
  const entry = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n \n`;
  const starts = [9, ...offsets.slice(0, 3)];
  const trailer = `xref\n0 5\n0000000000 65535 f \n${starts.map(entry).join('')}trailer <</Size 5/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(trailer)]);
}
