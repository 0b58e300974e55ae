// npm run test:deep: the laws of the approvals engine on 100,000 random matters, and every planted fault of test/faults
// put into a copy of the core, which its tests must notice; and 1,000 holds that meet a running disposal. `--faults`, `--laws`
// or `--disposal` runs one of them. About half an hour.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { engineFaults } from '../../../test/faults/engine-faults.mjs';
import { bin, node, root, run, Sentence, task } from './lib/project.mjs';

const CORE = join(root, 'libs/approvals/src/core');
/** Inside the project, so that the copy is compiled and resolved like the original. */
const SPACE = join(root, 'test-results');

function plant(folder, { name, file, find, put }) {
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  const times = source.split(find).length - 1;
  if (times !== 1) throw new Sentence(`The fault «${name}» fits ${times} times into ${file}; adapt test/faults.`);
  writeFileSync(
    path,
    source.replace(find, () => put),
  );
}

/** Whether the tests of the core notice the fault; null: none was planted. */
async function isNoticed(fault) {
  mkdirSync(SPACE, { recursive: true });
  const folder = mkdtempSync(join(SPACE, 'fault-'));
  try {
    cpSync(CORE, folder, { recursive: true });
    for (const change of fault ? [fault, ...(fault.also ?? [])] : []) plant(folder, { ...change, name: fault.name });
    const config = join(folder, 'jest.config.cjs');
    writeFileSync(
      config,
      `const [small] = require(${JSON.stringify(join(root, 'jest.config.cjs'))}).projects;
module.exports = { ...small, testMatch: [${JSON.stringify(`${folder}/*.spec.ts`)}] };\n`,
    );
    const args = [bin('jest/bin/jest.js'), '--config', config, '--bail', '--silent', '--maxWorkers', '2'];
    const { code } = await run(node, args, { env: { ENGINE_RUNS: '2000' } });
    return code !== 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runFaults() {
  // Without this, tests that fail for another reason would look like tests that notice.
  if (await isNoticed(null)) throw new Sentence('The core fails its tests without any fault; see "npm test".');
  const missed = [];
  for (const fault of engineFaults) {
    const noticed = await isNoticed(fault);
    console.log(`${noticed ? 'noticed' : 'MISSED '}  ${fault.name}`);
    if (!noticed) missed.push(fault.name);
  }
  console.log(`${engineFaults.length - missed.length} of ${engineFaults.length} planted faults were noticed.`);
  if (missed.length > 0) throw new Sentence(`Not noticed: ${missed.join('; ')}.`);
}

async function runLaws() {
  const runs = process.env.ENGINE_RUNS ?? '100000';
  console.log(`The laws of the engine on ${runs} random matters …`);
  const args = [bin('jest/bin/jest.js'), '--selectProjects', 'small', '--testTimeout', '3600000', '--testPathPatterns'];
  const { code } = await run(node, [...args, 'approvals/src/core/engine-laws'], {
    show: true,
    env: { ENGINE_RUNS: runs },
  });
  if (code !== 0) throw new Sentence('A law of the engine does not hold; the counterexample stands above.');
}

/** Holds that meet a running disposal, on real databases: 1,000 of them, none disposed of under hold. */
async function runDisposal() {
  const times = process.env.DISPOSAL_INTERLEAVINGS ?? '1000';
  console.log(`${times} holds placed while a disposal runs …`);
  const args = [bin('jest/bin/jest.js'), '--selectProjects', 'journeys', '--runInBand', '--testTimeout', '3600000'];
  const { code } = await run(node, [...args, 'test/journeys/disposal-guards', '-t', 'RULE-86'], {
    show: true,
    env: { DISPOSAL_INTERLEAVINGS: times },
  });
  if (code !== 0) throw new Sentence('A record was disposed of under hold; what happened stands above.');
}

await task(async () => {
  const only = process.argv.slice(2);
  if (only.length === 0 || only.includes('--faults')) await runFaults();
  if (only.length === 0 || only.includes('--laws')) await runLaws();
  if (only.length === 0 || only.includes('--disposal')) await runDisposal();
});
