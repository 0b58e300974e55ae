import 'reflect-metadata';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type DeploymentTown, loadTowns } from '@fubako/platform/config';
import { JsonLogger, guardBoot } from '@fubako/platform/observability';
import { OpenTowns, stopOnSignal } from '@fubako/platform/towns';
import { WorkerModule } from './worker.module';

/** Runs until SIGTERM or SIGINT, then finishes the running jobs of every town. */
async function main(): Promise<void> {
  const [first] = loadTowns().towns;
  if (!first) return;
  const logger = new JsonLogger(first.settings.values.LOG_LEVEL);
  Logger.overrideLogger(logger);
  const towns = new OpenTowns<INestApplicationContext>({
    open: (town) => open(town, logger),
    close: (app) => app.close(),
  });
  await towns.start();
  stopOnSignal(() => towns.stop());
  logger.log('the worker runs', 'worker');
}

async function open(town: DeploymentTown, logger: JsonLogger): Promise<INestApplicationContext> {
  const settings = town.settings.ofWorker;
  await guardBoot(settings, 'worker');
  return NestFactory.createApplicationContext(WorkerModule.with(settings), { logger, abortOnError: false });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
