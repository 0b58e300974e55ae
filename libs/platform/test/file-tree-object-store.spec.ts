import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type FileHandle, mkdir, open, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sha256Hex } from '@fubako/kernel';
import {
  CHUNK_BYTES,
  contentKey,
  Custody,
  ObjectMissing,
  ObjectStoreUnavailable,
  objectStoreProblems,
  quarantineKey,
} from '@fubako/platform/object-store';
import { fileTree } from './object-stores';

const of = (bytes: Buffer) => () => Readable.from([bytes], { objectMode: false });

describe('the file tree', () => {
  let under: Awaited<ReturnType<typeof fileTree>>;
  beforeEach(async () => {
    under = await fileTree();
  });
  afterEach(() => under.remove());

  it('keeps objects read-only and for its own account alone', async () => {
    const key = quarantineKey(randomUUID());
    await under.store.putIfAbsent(key, of(randomBytes(10)), 10);
    expect((await stat(join(under.root, key))).mode & 0o777).toBe(0o400);
  });

  it('shows nobody an object that is still being written', async () => {
    const bytes = randomBytes(100);
    const key = contentKey(sha256Hex(bytes));
    const seen: unknown[] = [];
    const slow = () =>
      Readable.from(
        (async function* () {
          yield bytes.subarray(0, 50);
          seen.push(await under.store.head(key));
          yield bytes.subarray(50);
        })(),
        { objectMode: false },
      );
    await under.store.putIfAbsent(key, slow, 100);
    expect(seen).toEqual([null]);
    expect(await readdir(join(under.root, 'incoming'))).toEqual([]);
  });

  it('treats a link planted in the tree as missing, whatever it points at', async () => {
    const key = contentKey(sha256Hex(Buffer.from('x')));
    await mkdir(join(under.root, key, '..'), { recursive: true });
    await symlink('/etc/passwd', join(under.root, key));
    await expect(under.store.open(key)).rejects.toBeInstanceOf(ObjectMissing);
    expect(await under.store.head(key)).toBeNull();
  });

  it('passes over files in the tree that are not objects', async () => {
    await mkdir(join(under.root, 'sha256', 'ab', 'cd'), { recursive: true });
    await writeFile(join(under.root, 'sha256', 'ab', 'cd', 'desktop.ini'), 'x');
    await writeFile(join(under.root, 'sha256', 'README'), 'x');
    const listed = [];
    for await (const object of under.store.list('sha256')) listed.push(object);
    expect(listed).toEqual([]);
  });

  it('sweeps what a killed writer left, and only when it is old enough', async () => {
    const folder = join(under.root, 'incoming');
    await mkdir(folder, { recursive: true });
    const script = `const fd = require('fs').openSync(${JSON.stringify(join(folder, 'dead.part'))}, 'wx');
      require('fs').writeSync(fd, 'half'); process.stdout.write('written'); setInterval(() => {}, 1000);`;
    const writer = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(writer.stdout, 'data');
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    await utimes(join(folder, 'dead.part'), new Date('2026-05-10T00:00:00Z'), new Date('2026-05-10T00:00:00Z'));
    await writeFile(join(folder, 'alive.part'), 'half');

    expect(await under.store.sweep(new Date('2026-05-10T00:00:00Z'))).toBe(0);
    expect(await under.store.sweep(new Date('2026-05-11T00:00:00Z'))).toBe(1);
    expect(await readdir(folder)).toEqual(['alive.part']);
  });

  it('keeps nothing of an object for which the disk has no room, and says that it is full', async () => {
    const anyFile = await open(join(under.root, 'probe'), 'w');
    const prototype = Object.getPrototypeOf(anyFile) as FileHandle;
    await anyFile.close();
    const bytes = randomBytes(300_000);
    const key = contentKey(sha256Hex(bytes));
    const pieces = () => Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)], { objectMode: false });
    const write = prototype.write;
    let written = 0;
    const disk = jest.spyOn(prototype, 'write').mockImplementation(function (this: FileHandle, ...args: unknown[]) {
      if ((written += 1) > 1) return Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
      return Reflect.apply(write, this, args) as never;
    } as never);
    try {
      await expect(under.store.putIfAbsent(key, pieces, bytes.length)).rejects.toMatchObject({
        code: 'objects.unavailable',
        facts: { reason: 'ENOSPC' },
      });
    } finally {
      disk.mockRestore();
    }
    expect(await under.store.head(key)).toBeNull();
    expect(await readdir(join(under.root, 'incoming'))).toEqual([]);
    expect(objectStoreProblems['objects.unavailable'].ja({ reason: 'ENOSPC' }).title).toContain('いっぱい');
    expect(await under.store.putIfAbsent(key, pieces, bytes.length)).toBe('stored');
  });

  it('says unavailable when the disk refuses, and works again when it does not', async () => {
    await writeFile(join(under.root, 'quarantine'), 'a file where a folder must be');
    const key = quarantineKey(randomUUID());
    await expect(under.store.putIfAbsent(key, of(randomBytes(5)), 5)).rejects.toBeInstanceOf(ObjectStoreUnavailable);
    await rm(join(under.root, 'quarantine'));
    expect(await under.store.putIfAbsent(key, of(randomBytes(5)), 5)).toBe('stored');
  });

  it('reads no further ahead of a slow reader than a few pieces, and stops when the reader leaves', async () => {
    const bytes = randomBytes(20 * CHUNK_BYTES);
    const custody = new Custody(under.store);
    const kept = await custody.admit(
      await custody.deposit(of(bytes)(), { maxBytes: bytes.length, expectedBytes: bytes.length }),
    );
    const raw = await under.store.open(contentKey(kept.sha256));
    let given = 0;
    const openRaw = under.store.open.bind(under.store);
    under.store.open = async () => {
      raw.on('data', (chunk: Buffer) => (given += chunk.length)).pause();
      return raw;
    };
    const reader = await custody.openVerified(kept);
    await reader[Symbol.asyncIterator]().next();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(given).toBeLessThan(5 * CHUNK_BYTES);
    const closed = new Promise((resolve) => raw.once('close', resolve));
    reader.destroy();
    await closed;
    under.store.open = openRaw;
  });

  it('takes no more from a sender than a slow store takes from it', async () => {
    let sent = 0;
    const sender = Readable.from(
      (async function* () {
        for (;;) {
          sent += 65_536;
          yield Buffer.alloc(65_536);
        }
      })(),
      { objectMode: false },
    );
    let arrived: () => void = () => undefined;
    const stalled = new Promise<void>((resolve) => (arrived = resolve));
    under.store.putIfAbsent = async (_key, source) => {
      const taken = source()[Symbol.asyncIterator]();
      await taken.next();
      await new Promise((resolve) => setTimeout(resolve, 100));
      arrived();
      await taken.return?.();
      throw new ObjectStoreUnavailable('slow');
    };
    const deposit = new Custody(under.store).deposit(sender, { maxBytes: 1 << 30, expectedBytes: 1 << 30 });
    await expect(deposit).rejects.toBeInstanceOf(ObjectStoreUnavailable);
    await stalled;
    expect(sent).toBeLessThan(CHUNK_BYTES);
    sender.destroy();
  });
});
