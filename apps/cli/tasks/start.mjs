// npm start: installs and builds what is missing or out of date, then runs the product (apps/cli/src/serve).
// Plain Node without dependencies: it must run before anything is installed.
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root, task } from './lib/project.mjs';
import { checkNode } from './lib/runtime.mjs';

await task(async () => {
  const startedAt = Date.now();
  const warning = checkNode();
  if (warning) console.warn(warning);
  await ensureInstalled();
  await ensureBuilt();
  // The same process goes on: one less to pass signals through and to keep in memory.
  process.env.FUBAKO_STARTED_AT = String(startedAt);
  const program = join(root, 'dist', 'apps', 'cli', 'src', 'serve', 'main.js');
  process.argv.splice(1, 1, program);
  createRequire(import.meta.url)(program);
});
