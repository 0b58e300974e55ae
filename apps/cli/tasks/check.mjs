// npm run check: everything that can be said about a change in under a minute. Each step is timed; the first line of the
// summary that is not "ok" says what to look at. `--only lint,types` runs some steps.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { bin, node, root, run, Sentence, task } from './lib/project.mjs';

const cli = join(root, 'dist', 'apps', 'cli', 'src', 'main.js');

const steps = {
  lock: () => run(node, ['apps/cli/tasks/lock.mjs', '--check']),
  format: () =>
    run(node, [
      bin('prettier/bin/prettier.cjs'),
      '--check',
      '--log-level',
      'warn',
      '--cache',
      '--cache-location',
      '.cache/prettier',
      '.',
    ]),
  lint: () => run(node, [bin('oxlint/bin/oxlint'), '--type-aware', '--disable-nested-config', '--quiet']),
  types: () => run(node, [bin('typescript/bin/tsc'), '-p', 'tsconfig.json']),
  'web types': () => run(node, [bin('typescript/bin/tsc'), '-p', 'apps/web/tsconfig.json']),
  boundaries: () =>
    run(node, [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'apps',
      'libs',
      'test',
    ]),
  'small tests': () => run(node, [bin('jest/bin/jest.js'), '--selectProjects', 'small', 'web', '--silent']),
  'API contract': () => withPrograms(['openapi', '--check']),
  'web client': () =>
    run(node, [
      bin('openapi-typescript/bin/cli.js'),
      'apps/api/openapi.json',
      '--check',
      '-o',
      'apps/web/src/shared/api/schema.d.ts',
    ]),
  'SQL snapshot': () => withPrograms(['db-schema', '--check']),
};

let programs;

/** Commands of the product itself need its programs built, once. */
async function withPrograms(args) {
  programs ??= ensureBuilt({ only: ['programs'], say: () => undefined });
  await programs;
  return existsSync(cli) ? run(node, [cli, ...args]) : { code: 1, seconds: 0, output: `${cli} was not built.` };
}

function chosen() {
  const at = process.argv.indexOf('--only');
  if (at < 0) return Object.keys(steps);
  const names = (process.argv[at + 1] ?? '').split(',').map((name) => name.replaceAll('-', ' '));
  const unknown = names.filter((name) => !(name in steps));
  if (unknown.length === 0) return names;
  throw new Sentence(`Unknown step ${unknown.join(', ')}. Known: ${Object.keys(steps).join(', ')}.`);
}

/** Two at a time: that is what a small machine has cores for. */
const LANES = 2;

/** Takes one step after the other until none is left; what fails is printed at once. */
async function lane(waiting, results) {
  for (let name = waiting.shift(); name; name = waiting.shift()) {
    const started = performance.now();
    const result = await steps[name]().catch((error) => ({ code: 1, output: String(error.message ?? error) }));
    const seconds = (performance.now() - started) / 1000;
    if (result.code !== 0) console.error(`\n── ${name} ──\n${result.output.trim()}\n`);
    results.push({ name, ok: result.code === 0 });
    console.log(`${result.code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s`);
  }
}

await task(async () => {
  await ensureInstalled();
  const waiting = chosen();
  const results = [];
  const started = performance.now();
  await Promise.all(Array.from({ length: LANES }, () => lane(waiting, results)));
  const failed = results.filter(({ ok }) => !ok).map(({ name }) => name);
  const total = (performance.now() - started) / 1000;
  console.log(`${failed.length === 0 ? 'All is well' : `Failed: ${failed.join(', ')}`} · ${total.toFixed(0)} s`);
  if (failed.length > 0) process.exitCode = 1;
});
