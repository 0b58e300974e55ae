import { localDate } from '@fubako/kernel';
import { Visits, sql } from '@fubako/platform/database';
import { untilSomebodyWaits } from '../../../test/support/waiters';
import type { SearchableDocument } from '../src/core/searchable-document';
import { IndexRows } from '../src/data/index-rows';
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
const find = (text: string) => archive.search.run({ text, filter: {}, limit: 50 }, auditor);
const found = async (text: string) => (await find(text)).items.map(({ documentId }) => documentId);
const cut = ({ text, marks }: { text: string; marks: [number, number][] }) =>
  marks.map(([from, to]) => text.slice(from, to));

/** A text as long as usual: Postgres moves nothing out of rows below two kilobytes. */
const LONG = {
  source: 'body',
  text: Array.from({ length: 600 }, (_, n) => String.fromCodePoint(0x4e00 + n * 7)).join(''),
} as const;

/** Identities of what the year 2026 keeps out of line. */
async function chunksOutOfLine(): Promise<string[]> {
  const [{ toast }] = await archive.database.dataSource.query(
    "select reltoastrelid::regclass::text as toast from pg_class where oid = 'search.search_document_2026'::regclass",
  );
  const rows: { id: string }[] = await archive.database.dataSource.query(
    `select distinct chunk_id::text as id from ${toast}`,
  );
  return rows.map(({ id }) => id);
}

describe('A hit', () => {
  beforeEach(() => add(sample(1)));

  it('SEA-6 marks the title and the text as they were written', async () => {
    const [hit] = (await find('渡辺電設 期間')).items;
    expect(cut({ text: hit!.title, marks: hit!.titleMarks })).toEqual(['渡邉\u{E0101}電設']);
    expect(hit!.snippet).toMatchObject({ source: 'body', attachmentId: null, page: null });
    expect(cut(hit!.snippet!)).toEqual(['期　間']);
    expect(hit).toMatchObject({
      number: '8二総第120号',
      date: '2026-05-18',
      fiscalYear: 2026,
      amount: 1_200_000,
      sectionName: '道路課',
      attachmentCount: 1,
    });
  });

  it('SEA-6 leads to the attachment and the page', async () => {
    const [hit] = (await find('渡辺 舗装')).items;
    expect(hit!.snippet).toMatchObject({ source: 'attachment', attachmentId: idOf(5001), page: 2 });
    expect(cut(hit!.snippet!)).toEqual(['渡邊', '舗装']);
    expect((await find('見積書')).items[0]!.snippet).toMatchObject({ page: 1, marks: [[0, 5]] });
  });

  it('SEA-2 is found by title, field, number, drafter, comment and page; not across two of them', async () => {
    for (const text of [
      '減免',
      '相手方',
      '8総-000873',
      '高橋直樹',
      '単価の根拠',
      '舗装復旧',
      '渡',
      '号',
      '㈱',
      '１２月',
    ])
      expect([text, await found(text)]).toEqual([text, [idOf(1)]]);
    expect(await found('とおり単価')).toEqual([]);
    expect(await found('円内訳')).toEqual([]);
  });

  it('SEA-5 is found by any spelling of its numbers, and shows the number', async () => {
    for (const text of ['第120号', '第１２０号', '１２０', '120', '第873号', '873', '000873', '第0120号'])
      expect([text, await found(text)]).toEqual([text, [idOf(1)]]);
    expect(await found('第87号')).toEqual([]);
    expect((await find('第873号')).items[0]!.snippet).toEqual({
      text: '8総-000873',
      marks: [[0, 9]],
      source: 'number',
      attachmentId: null,
      page: null,
    });
  });

  it('shows no snippet when the words stand in the title alone', async () => {
    expect((await find('減免')).items[0]!.snippet).toBeNull();
  });

  it('SEA-16 names the kind that a filter asks for, though nothing is found with the words', async () => {
    const request = { text: 'どこにもない語', filter: { matterTypes: ['permit', 'unknown'] }, limit: 5 };
    const { items, conditions } = await archive.search.run(request, auditor);
    expect(items).toEqual([]);
    expect(conditions.map(({ text }) => text)).toEqual(['どこにもない語', '許可', 'unknown']);
  });

  it('SEA-20 SEA-21 counts beside an empty page what stands elsewhere: in later years, or without what is chosen', async () => {
    const ask = (more: object) => archive.search.run({ text: '', filter: {}, limit: 5, ...more }, auditor);
    expect(await ask({ startYear: 2000 })).toMatchObject({ items: [], count: 1 });
    const chosen = await ask({ filter: { matterTypes: ['unknown'] } });
    expect(chosen).toMatchObject({ items: [], count: 0, facets: { matterType: [{ value: 'permit', count: 1 }] } });
    const nowhere = await ask({ text: 'どこにもない語' });
    expect(nowhere).toMatchObject({ items: [], count: 0, countCapped: false, facets: { matterType: [], unit: [] } });
  });

  it('words facets as people say them', async () => {
    expect((await find('')).facets).toMatchObject({
      fiscalYear: [{ value: '2026', label: '令和8年度', count: 1 }],
      unit: [{ value: 'S1', label: '道路課', count: 1 }],
      matterType: [{ value: 'permit', label: '許可', count: 1 }],
      state: [{ value: 'decided', label: '決裁済み', count: 1 }],
    });
  });
});

describe('The index', () => {
  it('SEA-10 follows a document: other text, other state, other year, gone', async () => {
    await add(sample(1));
    await add(sample(1, { title: '別の件名', state: 'closed', sortOn: localDate('2025-03-31') }));
    expect(await found('減免')).toEqual([]);
    expect((await find('別の件名')).items[0]).toMatchObject({ state: 'closed', fiscalYear: 2024, date: '2025-03-31' });
    await archive.uow.run(async () => {
      await archive.uow.rows(sql`delete from town where id = ${idOf(1)}`);
      await archive.index.run([idOf(1)]);
    });
    expect(await found('')).toEqual([]);
    expect(await archive.uow.read(() => archive.uow.rows(sql`select * from search.indexed_document`))).toEqual([]);
  });

  it('SEA-10 leaves text and grams alone when only facts have changed', async () => {
    const texts = [LONG];
    await add(sample(1, { texts }));
    const before = await chunksOutOfLine();
    expect(before.length).toBeGreaterThanOrEqual(2);
    await add(sample(1, { texts, state: 'closed', amount: 5, sortOn: localDate('2026-06-01') }));
    const after = await chunksOutOfLine();
    // The card may be out of line too and is written anew; folded text, grams and layout are not.
    expect(before.filter((chunk) => !after.includes(chunk)).length).toBeLessThanOrEqual(1);
    expect((await find('減免')).items[0]).toMatchObject({ state: 'closed', amount: 5, date: '2026-06-01' });
  });

  it('SEA-10 knows nothing of a unit that was rolled back', async () => {
    await expect(
      archive.uow.run(async () => {
        await add(sample(1, { sortOn: localDate('2031-05-01') }));
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    expect(await found('減免')).toEqual([]);
    await add(sample(1, { sortOn: localDate('2031-05-01') }));
    expect(await found('減免')).toEqual([idOf(1)]);
  });

  it('SEA-10 holds both changes when two units change one document at once', async () => {
    await add(sample(1));
    const change = (field: string, value: string) =>
      archive.uow.run(async () => {
        await archive.uow.change(
          sql`insert into town_change values (${idOf(1)}, ${field}, ${value}) on conflict (id, field) do update set value = excluded.value`,
        );
        await archive.index.run([idOf(1)]);
      });
    for (let round = 0; round < 10; round++) {
      await Promise.all([change('title', `件名${round}番`), change('drafterName', `氏名${round}番`)]);
      expect([await found(`件名${round}番`), await found(`氏名${round}番`)]).toEqual([[idOf(1)], [idOf(1)]]);
    }
  });

  it('SEA-10 keeps what whoever changed it may not read any more', async () => {
    await add(sample(1), sample(2));
    const nobodySees = `grant select on town to fubako_api; grant select, insert, update on town_change to fubako_api;
      alter table town enable row level security; create policy seen on town for select to fubako_api using (false)`;
    await archive.database.dataSource.query(nobodySees);
    try {
      // Whoever comes from outside is nobody until a session is found.
      await Visits.begin(() =>
        archive.uow.run(async () => {
          expect(await archive.source.of([idOf(1)])).toEqual([]);
          await archive.uow.change(sql`insert into town_change values (${idOf(1)}, 'title', '減免の取消し')`);
          archive.changes.note([idOf(1)]);
        }),
      );
    } finally {
      await archive.database.dataSource.query('alter table town disable row level security; drop policy seen on town');
    }
    expect(await found('減免の取消し')).toEqual([idOf(1)]);
  });

  it('SEA-8 makes a year once, however many units need it first', async () => {
    const years = [2040, 2041, 2042];
    await Promise.all(
      Array.from({ length: 12 }, (_, n) => add(sample(100 + n, { sortOn: localDate(`${years[n % 3]}-07-01`) }))),
    );
    expect(await found('減免')).toHaveLength(12);
    const partitions = await archive.uow.read(() =>
      archive.uow.rows<{ options: string[]; indexes: number }>(sql`
      select c.reloptions as options, (select count(*) from pg_index i join pg_inherits p on p.inhrelid = i.indexrelid where i.indrelid = c.oid) as indexes
      from pg_class c where c.oid::regclass::text like 'search.search_document_204_'`),
    );
    expect(partitions).toEqual(years.map(() => ({ options: ['toast_tuple_target=128'], indexes: 4 })));
  });

  it('SEA-8 waits for whoever makes the year, of which the row is seen before the partition', async () => {
    const maker = archive.database.dataSource.createQueryRunner();
    await maker.query('begin');
    await maker.query(`select pg_advisory_xact_lock(hashtextextended('search.fiscal_year', 2026))`);
    const adding = add(sample(1));
    await untilSomebodyWaits(archive.database.dataSource);
    await maker.query('commit');
    await maker.release();
    await adding;
    expect(await found('減免')).toHaveLength(1);
  });

  it('keeps the narrow columns in the row and the texts out of it', async () => {
    await add(...Array.from({ length: 200 }, (_, n) => sample(n, { texts: [LONG] })));
    const { bytes } = await archive.uow.read(() =>
      archive.uow.one<{ bytes: number }>(sql`select pg_relation_size('search.search_document_2026') as bytes`),
    );
    expect(bytes / 200).toBeLessThan(260);
  });
});

describe('Making the index anew', () => {
  it('SEA-11 goes on where it stopped, takes strays out, and changes nothing the second time', async () => {
    const documents = Array.from({ length: 25 }, (_, n) => sample(n, { title: `件名${n}` }));
    await archive.put(documents);
    await add(sample(70), sample(12, { title: '古い件名' }));
    await archive.uow.run(() => archive.uow.rows(sql`delete from town where id = ${idOf(70)}`));
    const seen: (string | null)[] = [];
    await expect(
      archive.reindex.run({
        chunk: 10,
        report: ({ last }) => {
          seen.push(last);
          throw new Error('power cut');
        },
      }),
    ).rejects.toThrow('power cut');
    expect(await archive.reindex.run({ chunk: 10, from: seen[0]! })).toEqual({ documents: 15, last: idOf(24) });
    expect((await found('件名')).length).toBe(25);
    expect(await found('古い件名')).toEqual([idOf(12)]);
    expect(await archive.reindex.run({ chunk: 25 })).toEqual({ documents: 25, last: idOf(24) });
    expect((await find('')).count).toBe(25);
  });
});

describe('Keys that wait', () => {
  it('SEA-10 are found before and after the worker brings them into the index', async () => {
    const rows = new IndexRows(archive.uow);
    const settle = () => archive.uow.run(() => rows.settleKeys());
    await settle();
    await add(sample(1), sample(2, { title: '橋りょうの点検について' }));
    const seen = async () => [await found('渡辺電設'), await found('橋りょう')];
    const before = await seen();
    expect(before[1]).toEqual([idOf(2)]);
    expect(await settle()).toBeGreaterThan(0);
    expect([await seen(), await settle()]).toEqual([before, 0]);
  });
});

describe('The answer', () => {
  it('SEA-9 counts to a thousand and says when there is more', async () => {
    await add(...Array.from({ length: 1001 }, (_, n) => sample(n, { texts: [], numbers: [] })));
    const all = await find('渡辺電設');
    expect([all.count, all.countCapped, all.items.length, all.facets.state[0]!.count]).toEqual([1000, true, 50, 1000]);
    const { count, countCapped } = await archive.search.run({ text: '占用', filter: {}, limit: 200 }, auditor);
    expect([count, countCapped]).toEqual([1000, true]);
  }, 120_000);

  it.each([
    ['search.only-exclusions', '-占用'],
    ['search.query-too-long', 'あ'.repeat(201)],
    ['search.too-many-words', Array.from({ length: 17 }, (_, n) => `語${n}`).join(' ')],
  ])('refuses a query with %s', (code, text) => {
    expect(() => archive.search.run({ text, filter: {}, limit: 50 }, auditor)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it.each([
    'foreign',
    Buffer.from('["2026-02-30","01900000-0000-7000-8000-000000000001"]').toString('base64url'),
    Buffer.from('["2026-02-03","\u0000"]').toString('base64url'),
  ])('refuses the cursor %s of another list', (cursor) => {
    expect(() => archive.search.run({ text: '', filter: {}, limit: 50, cursor }, auditor)).toThrow(
      expect.objectContaining({ code: 'request.bad-cursor' }),
    );
  });
});
