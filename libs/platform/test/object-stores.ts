import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'minio';
import { FileTreeObjectStore, type ObjectKey, type ObjectStore, S3ObjectStore } from '@fubako/platform/object-store';
import { requiredService } from '@fubako/platform/testing';

/** A store under test, with a back door that damages objects behind its back. */
export interface StoreUnderTest {
  readonly store: ObjectStore;
  /** Bytes as they lie, past the port. */
  raw(key: ObjectKey): Promise<Buffer>;
  overwrite(key: ObjectKey, bytes: Buffer): Promise<void>;
  remove(): Promise<void>;
}

export const storesUnderTest: Readonly<Record<string, () => Promise<StoreUnderTest>>> = {
  'file tree': fileTree,
  S3: s3,
};

export async function fileTree(): Promise<StoreUnderTest & { readonly root: string }> {
  const root = await mkdtemp(join(tmpdir(), 'fubako-objects-'));
  return {
    root,
    store: new FileTreeObjectStore(root),
    raw: (key) => readFile(join(root, key)),
    async overwrite(key, bytes) {
      await chmod(join(root, key), 0o600);
      await writeFile(join(root, key), bytes);
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

async function s3(): Promise<StoreUnderTest> {
  const endpoint = requiredService('TEST_S3_ENDPOINT');
  const accessKey = requiredService('TEST_S3_ACCESS_KEY');
  const secretKey = requiredService('TEST_S3_SECRET_KEY');
  const bucket = `objects-${randomBytes(6).toString('hex')}`;
  const { hostname, port } = new URL(endpoint);
  const client = new Client({
    endPoint: hostname,
    port: Number(port),
    useSSL: false,
    accessKey,
    secretKey,
    region: 'us-east-1',
  });
  return {
    store: new S3ObjectStore({ endpoints: [endpoint], accessKey, secretKey, bucket, region: 'us-east-1' }),
    async raw(key) {
      return Buffer.concat(await (await client.getObject(bucket, key)).toArray());
    },
    async overwrite(key, bytes) {
      await client.putObject(bucket, key, bytes, bytes.length);
    },
    async remove() {
      for await (const item of client.listObjectsV2(bucket, '', true) as AsyncIterable<{ name: string }>) {
        await client.removeObject(bucket, item.name);
      }
      await client.removeBucket(bucket);
    },
  };
}
