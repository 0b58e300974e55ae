import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sha256Hex } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { contentKey, Custody, FileTreeObjectStore, ObjectStoreUnavailable } from '@fubako/platform/object-store';
import { CopyStore } from '@fubako/scans';
import { StoredObjects } from '../src/data/stored-objects';
import { ScansUnderTest } from './scans-under-test';

describe('SCN-42 filling the second copy', () => {
  let scans: ScansUnderTest;
  let folder: string;
  let second: FileTreeObjectStore;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fubako-copy-'));
    second = new FileTreeObjectStore(folder);
    scans = await ScansUnderTest.start();
    for (let n = 0; n < 5; n += 1) await send(`${n}.txt`);
  });
  afterAll(async () => {
    await scans.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const send = async (name: string): Promise<Sha256Hex> => {
    const { body } = await scans.send(Buffer.from(randomBytes(50_000).toString('hex')), { name });
    return body.sha256 as Sha256Hex;
  };
  const copy = () => scans.get(CopyStore).run(second);
  const rows = () => scans.get(UnitOfWork).read(() => scans.get(StoredObjects).page('', 100));

  it('goes on where it broke off, and says how far it has come', async () => {
    const put = second.putIfAbsent.bind(second);
    let puts = 0;
    second.putIfAbsent = (...of) => ((puts += 1) > 2 ? Promise.reject(new ObjectStoreUnavailable('down')) : put(...of));
    await expect(copy()).rejects.toBeInstanceOf(ObjectStoreUnavailable);
    second.putIfAbsent = put;
    const told: object[] = [];
    const result = await scans.get(CopyStore).run(second, (so) => told.push(so));
    expect(result).toEqual({ copied: 3, copiedBytes: 300_000, present: 2, damaged: [] });
    expect(told).toEqual([{ seen: 5, copiedBytes: 300_000 }]);
    expect(await copy()).toEqual({ copied: 0, copiedBytes: 0, present: 5, damaged: [] });
  });

  it('afterwards the second store alone holds every original: one can move into it', async () => {
    const moved = new Custody(second);
    for (const object of await rows()) expect(await moved.inspect(object)).toBeNull();
  });

  it('names what is damaged, copies nothing of it, and copies the rest', async () => {
    const [broken, sound] = [await send('broken.txt'), await send('sound.txt')];
    const path = join(scans.folder, 'objects', contentKey(broken));
    await chmod(path, 0o600);
    await writeFile(path, randomBytes(100_000));
    expect(await copy()).toEqual({
      copied: 1,
      copiedBytes: 100_000,
      present: 5,
      damaged: [{ sha256: broken, fault: 'changed' }],
    });
    expect(await second.head(contentKey(broken))).toBeNull();
    expect(await second.head(contentKey(sound))).not.toBeNull();
  });
});
