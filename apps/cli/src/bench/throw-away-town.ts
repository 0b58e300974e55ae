import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { CreateDemoAccounts } from '@fubako/identity';
import { ImportMunicipality } from '@fubako/organisation';
import { loadSettings, projectRoot } from '@fubako/platform/config';
import { keepLogins, migrate } from '@fubako/platform/database';
import { freePort, startEmbeddedPostgres } from '@fubako/platform/embedded-postgres';
import { ProductModule } from '../../../product/src';
import { packageSections } from '../package-sections';
import { API_FLAGS } from '../serve/api-flags';
import { freshLogins } from '../serve/logins';

export const PASSWORD = 'bench-of-the-town';
const PATIENCE_MS = 60_000;

/** The sample town on a database and an API process of its own; `close` leaves nothing behind. */
export interface ThrowAwayTown {
  readonly databaseUrl: string;
  readonly url: string;
  /** Of the API process. */
  readonly pid: number;
  close(): Promise<void>;
}

/** @param more settings of the API. The database runs with the settings of production (fsync, checksums, autovacuum), the API as its own process. */
export async function openThrowAwayTown(more: Readonly<Record<string, string>> = {}): Promise<ThrowAwayTown> {
  const folder = mkdtempSync(join(tmpdir(), 'fubako-bench-'));
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
  let api: ChildProcess | undefined;
  const close = async (): Promise<void> => {
    if (api) await end(api);
    await postgres.stop();
    rmSync(postgres.home, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const port = await freePort();
    const logins = freshLogins(postgres.url);
    const environment = { ...environmentOf(logins.api, folder, port), ...more };
    await migrate(postgres.url);
    await keepLogins(postgres.url, { ...logins, seals: true });
    await settle(environment);
    api = spawn(process.execPath, [...API_FLAGS, join(projectRoot, 'dist/apps/api/src/main.js')], {
      env: environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const url = `http://127.0.0.1:${port}`;
    await untilReady(url, api);
    return { databaseUrl: postgres.url, url, pid: api.pid ?? 0, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function environmentOf(databaseUrl: string, folder: string, port: number): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    NODE_ENV: 'development',
    DATABASE_URL: databaseUrl,
    FUBAKO_DATA: folder,
    HOST: '127.0.0.1',
    PORT: String(port),
    DEMO: 'true',
    LOG_LEVEL: 'warn',
  };
}

/** Organisation, rules and accounts, as a first start brings them in. */
async function settle(environment: NodeJS.ProcessEnv): Promise<void> {
  const settings = loadSettings(environment);
  const product = await NestFactory.createApplicationContext(ProductModule.with(settings), {
    logger: ['error', 'warn'],
  });
  try {
    const folder = withoutGrace();
    const { faults } = await product.get(ImportMunicipality).run({ folder, dryRun: false }, packageSections(product));
    rmSync(folder, { recursive: true, force: true });
    if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
    await product.get(CreateDemoAccounts).run(PASSWORD);
  } finally {
    await product.close();
  }
}

/** What is measured is deciding, not waiting: decisions take effect at once. */
function withoutGrace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fubako-bench-package-'));
  cpSync(join(projectRoot, 'apps/cli/sample-town'), folder, { recursive: true });
  const file = join(folder, 'municipality.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"graceSeconds": \d+/, '"graceSeconds": 0'));
  return folder;
}

async function untilReady(url: string, api: ChildProcess): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const ready = await fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (api.exitCode !== null) throw new Error(`The API ended with code ${api.exitCode} before it was ready.`);
    if (performance.now() > deadline) throw new Error('The API was not ready within a minute.');
    await wait(100);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
