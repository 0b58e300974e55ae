import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EICAR } from './hostile-texts';

/** How the scanner of the test behaves. */
export type Manner =
  | 'honest'
  | 'down'
  | 'slow'
  | 'limit'
  | 'limit-found'
  | 'truncated'
  | 'half'
  | 'chatty'
  | 'hangs-up'
  | 'early'
  | 'error';

const SAID: Readonly<Partial<Record<Manner, string>>> = {
  limit: 'INSTREAM size limit exceeded. ERROR\0',
  'limit-found': 'stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0',
  truncated: 'stream: O',
  half: 'stream: OK',
  chatty: 'stream: OK, probably\0',
  error: "stream: Can't allocate memory ERROR\0",
};

/** Speaks clamd's INSTREAM and knows EICAR; with manners that a scanner should not have. */
export class FakeClamd {
  manner: Manner = 'honest';
  private readonly server: Server = createServer((socket) => this.serve(socket));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()));
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<unknown> {
    return new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    socket.on('error', () => undefined);
    if (this.manner === 'down' || this.manner === 'hangs-up') return void socket.destroy();
    let heard = Buffer.alloc(0);
    socket.on('data', (piece: Buffer) => {
      heard = Buffer.concat([heard, piece]);
      if (this.manner === 'early') return void socket.end('stream: OK\0');
      if (this.manner === 'slow' || !isWhole(heard)) return;
      const honest = heard.includes('EICAR-STANDARD-ANTIVIRUS') ? 'stream: Eicar-Test FOUND\0' : 'stream: OK\0';
      socket.end(SAID[this.manner] ?? honest);
    });
  }
}

/** Behind the command: pieces, each behind its length, and a length of nothing. */
function isWhole(heard: Buffer): boolean {
  let at = 'zINSTREAM\0'.length;
  while (heard.length >= at + 4) {
    const bytes = heard.readUInt32BE(at);
    if (bytes === 0) return true;
    at += 4 + bytes;
  }
  return false;
}

export const findClamd = (): string | undefined =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
    .map((folder) => join(folder, 'clamd'))
    .find((path) => existsSync(path));

/** A real clamd with one signature of our own; no updates, no network but loopback. */
export class RealClamd {
  private child: ChildProcess | null = null;
  private folder = '';

  async start(program: string): Promise<string> {
    this.folder = await mkdtemp(join(tmpdir(), 'fubako-clamd-'));
    const database = join(this.folder, 'db');
    await mkdir(database);
    await writeFile(join(database, 'test.ndb'), `Eicar-Test:0:*:${Buffer.from(EICAR).toString('hex')}\n`);
    const port = await freePort();
    const settings = [
      `DatabaseDirectory ${database}`, 'Foreground yes', 'TCPAddr 127.0.0.1', `TCPSocket ${port}`, `TemporaryDirectory ${this.folder}`,
      'StreamMaxLength 1M', 'AlertExceedsMax yes', 'MaxThreads 2', 'SelfCheck 0',
    ]; // prettier-ignore
    await writeFile(join(this.folder, 'clamd.conf'), `${settings.join('\n')}\n`);
    this.child = spawn(program, ['--config-file', join(this.folder, 'clamd.conf')], { stdio: 'ignore' });
    await answering(port);
    return `127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    const child = this.child;
    if (child && child.exitCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answers = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.end('zPING\0'));
      socket
        .once('data', () => resolve(true))
        .once('error', () => resolve(false))
        .once('close', () => resolve(false));
    });
    if (answers) return;
    await wait(100);
  }
  throw new Error('clamd does not answer');
}
