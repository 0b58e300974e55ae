// npm run test:deep: the laws of the approvals engine on 100,000 random matters, the archive search on 10,000 random questions,
// 1,000 holds that meet a running disposal, and every planted fault of test/faults put into a copy of the code, which its tests
// must notice, and the rights of everybody asked about every matter. `--faults`, `--records-faults`, `--laws`, `--search`, `--disposal`, `--proof`,
// `--access`, `--once` or `--kills` runs one of them, `--planted=9-16` only those of the faults. About an hour.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { engineFaults } from '../../../test/faults/engine-faults.mjs';
import { recordsFaults } from '../../../test/faults/records-faults.mjs';
import { searchFaults } from '../../../test/faults/search-faults.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { bin, node, root, run, Sentence, task } from './lib/project.mjs';
import { ensureTools } from './lib/tools.mjs';

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

/**
 * What is copied, where faults are put, and which tests must notice them. Each part keeps its depth below the project, so that
 * a test finds the documents it compares with.
 */
const engine = {
  lib: 'libs/approvals',
  parts: ['src/core'],
  plantIn: 'src/core',
  tests: 'src/core/*.spec.ts',
  project: 'small',
  env: { ENGINE_RUNS: '2000' },
};
const records = {
  lib: 'libs/records',
  parts: ['src/core'],
  plantIn: 'src/core',
  tests: 'src/core/**/*.spec.ts',
  project: 'small',
  env: {},
};
const search = {
  lib: 'libs/search',
  parts: ['src', 'test'],
  plantIn: 'src',
  tests: 'test/exactness.spec.ts',
  project: 'medium',
  env: { SEARCH_CORPORA: '12', SEARCH_FAULT: 'planted' },
};

/** Whether the tests notice the fault; null: none was planted. */
async function isNoticed({ lib, parts, plantIn, tests, project, env }, fault, folder) {
  mkdirSync(folder, { recursive: true });
  try {
    for (const part of parts) cpSync(join(root, lib, part), join(folder, part), { recursive: true });
    for (const change of fault ? [fault, ...(fault.also ?? [])] : [])
      plant(join(folder, plantIn), { ...change, name: fault.name });
    const config = join(folder, 'jest.config.cjs');
    writeFileSync(
      config,
      `const { projects } = require(${JSON.stringify(join(root, 'jest.config.cjs'))});
const project = projects.find(({ displayName }) => displayName === ${JSON.stringify(project)});
module.exports = { ...project, testMatch: [${JSON.stringify(`${folder}/${tests}`)}] };\n`,
    );
    const args = [bin('jest/bin/jest.js'), '--config', config, '--bail', '--silent', '--runInBand'];
    const { code } = await run(node, args, { env });
    return code !== 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of a list of faults, those from and to the numbers of `--planted=9-16`, from 1. */
function chosen(faults) {
  if (!range) return faults;
  const [first, last] = range.split('-').map(Number);
  if (!(first >= 1 && last >= first)) throw new Sentence(`--planted=${range} is no range like 9-16.`);
  return faults.slice(first - 1, last);
}

async function runFaults(all, suite) {
  const faults = chosen(all);
  // Without this, tests that fail for another reason would look like tests that notice.
  mkdirSync(SPACE, { recursive: true });
  // Two faults are tried at a time, each lane in one folder: what a fault does not touch is compiled once.
  const lanes = ['a', 'b'].map((lane) => mkdtempSync(join(SPACE, `fault-${lane}-`)));
  if (await isNoticed(suite, null, lanes[0])) throw new Sentence('The tests fail without any fault; see "npm test".');
  const missed = [];
  const waiting = [...faults];
  const work = async (folder) => {
    for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
      const noticed = await isNoticed(suite, fault, folder);
      console.log(`${noticed ? 'noticed' : 'MISSED '}  ${fault.name}`);
      if (!noticed) missed.push(fault.name);
    }
  };
  await Promise.all(lanes.map(work));
  console.log(`${faults.length - missed.length} of ${faults.length} planted faults were noticed.`);
  if (missed.length > 0) throw new Sentence(`Not noticed: ${missed.join('; ')}.`);
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

/** Holds that meet a running disposal, on a real database: none of them may lose without a word. */
async function runDisposal() {
  const times = process.env.DISPOSAL_INTERLEAVINGS ?? '1000';
  console.log(`${times} holds placed while a disposal runs …`);
  const args = [bin('jest/bin/jest.js'), '--selectProjects', 'journeys', '--runInBand', '--testTimeout', '3600000'];
  const { code } = await run(node, [...args, '-t', 'RULE-86', '--testPathPatterns', 'journeys/disposal-guards'], {
    show: true,
    env: { DISPOSAL_INTERLEAVINGS: times },
  });
  if (code !== 0) throw new Sentence('A record was disposed of under hold; what happened stands above.');
}

/** Every column of every protected row, changed in every way: both verifiers must name it. */
async function runProof() {
  console.log('Every protected column of every row, flipped, emptied and swapped …');
  const args = [bin('jest/bin/jest.js'), '--selectProjects', 'journeys', '--runInBand', '--testTimeout', '3600000'];
  const { code } = await run(node, [...args, '--testPathPatterns', 'journeys/scenario-19'], {
    show: true,
    env: { PROOF_RUNS: 'all' },
  });
  if (code !== 0) throw new Sentence('A forgery was not named by both verifiers; what happened stands above.');
}

/** Every operation about every matter by everybody, and what each wall alone lets through. */
async function runAccess() {
  console.log('Everybody, every operation, every matter …');
  const args = [bin('jest/bin/jest.js'), '--selectProjects', 'journeys', '--runInBand', '--testTimeout', '3600000'];
  const { code } = await run(node, [...args, '--testPathPatterns', 'journeys/access-(matrix|walls|write-walls)'], {
    show: true,
    env: { ACCESS: 'all' },
  });
  if (code !== 0) throw new Sentence('Somebody may what they may not, or the reverse; what happened stands above.');
}

/** Exactly once: two hundred race for one seat fifty times. */
async function runOnce() {
  const races = process.env.RACES ?? '50';
  console.log(`${races} races of two hundred for one seat …`);
  const args = [bin('jest/bin/jest.js'), '--selectProjects', 'journeys', '--runInBand', '--testTimeout', '3600000'];
  const { code } = await run(node, [...args, '--testPathPatterns', 'journeys/scenario-16-bulk'], {
    show: true,
    env: { RACES: races },
  });
  if (code !== 0) throw new Sentence('Something was done twice, or half; what happened stands above.');
}

/** The API is killed at different moments of bulk approvals: nothing may be lost, half or twice. */
async function runKills() {
  const kills = process.env.KILLS ?? '50';
  console.log(`The server is killed until ${kills} bulk approvals are cut off, at different moments …`);
  const args = [bin('jest/bin/jest.js'), '--selectProjects', 'journeys', '--runInBand', '--testTimeout', '3600000'];
  const { code } = await run(node, [...args, '--testPathPatterns', 'journeys/scenario-16-killed'], {
    show: true,
    env: { KILLS: kills },
  });
  if (code !== 0) throw new Sentence('A killed bulk lost, halved or doubled an item; what happened stands above.');
}

const deeds = {
  '--faults': () => runFaults(engineFaults, engine),
  '--records-faults': () => runFaults(recordsFaults, records),
  '--laws': runLaws,
  '--search': runSearch,
  '--search-faults': () => runFaults(searchFaults, search),
  '--disposal': runDisposal,
  '--proof': runProof,
  '--access': runAccess,
  '--once': runOnce,
  '--kills': runKills,
};

const PLANTED = '--planted=';
const words = process.argv.slice(2);
const range = words.find((word) => word.startsWith(PLANTED))?.slice(PLANTED.length);

await task(async () => {
  const only = words.filter((word) => !word.startsWith(PLANTED));
  const unknown = only.filter((word) => !(word in deeds));
  if (unknown.length > 0) throw new Sentence(`Unknown ${unknown.join(', ')}. Known: ${Object.keys(deeds).join(', ')}.`);
  await ensureInstalled();
  await ensureTools(['redis', 'minio', 'documents']);
  await ensureBuilt();
  for (const [word, deed] of Object.entries(deeds)) if (only.length === 0 || only.includes(word)) await deed();
});
