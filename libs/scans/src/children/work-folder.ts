import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A folder of its own for one piece of work, gone afterwards: no two jobs can ever see each other's files. */
export async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), `fubako-work-${process.pid}-`));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Lays the bytes down as `folder/name` and returns the path. The name is ours, never a person's. */
export async function layDown(folder: string, name: string, bytes: Readable): Promise<string> {
  const path = join(folder, name);
  await pipeline(bytes, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  return path;
}
