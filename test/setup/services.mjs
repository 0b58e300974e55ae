// Jest globalSetup: PostgreSQL, Redis and MinIO of this run's own, on free loopback ports, gone when the run ends.
// It must be an .mjs file: Jest loads it natively, while the supervisor behind it is TypeScript that Jest's hook compiles.
import { createRequire } from 'node:module';

import { closeRunFolder, openRunFolder } from './run-folder.mjs';
import { startProcesses } from './processes.mjs';

const require = createRequire(import.meta.url);
const key = Symbol.for('fubako.test-services');

export default async function startServices() {
  if (globalThis[key]) return;
  const { startEphemeralPostgres } = require('../../libs/platform/src/embedded-postgres/index.ts');
  const folder = openRunFolder();
  const [postgres, processes] = await Promise.all([
    process.env.TEST_DATABASE_URL ? undefined : startEphemeralPostgres(programs(), folder),
    startProcesses(folder),
  ]);
  if (postgres) process.env.TEST_DATABASE_URL = postgres.url;
  globalThis[key] = async () => {
    globalThis[key] = undefined;
    await Promise.all([postgres?.stop(), processes.stop()]);
    closeRunFolder(folder);
  };
}

function programs() {
  return process.env.TEST_POSTGRES === 'system' ? 'system' : 'embedded';
}
