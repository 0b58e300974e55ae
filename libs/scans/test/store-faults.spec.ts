import { createHash, randomBytes } from 'node:crypto';
import { Ledger } from '@fubako/ledger';
import { sql, UnitOfWork } from '@fubako/platform/database';
import { Custody, S3ObjectStore } from '@fubako/platform/object-store';
import { FaultProxy, type FaultRule, requiredService, STORE_FAULTS } from '@fubako/platform/testing';
import { Objects } from '@fubako/scans';
import { StoredObjects } from '../src/data/stored-objects';
import { ScansUnderTest } from './scans-under-test';

const BUCKET = `faults-${randomBytes(6).toString('hex')}`;
/** Where a row could come to be without its object; the quarantine is covered by the contract of the store. */
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

  beforeAll(async () => {
    const keys = {
      accessKey: requiredService('TEST_S3_ACCESS_KEY'),
      secretKey: requiredService('TEST_S3_SECRET_KEY'),
    };
    const endpoint = requiredService('TEST_S3_ENDPOINT');
    proxy = await FaultProxy.before(endpoint);
    truth = new Custody(new S3ObjectStore({ endpoints: [endpoint], ...keys, bucket: BUCKET, region: 'us-east-1' }));
    scans = await ScansUnderTest.start({
      S3_ENDPOINT: proxy.url,
      S3_ACCESS_KEY: keys.accessKey,
      S3_SECRET_KEY: keys.secretKey,
      S3_BUCKET: BUCKET,
      S3_IDLE_MS: '300',
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
    proxy.spoil({ fault: 'full', method: 'PUT', path: '/quarantine/' });
    const ja = await scans.send(text(), { name: 'a.txt', headers: { 'Accept-Language': 'ja' } });
    expect(ja).toMatchObject({ status: 503, body: { title: 'ファイルの保管庫がいっぱいです' } });
    const en = await scans.send(text(), { name: 'a.txt', headers: { 'Accept-Language': 'en' } });
    expect(en.body.detail).toContain('give the store more room');
  });

  it.each(STORE_FAULTS)('hands out every byte right or none wrong when reading meets %s', async (fault) => {
    const bytes = Buffer.from(randomBytes(1_200_000).toString('hex'));
    const { body } = await scans.send(bytes, { name: '長い.txt' });
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

  it('SCN-14 notes damage that a reader met once, in the ledger too, and announces it', async () => {
    const bytes = text();
    const { body } = await scans.send(bytes, { name: 'b.txt' });
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
