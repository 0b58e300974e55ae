import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, mkdir, open, rm, statfs, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import {
  codeOf,
  hasCode,
  linkOnce,
  lstatOrNull,
  makeDurableFolder,
  namesIn,
  syncFolder,
  writeDurably,
} from './durable-files';
import { ObjectMissing, ObjectStoreUnavailable } from './errors';
import { demandKey, ObjectHall, type ObjectKey, parseObjectKey } from './object-key';
import { type ByteRange, type ObjectHead, ObjectStore, type PutOutcome } from './object-store';

/**
 * Half-written files live in one folder beside the halls: on the same file system, so that the final link stays atomic,
 * and in one place, so that sweeping after a kill does not walk the whole tree.
 */
const INCOMING = 'incoming';
const READ_BYTES = 256 * 1024;
const DISK_FAULTS = new Set([
  'EACCES',
  'EDQUOT',
  'EEXIST',
  'EIO',
  'EISDIR',
  'EMFILE',
  'ENFILE',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
  'EXDEV',
]);
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

/** The default store: a content-addressed tree of read-only files under one folder. */
export class FileTreeObjectStore extends ObjectStore {
  private readonly root: string;

  constructor(root: string) {
    super();
    this.root = resolve(root);
  }

  async putIfAbsent(key: ObjectKey, source: () => Readable, size: number): Promise<PutOutcome> {
    const target = this.pathOf(key);
    return guarded(async () => {
      if (await this.head(key)) {
        await syncFolder(dirname(target));
        return 'present';
      }
      const incoming = join(this.root, INCOMING);
      await makeDurableFolder(incoming);
      await makeDurableFolder(dirname(target));
      const part = join(incoming, `${randomUUID()}.part`);
      try {
        await writeDurably(part, source(), size);
        return (await linkOnce(part, target)) ? 'stored' : 'present';
      } finally {
        await rm(part, { force: true });
      }
    });
  }

  async open(key: ObjectKey, range?: ByteRange): Promise<Readable> {
    return guarded(async () => {
      const handle = await openForReading(key, this.pathOf(key));
      return handle.createReadStream({ ...range, highWaterMark: READ_BYTES });
    });
  }

  async head(key: ObjectKey): Promise<ObjectHead | null> {
    return guarded(async () => {
      const found = await lstatOrNull(this.pathOf(key));
      return found?.isFile() ? { key, bytes: found.size, modifiedAt: found.mtime } : null;
    });
  }

  async delete(key: ObjectKey): Promise<void> {
    await guarded(async () => {
      const path = this.pathOf(key);
      try {
        await unlink(path);
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return;
        throw error;
      }
      await syncFolder(dirname(path));
    });
  }

  async *list(hall: ObjectHall): AsyncIterable<ObjectHead> {
    const depth = hall === ObjectHall.content ? 2 : 0;
    for await (const name of this.namesUnder(hall, depth)) {
      const key = parseObjectKey(name);
      const head = key && (await this.head(key));
      if (head) yield head;
    }
  }

  async sweep(before: Date): Promise<number> {
    let swept = 0;
    for (const name of await namesIn(join(this.root, INCOMING))) {
      const path = join(this.root, INCOMING, name);
      const found = await lstatOrNull(path);
      if (!found?.isFile() || found.mtime >= before) continue;
      await rm(path, { force: true });
      swept += 1;
    }
    return swept;
  }

  async check(): Promise<void> {
    await guarded(async () => {
      await mkdir(this.root, { recursive: true, mode: 0o700 });
      await access(this.root, constants.R_OK | constants.W_OK | constants.X_OK);
      const disk = await statfs(this.root);
      if (disk.bavail * disk.bsize < LEAST_FREE_BYTES) throw new ObjectStoreUnavailable('ENOSPC');
    });
  }

  private pathOf(key: ObjectKey): string {
    return join(this.root, ...demandKey(key).split('/'));
  }

  private async *namesUnder(name: string, depth: number): AsyncIterable<string> {
    for (const child of await namesIn(join(this.root, name))) {
      if (depth > 0) yield* this.namesUnder(`${name}/${child}`, depth - 1);
      else yield `${name}/${child}`;
    }
  }
}

/** Faults of the disk become "unavailable"; refusals and faults of the source pass through unchanged. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (DISK_FAULTS.has(codeOf(error))) throw new ObjectStoreUnavailable(codeOf(error), error);
    throw error;
  }
}

async function openForReading(key: ObjectKey, path: string): Promise<FileHandle> {
  try {
    // O_NOFOLLOW: a link planted in the tree is not an object of ours.
    return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ELOOP')) throw new ObjectMissing(key);
    throw error;
  }
}
