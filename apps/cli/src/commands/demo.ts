import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { CreateDemoAccounts } from '@fubako/identity';
import { ImportMunicipality } from '@fubako/organisation';
import { loadSettings, projectRoot } from '@fubako/platform/config';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { ProductModule } from '../../../product/src';
import { DemoClock } from '../demo/demo-clock';
import { seedTown } from '../demo/seed-town';
import { packageSections } from '../package-sections';
import { type Command, say } from './command';

/** One password for all sample accounts; they exist in the sample town only and never in production. */
const PASSWORD = 'fubako-demo';

export const demo: Command = {
  usage: 'load the sample town with accounts and a year of documents (never in production)',
  async run() {
    const settings = loadSettings();
    if (settings.production) {
      say('The sample town has accounts with printed passwords: it cannot be loaded in production.');
      return 1;
    }
    const clock = new DemoClock();
    const product = await NestFactory.createApplicationContext(ProductModule.with(settings, clock), {
      logger: ['error', 'warn'],
    });
    try {
      return await load(product, clock);
    } finally {
      await product.close();
    }
  },
};

async function load(
  product: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>,
  clock: DemoClock,
): Promise<number> {
  const uow = product.get(UnitOfWork);
  const { now, documents } = await uow.read(() =>
    uow.one<{ now: Date; documents: number }>(
      sql`select clock_timestamp() as now, (select count(*) from documents.document) as documents`,
    ),
  );
  if (documents > 0) {
    say('This database already holds documents, so the sample town was not loaded into it.');
    return 1;
  }
  const report = await product
    .get(ImportMunicipality)
    .run({ folder: join(projectRoot, 'apps/cli/sample-town'), dryRun: false }, packageSections(product));
  for (const { file, line, column, message } of report.faults) say(`${file}:${line}:${column}: ${message}`);
  if (report.faults.length > 0) return 1;
  const accounts = await product.get(CreateDemoAccounts).run(PASSWORD);
  say(`浜見町: organisation imported (${report.changes.length} rows), ${accounts} accounts.`);
  const { documents: written, receipts } = await seedTown(product, { clock, now, progress: progressBar() });
  say(`浜見町: ${written} documents, ${receipts} receipts.`);
  return 0;
}

/** A bar on a terminal, one line for each tenth otherwise. */
function progressBar(): (done: number, total: number) => void {
  let shown = -1;
  return (done, total) => {
    const percent = Math.floor((done / total) * 100);
    if (percent === shown || (!process.stdout.isTTY && percent % 10 !== 0)) return;
    shown = percent;
    const bar = '█'.repeat(Math.floor(percent / 4)).padEnd(25, '·');
    process.stdout.write(
      `${process.stdout.isTTY ? '\r' : ''}  Writing documents ${bar} ${String(percent).padStart(3)} %${process.stdout.isTTY && percent < 100 ? '' : '\n'}`,
    );
  };
}
