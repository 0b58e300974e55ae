import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { chmod, readFile, unlink, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Sha256Hex } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { sql, UnitOfWork } from '@fubako/platform/database';
import { contentKey, Custody, ObjectHall, ObjectStore, StorePlace } from '@fubako/platform/object-store';
import { RemoveReleased, Uploads, VerifyObjects } from '@fubako/scans';
import fc from 'fast-check';
import { CheckFixity } from '../src/app/check-fixity';
import { CustodyDesk } from '../src/app/custody-desk';
import { Quota } from '../src/app/quota';
import { StoreFigures } from '../src/app/store-figures';
import { SweepLeftovers } from '../src/app/sweep-leftovers';
import { StoredObjects } from '../src/data/stored-objects';
import { CLERK, ScansUnderTest } from './scans-under-test';

const NIGHT = 3000;

describe('fixity and leftovers', () => {
  let scans: ScansUnderTest;
  const uow = () => scans.get(UnitOfWork);
  beforeAll(async () => {
    scans = await ScansUnderTest.start({ FIXITY_NIGHTLY_BYTES: String(NIGHT), STORE_QUOTA_BYTES: '400000' });
  });
  beforeEach(async () => {
    Object.assign(scans.get(Quota), { known: null });
    for (const key of await scans.keysIn(ObjectHall.content)) await scans.get(ObjectStore).delete(key as never);
    const { owned } = scans.database;
    await owned.run(async () => {
      // What carries content is guarded against this.
      await owned.change(sql`set local session_replication_role = replica`);
      await owned.change(
        sql`truncate scans.stored_object, scans.removed_object, scans.arrival, scans.object_finding cascade`,
      );
    });
  });
  afterAll(() => scans.stop());

  /** Registered as an upload would be, without the inspection of its content. */
  const register = async (bytes: Buffer): Promise<Sha256Hex> => {
    const limits = { maxBytes: bytes.length, expectedBytes: bytes.length };
    const desk = scans.get(CustodyDesk);
    const { since, ...kept } = await desk.admit(
      await desk.deposit(Readable.from([bytes], { objectMode: false }), limits),
    );
    await uow().run(async () => {
      const object = { ...kept, mediaType: 'text/plain', pages: null, activeContent: [] };
      if (!(await scans.get(StoredObjects).keep(object, await uow().now(), since))) throw new Error('being removed');
    });
    return kept.sha256;
  };
  const pathOf = (sha256: Sha256Hex) => `${scans.folder}/objects/${contentKey(sha256)}`;
  const overwrite = async (sha256: Sha256Hex, bytes: Buffer): Promise<void> => {
    await chmod(pathOf(sha256), 0o600);
    await writeFile(pathOf(sha256), bytes);
  };
  const verifiedDaysAgo = (sha256: Sha256Hex, days: number) =>
    uow().run(() =>
      uow().change(sql`
        update scans.stored_object set verified_at = now() - make_interval(days => ${days}) where sha256 = decode(${sha256}, 'hex')`),
    );
  const stored = async (sha256: Sha256Hex) => (await scans.get(ObjectStore).head(contentKey(sha256))) !== null;
  const older = (table: 'arrival' | 'upload') =>
    uow().run(() =>
      uow().change(
        table === 'arrival'
          ? sql`update scans.arrival set arrived_at = arrived_at - interval '2 days'`
          : sql`update scans.upload set created_at = created_at - interval '2 days'`,
      ),
    );

  const known = async (sha256: Sha256Hex): Promise<boolean> => {
    const rows = await scans.rows(sql`
      select sha256 from scans.arrival where sha256 = decode(${sha256}, 'hex')
      union select sha256 from scans.removed_object where sha256 = decode(${sha256}, 'hex') and state in ('owed', 'removing')`);
    return rows.length > 0;
  };

  it('SCN-12 names each object that is missing, cut, flipped or swapped with another, and settles them when they are mended', async () => {
    const contents = Array.from({ length: 6 }, () => randomBytes(900));
    const [sound, missing, cut, flipped, one, other] = (await Promise.all(contents.map(register))) as [
      Sha256Hex,
      Sha256Hex,
      Sha256Hex,
      Sha256Hex,
      Sha256Hex,
      Sha256Hex,
    ];
    const bytesOf = (sha256: Sha256Hex) => readFile(pathOf(sha256));
    const whole = new Map(
      await Promise.all([missing, cut, flipped, one, other].map(async (s) => [s, await bytesOf(s)] as const)),
    );
    await unlink(pathOf(missing));
    await overwrite(cut, whole.get(cut)!.subarray(0, 500));
    await overwrite(flipped, flip(whole.get(flipped)!));
    await overwrite(one, whole.get(other)!);
    await overwrite(other, whole.get(one)!);

    const report = await scans.get(VerifyObjects).run();
    expect(report).toMatchObject({ checked: 6, sound: 1 });
    expect(new Map(report.damaged.map(({ sha256, fault }) => [sha256, fault]))).toEqual(
      new Map([
        [missing, 'missing'],
        [cut, 'short'],
        [flipped, 'changed'],
        [one, 'changed'],
        [other, 'changed'],
      ]),
    );
    expect(report.damaged.map(({ sha256 }) => sha256)).not.toContain(sound);
    const open = () =>
      scans.rows<{ n: number }>(sql`select count(*)::int as n from scans.object_finding where settled_at is null`);
    expect(await open()).toEqual([{ n: 5 }]);
    expect((await scans.get(VerifyObjects).run()).damaged).toHaveLength(5);
    expect(await scans.rows(sql`select id from scans.object_finding`)).toHaveLength(5);

    await writeFile(pathOf(missing), whole.get(missing)!);
    for (const [sha256, bytes] of whole) await overwrite(sha256, bytes);
    expect((await scans.get(VerifyObjects).run()).damaged).toEqual([]);
    expect(await open()).toEqual([{ n: 0 }]);
    const lines = await uow().read(() => scans.get(Ledger).of({ kind: 'object', id: cut }));
    expect(lines.map(({ kind }) => kind)).toEqual(['scans.object-damaged', 'scans.object-sound']);
  });

  it('SCN-16 a night reads the longest unverified first, so many bytes, and nothing that is not due', async () => {
    const [recent, old, older1, oldest] = (await Promise.all(
      Array.from({ length: 4 }, () => register(randomBytes(2000))),
    )) as [Sha256Hex, Sha256Hex, Sha256Hex, Sha256Hex];
    await verifiedDaysAgo(recent, 3);
    await verifiedDaysAgo(old, 40);
    await verifiedDaysAgo(older1, 50);
    await verifiedDaysAgo(oldest, 60);
    await overwrite(older1, randomBytes(2000));
    const fixity = scans.get(CheckFixity);
    expect(await fixity.run()).toMatchObject({
      checked: 2,
      bytes: 4000,
      damaged: [{ sha256: older1, place: StorePlace.first, fault: 'changed' }],
    });
    // The damaged one is looked at again, and keeps nobody from their turn.
    expect(await fixity.run()).toMatchObject({ checked: 2, damaged: [{ sha256: older1 }] });
    expect(await fixity.run()).toMatchObject({ checked: 1 });
    expect(await scans.rows(sql`select id from scans.object_finding`)).toHaveLength(1);
  });

  it('SCN-18 says how much there is, by kind and month, what is largest and what is wrong, to the administrator alone', async () => {
    const figures = scans.get(StoreFigures);
    const [big, small] = [await register(randomBytes(900)), await register(randomBytes(100))];
    await unlink(pathOf(small));
    await scans.get(VerifyObjects).run();
    const view = await figures.run(withRole('system_admin'));
    expect(view).toMatchObject({
      total: { objects: 2, bytes: 1000 },
      quotaBytes: 400_000,
      byKind: [{ kind: 'text', objects: 2, bytes: 1000 }],
      owed: { objects: 0, bytes: 0 },
      openFindings: 1,
      findings: [{ sha256: small, place: 'first', fault: 'missing', foundBy: 'verification', settledAt: null }],
    });
    expect(view.months).toHaveLength(1);
    expect(view.largest.map(({ sha256, bytes }) => [sha256, bytes])).toEqual([
      [big, 900],
      [small, 100],
    ]);
    expect(() => figures.run(withRole('records_officer'))).toThrow(
      expect.objectContaining({ code: 'scans.not-administrator' }) as Error,
    );
    expect(() => figures.run(withRole('system_admin', 'S11'))).toThrow();
  });

  it('SCN-18 refuses an upload for which the quota has no room, in words that say how much is left', async () => {
    await register(randomBytes(250_000));
    const text = (bytes: number) => Buffer.from('a'.repeat(bytes));
    const refused = await scans.send(text(200_000), { name: 'a.txt', headers: { 'Accept-Language': 'en' } });
    expect(refused).toMatchObject({ status: 507, body: { code: 'scans.quota-exceeded' } });
    expect(refused.body.detail).toContain('Ask the system administrator to raise the limit');
    expect((await scans.send(text(1000), { name: 'b.txt' })).status).toBe(201);
    expect(await scans.keysIn(ObjectHall.quarantine)).toEqual([]);
  });

  it('SCN-17 clears away uploads that nobody took, with their bytes, and none that were taken or are fresh', async () => {
    const send = async (): Promise<{ id: string; sha256: Sha256Hex }> => {
      const { body } = await scans.send(Buffer.from(`${randomBytes(20).toString('hex')}\n`), { name: 'a.txt' });
      return { id: body.id as string, sha256: body.sha256 as Sha256Hex };
    };
    await scans.database.owned.run(() =>
      scans.database.owned.change(
        sql`create table if not exists public.carrier2 (sha256 bytea references scans.stored_object)`,
      ),
    );
    const [untaken, taken] = [await send(), await send()];
    await scans.get(Uploads).take(taken.id, CLERK);
    await uow().run(() => uow().change(sql`insert into public.carrier2 values (decode(${taken.sha256}, 'hex'))`));
    await older('upload');
    const fresh = await send();
    expect(await scans.get(SweepLeftovers).run()).toEqual({ uploads: 1, orphans: 0, sendings: 0 });
    await scans.get(RemoveReleased).runOwed();
    expect([await stored(untaken.sha256), await stored(taken.sha256), await stored(fresh.sha256)]).toEqual([
      false,
      true,
      true,
    ]);
    expect((await scans.get(VerifyObjects).run()).damaged).toEqual([]);
  });

  it('SCN-17 clears away what came in and was never registered, and leaves alone what this database never heard of', async () => {
    const limits = { maxBytes: 100, expectedBytes: 100 };
    const desk = scans.get(CustodyDesk);
    const bytes = () => Readable.from([randomBytes(100)], { objectMode: false });
    const orphan = await desk.admit(await desk.deposit(bytes(), limits));
    const custody = scans.get(Custody);
    const stranger = await custody.admit(await custody.deposit(bytes(), limits));
    expect(await scans.get(SweepLeftovers).run()).toEqual({ uploads: 0, orphans: 0, sendings: 0 });
    await older('arrival');
    expect(await scans.get(SweepLeftovers).run()).toEqual({ uploads: 0, orphans: 1, sendings: 0 });
    await scans.get(RemoveReleased).runOwed();
    expect([await stored(orphan.sha256), await stored(stranger.sha256)]).toEqual([false, true]);
    expect((await scans.get(VerifyObjects).run()).unregistered).toEqual([stranger.sha256]);
  });

  it('SCN-17 however an upload and the sweep of the same content interleave, nothing that is registered is ever lost', async () => {
    const turns = new Turns();
    const [store, unit] = [scans.get(ObjectStore), uow()];
    turns.gate(store, 'putIfAbsent', 'open', 'delete');
    turns.gate(unit, 'run');
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.boolean(), { minLength: 12, maxLength: 24 }), async (schedule) => {
          const bytes = randomBytes(300);
          const desk = scans.get(CustodyDesk);
          const limits = { maxBytes: 300, expectedBytes: 300 };
          const orphan = await desk.admit(await desk.deposit(Readable.from([bytes], { objectMode: false }), limits));
          await older('arrival');
          const upload = turns.play('upload', () => register(bytes));
          const sweep = turns.play('sweep', async () => {
            await scans.get(SweepLeftovers).run();
            await scans.get(RemoveReleased).runOwed();
          });
          await turns.follow(
            schedule.map((first) => (first ? 'upload' : 'sweep')),
            [upload, sweep],
          );
          await sweep;
          const registered = await upload.then(
            () => true,
            () => false,
          );
          if (registered) expect(await stored(orphan.sha256)).toBe(true);
          // What stays without a row is known, so that it goes one day.
          else if (await stored(orphan.sha256)) expect(await known(orphan.sha256)).toBe(true);
          if (!registered) await register(bytes);
          expect(await stored(orphan.sha256)).toBe(true);
        }),
        { numRuns: 60 },
      );
    } finally {
      turns.open();
    }
    expect((await scans.get(VerifyObjects).run()).damaged).toEqual([]);
  });
});

function withRole(role: string, unitCode: string | null = null): Actor {
  return { staffNo: CLERK, roles: [{ role, unitCode }] } as unknown as Actor;
}

/** Two players whose every step (a unit of work, a word with the store) waits for its turn. */
class Turns {
  private readonly playing = new AsyncLocalStorage<string>();
  private readonly waiting = new Map<string, () => void>();
  private readonly undo: (() => void)[] = [];
  private readonly busy = new Set<string>();

  gate<T extends object>(target: T, ...names: readonly (keyof T & string)[]): void {
    for (const name of names) {
      const real = (target[name] as (...args: unknown[]) => Promise<unknown>).bind(target);
      const gated = async (...args: unknown[]): Promise<unknown> => {
        const player = this.playing.getStore();
        if (player) await this.turn(player);
        // What belongs to one step is not gated again.
        return this.playing.exit(() => real(...args));
      };
      Object.assign(target, { [name]: gated });
      this.undo.push(() => delete target[name]);
    }
  }

  play<T>(player: string, work: () => Promise<T>): Promise<T> {
    this.busy.add(player);
    return this.playing.run(player, work).finally(() => this.busy.delete(player));
  }

  /** Gives turns in this order, then to whoever still plays. */
  async follow(order: readonly string[], games: readonly Promise<unknown>[]): Promise<void> {
    let over = false;
    const end = Promise.allSettled(games).then(() => (over = true));
    for (let n = 0; !over; n += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      const wanted = order[n] ?? [...this.waiting.keys()][0] ?? '';
      if (this.busy.has(wanted))
        while (!over && this.busy.has(wanted) && !this.waiting.has(wanted))
          await new Promise((resolve) => setTimeout(resolve, 1));
      const go = this.waiting.get(wanted);
      this.waiting.delete(wanted);
      go?.();
    }
    await end;
  }

  open(): void {
    for (const undo of this.undo) undo();
  }

  private turn(player: string): Promise<void> {
    return new Promise((resolve) => this.waiting.set(player, resolve));
  }
}

function flip(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length >> 1]! ^= 1;
  return copy;
}
