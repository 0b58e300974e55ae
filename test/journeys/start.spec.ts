import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { freePort, isRunning } from '@fubako/platform/embedded-postgres';

const root = join(__dirname, '..', '..');
/** A minute on a quiet machine; several times that where others build and test beside it. */
const FIRST_START_MS = 360_000;

/** The built product as `npm start` runs it, on a data folder of its own. Needs `npm run build`, which `npm test` does. */
class Started {
  output = '';
  private readonly process: ChildProcess;
  private readonly ended: Promise<number | null>;

  constructor(folder: string, port: number) {
    const program = join(root, 'dist', 'apps', 'cli', 'src', 'serve', 'main.js');
    const env = {
      ...process.env,
      FUBAKO_DATA: folder,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      DEMO: '',
    };
    this.process = spawn(process.execPath, [program], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.process.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.process.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = new Promise((resolve) => this.process.once('exit', resolve));
  }

  async ready(): Promise<void> {
    for (const deadline = Date.now() + FIRST_START_MS; Date.now() < deadline; await wait(100)) {
      if (this.output.includes('Stop with Ctrl-C')) return;
      if (this.process.exitCode !== null) break;
    }
    throw new Error(`The product did not become ready:\n${this.output}`);
  }

  async says(words: string): Promise<void> {
    for (const deadline = Date.now() + FIRST_START_MS; Date.now() < deadline; await wait(50)) {
      if (this.output.includes(words)) return;
    }
    throw new Error(`The product never said "${words}":\n${this.output}`);
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.process.kill(signal);
    return this.ended;
  }

  exitCode(): Promise<number | null> {
    return this.ended;
  }
}

describe('one command runs the whole product', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fubako-start-'));
  let port: number;
  let cutOff: Started;
  let running: Started;

  beforeAll(async () => {
    chmodSync(folder, 0o755);
    port = await freePort();
    cutOff = new Started(folder, port);
    await cutOff.says('10 %');
    await cutOff.end('SIGKILL');
    running = new Started(folder, port);
    await running.ready();
  }, FIRST_START_MS + 60_000);

  afterAll(async () => {
    await running.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('loads the whole sample town, although the first start was killed while it loaded, and left no writer behind', () => {
    expect(running.output).toContain('was cut off while it loaded the sample town');
    expect(running.output).toMatch(/300 documents, \d+ receipts/);
    expect(cutOff.output).not.toContain('100 %');
  });

  it('begins with a sample town and says where it is and whom to sign in as', async () => {
    const page = await signInPage();
    expect(page.demoLogins.length).toBeGreaterThan(0);
    expect(running.output).toContain(`http://localhost:${port}`);
    for (const { login, password } of page.demoLogins)
      expect(running.output).toMatch(new RegExp(`${login} +${password}`));
  });

  it('serves the web to whoever opens the address', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<div id="root"');
  });

  it('refuses a second start on the same folder, naming where the first one is', async () => {
    const second = new Started(folder, await freePort());
    expect(await second.exitCode()).toBe(1);
    expect(second.output).toContain(`already runs on ${folder}`);
    expect(second.output).toContain(`http://localhost:${port}`);
  });

  it('starts the API again when it is killed', async () => {
    const killed = pidOf('api');
    process.kill(killed, 'SIGKILL');
    await until(async () => pidOf('api') !== killed && (await isReady()), 60_000);
  });

  it('starts the database again when it is killed, and the API finds it by itself', async () => {
    const killed = postmaster();
    process.kill(killed, 'SIGKILL');
    await until(async () => postmaster() !== killed && (await isReady()), 60_000);
    expect((await signInPage()).demoLogins.length).toBeGreaterThan(0);
  }, 90_000);

  it('after kill -9 of the supervisor the next start takes over: same database process, same data, no second API', async () => {
    const before = { api: pidOf('api'), worker: pidOf('worker'), postmaster: postmaster(), page: await signInPage() };
    await running.end('SIGKILL');

    running = new Started(folder, port);
    await running.ready();
    expect(postmaster()).toBe(before.postmaster);
    expect([before.api, before.worker].filter(isRunning)).toEqual([]);
    expect(await signInPage()).toEqual(before.page);
  }, 120_000);

  it('stops API, worker and database on SIGTERM within ten seconds', async () => {
    const pids = [pidOf('api'), pidOf('worker'), postmaster()];
    const asked = performance.now();
    expect(await running.end('SIGTERM')).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(pids.filter(isRunning)).toEqual([]);
  });

  async function signInPage(): Promise<{ demoLogins: { login: string; password: string }[] }> {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/sign-in`);
    return (await response.json()) as { demoLogins: { login: string; password: string }[] };
  }

  async function isReady(): Promise<boolean> {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    return response?.ok === true;
  }

  function pidOf(name: 'api' | 'worker'): number {
    return (JSON.parse(readFileSync(join(folder, 'run', `${name}.json`), 'utf8')) as { pid: number }).pid;
  }

  function postmaster(): number {
    try {
      return Number(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
    } catch {
      return 0;
    }
  }
});

async function until(condition: () => Promise<boolean>, patienceMs: number): Promise<void> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await wait(100)) if (await condition()) return;
  throw new Error(`It did not become true within ${patienceMs / 1000} s: ${condition.toString()}`);
}
