import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadSettings } from '@fubako/platform/config';
import { JsonLogger, guardBoot } from '@fubako/platform/observability';
import { WorkerModule } from './worker.module';

/** Runs until SIGTERM or SIGINT, then finishes the running jobs. */
async function main(): Promise<void> {
  const settings = loadSettings();
  const logger = new JsonLogger(settings.values.LOG_LEVEL);
  Logger.overrideLogger(logger);
  await guardBoot(settings);
  const app = await NestFactory.createApplicationContext(WorkerModule.with(settings), { logger, abortOnError: false });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  logger.log('the worker runs', 'worker');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
