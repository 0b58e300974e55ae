import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { sha256Hex } from '@fubako/kernel';
import { contentKey, ObjectHall, type ObjectKey, quarantineKey } from './object-key';
import type { ObjectLocks } from './object-locks';
import type { ObjectStore } from './object-store';

/** What an operator has to know of a store before originals are entrusted to it. */
export const STORE_DUTIES = [
  'put-if-absent',
  'one-of-many',
  'read-after-write',
  'ranges',
  'refuses-altered',
  'listing',
  'deletion',
  'lock-refuses-deletion',
  'lock-cannot-be-shortened',
  'hold-refuses-deletion',
  'lock-ends',
] as const;
export type StoreDuty = (typeof STORE_DUTIES)[number];

export interface DutyExamined {
  readonly duty: StoreDuty;
  /** `absent`: the store does not offer it at all. */
  readonly outcome: 'holds' | 'fails' | 'absent';
  readonly detail: string;
}

/** Everything else that keeps originals safe is done by `Custody`; without these a store must not be used. */
const ESSENTIAL: ReadonlySet<StoreDuty> = new Set([
  'put-if-absent',
  'one-of-many',
  'read-after-write',
  'ranges',
  'listing',
  'deletion',
]);

/** `trusted`: everything; `usable`: no lock, or it leaves wrong bytes to be found by reading back; `unfit`: do not use it. */
export type StoreVerdict = 'trusted' | 'usable' | 'unfit';

export function judgeStore(examined: readonly DutyExamined[]): StoreVerdict {
  if (examined.some(({ duty, outcome }) => outcome === 'fails' && (ESSENTIAL.has(duty) || duty.startsWith('lock'))))
    return 'unfit';
  if (examined.some(({ duty, outcome }) => outcome === 'fails' && duty === 'hold-refuses-deletion')) return 'unfit';
  return examined.every(({ outcome }) => outcome === 'holds') ? 'trusted' : 'usable';
}

const of = (bytes: Buffer) => () => Readable.from([bytes], { objectMode: false });
const BYTES = 300_000;

/**
 * Puts a store to the test with objects of its own, which it takes away again.
 * @param lockSeconds how long the probe stays locked; the clocks of store and operator may differ by less
 */
export async function examineStore(store: ObjectStore, lockSeconds: number): Promise<DutyExamined[]> {
  const examined: DutyExamined[] = [];
  for (const [duty, question] of Object.entries(QUESTIONS))
    examined.push(await examine(duty as StoreDuty, () => question(store)));
  return [...examined, ...(await examineLocks(store, lockSeconds))];
}

type Question = (store: ObjectStore) => Promise<boolean | null>;

const QUESTIONS: Readonly<Record<string, Question>> = {
  'put-if-absent': (store) =>
    withProbe(store, async (key, bytes) => {
      const second = await store.putIfAbsent(key, of(randomBytes(BYTES)), BYTES);
      return second === 'present' && (await readOf(store, key)).equals(bytes);
    }),
  'one-of-many': async (store) => {
    const key = quarantineKey(randomUUID());
    const rivals = Array.from({ length: 10 }, () => randomBytes(BYTES));
    const outcomes = await Promise.all(rivals.map((bytes) => store.putIfAbsent(key, of(bytes), BYTES)));
    const winner = rivals[outcomes.indexOf('stored')];
    const kept = await readOf(store, key);
    await store.delete(key);
    return outcomes.filter((outcome) => outcome === 'stored').length === 1 && winner?.equals(kept) === true;
  },
  'read-after-write': (store) => withProbe(store, async (key, bytes) => (await readOf(store, key)).equals(bytes)),
  ranges: (store) =>
    withProbe(store, async (key, bytes) => {
      for (const [start, end] of [
        [0, 0],
        [1000, 1999],
        [BYTES - 1, BYTES - 1],
      ] as const)
        if (!(await readOf(store, key, { start, end })).equals(bytes.subarray(start, end + 1))) return false;
      return true;
    }),
  'refuses-altered': async (store) => {
    const key = contentKey(sha256Hex(randomBytes(32)));
    const refused = await refuses(() => store.putIfAbsent(key, of(randomBytes(BYTES)), BYTES));
    const kept = await store.head(key);
    await store.delete(key);
    return refused && !kept ? true : null;
  },
  listing: (store) =>
    withProbe(store, async (key) => {
      for await (const found of store.list(ObjectHall.quarantine)) if (found.key === key) return found.bytes === BYTES;
      return false;
    }),
  deletion: (store) =>
    withProbe(store, async (key) => {
      await store.delete(key);
      return (await store.head(key)) === null && (await refuses(() => store.open(key)));
    }),
};

async function examineLocks(store: ObjectStore, lockSeconds: number): Promise<DutyExamined[]> {
  const duties = STORE_DUTIES.filter((duty) => duty.includes('lock') || duty.includes('hold'));
  const { locks } = store;
  if (!locks || !(await locks.offered())) return duties.map((duty) => ({ duty, outcome: 'absent', detail: '' }));
  const key = quarantineKey(randomUUID());
  await store.putIfAbsent(key, of(randomBytes(BYTES)), BYTES);
  const until = new Date(Date.now() + lockSeconds * 1000);
  const stays = async (): Promise<boolean> =>
    (await refuses(() => store.delete(key))) && (await store.head(key)) !== null;
  const examined = [
    await examine('lock-refuses-deletion', async () => {
      await locks.set(key, { retainUntil: until, hold: false });
      return stays();
    }),
    await examine('lock-cannot-be-shortened', () => cannotBeShortened(locks, key, until)),
  ];
  await wait(until.getTime() - Date.now() + 1500);
  examined.push(
    await examine('hold-refuses-deletion', async () => {
      await locks.set(key, { retainUntil: null, hold: true });
      return stays();
    }),
    await examine('lock-ends', async () => {
      await locks.set(key, { retainUntil: null, hold: false });
      await store.delete(key);
      return (await store.head(key)) === null;
    }),
  );
  return examined;
}

async function cannotBeShortened(locks: ObjectLocks, key: ObjectKey, until: Date): Promise<boolean> {
  await refuses(() => locks.set(key, { retainUntil: new Date(Date.now() + 500), hold: false }));
  const { retainUntil } = await locks.of(key);
  return retainUntil !== null && retainUntil.getTime() >= until.getTime() - 1000;
}

async function examine(duty: StoreDuty, question: () => Promise<boolean | null>): Promise<DutyExamined> {
  try {
    const answer = await question();
    return { duty, outcome: answer === null ? 'absent' : answer ? 'holds' : 'fails', detail: '' };
  } catch (error) {
    return { duty, outcome: 'fails', detail: error instanceof Error ? error.message : String(error) };
  }
}

async function withProbe(
  store: ObjectStore,
  work: (key: ObjectKey, bytes: Buffer) => Promise<boolean>,
): Promise<boolean> {
  const key = quarantineKey(randomUUID());
  const bytes = randomBytes(BYTES);
  await store.putIfAbsent(key, of(bytes), BYTES);
  try {
    return await work(key, bytes);
  } finally {
    await store.delete(key);
  }
}

async function readOf(store: ObjectStore, key: ObjectKey, range?: { start: number; end: number }): Promise<Buffer> {
  return Buffer.concat((await (await store.open(key, range)).toArray()) as Buffer[]);
}

async function refuses(attempt: () => Promise<unknown>): Promise<boolean> {
  return attempt().then(
    () => false,
    () => true,
  );
}
