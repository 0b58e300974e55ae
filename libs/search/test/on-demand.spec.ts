import { setTimeout as wait } from 'node:timers/promises';
import { localDate } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { understand } from '../src/app/search-question';
import type { SearchableDocument } from '../src/core/searchable-document';
import { MAKE } from '../src/core/entry';
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
    const units = async (reader: typeof auditor, filter = {}) =>
      (await archive.counting.facets({ text: '占用', filter }, reader))?.unit.map(({ value, count }) => [value, count]);
    expect(await units(auditor)).toEqual([
      ['S1', 802],
      ['S2', 401],
    ]);
    expect(await units(auditor, { units: ['S2'] })).toEqual([
      ['S1', 802],
      ['S2', 401],
    ]);
    expect(await units(actorOf('000008', ['S2']))).toEqual([['S2', 401]]);
  }, 120_000);

  it('SEA-14 stops when nobody waits any more, and says that there are at least so many', async () => {
    await add(...Array.from({ length: 40 }, (_, n) => sample(n)));
    const gone = new AbortController();
    gone.abort();
    expect(await archive.counting.run(terms('占用'), auditor, gone.signal)).toEqual({ count: 40, exact: false });
    expect(await archive.counting.facets(terms('占用'), auditor, gone.signal)).toBeNull();
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

describe('Time-limited secrecy', () => {
  it('SEA-7 is over the day after its end: the document is found without anything having been written', async () => {
    await add(sample(1, { confidentiality: 'secret', confidentialUntil: '2026-05-18' }));
    const on = async (day: string) => {
      const reader = { ...auditor, on: localDate(day) };
      const { count, facets } = await archive.search.run({ ...terms('減免'), limit: 5 }, reader);
      return [count, facets.state.length, (await archive.counting.run(terms('減免'), reader)).count];
    };
    expect(await on('2026-05-18')).toEqual([0, 0, 0]);
    expect(await on('2026-05-19')).toEqual([1, 1, 1]);
    await add(sample(1, { confidentiality: 'secret', confidentialUntil: '2027-03-31' }));
    expect(await on('2026-05-19')).toEqual([0, 0, 0]);
  });
});

describe('Chips', () => {
  it('SEA-12 name the forms of kanji that count as one, and none where that is off', async () => {
    const forms = async (off: readonly ['kanji'] | readonly []) => {
      const { foldings } = await archive.search.run({ ...terms('渡邉 -髙 道路'), off, limit: 1 }, auditor);
      return foldings.map(({ name, on, forms: of }) => [name, on, of]);
    };
    expect(await forms([])).toContainEqual(['kanji', true, ['辺邊邉']]);
    expect(await forms(['kanji'])).toContainEqual(['kanji', false, ['辺邊邉']]);
    expect(await forms([])).toContainEqual(['width', true, []]);
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

describe('An index of an older make', () => {
  /** As the make before wrote them: without places of triples. */
  const makeOld = () =>
    archive.uow.run(async () => {
      await archive.uow.change(sql`
        update search.search_document set grams = array(select g from unnest(grams) g where g not between ${0x1c_0000} and ${0x20_ffff})`);
      await archive.uow.change(sql`update search.indexed_document set content_sha256 = null`);
      await archive.uow.change(sql`
        delete from search.renewal where make < 4`);
      await archive.uow.change(sql`
        update search.renewal set last = null, documents = 0, total = 7, finished_at = null`);
    });
  const newGrams = async () => {
    const { n } = await archive.uow.read(() =>
      archive.uow.one<{ n: number }>(sql`
        select count(*)::int as n from search.search_document where exists (select from unnest(grams) g where g between ${0x1c_0000} and ${0x20_ffff})`),
    );
    return n;
  };
  const count = (text: string) =>
    archive.uow.read(async () => {
      const question = await archive.questionsAnew().of(understand(terms(text)), auditor);
      return [question.plan.places, await archive.hits.count(question, null)];
    });

  it('SEA-17 is asked for what it has, written anew in the background, and goes on where it stopped', async () => {
    await add(...Array.from({ length: 7 }, (_, n) => sample(n)));
    await makeOld();
    expect(await count('占用料の減免')).toEqual([false, 7]);
    const seen: number[] = [];
    for (let shift = 0; shift < 20 && !(await archive.renewal.progress())?.finishedAt; shift++) {
      await archive.renewal.run({ chunk: 2, shiftMs: 1 });
      const progress = await archive.renewal.progress();
      expect(await newGrams()).toBe(progress?.documents);
      expect(await count('占用料の減免')).toEqual([progress?.finishedAt !== null, 7]);
      seen.push(progress?.documents ?? 0);
    }
    expect(seen.at(-1)).toBe(7);
    expect(await archive.renewal.progress()).toMatchObject({ make: MAKE, documents: 7, total: 7 });
    // What is done is not done again.
    await archive.renewal.run();
    expect((await archive.renewal.progress())?.documents).toBe(7);
  });
});
