import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
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

/** Ours alone: what anybody else keeps in the folder for temporary files is not touched. */
const OURS = /^fubako-(?:work|ready)-\d+-/;

/** Removes the work folders that processes which died left behind before the given instant; tells how many. */
export async function sweepWorkFolders(before: Date): Promise<number> {
  let swept = 0;
  for (const name of (await readdir(tmpdir())).filter((each) => OURS.test(each))) {
    const path = join(tmpdir(), name);
    const found = await stat(path).catch(() => null);
    if (!found?.isDirectory() || found.mtime >= before) continue;
    await rm(path, { recursive: true, force: true });
    swept += 1;
  }
  return swept;
}
