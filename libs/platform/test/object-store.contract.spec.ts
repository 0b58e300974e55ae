import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { sha256Hex } from '@fubako/kernel';
import {
  CHUNK_BYTES,
  contentKey,
  Custody,
  examineStore,
  type FaultyObject,
  type Fingerprint,
  judgeStore,
  ObjectCorrupt,
  ObjectFaults,
  ObjectHall,
  type ObjectKey,
  ObjectMissing,
  type ObjectStore,
  quarantineKey,
  SourceLengthDiffers,
  STORE_DUTIES,
  type StoreDuty,
} from '@fubako/platform/object-store';
import { storesUnderTest, type StoreUnderTest } from './object-stores';

const of = (bytes: Buffer) => () => Readable.from([bytes], { objectMode: false });
const keyOf = (bytes: Buffer) => contentKey(sha256Hex(bytes));
const read = async (stream: Readable) => Buffer.concat(await stream.toArray());
const freshKey = () => quarantineKey(randomUUID());
const later = (ms: number) => new Date(Date.now() + ms);

/** Everything that came out before the stream ended or broke, and how it broke. */
async function drain(open: () => Promise<Readable>): Promise<{ out: Buffer; error: unknown }> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of await open()) pieces.push(piece as Buffer);
    return { out: Buffer.concat(pieces), error: null };
  } catch (error) {
    return { out: Buffer.concat(pieces), error };
  }
}

describe.each(Object.entries(storesUnderTest))('the object store contract over %s', (_name, open) => {
  let under: StoreUnderTest;
  let custody: Custody;

  beforeAll(async () => {
    under = await open();
    custody = new Custody(under.store);
  });
  afterAll(() => under.remove());

  const keep = async (bytes: Buffer): Promise<Fingerprint> =>
    custody.admit(await custody.deposit(of(bytes)(), { maxBytes: 1 << 30, expectedBytes: bytes.length }));

  const listed = async (hall: ObjectHall): Promise<ObjectKey[]> => {
    const keys: ObjectKey[] = [];
    for await (const { key } of under.store.list(hall)) keys.push(key);
    return keys;
  };

  describe('the port', () => {
    it('is ready before anything was stored', async () => {
      await expect(under.store.check()).resolves.toBeUndefined();
    });

    it('gives back exactly what was put, whole and by range', async () => {
      const bytes = randomBytes(300_000);
      expect(await under.store.putIfAbsent(keyOf(bytes), of(bytes), bytes.length)).toBe('stored');
      expect((await read(await under.store.open(keyOf(bytes)))).equals(bytes)).toBe(true);
      const part = await read(await under.store.open(keyOf(bytes), { start: 1000, end: 1999 }));
      expect(part.equals(bytes.subarray(1000, 2000))).toBe(true);
      expect(await under.store.head(keyOf(bytes))).toMatchObject({ key: keyOf(bytes), bytes: bytes.length });
    });

    it('keeps an object of no bytes at all', async () => {
      const key = freshKey();
      expect(await under.store.putIfAbsent(key, () => Readable.from([]), 0)).toBe('stored');
      expect(await read(await under.store.open(key))).toHaveLength(0);
    });

    it('never overwrites: the second put reports present and changes nothing', async () => {
      const first = randomBytes(1000);
      const second = randomBytes(1000);
      const key = freshKey();
      await under.store.putIfAbsent(key, of(first), 1000);
      expect(await under.store.putIfAbsent(key, of(second), 1000)).toBe('present');
      expect((await under.raw(key)).equals(first)).toBe(true);
    });

    it('lets one of twenty simultaneous puts win and leaves one whole object', async () => {
      const key = freshKey();
      const rivals = Array.from({ length: 20 }, () => randomBytes(200_000));
      const outcomes = await Promise.all(rivals.map((bytes) => under.store.putIfAbsent(key, of(bytes), bytes.length)));
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      const winner = rivals[outcomes.indexOf('stored')]!;
      expect((await under.raw(key)).equals(winner)).toBe(true);
    });

    it.each([
      ['shorter', 999],
      ['longer', 1001],
    ])('refuses a source %s than announced and keeps nothing', async (_how, length) => {
      const key = freshKey();
      const putting = under.store.putIfAbsent(key, of(randomBytes(length)), 1000);
      await expect(putting).rejects.toBeInstanceOf(SourceLengthDiffers);
      expect(await under.store.head(key)).toBeNull();
    });

    it('passes on the error of a source that breaks and keeps nothing', async () => {
      const key = freshKey();
      const broken = () =>
        Readable.from(
          (async function* () {
            yield randomBytes(100_000);
            throw new Error('the cable was pulled');
          })(),
          { objectMode: false },
        );
      await expect(under.store.putIfAbsent(key, broken, 200_000)).rejects.toThrow('the cable was pulled');
      expect(await under.store.head(key)).toBeNull();
    });

    it('says missing for what is not there, and deleting it twice is no error', async () => {
      const key = freshKey();
      expect(await under.store.head(key)).toBeNull();
      await expect(under.store.open(key)).rejects.toBeInstanceOf(ObjectMissing);
      await under.store.putIfAbsent(key, of(randomBytes(10)), 10);
      await under.store.delete(key);
      await expect(under.store.delete(key)).resolves.toBeUndefined();
      expect(await under.store.head(key)).toBeNull();
    });

    it.each(['../../etc/passwd', 'sha256/../x', '/etc/passwd', 'quarantine/a', 'sha256/ab/cd/原本', ''])(
      'takes %p for no key',
      async (text) => {
        const key = text as ObjectKey;
        await expect(under.store.putIfAbsent(key, of(randomBytes(3)), 3)).rejects.toBeInstanceOf(RangeError);
        await expect(under.store.open(key)).rejects.toBeInstanceOf(RangeError);
        await expect(under.store.delete(key)).rejects.toBeInstanceOf(RangeError);
      },
    );

    it('lists each hall apart and in order', async () => {
      const kept = await Promise.all(Array.from({ length: 5 }, () => keep(randomBytes(50))));
      const waiting = freshKey();
      await under.store.putIfAbsent(waiting, of(randomBytes(5)), 5);
      const contents = await listed(ObjectHall.content);
      expect(contents).toEqual(expect.arrayContaining(kept.map(({ sha256 }) => contentKey(sha256))));
      expect(contents).toEqual([...contents].sort());
      expect(contents).not.toContain(waiting);
      expect(await listed(ObjectHall.quarantine)).toContain(waiting);
    });
  });

  it('passes the examination for operators, without a lock', async () => {
    const examined = await examineStore(under.store, 2);
    expect(examined.filter(({ outcome }) => outcome === 'fails')).toEqual([]);
    expect(examined.map(({ duty }) => duty).toSorted()).toEqual([...STORE_DUTIES].toSorted());
    expect(judgeStore(examined)).toBe('usable');
  });

  it.each<[StoreDuty, (store: ObjectStore) => void]>([
    ['put-if-absent', (store) => (store.putIfAbsent = overwriting(store))],
    ['read-after-write', (store) => (store.open = () => Promise.resolve(Readable.from([randomBytes(10)])))],
    ['deletion', (store) => (store.delete = () => Promise.resolve())],
    ['listing', (store) => (store.list = () => Readable.from([]))],
  ])('a store that fails in %s is found unfit', async (duty, spoil) => {
    const spoilt = await open();
    await spoilt.store.check();
    const whole = { delete: spoilt.store.delete.bind(spoilt.store) };
    spoil(spoilt.store);
    const examined = await examineStore(spoilt.store, 2);
    expect(examined.find((found) => found.duty === duty)?.outcome).toBe('fails');
    expect(judgeStore(examined)).toBe('unfit');
    Object.assign(spoilt.store, whole);
    await spoilt.remove();
  });

  describe('custody', () => {
    it('names content by its hash, checks it in, and hands the same bytes out', async () => {
      const bytes = randomBytes(3 * CHUNK_BYTES + 17);
      const kept = await keep(bytes);
      expect(kept).toMatchObject({ sha256: sha256Hex(bytes), bytes: bytes.length });
      expect(kept.chunkHashes).toHaveLength(4 * 32);
      expect((await read(await custody.openVerified(kept))).equals(bytes)).toBe(true);
      expect(await custody.inspect(kept)).toBeNull();
    });

    it('leaves nothing in quarantine after admitting or discarding', async () => {
      const before = await listed(ObjectHall.quarantine);
      await keep(randomBytes(100));
      const unwanted = await custody.deposit(of(randomBytes(100))(), { maxBytes: 100, expectedBytes: 100 });
      await custody.discard(unwanted);
      await custody.discard(unwanted);
      expect(await listed(ObjectHall.quarantine)).toEqual(before);
    });

    it('admits equal bytes twice as one object', async () => {
      const bytes = randomBytes(2000);
      expect(await keep(bytes)).toEqual(await keep(bytes));
    });

    it('refuses a deposit over the limit, and one that is cut or runs over, and keeps nothing', async () => {
      const before = await listed(ObjectHall.quarantine);
      const deposit = (length: number, expectedBytes: number, maxBytes: number) =>
        custody.deposit(of(randomBytes(length))(), { maxBytes, expectedBytes });
      await expect(deposit(200, 200, 100)).rejects.toBeInstanceOf(SourceLengthDiffers);
      await expect(deposit(90, 100, 100)).rejects.toBeInstanceOf(SourceLengthDiffers);
      await expect(deposit(200, 100, 100)).rejects.toBeInstanceOf(SourceLengthDiffers);
      expect(await listed(ObjectHall.quarantine)).toEqual(before);
    });

    it('leaves a refused source open, so that its sender can still be answered', async () => {
      const source = Readable.from(
        Array.from({ length: 64 }, () => randomBytes(65_536)),
        { objectMode: false },
      );
      await expect(custody.deposit(source, { maxBytes: 1000, expectedBytes: 60 })).rejects.toThrow();
      expect(source.destroyed).toBe(false);
    });

    describe.each([
      ['one bit flipped in the first piece', 'changed', 0, (b: Buffer) => flip(b, 5)],
      ['one bit flipped in the last piece', 'changed', 2, (b: Buffer) => flip(b, b.length - 1)],
      ['one bit flipped in the middle', 'changed', 1, (b: Buffer) => flip(b, CHUNK_BYTES + 9)],
      ['one byte cut off', 'short', 2, (b: Buffer) => b.subarray(0, -1)],
      ['cut at a piece', 'short', 2, (b: Buffer) => b.subarray(0, 2 * CHUNK_BYTES)],
      ['emptied', 'short', 0, () => Buffer.alloc(0)],
      ['one byte added', 'long', 2, (b: Buffer) => Buffer.concat([b, Buffer.from('x')])],
      ['two pieces swapped', 'changed', 0, swapFirstPieces],
      ['another object of the same size', 'changed', 0, (b: Buffer) => randomBytes(b.length)],
    ])('when an object lies there with %s', (_how, fault, soundPieces, damage) => {
      const bytes = randomBytes(2 * CHUNK_BYTES + 1000);

      it('hands out not one wrong byte, names the fault, and admits no copy on top of it', async () => {
        const kept = await keep(bytes);
        await under.overwrite(contentKey(kept.sha256), damage(bytes));

        const { out, error } = await drain(() => custody.openVerified(kept));
        expect(error).toBeInstanceOf(ObjectCorrupt);
        expect(error).toMatchObject({ facts: { fault } });
        expect(out.equals(bytes.subarray(0, soundPieces * CHUNK_BYTES))).toBe(true);
        expect(await custody.inspect(kept)).toBe(fault);
        await expect(keep(bytes)).rejects.toBeInstanceOf(ObjectCorrupt);
      });
    });

    describe('with a second copy', () => {
      const bytes = randomBytes(2 * CHUNK_BYTES + 1000);
      let copy: StoreUnderTest;
      let told: FaultyObject[];
      let doubled: Custody;
      beforeEach(async () => {
        copy = await open();
        await copy.store.check();
        told = [];
        const faults = new ObjectFaults();
        faults.heard((found) => told.push(found));
        doubled = new Custody(under.store, copy.store, faults);
      });
      afterEach(() => copy.remove());

      it.each<[string, (b: Buffer) => Buffer]>([
        ['the first piece', (b) => flip(b, 5)],
        ['the middle', (b) => flip(b, CHUNK_BYTES + 9)],
        ['the last byte', (b) => flip(b, b.length - 1)],
        ['its length', (b) => b.subarray(0, CHUNK_BYTES + 1)],
      ])(
        'the reader gets every byte right when the store is damaged in %s, and the damage is told',
        async (_at, damage) => {
          const kept = await keep(bytes);
          await copy.store.putIfAbsent(contentKey(kept.sha256), of(bytes), bytes.length);
          await under.overwrite(contentKey(kept.sha256), damage(bytes));
          expect((await read(await doubled.openVerified(kept))).equals(bytes)).toBe(true);
          expect(told).toEqual([expect.objectContaining({ sha256: kept.sha256, place: 'first' })]);
          expect([await doubled.inspect(kept, 'first'), await doubled.inspect(kept, 'second')]).toEqual([
            expect.stringMatching(/changed|short/),
            null,
          ]);
          await under.overwrite(contentKey(kept.sha256), bytes);
        },
      );

      it('gets nothing wrong when both are damaged, and hears of both', async () => {
        const kept = await keep(randomBytes(4000));
        await under.overwrite(contentKey(kept.sha256), randomBytes(4000));
        const { out, error } = await drain(() => doubled.openVerified(kept));
        expect(out).toHaveLength(0);
        expect(error).toBeInstanceOf(ObjectCorrupt);
        expect(told.map(({ place, fault }) => [place, fault])).toEqual([
          ['first', 'changed'],
          ['second', 'missing'],
        ]);
      });
    });

    it('says corrupt, not empty, for an object that is gone', async () => {
      const kept = await keep(randomBytes(500));
      await under.store.delete(contentKey(kept.sha256));
      await expect(custody.openVerified(kept)).rejects.toMatchObject({ facts: { fault: 'missing' } });
      expect(await custody.inspect(kept)).toBe('missing');
    });

    it('is not fooled when the list of piece hashes was made to fit the damage', async () => {
      const bytes = randomBytes(1000);
      const kept = await keep(bytes);
      const forged = await keep(flip(bytes, 3));
      await under.overwrite(contentKey(kept.sha256), flip(bytes, 3));
      const { out, error } = await drain(() => custody.openVerified({ ...kept, chunkHashes: forged.chunkHashes }));
      expect(error).toBeInstanceOf(ObjectCorrupt);
      expect(out).toHaveLength(0);
    });

    it('checks quarantined bytes before they are inspected', async () => {
      const bytes = randomBytes(4000);
      const deposit = await custody.deposit(of(bytes)(), { maxBytes: 4000, expectedBytes: 4000 });
      await under.overwrite(deposit.key, flip(bytes, 0));
      await expect(custody.openQuarantined(deposit)).rejects.toBeInstanceOf(ObjectCorrupt);
      await expect(custody.admit(deposit)).rejects.toBeInstanceOf(ObjectCorrupt);
      expect(await under.store.head(contentKey(deposit.sha256))).toBeNull();
      await custody.discard(deposit);
    });

    it('sweeps forgotten deposits older than the given instant and no others', async () => {
      const deposit = await custody.deposit(of(randomBytes(10))(), { maxBytes: 10, expectedBytes: 10 });
      const kept = await keep(randomBytes(10));
      await custody.sweep(later(-60_000));
      expect(await under.store.head(deposit.key)).not.toBeNull();
      expect(await custody.sweep(later(60_000))).toBeGreaterThanOrEqual(1);
      expect(await under.store.head(deposit.key)).toBeNull();
      expect(await custody.inspect(kept)).toBeNull();
    });

    it('streams 20 MB in and out piece by piece', async () => {
      const size = 20 * CHUNK_BYTES;
      let produced = 0;
      const source = Readable.from(
        (async function* () {
          for (; produced < size; produced += 65_536) yield Buffer.alloc(65_536, produced >> 16);
        })(),
        { objectMode: false },
      );
      const kept = await custody.admit(await custody.deposit(source, { maxBytes: size, expectedBytes: size }));
      expect(produced).toBe(size);

      let total = 0;
      for await (const piece of await custody.openVerified(kept)) {
        expect((piece as Buffer).length).toBeLessThanOrEqual(CHUNK_BYTES);
        total += (piece as Buffer).length;
      }
      expect(total).toBe(size);
    });
  });
});

/** A store that lets the last writer win. */
function overwriting(store: ObjectStore): ObjectStore['putIfAbsent'] {
  const put = store.putIfAbsent.bind(store);
  return async (key, source, size) => {
    await store.delete(key);
    return put(key, source, size);
  };
}

function flip(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at]! ^= 1;
  return copy;
}

function swapFirstPieces(bytes: Buffer): Buffer {
  const piece = (n: number) => bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES);
  return Buffer.concat([piece(1), piece(0), bytes.subarray(2 * CHUNK_BYTES)]);
}
