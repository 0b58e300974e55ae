import type { Stats } from 'node:fs';
import { link, lstat, mkdir, open, readdir } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { exactly } from './streams';

/** Writes a new file of exactly `size` bytes, makes it read-only and waits until the disk has it. */
export async function writeDurably(path: string, source: Readable, size: number): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of exactly(source, size)) await writeWhole(handle, chunk);
    await handle.chmod(0o400);
    await handle.sync();
  } finally {
    source.destroy();
    await handle.close();
  }
}

async function writeWhole(handle: FileHandle, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length;) at += (await handle.write(chunk, at)).bytesWritten;
}

/** `link` fails when the name is taken, unlike `rename`: that is the whole of put-if-absent. False when it was taken. */
export async function linkOnce(part: string, target: string): Promise<boolean> {
  let linked = true;
  try {
    await link(part, target);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    linked = false;
  }
  // Also for the loser: the winner may not have reached this point when the loser's caller commits.
  await syncFolder(dirname(target));
  return linked;
}

/** A file is only as durable as every folder entry on the way to it. */
export async function makeDurableFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let folder = path; folder.length >= first.length; folder = dirname(folder)) await syncFolder(dirname(folder));
}

export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Sorted names; none for a folder that does not exist. */
export async function namesIn(path: string): Promise<string[]> {
  try {
    return (await readdir(path)).sort();
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return [];
    throw error;
  }
}

export async function lstatOrNull(path: string): Promise<Stats | null> {
  try {
    return await lstat(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return null;
    throw error;
  }
}

export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

export function hasCode(error: unknown, code: string): boolean {
  return codeOf(error) === code;
}
