import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Client } from 'minio';
import { DropBucket, DropFolder, type DroppedFile, type DropPlace, ObjectMissing } from '@fubako/platform/object-store';
import { requiredService } from '@fubako/platform/testing';

interface PlaceUnderTest {
  readonly place: DropPlace;
  /** As a scanner lays a file down. */
  lay(name: string, bytes: Buffer): Promise<void>;
  /** Names of all that lies under the inlet. */
  names(): Promise<string[]>;
  read(name: string): Promise<Buffer>;
  close(): Promise<void>;
}

const INLET = 'mail';
const NAME = '補助金の照会 (1).pdf';
const bytesOf = async (stream: Readable): Promise<Buffer> => Buffer.concat((await stream.toArray()) as Buffer[]);

async function folder(): Promise<PlaceUnderTest & { readonly root: string }> {
  const root = await mkdtemp(join(tmpdir(), 'fubako-drop-'));
  const place = new DropFolder(root);
  await place.prepare(INLET);
  const corner = join(root, INLET);
  return {
    root,
    place,
    lay: (name, bytes) => writeFile(join(corner, name), bytes),
    names: async () => {
      const entries = await readdir(corner, { recursive: true, withFileTypes: true });
      return entries
        .filter((one) => one.isFile())
        .map((one) => join(one.parentPath, one.name).slice(corner.length + 1))
        .toSorted();
    },
    read: (name) => readFile(join(corner, name)),
    close: () => rm(root, { recursive: true, force: true }),
  };
}

async function bucket(): Promise<PlaceUnderTest> {
  const endpoint = requiredService('TEST_S3_ENDPOINT');
  const keys = { accessKey: requiredService('TEST_S3_ACCESS_KEY'), secretKey: requiredService('TEST_S3_SECRET_KEY') };
  const { hostname, port } = new URL(endpoint);
  const client = new Client({ endPoint: hostname, port: Number(port), useSSL: false, region: 'us-east-1', ...keys });
  const name = `scans-${randomBytes(6).toString('hex')}`;
  const place = new DropBucket({ endpoints: [endpoint], bucket: name, region: 'us-east-1', ...keys });
  await place.prepare();
  const keysIn = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const item of client.listObjectsV2(name, '', true) as AsyncIterable<{ name: string }>)
      found.push(item.name);
    return found.toSorted();
  };
  return {
    place,
    lay: async (file, bytes) => void (await client.putObject(name, `${INLET}/${file}`, bytes, bytes.length)),
    names: async () => (await keysIn()).map((key) => key.slice(INLET.length + 1)),
    read: async (file) => bytesOf(await client.getObject(name, `${INLET}/${file}`)),
    close: async () => {
      for (const key of await keysIn()) await client.removeObject(name, key);
      await client.removeBucket(name);
    },
  };
}

describe.each([
  ['a folder', folder],
  ['a bucket', bucket],
] as const)('%s where scanners lay files down', (_, open) => {
  let under: PlaceUnderTest;
  beforeEach(async () => {
    under = await open();
  });
  afterEach(() => under?.close());

  const only = async (): Promise<DroppedFile> => {
    const files = await under.place.list(INLET);
    expect(files).toHaveLength(1);
    return files[0] as DroppedFile;
  };

  it('SCI-1 lists what has its name, and not what is being written or was put aside', async () => {
    for (const name of [NAME, '.hidden', 'a.pdf.part', '~$a.docx', 'b.tmp', 'Thumbs.db'])
      await under.lay(name, Buffer.from(name));
    const file = await only();
    expect(file).toMatchObject({ name: NAME, bytes: Buffer.byteLength(NAME) });
    expect(await bytesOf(await under.place.open(INLET, file))).toEqual(Buffer.from(NAME));
    await under.place.putAside(INLET, file, { id: 'x1', reason: '空のファイルです' });
    expect(await under.place.list(INLET)).toEqual([]);
    expect(await under.names()).toContain(`rejected/x1/${NAME}`);
    expect(await under.read(`rejected/x1/${NAME}`)).toEqual(Buffer.from(NAME));
    expect((await under.read('rejected/x1/理由.txt')).toString()).toBe('空のファイルです\n');
    await under.place.putAside(INLET, file, { id: 'x1', reason: 'again' });
    expect(await under.place.list('other')).toEqual([]);
  });

  it('SCI-3 never takes away another file that has the name by now', async () => {
    await under.lay(NAME, Buffer.from('first'));
    const file = await only();
    await under.lay(NAME, Buffer.from('second'));
    await under.place.remove(INLET, file);
    await under.place.putAside(INLET, file, { id: 'x2', reason: 'no' });
    await expect(under.place.open(INLET, file)).rejects.toThrow(ObjectMissing);
    expect(await under.names()).toEqual([NAME]);
    await under.place.remove(INLET, await only());
    await under.place.remove(INLET, file);
    expect(await under.names()).toEqual([]);
  });

  it('no name of an inlet leads out of the place', async () => {
    for (const inlet of ['..', '../x', 'a/b', '', '.'])
      await expect(under.place.list(inlet)).rejects.toThrow(RangeError);
  });
});

describe('a folder only', () => {
  it('SCI-2 a file beside which .done lies says that it is whole, and the mark goes with it; links are not followed', async () => {
    const under = await folder();
    try {
      await under.lay(NAME, Buffer.from('x'));
      await under.lay(`${NAME}.done`, Buffer.alloc(0));
      await mkdir(join(under.root, INLET, 'folder.pdf'));
      await symlink('/etc/hostname', join(under.root, INLET, 'link.pdf'));
      const [file, ...others] = await under.place.list(INLET);
      expect(others).toEqual([]);
      expect(file?.whole).toBe(true);
      await under.place.remove(INLET, file as DroppedFile);
      expect(await readdir(join(under.root, INLET))).toEqual(['folder.pdf', 'link.pdf']);
    } finally {
      await under.close();
    }
  });

  it('SCI-2 the mark changes with content, size and time', async () => {
    const under = await folder();
    try {
      await under.lay(NAME, Buffer.from('x'));
      const marks = new Set([(await under.place.list(INLET))[0]?.mark]);
      await utimes(join(under.root, INLET, NAME), 1, 1);
      marks.add((await under.place.list(INLET))[0]?.mark);
      await under.lay(NAME, Buffer.from('xy'));
      marks.add((await under.place.list(INLET))[0]?.mark);
      expect(marks.size).toBe(3);
    } finally {
      await under.close();
    }
  });
});
