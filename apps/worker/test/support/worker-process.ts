// The worker as main.ts starts it, with a minimal product instead of the whole.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadSettings } from '@fubako/platform/config';
import { WorkerModule } from '../../src/worker.module';
import { MinimalProduct } from './minimal-product';

async function main(): Promise<void> {
  const settings = loadSettings();
  const app = await NestFactory.createApplicationContext(WorkerModule.with(settings, MinimalProduct.with(settings)), {
    logger: false,
  });
  app.enableShutdownHooks(['SIGTERM']);
  process.send?.('running');
}

void main();
