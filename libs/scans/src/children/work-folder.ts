import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * A folder of its own for one piece of work, gone soon afterwards: no two jobs can ever see each other's files. Nobody waits for
 * its removal, which waits in turn for what the disk still writes of it; what stays behind is swept up (SCN-17).
 */
export async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), `fubako-work-${process.pid}-`));
  try {
    return await work(folder);
  } finally {
    rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
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
