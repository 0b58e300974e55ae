import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { loadTowns } from '@fubako/platform/config';
import { JsonLogger } from '@fubako/platform/observability';
import { stopOnSignal } from '@fubako/platform/towns';
import { serveTowns } from './serve-towns';

async function main(): Promise<void> {
  const [first] = loadTowns().towns;
  if (!first) return;
  const { HOST: host, PORT: port, LOG_LEVEL } = first.settings.values;
  Logger.overrideLogger(new JsonLogger(LOG_LEVEL));
  const served = await serveTowns({ host, port });
  stopOnSignal(() => served.close());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
