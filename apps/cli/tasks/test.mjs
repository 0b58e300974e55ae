// npm test: installs, builds, starts services and runs every size of test, then says how many there were and what was
// skipped. `--only small,medium` chooses projects; other words are handed to Jest (paths, -t …). In CI a skip is a failure.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { bin, node, run, Sentence, task } from './lib/project.mjs';
import { checkNode } from './lib/runtime.mjs';
import { ensureTools } from './lib/tools.mjs';

/** In this order: the fast ones fail first. Browsers share two cores badly, so they run one by one. */
const projects = {
  small: { workers: 2 },
  web: { workers: 2 },
  medium: { workers: 2, tools: ['redis', 'minio', 'documents', 'recognition', 'scanner', 'office'] },
  journeys: { workers: 2, tools: ['redis', 'minio', 'postgres', 'documents', 'python', 'recognition'], built: true },
  browser: { workers: 1, tools: ['redis', 'minio', 'documents', 'recognition', 'chromium'], built: true },
};

function readArguments(words) {
  const at = words.indexOf('--only');
  const only = at < 0 ? Object.keys(projects) : (words[at + 1] ?? '').split(',');
  const unknown = only.filter((name) => !(name in projects));
  if (unknown.length > 0)
    throw new Sentence(`Unknown project ${unknown.join(', ')}. Known: ${Object.keys(projects).join(', ')}.`);
  const others = at < 0 ? words : [...words.slice(0, at), ...words.slice(at + 2)];
  return { names: Object.keys(projects).filter((name) => only.includes(name)), others };
}

/** Runs one project; answers Jest's own report of it. */
async function runProject(name, others, folder) {
  const report = join(folder, `${name}.json`);
  const { workers } = projects[name];
  const manner = workers === 1 ? ['--runInBand'] : ['--maxWorkers', String(workers)];
  const args = ['--selectProjects', name, '--passWithNoTests', '--json', '--outputFile', report, ...manner, ...others];
  console.log(`\n── ${name} ──`);
  const started = performance.now();
  const { code } = await run(node, [bin('jest/bin/jest.js'), ...args], { show: 'errors' });
  const seconds = (performance.now() - started) / 1000;
  return { name, code, seconds, ...readReport(report) };
}

function readReport(file) {
  try {
    const { numTotalTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    const skipped = testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status !== 'passed' && status !== 'failed')
        .map((test) => ({ file: name, ...test })),
    );
    return { total: numTotalTests, failed: numFailedTests, brokenFiles: numFailedTestSuites, skipped };
  } catch {
    return { total: 0, failed: 0, brokenFiles: 1, skipped: [] };
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
  const sum = (pick) => results.reduce((total, result) => total + pick(result), 0);
  const failed = sum((result) => result.failed);
  const broken = results.filter(({ code, brokenFiles }) => code !== 0 || brokenFiles > 0).map(({ name }) => name);
  console.log(`${sum((result) => result.total)} tests, ${failed} failed, ${skipped.length} skipped.`);
  const inCi = Boolean(process.env.CI) && process.env.CI !== 'false';
  if (inCi && skipped.length > 0) console.error('In CI a skipped test is a failure.');
  return broken.length > 0 || failed > 0 || (inCi && skipped.length > 0) ? 1 : 0;
}

await task(async () => {
  const { names, others } = readArguments(process.argv.slice(2));
  const warning = checkNode();
  if (warning) console.warn(warning);
  await ensureInstalled();
  await ensureTools([...new Set(names.flatMap((name) => projects[name].tools ?? []))]);
  if (names.some((name) => projects[name].built)) await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'fubako-report-'));
  const results = [];
  try {
    for (const name of names) results.push(await runProject(name, others, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.exitCode = summarise(results);
});
