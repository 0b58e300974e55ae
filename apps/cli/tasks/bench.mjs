// npm run bench:<name> [-- --cases 10000]: builds the programs when they changed, then measures. Progress and table go to
// standard error, exactly one JSON line to standard output.
import { spawn } from 'node:child_process';

import { ensureBuilt } from './lib/build.mjs';
import { node, root, task } from './lib/project.mjs';

await task(async () => {
  await ensureBuilt({ only: ['programs'], say: (line) => process.stderr.write(`${line}\n`) });
  const child = spawn(node, ['dist/apps/cli/src/main.js', 'bench', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
});
