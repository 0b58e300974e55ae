import fc from 'fast-check';
import { foldKey, newId } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { CountArchive, IndexDocument, SearchArchive } from '@fubako/search';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { deliverOwed } from './deliver';
import { type Receipt, WORDS, holds, insert, mayRead, readers, receipts, textsOf } from './random-receipts';
import { type Person, type Town, openTown, submitContract } from './town';

/** SEA-7 for receipts and for packages: what a reader finds equals what looking at every receipt for that reader gives. */
let town: Town;
beforeAll(async () => {
  town = await openTown('2026-05-11T00:30:00Z');
});
afterAll(() => town?.close());

const counted = (values: readonly string[]) =>
  Object.fromEntries([...new Set(values)].map((value) => [value, values.filter((one) => one === value).length]));

describe('Nothing leaks', () => {
  it('SEA-7 SEA-40 through receipts: hits, order, counts, facets and snippets, for random receipts, readers and words', async () => {
    const [uow, search, counting, index] = [
      town.app.get(UnitOfWork),
      town.app.get(SearchArchive),
      town.app.get(CountArchive),
      town.app.get(IndexDocument),
    ];
    const undo = new Error('undo');
    let hits = 0;
    let hidden = 0;
    const ask = async (all: readonly Receipt[], reader: Actor, asked: readonly string[]) => {
      const terms = { text: asked.map((word) => `"${word}"`).join(' '), filter: {} };
      const holding = all.filter((receipt) => asked.every((word) => holds(receipt, word)));
      const expected = holding
        .filter((receipt) => mayRead(receipt, reader))
        .toSorted((a, b) => (`${a.day}${a.id}` < `${b.day}${b.id}` ? 1 : -1));
      const answer = await search.run({ ...terms, limit: 50 }, reader);
      expect(answer.items.map(({ documentId }) => documentId)).toEqual(expected.map(({ id }) => id));
      expect(answer.count).toBe(expected.length);
      expect(await counting.run(terms, reader)).toEqual({ count: expected.length, exact: true });
      const tallied = (name: 'kind' | 'state' | 'unit') =>
        Object.fromEntries(answer.facets[name].map(({ value, count }) => [value, count]));
      expect(tallied('kind')).toEqual(counted(expected.map(() => 'receipt')));
      expect(tallied('state')).toEqual(counted(expected.map(({ ending }) => `receipt_${ending ?? 'open'}`)));
      expect(tallied('unit')).toEqual(counted(expected.map(({ section }) => section)));
      answer.items.forEach(({ snippet }, n) => {
        const shown = foldKey(snippet?.text.replaceAll('…', '') ?? '');
        expect(textsOf(expected[n]!).some((text) => foldKey(text).includes(shown))).toBe(true);
      });
      hits += expected.length;
      hidden += holding.length - expected.length;
    };
    await fc.assert(
      fc.asyncProperty(
        receipts,
        fc.array(fc.tuple(readers, fc.array(fc.constantFrom(...WORDS), { maxLength: 2 })), {
          minLength: 6,
          maxLength: 6,
        }),
        async (drafts, questions) => {
          const all = drafts.map((draft): Receipt => ({ ...draft, id: newId<string>() }));
          await uow
            .run(async () => {
              for (const receipt of all) await insert(uow, receipt);
              await index.run(all.map(({ id }) => id));
              for (const [reader, asked] of questions) await ask(all, reader, asked);
              throw undo;
            })
            .catch((error: unknown) => {
              if (error !== undo) throw error;
            });
        },
      ),
      { numRuns: 25 },
    );
    expect([hits > 50, hidden > 50]).toEqual([true, true]);
  }, 200_000);

  it('SEA-34 through packages and lists: for random readers they hold exactly what each of them can open', async () => {
    const all = await fillTown();
    let packed = 0;
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...READERS),
        fc.constantFrom('占用', '仮囲い', '照会', '道路'),
        async (login, q) => {
          const reader = await town.as(login);
          const expected: string[] = [];
          for (const { id, path, text } of all) {
            if (!text.includes(q)) continue;
            if ((await reader.get(path)).status === 200) expected.push(id);
            else kept++;
          }
          const made = await taken(reader, q);
          if (expected.length === 0) return expect(made).toBeNull();
          const manifest = JSON.parse(Buffer.from(made!.files['manifest.json']!).toString('utf8'));
          expect(manifest.documents.map((one: any) => one.documentId).toSorted()).toEqual(expected.toSorted());
          expect(made!.lines).toBe(expected.length);
          const words = Object.values(made!.files).map((bytes) => Buffer.from(bytes).toString('utf8'));
          for (const { id, mark } of all)
            expect([id, words.some((text) => text.includes(mark))]).toEqual([id, expected.includes(id)]);
          packed += expected.length;
        },
      ),
      { numRuns: 12 },
    );
    expect([packed > 10, kept > 10]).toEqual([true, true]);
  }, 200_000);

  it('SEA-42 through the form of an answer: what is hidden and what does not exist are answered alike', async () => {
    const [secret] = (await fillTown()).filter(({ isSecret }) => isSecret);
    const reader = await town.as('s1045');
    const nobodys = newId<string>();
    const alike = async (of: (id: string) => string) => {
      const [hidden, absent] = [await reader.get(of(secret!.id)), await reader.get(of(nobodys))];
      const plain = ({ status, body }: typeof hidden, id: string) => [
        status,
        JSON.stringify({ ...body, traceId: '', instance: '' }).replaceAll(id, 'ID'),
      ];
      expect(plain(hidden, secret!.id)).toEqual(plain(absent, nobodys));
      expect(hidden.status).toBe(404);
    };
    for (const path of ['', '/approval', '/circulations', '/receipts', '/pdf'])
      await alike((id) => `/documents/${id}${path}`);
    for (const path of ['', '/circulations']) await alike((id) => `/receipts/${id}${path}`);
    const answers = async (word: string) => {
      const q = encodeURIComponent(word);
      const list = (await reader.get(`/search?q=${q}`)).body;
      return JSON.stringify([
        list,
        (await reader.get(`/search/count?q=${q}`)).body,
        (await reader.get(`/search/facets?q=${q}`)).body,
        (await reader.get(`/search/suggestions?q=${q}`)).body,
        (await reader.get(`/search/titles?q=${q}`)).body,
        (await reader.get(`/search/disposed?q=${q}`)).body,
        (await reader.post('/search/exports', { kind: 'package', conditions: { q: word }, reason: '確認' })).body.code,
      ]).replaceAll(word, 'WORD');
    };
    // Of one length, so that the places of the conditions are alike too.
    expect(await answers(secret!.mark)).toBe(await answers('目印無無'));
  });
});

const READERS = [
  'hara',
  'goto',
  'fukagawa',
  'eto',
  'machida',
  'chiba',
  's1055',
  's1045',
  's1014',
  's1125',
  's1011',
  'baba',
];
const MARKS = ['目印甲甲', '目印甲乙', '目印甲丙', '目印乙甲', '目印乙乙', '目印乙丙', '目印丙甲', '目印丙乙'];
type Filled = { id: string; path: string; text: string; mark: string; isSecret: boolean };
let filled: Promise<Filled[]> | null = null;

/** Documents and receipts, open and secret, each with a word that no other has. */
function fillTown(): Promise<Filled[]> {
  filled ??= (async () => {
    const all: Filled[] = [];
    for (const [n, mark] of MARKS.entries()) {
      const [isSecret, isReceipt] = [n % 2 === 1, n % 4 > 1];
      const text = `${['道路占用', '仮囲いの照会', '占用の照会'][n % 3]} ${mark}`;
      const secrecy = isSecret ? { confidentiality: 'secret' } : {};
      const clerk = await town.as('s1055');
      const id = isReceipt
        ? (await clerk.post('/receipts', { section: 'S31', kind: 'general', subject: text, sender: '県', ...secrecy }))
            .body.id
        : await submitContract(town, { fields: { subject: text }, attributes: secrecy });
      all.push({ id, path: `/${isReceipt ? 'receipts' : 'documents'}/${id}`, text, mark, isSecret });
    }
    return all;
  })();
  return filled;
}

/** The package of these words, and how many lines their list has; null when there is nothing to export. */
async function taken(reader: Person, q: string): Promise<{ files: Record<string, Uint8Array>; lines: number } | null> {
  const bytes = [];
  for (const kind of ['package', 'list']) {
    const { status, body } = await reader.post('/search/exports', { kind, conditions: { q }, reason: '確認のため' });
    if (status !== 201) {
      expect(body.code).toBe('search.nothing-to-export');
      return null;
    }
    await deliverOwed(town, 'search.');
    bytes.push((await reader.bytes(`/search/exports/${body.id}/file`)).bytes);
  }
  return { files: unzipSync(new Uint8Array(bytes[0]!)), lines: parse(bytes[1]!, { bom: true }).length - 1 };
}
