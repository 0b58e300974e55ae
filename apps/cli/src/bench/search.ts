import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { loadSettings } from '@fubako/platform/config';
import { migrate } from '@fubako/platform/database';
import { freePort, startEmbeddedPostgres } from '@fubako/platform/embedded-postgres';
import { ProductModule } from '../../../product/src';
import { ArchiveLoad } from './archive-load';
import { ArchiveMeasures } from './archive-measures';
import { type Spread, rounded, tell } from './figures';

/** Growth is measured from a fifth of the documents to all of them, when there are so many. */
const GROWS_FROM = 500_000;

/** Of one document: tables, indexes, the log of the database while it is written, and the other engine beside it where it is compared. */
const BYTES_EACH = { alone: 15_000, compared: 25_000 };

/**
 * `bench:search` (performance A): the first fifty hits, newest first, on a generated archive, against a scan and, where it is
 * installed, against Groonga, all in one run on one machine.
 * @param generated documents, each of which stands in the archive `times` times: so many millions are written in minutes
 */
export async function benchSearch(generated: number, { times }: { readonly times: number }): Promise<object> {
  const documents = generated * times;
  demandRoom(documents * (times === 1 ? BYTES_EACH.compared : BYTES_EACH.alone));
  const folder = mkdtempSync(join(tmpdir(), 'fubako-bench-'));
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
  const client = new Client({ connectionString: postgres.url, application_name: 'fubako-bench' });
  let product: Awaited<ReturnType<typeof NestFactory.createApplicationContext>> | undefined;
  try {
    await migrate(postgres.url);
    await client.connect();
    const settings = loadSettings({
      PATH: process.env.PATH,
      NODE_ENV: 'development',
      DATABASE_URL: postgres.url,
      FUBAKO_DATA: folder,
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      LOG_LEVEL: 'warn',
    });
    product = await NestFactory.createApplicationContext(ProductModule.with(settings), { logger: ['error', 'warn'] });
    const stages = times === 1 && documents >= GROWS_FROM ? [documents / 5, documents] : [generated];
    const reports: Record<string, unknown>[] = [];
    for (const size of stages) {
      const load = new ArchiveLoad({ product, client, folder }, times);
      try {
        await load.run(size);
        reports.push(await new ArchiveMeasures(product, client, load).run());
      } finally {
        await load.end();
      }
      tell(JSON.stringify(reports.at(-1)));
    }
    return {
      bench: 'search',
      ...(await machineOf(client)),
      n: { documents, times },
      ...reports.at(-1),
      smaller: reports.length > 1 ? reports[0] : null,
      growth: growthOf(reports),
    };
  } finally {
    await product?.close();
    await client.end();
    await postgres.stop();
    rmSync(postgres.home, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

async function machineOf(client: Client): Promise<object> {
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  return { node: process.version, postgres: rows[0]?.server_version, cores: availableParallelism() };
}

/** @throws Error before anything is written, when the disk would not hold it */
function demandRoom(bytes: number): void {
  const { bavail, bsize } = statfsSync(tmpdir());
  const gigabytes = (bytes: number) => rounded(bytes / 1e9);
  const [needed, free] = [gigabytes(bytes), gigabytes(bavail * bsize)];
  tell(`About ${needed} GB are needed in ${tmpdir()}, ${free} GB are free.`);
  if (free < needed) throw new Error(`So many documents need about ${needed} GB in ${tmpdir()}; ${free} GB are free.`);
}

/** How much slower, dearer and larger the larger archive is, beside what it may be; null without a smaller one. */
function growthOf([small, large]: readonly Record<string, unknown>[]): Record<string, number> | null {
  if (!small || !large) return null;
  const p95 = (report: Record<string, unknown>, name: string) =>
    (report.ms as Readonly<Record<string, Spread>>)[name]?.p95 ?? Number.NaN;
  const megabytes = (report: Record<string, unknown>) => Number((report.figures as Record<string, unknown>).gin_mb);
  const times = (name: string) => rounded(p95(large, name) / p95(small, name));
  return {
    documents: rounded(Number(large.documents) / Number(small.documents)),
    page_visible_p95: times('page_visible'),
    page_visible_p95_goal: 2.5,
    capped_count_p95: times('capped_count'),
    insert_p95: times('insert'),
    gin: rounded(megabytes(large) / megabytes(small)),
  };
}
