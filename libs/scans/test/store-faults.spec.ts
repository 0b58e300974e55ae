import { createHash, randomBytes } from 'node:crypto';
import type { Sha256Hex } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { sql, UnitOfWork } from '@fubako/platform/database';
import { contentKey, Custody, S3ObjectStore } from '@fubako/platform/object-store';
import { FaultProxy, type FaultRule, requiredService, STORE_FAULTS } from '@fubako/platform/testing';
import { Objects, ReleaseObjects, RemoveReleased, Uploads } from '@fubako/scans';
import { LockObjects } from '../src/app/lock-objects';
import { StoredObjects } from '../src/data/stored-objects';
import { CLERK, ScansUnderTest } from './scans-under-test';

const BUCKET = `faults-${randomBytes(6).toString('hex')}`;
/** Where a row could come to be without its object. */
const PLACES: readonly Pick<FaultRule, 'method' | 'path'>[] = [
  { method: 'PUT', path: '/sha256/' },
  { method: 'GET', path: '/sha256/' },
];

/** Every fault a store can have, between us and a real MinIO: 0 rows without object, 0 wrong bytes served. */
describe('SCN-1, SCN-14 a store that fails', () => {
  let proxy: FaultProxy;
  let scans: ScansUnderTest;
  /** The same bucket, not by way of the proxy. */
  let truth: Custody;
  let store: S3ObjectStore;

  beforeAll(async () => {
    const keys = {
      accessKey: requiredService('TEST_S3_ACCESS_KEY'),
      secretKey: requiredService('TEST_S3_SECRET_KEY'),
    };
    const endpoint = requiredService('TEST_S3_ENDPOINT');
    proxy = await FaultProxy.before(endpoint);
    store = new S3ObjectStore({ endpoints: [endpoint], ...keys, bucket: BUCKET, region: 'us-east-1' });
    truth = new Custody(store);
    scans = await ScansUnderTest.start({
      S3_ENDPOINT: proxy.url,
      S3_ACCESS_KEY: keys.accessKey,
      S3_SECRET_KEY: keys.secretKey,
      S3_BUCKET: BUCKET,
      // Soon enough for the test, and longer than a busy machine is silent.
      S3_IDLE_MS: '1000',
      S3_LOCK_DAYS: '1',
      UPLOAD_MAX_BYTES: String(8 * 1024 * 1024),
    });
  });
  afterEach(() => proxy.spoil());
  afterAll(async () => {
    await scans.stop();
    await proxy.close();
  });

  /** Every row has its object, and the object is what the row says. */
  const rowsWithoutObject = async (): Promise<string[]> => {
    const uow = scans.get(UnitOfWork);
    const rows = await uow.read(() => scans.get(StoredObjects).page('', 1000));
    const faults = await Promise.all(rows.map((row) => truth.inspect(row)));
    return rows.filter((_, n) => faults[n] !== null).map(({ sha256 }) => sha256);
  };
  /** Sent before anything is spoilt; on a busy machine perhaps not at once, and then it comes again (SCN-1). */
  const kept = async (bytes: Buffer, name: string): Promise<Record<string, unknown>> => {
    for (let tries = 1; tries <= 5; tries++) {
      const { status, body } = await scans.send(bytes, { name });
      if (status === 201) return body;
      expect(status).toBe(503);
    }
    throw new Error('The store takes nothing although nothing is spoilt.');
  };
  const text = (): Buffer => Buffer.from(`${randomBytes(1000).toString('hex')}\n`);

  describe.each(PLACES)('at $method $path', (place) => {
    it.each(STORE_FAULTS)('%s: the upload is kept whole or refused in words', async (fault) => {
      const before = await scans.count('upload');
      proxy.spoil({ ...place, fault });
      const { status, body } = await scans.send(text(), { name: '議事録.txt' });
      expect(proxy.spoilt).toBeGreaterThan(0);
      expect([201, 503]).toContain(status);
      if (status === 503) expect(['objects.unavailable', 'scans.not-kept']).toContain(body.code);
      expect(await scans.count('upload')).toBe(before + (status === 201 ? 1 : 0));
      expect(await rowsWithoutObject()).toEqual([]);
    });
  });

  it('says in plain words that the store is full', async () => {
    proxy.spoil({ fault: 'full', method: 'PUT', path: '/sha256/' });
    const ja = await scans.send(text(), { name: 'a.txt', headers: { 'Accept-Language': 'ja' } });
    expect(ja).toMatchObject({ status: 503, body: { title: 'ファイルの保管庫がいっぱいです' } });
    const en = await scans.send(text(), { name: 'a.txt', headers: { 'Accept-Language': 'en' } });
    expect(en.body.detail).toContain('give the store more room');
  });

  it.each(STORE_FAULTS)('hands out every byte right or none wrong when reading meets %s', async (fault) => {
    const bytes = Buffer.from(randomBytes(1_200_000).toString('hex'));
    const body = await kept(bytes, '長い.txt');
    proxy.spoil({ fault, method: 'GET', path: '/sha256/' });
    const pieces: Buffer[] = [];
    let refused: unknown = null;
    try {
      const { stream } = await scans.get(Objects).open(body.sha256 as string);
      for await (const piece of stream) pieces.push(piece as Buffer);
    } catch (error) {
      refused = error;
    }
    const out = Buffer.concat(pieces);
    expect(out.equals(bytes.subarray(0, out.length))).toBe(true);
    if (refused === null) expect(out).toHaveLength(bytes.length);
    else expect(refused).toMatchObject({ code: expect.stringMatching(/^objects\.(corrupt|unavailable)$/) as string });
  });

  describe('SCN-15 locks in the store', () => {
    const uow = () => scans.get(UnitOfWork);
    const sent = async (): Promise<{ id: string; sha256: Sha256Hex }> => {
      const body = await kept(text(), '契約書.txt');
      return { id: body.id as string, sha256: body.sha256 as Sha256Hex };
    };
    const taken = async (): Promise<Sha256Hex> => {
      const { id, sha256 } = await sent();
      await scans.get(Uploads).take(id, CLERK);
      return sha256;
    };
    const lockOf = (sha256: Sha256Hex) => store.locks.of(contentKey(sha256));
    const release = (sha256: Sha256Hex) => uow().run(() => scans.get(ReleaseObjects).run([sha256], 'entry-1'));
    const owed = async (sha256: Sha256Hex) =>
      (
        await scans.rows<{ state: string }>(
          sql`select state from scans.removed_object where sha256 = decode(${sha256}, 'hex')`,
        )
      )[0]?.state;

    it('locks and holds what a document carries, after its unit, and nothing that nobody took', async () => {
      const [carried, waiting] = [await taken(), await sent()];
      expect(await lockOf(carried)).toEqual({ retainUntil: null, hold: false });
      await scans.work('scans.lock');
      const { hold, retainUntil } = await lockOf(carried);
      expect(hold).toBe(true);
      expect((retainUntil?.getTime() ?? 0) - Date.now()).toBeGreaterThan(23 * 3_600_000);
      await scans.get(LockObjects).reconcile();
      expect(await lockOf(waiting.sha256)).toEqual({ retainUntil: null, hold: false });
      await expect(store.delete(contentKey(carried))).rejects.toMatchObject({ code: 'objects.unavailable' });
    });

    it('the night locks what the news did not reach, finds what was weakened, and mends it', async () => {
      const [unreached, weakened] = [await taken(), await taken()];
      await scans.get(LockObjects).run([weakened]);
      await store.locks.set(contentKey(weakened), { retainUntil: null, hold: false });
      expect(await scans.get(LockObjects).reconcile()).toMatchObject({ locked: 1, drifted: 1 });
      expect([(await lockOf(unreached)).hold, (await lockOf(weakened)).hold]).toEqual([true, true]);
      const lines = await uow().read(() => scans.get(Ledger).of({ kind: 'object', id: weakened }));
      expect(lines).toEqual([expect.objectContaining({ kind: 'scans.lock-drifted', facts: { drift: 'no-hold' } })]);
      expect(await scans.get(LockObjects).reconcile()).toMatchObject({ locked: 0, drifted: 0 });
    });

    it('a disposal waits for the lock: the bytes stay owed, and the same content may come in anew', async () => {
      const { id, sha256 } = await sent();
      await scans.get(Uploads).take(id, CLERK);
      await scans.get(LockObjects).run([sha256]);
      await release(sha256);
      expect(await scans.get(RemoveReleased).runOwed()).toBe(0);
      expect([await owed(sha256), (await lockOf(sha256)).hold]).toEqual(['owed', true]);
    });

    it('when the lock has ended the hold is lifted and the bytes go, with every version', async () => {
      const sha256 = await taken();
      await store.locks.set(contentKey(sha256), { retainUntil: null, hold: true });
      await release(sha256);
      await scans.get(RemoveReleased).runOwed();
      expect([await owed(sha256), await store.head(contentKey(sha256))]).toEqual(['gone', null]);
    });
  });

  it('SCN-14 notes damage that a reader met once, in the ledger too, and announces it', async () => {
    const bytes = text();
    const body = await kept(bytes, 'b.txt');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    proxy.spoil({ fault: 'flipped-answer', method: 'GET', path: '/sha256/' });
    for (let n = 0; n < 3; n += 1)
      await expect(scans.get(Objects).open(body.sha256 as string)).rejects.toMatchObject({ code: 'objects.corrupt' });
    const findings = () =>
      scans.rows<{ place: string; fault: string; found_by: string }>(sql`
        select place, fault, found_by from scans.object_finding where sha256 = decode(${sha256}, 'hex')`);
    await until(async () => (await findings()).length > 0);
    expect(await findings()).toEqual([{ place: 'first', fault: 'changed', found_by: 'reading' }]);
    const uow = scans.get(UnitOfWork);
    const lines = await uow.read(() => scans.get(Ledger).of({ kind: 'object', id: sha256 }));
    expect(lines.map(({ kind }) => kind)).toEqual(['scans.object-damaged']);
  });
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('It did not come true within five seconds.');
}
