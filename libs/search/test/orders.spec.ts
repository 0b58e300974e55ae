import { fiscalYearOf, foldKey } from '@fubako/kernel';
import fc from 'fast-check';
import type { Actor } from '@fubako/platform/authz';
import type { SearchRequest } from '../src/app/search-archive';
import { type Archive, openArchive } from './corpus/archive';
import { type TownDocument, actor, corpus } from './corpus/town';
import { type AskedQuery, type Wish, query, written } from './corpus/asked';
import { truth } from './corpus/truth';

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.database.drop());

const town = fc.record({
  documents: corpus,
  questions: fc.array(fc.record({ asked: query, reader: actor, startYear: fc.constantFrom(2023, 2024, 2025, 2026) }), {
    minLength: 15,
    maxLength: 15,
  }),
});

const idsOf = (documents: readonly { documentId: string }[]) => documents.map(({ documentId }) => documentId);

/** All pages of four, one after the other. */
async function pages(request: Omit<SearchRequest, 'limit'>, reader: Actor): Promise<string[]> {
  const { items, nextCursor } = await archive.search.run({ ...request, limit: 4 }, reader);
  const more = nextCursor === null ? [] : await pages({ ...request, cursor: nextCursor }, reader);
  return [...idsOf(items), ...more];
}

const natural = (number: string) => number.replace(/\d+/g, (digits) => digits.slice(-8).padStart(8, '0'));
const compared = <T extends number | string>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

function byNumber(a: TownDocument, b: TownDocument): number {
  return (
    fiscalYearOf(b.sortOn) - fiscalYearOf(a.sortOn) ||
    Number(a.number === null) - Number(b.number === null) ||
    Buffer.compare(Buffer.from(natural(a.number ?? '')), Buffer.from(natural(b.number ?? ''))) ||
    compared(a.documentId, b.documentId)
  );
}

const wordsOf = (wish: Wish): (Wish & { kind: 'word' })[] =>
  wish.kind === 'word' ? [wish] : wish.kind === 'any' || wish.kind === 'all' ? wish.of.flatMap(wordsOf) : [];

/** How many wanted words stand in the title; then how many in numbers, or are one. */
function rank({ title, numbers, serials }: TownDocument, { wishes, off }: AskedQuery): number {
  const wanted = new Map(
    wishes.flatMap(wordsOf).map(({ text, quoted, field }) => {
      const needle = foldKey(text);
      const asksNumber = !quoted && !off.includes('numbers') && (field === null || field === 'number');
      const serial = asksNumber ? (/^第?0*(\d{1,9})号?$/.exec(needle)?.[1] ?? null) : null;
      return [`${needle}:${serial}`, { needle, serial }] as const;
    }),
  );
  const words = [...wanted.values()];
  const inTitle = words.filter(({ needle }) => foldKey(title).includes(needle)).length;
  const inNumbers = words.filter(
    ({ needle, serial }) =>
      numbers.some((number) => foldKey(number).includes(needle)) ||
      (serial !== null && serials.includes(Number(serial))),
  ).length;
  return inTitle * 100 + inNumbers;
}

describe('The orders of results', () => {
  it('SEA-20 list every hit once, by number within the fiscal year, and by words in titles, then numbers, then day', async () => {
    await fc.assert(
      fc.asyncProperty(town, async ({ documents, questions }) => {
        await archive.fill(documents);
        for (const { asked, reader } of questions) {
          const expected = truth(documents, asked, reader);
          const request = { text: written(asked), filter: asked.filter, off: asked.off };
          const relevant = expected.toSorted(
            (a, b) =>
              rank(b, asked) - rank(a, asked) || compared(b.sortOn, a.sortOn) || compared(b.documentId, a.documentId),
          );
          expect([request.text, await pages({ ...request, sort: 'number' }, reader)]).toEqual([
            request.text,
            idsOf(expected.toSorted(byNumber)),
          ]);
          expect([request.text, await pages({ ...request, sort: 'relevance' }, reader)]).toEqual([
            request.text,
            idsOf(relevant),
          ]);
        }
      }),
      { numRuns: 6 },
    );
  }, 200_000);

  it('SEA-20 begin with a fiscal year when asked to, and count as before', async () => {
    await fc.assert(
      fc.asyncProperty(town, async ({ documents, questions }) => {
        await archive.fill(documents);
        for (const { asked, reader, startYear } of questions) {
          const expected = truth(documents, asked, reader);
          const request = { text: written(asked), filter: asked.filter, off: asked.off, startYear };
          const from = expected.filter(({ sortOn }) => fiscalYearOf(sortOn) <= startYear);
          expect(await pages(request, reader)).toEqual(idsOf(from));
          expect(await pages({ ...request, sort: 'number' }, reader)).toEqual(idsOf(from.toSorted(byNumber)));
          expect((await archive.search.run({ ...request, limit: 1 }, reader)).count).toBe(expected.length);
        }
      }),
      { numRuns: 4 },
    );
  }, 200_000);
});
