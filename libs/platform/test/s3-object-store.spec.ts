import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import {
  Custody,
  ObjectCorrupt,
  ObjectStoreUnavailable,
  quarantineKey,
  S3ObjectStore,
} from '@fubako/platform/object-store';

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
  const storeAt = (endpoint: string) =>
    new S3ObjectStore({
      endpoint,
      region: 'us-east-1',
      accessKey: 'key',
      secretKey: 'secret-key',
      bucket: 'objects',
      idleMs: 300,
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
