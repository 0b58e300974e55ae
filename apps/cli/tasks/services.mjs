// npm run services:up / services:down: PostgreSQL, Redis and MinIO natively on loopback, for work on a machine without
// containers; the same three as docker/compose.yaml, under the same setting names. They live in .data-services, and
// only processes that `up` started are ever ended.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createConnection } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root, Sentence, task } from './lib/project.mjs';
import { ensureTools, findMinio, findPostgres, findProgram } from './lib/tools.mjs';

const folder = resolve(root, process.env.FUBAKO_SERVICES || '.data-services');
const ports = { redis: 6379, minio: 9000 };

async function up() {
  await ensureInstalled();
  await ensureTools(['redis', 'minio', 'documents', 'chromium']);
  await ensureBuilt({ only: ['programs'] });
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const secret = keep('minio-secret', () => randomBytes(18).toString('base64url'));
  const { startEmbeddedPostgres } = postgresSupervisor();
  const postgres = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    programs: programs(),
    onNotice: console.log,
  });
  await startRedis();
  await startMinio(secret);
  const settings = {
    DATABASE_URL: login(postgres.url, 'api'),
    DATABASE_WORKER_URL: login(postgres.url, 'worker'),
    DATABASE_OWNER_URL: postgres.url,
    REDIS_URL: `redis://127.0.0.1:${ports.redis}`,
    S3_ENDPOINT: `http://127.0.0.1:${ports.minio}`,
    S3_ACCESS_KEY: 'fubako',
    S3_SECRET_KEY: secret,
  };
  const lines = Object.entries(settings).map(([name, value]) => `export ${name}='${value}'\n`);
  writeFileSync(join(folder, 'env'), lines.join(''), { mode: 0o600 });
  console.log(`PostgreSQL, Redis and MinIO run. Use them with:  . ${join(folder, 'env')}`);
}

/** API and worker log in as users who own nothing; `fubako migrate` and `npm start` make them. */
function login(owner, program) {
  const url = new URL(owner);
  url.username = `fubako_${program}_login`;
  url.password = keep(`${program}-password`, () => randomBytes(18).toString('base64url'));
  return url.toString();
}

async function down() {
  for (const name of ['minio', 'redis']) await end(name);
  const supervisor = join(root, 'dist', 'libs', 'platform', 'src', 'embedded-postgres');
  if (existsSync(join(folder, 'postgres')) && existsSync(supervisor)) {
    await postgresSupervisor().stopEmbeddedPostgres(join(folder, 'postgres'), programs());
  }
  console.log('Stopped what services:up had started; data stays in', folder);
}

/** Debian's PostgreSQL when present, else the embedded one; remembered, because the files of one do not suit the other. */
function programs() {
  return keep('postgres-programs', () => (findPostgres() ? 'system' : 'embedded'));
}

function postgresSupervisor() {
  return createRequire(import.meta.url)(join(root, 'dist', 'libs', 'platform', 'src', 'embedded-postgres'));
}

function startRedis() {
  const data = inside('redis');
  const settings = ['--bind', '127.0.0.1', '--port', String(ports.redis), '--dir', data, '--appendonly', 'yes'];
  return launch('redis', findProgram('redis-server'), [...settings, '--maxmemory-policy', 'noeviction']);
}

function startMinio(secret) {
  const args = ['server', '--address', `127.0.0.1:${ports.minio}`, inside('minio')];
  return launch('minio', findMinio(), args, {
    MINIO_ROOT_USER: 'fubako',
    MINIO_ROOT_PASSWORD: secret,
    MINIO_UPDATE: 'off',
  });
}

async function launch(name, program, args, env = {}) {
  if (ours(name)) return;
  const port = ports[name];
  if (await answers(port))
    throw new Sentence(`Port ${port} (${name}) is in use by a program that services:up did not start.`);
  const log = openSync(join(folder, `${name}.log`), 'a', 0o600);
  const child = spawn(program, args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...env },
    cwd: folder,
  });
  closeSync(log);
  child.unref();
  writeFileSync(pidFile(name), identity(child.pid));
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await wait(100)) if (await answers(port)) return;
  throw new Sentence(`${name} did not start; see ${join(folder, `${name}.log`)}.`);
}

async function end(name) {
  const pid = ours(name);
  rmSync(pidFile(name), { force: true });
  if (!pid) return;
  process.kill(pid, 'SIGTERM');
  const alive = () => identity(pid) !== `${pid}:`;
  for (const deadline = Date.now() + 10_000; Date.now() < deadline && alive(); await wait(100));
}

/** The id of the process `up` started, if it still is that process. */
function ours(name) {
  if (!existsSync(pidFile(name))) return undefined;
  const remembered = readFileSync(pidFile(name), 'utf8');
  const pid = Number(remembered.split(':')[0]);
  return identity(pid) === remembered && !remembered.endsWith(':') ? pid : undefined;
}

/** `pid:start ticks`; `pid:` when the process is gone. */
function identity(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? `${pid}:` : `${pid}:${fields[19]}`;
  } catch {
    return `${pid}:`;
  }
}

function pidFile(name) {
  return join(folder, `${name}.pid`);
}

function inside(name) {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

function keep(name, make) {
  const file = join(folder, name);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    writeFileSync(file, make(), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}

function answers(port) {
  return new Promise((done) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => done(Boolean(socket.destroy())));
    socket.once('error', () => done(false));
  });
}

await task(async () => {
  if (process.argv[2] === 'up') return up();
  if (process.argv[2] === 'down') return down();
  throw new Sentence('Say "up" or "down".');
});
