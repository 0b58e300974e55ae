import { loadSettings } from '@fubako/platform/config';
import { addPages, createApi } from './create-api';

async function main(): Promise<void> {
  const settings = loadSettings();
  const app = await createApi(settings);
  addPages(app, settings);
  await app.listen(settings.values.PORT, settings.values.HOST);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
