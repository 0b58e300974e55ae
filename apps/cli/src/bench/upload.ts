import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Readable } from 'node:stream';
import { Custody, S3ObjectStore } from '@fubako/platform/object-store';
import { Client } from 'minio';
import { Clerk } from './clerk';
import { rounded, spreadOf, tell, timed } from './figures';
import { type Goal, judge } from './goals';
import { type MinioServer, startMinio } from './minio-server';
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
  ratio_20mb: { atLeast: 0.7 },
  ratio_200mb: 'report',
  custody_ratio_20mb: 'report',
  growth_200mb_mb: { atMost: 64 },
};

/**
 * `bench:upload`: files of 1, 20 and 200 MB through the API into a real MinIO, beside the bare client into the same
 * MinIO in the same run, and each stage of custody alone. No virus scanner; everything else as in production.
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
    const ways = await prepare(minio, clerk);
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

type Way = 'raw' | 'api' | 'deposit' | 'inspect_read' | 'admit';
type Ways = Readonly<Record<'raw' | 'api', (bytes: Buffer) => Promise<unknown>>> & { readonly custody: Custody };

async function prepare({ endpoint, accessKey, secretKey }: MinioServer, clerk: Clerk): Promise<Ways> {
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
  const store = new S3ObjectStore({ endpoints: [endpoint], accessKey, secretKey, bucket: 'stages', region: REGION });
  await store.check();
  return {
    raw: (bytes) => client.putObject('raw', `object-${(n += 1)}`, Readable.from(inParts(bytes)), bytes.length),
    api: (bytes) => clerk.upload(bytes, 'scan.pdf'),
    custody: new Custody(store),
  };
}

/** The ways by turns, each with bytes that nobody has seen before; the first round warms up. */
async function measure(ways: Ways, { size, runs, pid }: { size: number; runs: number; pid: number }) {
  const times: Record<Way, number[]> = { raw: [], api: [], deposit: [], inspect_read: [], admit: [] };
  let growth = 0;
  for (let round = 0; round <= runs; round += 1) {
    const raw = await timed(() => ways.raw(pdfOf(size * MB)));
    const bytes = pdfOf(size * MB);
    const memory = watchMemory(pid);
    const api = await timed(() => ways.api(bytes));
    const grown = memory.stop();
    const stages = await stagesOf(ways.custody, pdfOf(size * MB));
    if (round === 0) continue;
    growth = Math.max(growth, grown);
    for (const [way, time] of Object.entries({ raw, api, ...stages })) times[way as Way].push(time);
  }
  const spreads = Object.fromEntries(Object.entries(times).map(([way, each]) => [way, spreadOf(each)]));
  const p50 = (way: Way): number => spreads[way]?.p50 ?? 0;
  const speed = (way: Way): number => rounded((size * 1000) / p50(way));
  const custody = p50('deposit') + p50('inspect_read') + p50('admit');
  tell(
    `${size} MB: raw ${speed('raw')} MB/s, API ${speed('api')} MB/s; deposit ${p50('deposit')}, inspection read ${p50('inspect_read')}, admit with read-back ${p50('admit')} ms`,
  );
  return {
    ms: spreads,
    figures: {
      [`raw_${size}mb_mb_s`]: speed('raw'),
      [`api_${size}mb_mb_s`]: speed('api'),
      [`ratio_${size}mb`]: rounded(p50('raw') / p50('api')),
      [`custody_ratio_${size}mb`]: rounded(p50('raw') / custody),
      [`growth_${size}mb_mb`]: growth,
    },
  };
}

async function stagesOf(
  custody: Custody,
  bytes: Buffer,
): Promise<Record<'deposit' | 'inspect_read' | 'admit', number>> {
  const limits = { maxBytes: bytes.length, expectedBytes: bytes.length };
  const started = performance.now();
  const kept = await custody.deposit(Readable.from(inParts(bytes), { objectMode: false }), limits);
  const deposited = performance.now();
  for await (const piece of await custody.openQuarantined(kept)) void piece;
  const read = performance.now();
  await custody.admit(kept);
  return { deposit: deposited - started, inspect_read: read - deposited, admit: performance.now() - read };
}

/** As a network hands it over. */
function* inParts(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
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
