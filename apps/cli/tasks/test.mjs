// npm test: installs, builds, starts services and runs every size of test, then says how many there were and what was
// skipped. `--only small,medium` chooses projects; other words are handed to Jest (paths, -t …). In CI a skip is a failure.
// Files that failed run once more, alone; what then passes is named as unsteady at the end (docs/adr/0056).
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { bin, node, run, Sentence, task } from './lib/project.mjs';
import { checkNode } from './lib/runtime.mjs';
import { ensureTools } from './lib/tools.mjs';

/** In this order: the fast ones fail first. */
const projects = {
  small: { workers: 2 },
  web: { workers: 2 },
  medium: { workers: 2, tools: ['redis', 'minio', 'documents', 'recognition', 'scanner', 'office'] },
  journeys: { workers: 2, tools: ['redis', 'minio', 'postgres', 'documents', 'python', 'recognition'], built: true },
  browser: { workers: 2, tools: ['redis', 'minio', 'documents', 'recognition', 'chromium'], built: true },
};

/** More files than these are no chance: they are not asked again. */
const MOST_FILES_AGAIN = 3;

function readArguments(words) {
  const at = words.indexOf('--only');
  const only = at < 0 ? Object.keys(projects) : (words[at + 1] ?? '').split(',');
  const unknown = only.filter((name) => !(name in projects));
  if (unknown.length > 0)
    throw new Sentence(`Unknown project ${unknown.join(', ')}. Known: ${Object.keys(projects).join(', ')}.`);
  const others = at < 0 ? words : [...words.slice(0, at), ...words.slice(at + 2)];
  const chosen = Object.keys(projects).filter((name) => only.includes(name));
  // Who asks for certain tests wants their first answer.
  return { names: chosen, others, mostAgain: others.length > 0 ? 0 : MOST_FILES_AGAIN };
}

/** Runs one project, and the files of it that failed once more; answers what both came to. */
async function runProject(name, { others, mostAgain }, folder) {
  console.log(`\n── ${name} ──`);
  const { workers } = projects[name];
  const first = await runJest(
    name,
    [...(workers === 1 ? ['--runInBand'] : ['--maxWorkers', String(workers)]), ...others],
    folder,
  );
  const files = first.brokenFiles;
  if (files.length === 0 || files.length > mostAgain) return { ...first, unsteady: [] };
  console.log(`\n── ${name}: ${files.length} of its files once more, alone ──`);
  const again = await runJest(name, ['--runInBand', '--runTestsByPath', ...files], folder);
  const unsteady = again.code === 0 ? first.failures : [];
  const { code, failed, brokenFiles } = again;
  return { ...first, code, failed, brokenFiles, unsteady, seconds: first.seconds + again.seconds };
}

/** Jest's own report of one run. */
async function runJest(name, words, folder) {
  const report = join(folder, `${name}.json`);
  rmSync(report, { force: true });
  const args = ['--selectProjects', name, '--passWithNoTests', '--json', '--outputFile', report, ...words];
  const { code, seconds } = await run(node, [bin('jest/bin/jest.js'), ...args], { show: 'errors' });
  return { name, code, seconds, ...readReport(report) };
}

function readReport(file) {
  try {
    const { numTotalTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    const tests = testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map((test) => ({ file: name, ...test })),
    );
    const brokenFiles = testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
    const failures = tests.filter(({ status }) => status === 'failed');
    const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
    const unread = brokenFiles.filter((file) => !failures.some((test) => test.file === file));
    return {
      total: numTotalTests,
      failed: numFailedTests,
      brokenFiles,
      failures: [...failures, ...unread.map((file) => ({ file, fullName: 'the whole file' }))],
      skipped,
    };
  } catch {
    return { total: 0, failed: 0, brokenFiles: [], failures: [], skipped: [] };
  }
}

function summarise(results) {
  console.log('\n── totals ──');
  for (const { name, total, failed, skipped, seconds } of results) {
    const counts = `${String(total).padStart(5)} tests, ${failed} failed, ${skipped.length} skipped`;
    console.log(`${name.padEnd(10)} ${counts.padEnd(40)} ${seconds.toFixed(0).padStart(5)} s`);
  }
  const skipped = results.flatMap((result) => result.skipped);
  for (const { status, fullName, file } of skipped) console.log(`  ${status}: ${fullName} (${file})`);
  for (const { fullName, file } of results.flatMap(({ unsteady }) => unsteady))
    console.error(`  UNSTEADY, failed and passed when asked again, a defect to mend: ${fullName} (${file})`);
  const sum = (pick) => results.reduce((total, result) => total + pick(result), 0);
  const failed = sum((result) => result.failed);
  const broken = results
    .filter(({ code, brokenFiles }) => code !== 0 || brokenFiles.length > 0)
    .map(({ name }) => name);
  console.log(`${sum((result) => result.total)} tests, ${failed} failed, ${skipped.length} skipped.`);
  const inCi = Boolean(process.env.CI) && process.env.CI !== 'false';
  if (inCi && skipped.length > 0) console.error('In CI a skipped test is a failure.');
  return broken.length > 0 || failed > 0 || (inCi && skipped.length > 0) ? 1 : 0;
}

await task(async () => {
  const { names, ...manner } = readArguments(process.argv.slice(2));
  const warning = checkNode();
  if (warning) console.warn(warning);
  await ensureInstalled();
  await ensureTools([...new Set(names.flatMap((name) => projects[name].tools ?? []))]);
  if (names.some((name) => projects[name].built)) await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'fubako-report-'));
  const results = [];
  try {
    for (const name of names) results.push(await runProject(name, manner, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.exitCode = summarise(results);
});
