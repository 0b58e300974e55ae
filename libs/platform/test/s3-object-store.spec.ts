import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import {
  contentKey,
  Custody,
  examineStore,
  type Fingerprint,
  judgeStore,
  ObjectCorrupt,
  ObjectMissing,
  ObjectStoreUnavailable,
  quarantineKey,
  S3ObjectStore,
} from '@fubako/platform/object-store';
import { FaultProxy, type FaultRule, requiredService, STORE_FAULTS } from '@fubako/platform/testing';

const of = (bytes: Buffer) => () => Readable.from([bytes], { objectMode: false });

/** A store that misbehaves on purpose; a well-behaved one is covered by the contract over a real server. */
describe('the S3 adapter before a faulty server', () => {
  const servers: Server[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  const serve = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    servers.push(server);
    await new Promise((resolve) => server.once('listening', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const storeAt = (...endpoints: string[]) =>
    new S3ObjectStore({
      endpoints,
      region: 'us-east-1',
      accessKey: 'key',
      secretKey: 'secret-key',
      bucket: 'objects',
      idleMs: 1000,
    });

  it('never follows a redirect, so no other host can speak for the store', async () => {
    let visited = 0;
    const elsewhere = await serve((_request, response) => {
      visited += 1;
      response.end('forged');
    });
    const endpoint = await serve((request, response) => {
      if (request.url === '/objects' || request.url === '/objects/') return response.end();
      return response.writeHead(307, { location: `${elsewhere}${request.url}` }).end();
    });
    await expect(storeAt(endpoint).open(quarantineKey(randomUUID()))).rejects.toBeInstanceOf(ObjectStoreUnavailable);
    await expect(storeAt(endpoint).head(quarantineKey(randomUUID()))).rejects.toBeInstanceOf(ObjectStoreUnavailable);
    expect(visited).toBe(0);
  });

  it('gives up on a silent server instead of waiting for ever', async () => {
    const endpoint = await serve(() => undefined);
    await expect(storeAt(endpoint).check()).rejects.toBeInstanceOf(ObjectStoreUnavailable);
    await expect(storeAt(endpoint).open(quarantineKey(randomUUID()))).rejects.toBeInstanceOf(ObjectStoreUnavailable);
  });

  it('says unavailable when nobody listens, and works once somebody does', async () => {
    let up = false;
    const endpoint = await serve((request, response) => (up ? response.end() : request.socket.destroy()));
    const store = storeAt(endpoint);
    await expect(store.check()).rejects.toBeInstanceOf(ObjectStoreUnavailable);
    up = true;
    await expect(store.check()).resolves.toBeUndefined();
  });

  it('goes on to the next node of a cluster, and stays with the one that answers', async () => {
    const asked = { troubled: 0, sound: 0 };
    const troubled = await serve((_request, response) => {
      asked.troubled += 1;
      response.writeHead(503).end('<Error><Code>ServiceUnavailable</Code></Error>');
    });
    const sound = await serve((request, response) => {
      asked.sound += 1;
      const there = !(request.url ?? '').includes('quarantine');
      response.writeHead(there ? 200 : 404).end();
    });
    const store = storeAt('http://127.0.0.1:9', troubled, sound);
    await expect(store.check()).resolves.toBeUndefined();
    expect(await store.head(quarantineKey(randomUUID()))).toBeNull();
    expect(asked).toEqual({ troubled: 1, sound: 3 });
  });

  it('says unavailable when no node answers', async () => {
    await expect(storeAt('http://127.0.0.1:9', 'http://127.0.0.1:10').check()).rejects.toBeInstanceOf(
      ObjectStoreUnavailable,
    );
  });

  it('takes an error text that comes with status 200 for damage, not for the object', async () => {
    const endpoint = await serve((request, response) => {
      response.writeHead(200, {
        'content-type': 'application/xml',
        etag: '"1"',
        'last-modified': new Date(0).toUTCString(),
      });
      response.end(request.method === 'HEAD' ? undefined : '<Error><Code>InternalError</Code></Error>');
    });
    const promised = { sha256: 'ab'.repeat(32) as never, bytes: 500, chunkHashes: randomBytes(32) };
    await expect(new Custody(storeAt(endpoint)).openVerified(promised)).rejects.toBeInstanceOf(ObjectCorrupt);
  });

  it('believes an object stored whose acknowledgement was lost, because reading back decides', async () => {
    const objects = new Map<string, number>();
    const endpoint = await serve((request, response) => {
      const url = request.url ?? '';
      if (url === '/objects' || url === '/objects/') return response.end();
      if (request.method === 'PUT') {
        request.resume().on('end', () => {
          objects.set(url, Number(request.headers['content-length']));
          request.socket.destroy();
        });
        return undefined;
      }
      const size = objects.get(url);
      if (size === undefined) return response.writeHead(404).end();
      return response
        .writeHead(200, { 'content-length': size, etag: '"1"', 'last-modified': new Date(0).toUTCString() })
        .end();
    });
    const key = quarantineKey(randomUUID());
    expect(await storeAt(endpoint).putIfAbsent(key, of(randomBytes(100)), 100)).toBe('present');
  });

  it('stores without the condition on a server that does not know it', async () => {
    let stored = 0;
    const endpoint = await serve((request, response) => {
      const url = request.url ?? '';
      if (url === '/objects' || url === '/objects/') return response.end();
      if (request.method !== 'PUT') return response.writeHead(404).end();
      request.resume().on('end', () => {
        if (request.headers['if-none-match']) {
          response.writeHead(501).end('<Error><Code>NotImplemented</Code></Error>');
        } else {
          stored += 1;
          response.writeHead(200, { etag: '"1"' }).end();
        }
      });
      return undefined;
    });
    const store = storeAt(endpoint);
    const key = quarantineKey(randomUUID());
    await expect(store.putIfAbsent(key, of(randomBytes(10)), 10)).rejects.toBeInstanceOf(ObjectStoreUnavailable);
    expect(await store.putIfAbsent(key, of(randomBytes(10)), 10)).toBe('stored');
    expect(stored).toBe(1);
  });
});

/** Every fault a store can have, in front of a real MinIO and on every way that bytes take. */
describe('custody before a store that fails', () => {
  const bucket = `faults-${randomBytes(6).toString('hex')}`;
  let proxy: FaultProxy;
  /** Gives up on a silent store soon, so that the faults take no time. */
  let hasty: Custody;
  /** By way of the proxy too, with the patience of production: a busy machine is no fault of the store. */
  let patient: Custody;
  /** The same bucket, not by way of the proxy. */
  let truth: Custody;

  beforeAll(async () => {
    const endpoint = requiredService('TEST_S3_ENDPOINT');
    const keys = {
      accessKey: requiredService('TEST_S3_ACCESS_KEY'),
      secretKey: requiredService('TEST_S3_SECRET_KEY'),
    };
    proxy = await FaultProxy.before(endpoint);
    const store = (at: string, patience: { idleMs?: number } = {}) =>
      new S3ObjectStore({ endpoints: [at], ...keys, bucket, region: 'us-east-1', ...patience });
    hasty = new Custody(store(proxy.url, { idleMs: 300 }));
    patient = new Custody(store(proxy.url));
    truth = new Custody(store(endpoint));
  });
  afterEach(() => proxy.spoil());
  afterAll(() => proxy.close());

  const keep = async (custody: Custody, bytes: Buffer): Promise<Fingerprint | null> => {
    try {
      const limits = { maxBytes: bytes.length, expectedBytes: bytes.length };
      return await custody.admit(await custody.deposit(of(bytes)(), limits));
    } catch (error) {
      expect([ObjectStoreUnavailable, ObjectCorrupt]).toContain((error as Error).constructor);
      return null;
    }
  };

  /** On a busy machine the hasty one may give up before it comes to the fault: then it tries with other bytes. */
  async function meeting(rule: FaultRule): Promise<{ bytes: Buffer; kept: Fingerprint | null }> {
    for (let left = 5; ; left -= 1) {
      const bytes = randomBytes(100_000);
      proxy.spoil(rule);
      const kept = await keep(hasty, bytes);
      if (proxy.spoilt > 0) return { bytes, kept };
      if (left === 1) throw new Error('The fault was never met.');
    }
  }

  describe.each([
    { method: 'PUT', path: '/quarantine/' },
    { method: 'GET', path: '/quarantine/' },
    { method: 'PUT', path: '/sha256/' },
    { method: 'GET', path: '/sha256/' },
  ] as const)('at $method $path', (place) => {
    it.each(STORE_FAULTS)(
      '%s, always or once: what is admitted is sound, and what is not can come again',
      async (fault) => {
        for (const times of [Infinity, 1]) {
          const { bytes, kept } = await meeting({ ...place, fault, times });
          proxy.spoil();
          if (kept) expect(await truth.inspect(kept)).toBeNull();
          const again = await keep(patient, bytes);
          expect(again && (await truth.inspect(again))).toBeNull();
          expect(again).not.toBeNull();
        }
      },
    );
  });
});

/** A bucket for each municipality, on a real MinIO. */
describe('two municipalities in one store', () => {
  const storeOf = (bucket: string): S3ObjectStore =>
    new S3ObjectStore({
      endpoints: [requiredService('TEST_S3_ENDPOINT')],
      accessKey: requiredService('TEST_S3_ACCESS_KEY'),
      secretKey: requiredService('TEST_S3_SECRET_KEY'),
      bucket,
      region: 'us-east-1',
    });

  it('share nothing: the same bytes lie in both, and what one loses the other still has', async () => {
    const name = randomBytes(6).toString('hex');
    const [store, elsewhere] = [storeOf(`town-a-${name}`), storeOf(`town-b-${name}`)];
    await elsewhere.check();
    const [one, other] = [new Custody(store), new Custody(elsewhere)];
    const bytes = randomBytes(1000);
    const limits = { maxBytes: bytes.length, expectedBytes: bytes.length };
    const admit = async (custody: Custody) => custody.admit(await custody.deposit(of(bytes)(), limits));
    const content = await admit(one);
    await expect(other.openVerified(content)).rejects.toBeInstanceOf(ObjectCorrupt);
    await admit(other);
    await store.delete(contentKey(content.sha256));
    await expect(one.openVerified(content)).rejects.toBeInstanceOf(ObjectCorrupt);
    expect(Buffer.concat(await (await other.openVerified(content)).toArray())).toEqual(bytes);
  });
});

/** Object lock, on a real MinIO. */
describe('a bucket that locks', () => {
  const lockable = (bucket: string): S3ObjectStore =>
    new S3ObjectStore({
      endpoints: [requiredService('TEST_S3_ENDPOINT')],
      accessKey: requiredService('TEST_S3_ACCESS_KEY'),
      secretKey: requiredService('TEST_S3_SECRET_KEY'),
      bucket,
      region: 'us-east-1',
      lockable: true,
    });
  const store = lockable(`locks-${randomBytes(6).toString('hex')}`);

  it('passes the whole examination: it can be trusted', async () => {
    await store.check();
    const examined = await examineStore(store, 3);
    expect(examined.filter(({ outcome }) => outcome !== 'holds')).toEqual([]);
    expect(judgeStore(examined)).toBe('trusted');
  });

  it('is found unfit when its lock does not keep what it promises', async () => {
    const lax = lockable(`lax-${randomBytes(6).toString('hex')}`);
    await lax.check();
    lax.locks.set = () => Promise.resolve();
    const examined = await examineStore(lax, 1);
    expect(examined.filter(({ outcome }) => outcome === 'fails').map(({ duty }) => duty)).toContain(
      'lock-refuses-deletion',
    );
    expect(judgeStore(examined)).toBe('unfit');
  });

  it('says of an object how it is locked, and keeps one that somebody tries to remove', async () => {
    const key = quarantineKey(randomUUID());
    const bytes = randomBytes(100);
    await store.putIfAbsent(key, of(bytes), 100);
    expect(await store.locks.of(key)).toEqual({ retainUntil: null, hold: false });
    const retainUntil = new Date(Date.now() + 3_600_000);
    await store.locks.set(key, { retainUntil, hold: true });
    const found = await store.locks.of(key);
    expect(found.hold).toBe(true);
    expect(Math.abs((found.retainUntil?.getTime() ?? 0) - retainUntil.getTime())).toBeLessThan(1000);
    await expect(store.delete(key)).rejects.toBeInstanceOf(ObjectStoreUnavailable);
    expect(Buffer.concat(await (await store.open(key)).toArray()).equals(bytes)).toBe(true);
    await expect(store.locks.of(quarantineKey(randomUUID()))).rejects.toBeInstanceOf(ObjectMissing);
  });
});
