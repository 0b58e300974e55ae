import fc from 'fast-check';
import { foldKey } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { EveryHit } from '../src/app/every-hit';
import { listLine } from '../src/app/export-lines';
import { FindTitles } from '../src/app/find-titles';
import { Suggest } from '../src/app/suggest';
import { titleWords } from '../src/core/title-words';
import { understand } from '../src/app/search-question';
import { ArchiveRows } from '../src/data/archive-rows';
import { hitsSql } from '../src/data/hits.sql';
import { TitleRows } from '../src/data/title-rows';
import { type Archive, openArchive } from './corpus/archive';
import { actor, actorOf, corpus, sampleOf } from './corpus/town';
import { type AskedQuery, query, written } from './corpus/asked';
import { mayRead, truth } from './corpus/truth';

/** What a reader gets equals what looking at every document for that reader gives, on every way out. */
let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.database.drop());

const word = fc.constantFrom('道', '渡辺', '高橋', '120', '第120号', '占用', 'ガス', '8総', 'A', '実', '種別', '権利');
const town = fc.record({
  documents: corpus,
  questions: fc.array(fc.record({ asked: query, reader: actor, word, isOfficer: fc.boolean() }), {
    minLength: 12,
    maxLength: 12,
  }),
});

const sorted = (texts: readonly string[]) => [...new Set(texts)].toSorted();

describe('Nothing leaks', () => {
  it('SEA-7 SEA-33 through exports: their lines are the hits of the reader, in every order', async () => {
    const every = new EveryHit(archive.uow, archive.rows, archive.questions, archive.hits, archive.noting);
    let lines = 0;
    await fc.assert(
      fc.asyncProperty(town, async ({ documents, questions }) => {
        await archive.fill(documents);
        for (const { asked, reader } of questions) {
          const terms = { text: written(asked), filter: asked.filter, off: asked.off };
          const exported = [];
          for await (const hits of every.pages(terms, { actor: reader, most: 1000 })) exported.push(...hits);
          const expected = truth(documents, asked, reader);
          expect(exported.map(({ documentId }) => documentId)).toEqual(expected.map(({ documentId }) => documentId));
          expect(exported.map((hit) => listLine(hit).includes(hit.sortOn))).toEqual(exported.map(() => true));
          lines += exported.length;
        }
      }),
      { numRuns: 6 },
    );
    expect(lines).toBeGreaterThan(50);
  }, 200_000);

  it('SEA-7 through snippets: every marked text is a text of a document that the reader may read', async () => {
    let snippets = 0;
    await fc.assert(
      fc.asyncProperty(town, async ({ documents, questions }) => {
        await archive.fill(documents);
        const byId = new Map(documents.map((document) => [document.documentId, document]));
        for (const { asked, reader } of questions) {
          const { items } = await archive.search.run(
            { text: written(asked), filter: {}, off: asked.off, limit: 50 },
            reader,
          );
          for (const { documentId, snippet } of items) {
            const document = byId.get(documentId)!;
            expect(mayRead(document, reader)).toBe(true);
            if (!snippet) continue;
            snippets++;
            const texts = [
              document.title,
              document.drafterName,
              ...document.deciderNames,
              ...document.numbers,
              ...document.texts.map(({ text }) => text),
            ];
            const shown = foldKey(snippet.text.replaceAll('…', ''));
            expect(texts.some((text) => foldKey(text).includes(shown))).toBe(true);
          }
        }
      }),
      { numRuns: 5 },
    );
    expect(snippets).toBeGreaterThan(20);
  }, 200_000);

  it('SEA-35 through suggestions: they are those of the documents that the reader may read', async () => {
    const suggest = new Suggest(archive.uow, archive.rows, archive.questions, archive.hits);
    let suggested = 0;
    await fc.assert(
      fc.asyncProperty(town, async ({ documents, questions }) => {
        await archive.fill(documents);
        for (const { reader, word: typed } of questions) {
          const wish = { kind: 'word', text: typed, quoted: true, field: null } as const;
          const asked: AskedQuery = { wishes: [wish], filter: {}, off: [] };
          const readable = truth(documents, asked, reader);
          const fitting = (texts: readonly (string | null)[]) =>
            sorted(texts.flatMap((text) => (text !== null && foldKey(text).includes(foldKey(typed)) ? [text] : [])));
          const found = await suggest.run(typed, reader);
          const of = (kind: string) => sorted(found.flatMap((one) => (one.kind === kind ? [one.text] : [])));
          expect(of('person')).toEqual(fitting(readable.map(({ drafterName }) => drafterName)));
          expect(of('matterType')).toEqual(fitting(readable.map(({ matterTypeName }) => matterTypeName)));
          const numbers = fitting(readable.map(({ number }) => number));
          expect(numbers).toEqual(expect.arrayContaining(of('number')));
          expect(of('number')).toHaveLength(Math.min(numbers.length, 4));
          suggested += found.length;
        }
      }),
      { numRuns: 6 },
    );
    expect(suggested).toBeGreaterThan(20);
  }, 200_000);

  it('SEA-30 through titles: only officers, only what they may not read, only by title and number', async () => {
    const find = new FindTitles(new TitleRows(archive.uow));
    let known = 0;
    await fc.assert(
      fc.asyncProperty(town, async ({ documents, questions }) => {
        await archive.fill(documents);
        for (const { reader: person, isOfficer, word: typed } of questions) {
          const officer = { role: 'records_officer' as const, unitCode: null };
          const reader = isOfficer ? { ...person, roles: [officer] } : person;
          const found = await archive.uow.read(() => find.run(typed, {}, reader));
          const offices = reader.roles.filter(({ role }) => role === 'records_officer');
          if (offices.length === 0) {
            expect(found).toBeNull();
            continue;
          }
          const words = titleWords(typed)!;
          const expected = documents.filter(
            (document) =>
              document.state !== 'drafting' &&
              offices.some(({ unitCode }) => unitCode === null || unitCode === document.ownerUnit) &&
              !mayRead(document, reader) &&
              words.every((one) => [document.title, ...document.numbers].some((text) => foldKey(text).includes(one))),
          );
          expect(sorted(found!.items.map(({ documentId }) => documentId))).toEqual(
            sorted(expected.map(({ documentId }) => documentId)),
          );
          for (const item of found!.items)
            expect(Object.keys(item).toSorted()).toEqual(['documentId', 'number', 'title', 'titleMarks']);
          known += expected.length;
        }
      }),
      { numRuns: 10 },
    );
    expect(known).toBeGreaterThan(5);
  }, 200_000);

  it('SEA-42 through the work that is done: no text of a hidden document is read, and the plan does not know of it', async () => {
    const [owner, other] = [actorOf('000001', []), actorOf('000002', [])];
    const texts = [{ source: 'body' as const, text: '蜃気楼型端末' }];
    const hidden = Array.from({ length: 120 }, (_, n) => ({
      ...sampleOf(n, { confidentiality: 'secret', texts }),
      serials: [],
      fileId: null,
      participants: [],
    }));
    await archive.fill(hidden);
    const work = (text: string, reader: typeof owner) =>
      archive.uow.read(async () => {
        const question = await archive.questions.of(understand({ text, filter: {} }), reader);
        await new ArchiveRows(archive.uow).prepare(question.plan);
        const [row] = await archive.uow.rows<Record<string, [{ Plan: PlanNode }]>>(
          sql`explain (analyze, timing off, format json) ${hitsSql(question, 51)}`,
        );
        return Object.values(row!)[0]![0].Plan;
      });
    const compared = (node: PlanNode): number =>
      (node.Alias === 'x' ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'] : 0) +
      (node.Plans ?? []).reduce((sum, one) => sum + compared(one), 0);
    const shape = (node: PlanNode): unknown => [node['Node Type'], (node.Plans ?? []).map(shape)];
    const [mine, theirs, absent] = [
      await work('蜃気楼型端末', owner),
      await work('蜃気楼型端末', other),
      await work('端末型楼気蜃', other),
    ];
    expect([compared(mine) > 0, compared(theirs), compared(absent)]).toEqual([true, 0, 0]);
    expect(shape(theirs)).toEqual(shape(absent));
  });
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly Alias?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}
