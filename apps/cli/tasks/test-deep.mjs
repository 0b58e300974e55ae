// npm run test:deep: the laws of the approvals engine on 100,000 random matters, the archive search on 10,000 random questions,
// and every planted fault of test/faults put into a copy of the code, which its tests must notice. `--faults`, `--laws` or
// `--search` runs one of the three. About an hour.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { engineFaults } from '../../../test/faults/engine-faults.mjs';
import { searchFaults } from '../../../test/faults/search-faults.mjs';
import { bin, node, root, run, Sentence, task } from './lib/project.mjs';

const CORE = join(root, 'libs/approvals/src/core');
const SEARCH = join(root, 'libs/search');
/** 25 questions on each. */
const SEARCH_CORPORA = 400;
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

async function runFaults(faults, isSeen) {
  // Without this, tests that fail for another reason would look like tests that notice.
  if (await isSeen(null)) throw new Sentence('The tests fail without any fault; see "npm test".');
  const missed = [];
  for (const fault of faults) {
    const noticed = await isSeen(fault);
    console.log(`${noticed ? 'noticed' : 'MISSED '}  ${fault.name}`);
    if (!noticed) missed.push(fault.name);
  }
  console.log(`${faults.length - missed.length} of ${faults.length} planted faults were noticed.`);
  if (missed.length > 0) throw new Sentence(`Not noticed: ${missed.join('; ')}.`);
}

/** Whether the comparison with looking at every document notices the fault; null: none was planted. */
async function isNoticedBySearch(fault) {
  mkdirSync(SPACE, { recursive: true });
  const folder = mkdtempSync(join(SPACE, 'fault-'));
  try {
    for (const part of ['src', 'test']) cpSync(join(SEARCH, part), join(folder, part), { recursive: true });
    for (const change of fault ? [fault, ...(fault.also ?? [])] : [])
      plant(join(folder, 'src'), { ...change, name: fault.name });
    const config = join(folder, 'jest.config.cjs');
    writeFileSync(
      config,
      `const medium = require(${JSON.stringify(join(root, 'jest.config.cjs'))}).projects.find(({ displayName }) => displayName === 'medium');
module.exports = { ...medium, testMatch: [${JSON.stringify(`${folder}/test/exactness.spec.ts`)}] };\n`,
    );
    const args = [bin('jest/bin/jest.js'), '--config', config, '--bail', '--silent', '--runInBand'];
    const { code } = await run(node, args, { env: { SEARCH_CORPORA: '12', SEARCH_FAULT: 'planted' } });
    return code !== 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runSearch() {
  const corpora = process.env.SEARCH_CORPORA ?? String(SEARCH_CORPORA);
  console.log(`The archive search on ${25 * Number(corpora)} random questions …`);
  const args = [bin('jest/bin/jest.js'), '--selectProjects', 'medium', '--runInBand', '--testPathPatterns'];
  const { code } = await run(node, [...args, 'search/test/exactness'], {
    show: true,
    env: { SEARCH_CORPORA: corpora },
  });
  if (code !== 0) throw new Sentence('The search does not answer what looking at every document answers; see above.');
  await runFaults(searchFaults, isNoticedBySearch);
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

await task(async () => {
  const only = process.argv.slice(2);
  if (only.length === 0 || only.includes('--faults')) await runFaults(engineFaults, isNoticed);
  if (only.length === 0 || only.includes('--laws')) await runLaws();
  if (only.length === 0 || only.includes('--search')) await runSearch();
});
