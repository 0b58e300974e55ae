import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '@fubako/platform/embedded-postgres';

export interface MinioServer {
  readonly endpoint: string;
  readonly accessKey: string;
  readonly secretKey: string;
  close(): Promise<void>;
}

/** A real MinIO on a free loopback port, with an empty folder of its own that goes with it. */
export async function startMinio(): Promise<MinioServer> {
  const folder = mkdtempSync(join(tmpdir(), 'fubako-bench-minio-'));
  const port = await freePort();
  const [accessKey, secretKey] = ['bench-user', randomBytes(16).toString('hex')];
  const child = spawn(program(), ['server', '--quiet', '--address', `127.0.0.1:${port}`, join(folder, 'objects')], {
    env: { HOME: folder, MINIO_ROOT_USER: accessKey, MINIO_ROOT_PASSWORD: secretKey, MINIO_BROWSER: 'off' },
    stdio: 'ignore',
  });
  const close = async (): Promise<void> => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const endpoint = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300; tries += 1) {
    const ready = await fetch(`${endpoint}/minio/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return { endpoint, accessKey, secretKey, close };
    await wait(100);
  }
  await close();
  throw new Error('MinIO was not ready within half a minute.');
}

function program(): string {
  const folders = [...(process.env.PATH ?? '').split(delimiter), join(homedir(), 'go/bin')];
  const found = [process.env.FUBAKO_MINIO, ...folders.map((folder) => join(folder, 'minio'))].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (!found) throw new Error('minio is missing: set FUBAKO_MINIO to its path.');
  return found;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
