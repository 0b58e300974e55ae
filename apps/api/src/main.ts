import 'reflect-metadata';
import { loadSettings } from '@fubako/platform/config';
import { guardBoot } from '@fubako/platform/observability';
import { addPages, createApi } from './create-api';

async function main(): Promise<void> {
  const settings = loadSettings();
  await guardBoot(settings);
  const app = await createApi(settings);
  addPages(app, settings);
  await app.listen(settings.values.PORT, settings.values.HOST);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
