import { setTimeout as wait } from 'node:timers/promises';
import { sql } from '@fubako/platform/database';
import type { SearchableDocument } from '../src/core/searchable-document';
import { type Archive, openArchive } from './corpus/archive';
import { actorOf, idOf, sampleOf as sample } from './corpus/town';

const auditor = actorOf('000009', [], [{ role: 'auditor', unitCode: null }]);

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.database.drop());
beforeEach(() => archive.fill([]));

const add = async (...documents: SearchableDocument[]) => {
  await archive.put(documents);
  await archive.index.run(documents.map(({ documentId }) => documentId));
};
const terms = (text: string) => ({ text, filter: {} });

describe('Counting on demand', () => {
  it('SEA-14 is exact where the search stops counting, and the reader’s own', async () => {
    await add(
      ...Array.from({ length: 1203 }, (_, n) => sample(n, { texts: [], ownerUnit: n % 3 === 0 ? 'S2' : 'S1' })),
    );
    expect((await archive.search.run({ ...terms('占用'), limit: 1 }, auditor)).countCapped).toBe(true);
    expect(await archive.counting.run(terms('占用'), auditor)).toEqual({ count: 1203, exact: true });
    expect(await archive.counting.run(terms('占用'), actorOf('000008', ['S2']))).toEqual({ count: 401, exact: true });
  }, 120_000);

  it('SEA-14 stops when nobody waits any more, and says that there are at least so many', async () => {
    await add(...Array.from({ length: 40 }, (_, n) => sample(n)));
    const gone = new AbortController();
    gone.abort();
    expect(await archive.counting.run(terms('占用'), auditor, gone.signal)).toEqual({ count: 40, exact: false });
  });
});

describe('Rights that change', () => {
  const readers = { clerk: actorOf('000008', ['S2']), clerkElsewhere: actorOf('000008', ['S3']) };
  const count = async (reader: typeof auditor) =>
    (await archive.search.run({ ...terms('減免'), limit: 5 }, reader)).count;

  it('SEA-7 an assignment counts from the next question on', async () => {
    await add(sample(1, { ownerUnit: 'S2' }));
    expect([await count(readers.clerk), await count(readers.clerkElsewhere)]).toEqual([1, 0]);
  });

  it('SEA-7 a seat counts while its row is there, confidentiality from the unit that changed it', async () => {
    await add(sample(1, { ownerUnit: 'S1', confidentiality: 'secret' }));
    expect(await count(readers.clerk)).toBe(0);
    const seat = (statement: ReturnType<typeof sql>) =>
      archive.uow.run(async () => {
        await archive.uow.rows(sql`set local session_replication_role = replica`);
        await archive.uow.change(statement);
      });
    await seat(
      sql`insert into documents.participant (document_id, staff_no, since) values (${idOf(1)}, '000008', now())`,
    );
    expect(await count(readers.clerk)).toBe(1);
    await seat(sql`delete from documents.participant`);
    expect([await count(readers.clerk), await count(auditor)]).toEqual([0, 0]);
    await add(sample(1, { ownerUnit: 'S2' }));
    expect([await count(readers.clerk), await count(auditor)]).toEqual([1, 1]);
  });
});

describe('Making the index anew while people work', () => {
  it('SEA-11 neither waits for writers nor makes them wait long, and loses none of their changes', async () => {
    await add(...Array.from({ length: 120 }, (_, n) => sample(n, { title: `件名${n}番` })));
    let working = true;
    let slowest = 0;
    const written = new Map<number, string>();
    const writer = async (lane: number) => {
      for (let round = 0; working; round++) {
        const n = (lane * 40 + round * 7) % 120;
        const title = `変更${lane}の${round}番`;
        const started = performance.now();
        await add(sample(n, { title }));
        slowest = Math.max(slowest, performance.now() - started);
        written.set(n, title);
        await wait(5);
      }
    };
    const writers = [writer(0)];
    const progress: number[] = [];
    await archive.reindex.run({ chunk: 10, report: ({ documents }) => progress.push(documents) });
    working = false;
    await Promise.all(writers);
    expect(progress).toEqual(Array.from({ length: 12 }, (_, n) => (n + 1) * 10));
    for (const [n, title] of written)
      expect(
        (await archive.search.run({ ...terms(`"${title}"`), limit: 5 }, auditor)).items.map(
          ({ documentId }) => documentId,
        ),
      ).toEqual([idOf(n)]);
    expect(written.size).toBeGreaterThan(3);
    expect(slowest).toBeLessThan(5000);
  }, 120_000);
});
