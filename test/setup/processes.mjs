// Redis and MinIO for one test run.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { findMinio, findProgram } from '../../apps/cli/tasks/lib/tools.mjs';
import { noteStarted } from './run-folder.mjs';

/** Starts Redis and MinIO in the run's folder unless the environment names others; sets TEST_REDIS_URL and TEST_S3_*. */
export async function startProcesses(folder) {
  const run = { folder, children: [] };
  const killAll = () => run.children.forEach((child) => child.kill('SIGKILL'));
  process.once('exit', killAll);
  await Promise.all([startRedis(run), startMinio(run)]);
  return {
    stop: async () => {
      process.removeListener('exit', killAll);
      await Promise.all(run.children.map(end));
    },
  };
}

async function startRedis(run) {
  if (process.env.TEST_REDIS_URL) return;
  const program = findProgram('redis-server', process.env.FUBAKO_REDIS);
  if (!program) throw new Error('redis-server is missing: apt-get install redis-server, or set TEST_REDIS_URL.');
  const port = await freePort();
  const settings = ['--bind', '127.0.0.1', '--port', port, '--save', '', '--appendonly', 'no'];
  launch(run, program, [...settings, '--maxmemory-policy', 'noeviction', '--dir', run.folder].map(String));
  await untilOpen(port, 'redis-server');
  process.env.TEST_REDIS_URL = `redis://127.0.0.1:${port}`;
}

async function startMinio(run) {
  if (process.env.TEST_S3_ENDPOINT) return;
  const program = findMinio();
  if (!program) {
    throw new Error(
      'minio is missing: GOFLAGS=-mod=mod go install github.com/minio/minio@latest, or set TEST_S3_ENDPOINT.',
    );
  }
  const port = await freePort();
  const credentials = { user: `test-${randomBytes(4).toString('hex')}`, secret: randomBytes(16).toString('hex') };
  const endpoint = `http://127.0.0.1:${port}`;
  launch(run, program, ['server', '--quiet', '--address', `127.0.0.1:${port}`, join(run.folder, 'objects')], {
    MINIO_ROOT_USER: credentials.user,
    MINIO_ROOT_PASSWORD: credentials.secret,
    MINIO_BROWSER: 'off',
    MINIO_UPDATE: 'off',
    HOME: run.folder,
  });
  await untilHealthy(`${endpoint}/minio/health/ready`);
  process.env.TEST_S3_ENDPOINT = endpoint;
  process.env.TEST_S3_ACCESS_KEY = credentials.user;
  process.env.TEST_S3_SECRET_KEY = credentials.secret;
}

function launch(run, program, args, env = {}) {
  const child = spawn(program, args, { stdio: 'ignore', cwd: run.folder, env: { ...process.env, ...env } });
  child.on('error', () => undefined);
  child.unref();
  run.children.push(child);
  if (child.pid) noteStarted(run.folder, child.pid);
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.ref();
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await gone;
  clearTimeout(late);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function untilOpen(port, name) {
  const open = () =>
    new Promise((resolve) => {
      const socket = createConnection({ port, host: '127.0.0.1' });
      socket.once('connect', () => resolve(socket.destroy() && true));
      socket.once('error', () => resolve(false));
    });
  await until(open, `${name} on port ${port}`);
}

async function untilHealthy(url) {
  const healthy = async () => (await fetch(url).catch(() => undefined))?.ok === true;
  await until(healthy, url);
}

async function until(ready, what) {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await wait(40)) if (await ready()) return;
  throw new Error(`${what} did not become ready within 20 s.`);
}
