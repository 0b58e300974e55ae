import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { fiscalYearOf } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import type { SearchHit } from '../src/app/search-result';
import { type Archive, openArchive } from './corpus/archive';
import { type TownDocument, actor, corpus } from './corpus/town';
import { type AskedQuery, query, written } from './corpus/asked';
import { truth } from './corpus/truth';

/** 500 questions by default; `npm run test:deep` asks for more. */
const CORPORA = Number(process.env.SEARCH_CORPORA ?? 20);
const QUESTIONS = 25;
const PAGE = 4;

const town = fc.record({
  documents: corpus,
  questions: fc.array(fc.record({ asked: query, reader: actor }), { minLength: QUESTIONS, maxLength: QUESTIONS }),
});

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.database.drop());

const idsOf = (documents: readonly { documentId: string }[]) => documents.map(({ documentId }) => documentId);

function counted(
  documents: readonly TownDocument[],
  valueOf: (document: TownDocument) => string,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const document of documents) counts[valueOf(document)] = (counts[valueOf(document)] ?? 0) + 1;
  return counts;
}

const tallied = (facets: readonly { value: string; count: number }[]) =>
  Object.fromEntries(facets.map(({ value, count }) => [value, count]));

/** When nothing is found: what would be found without each of the conditions of the box, and nothing of others. */
function withoutEach(documents: readonly TownDocument[], asked: AskedQuery, reader: Actor): (number | null)[] {
  const isMany = asked.wishes.length + Object.values(asked.filter).flat().length > 1;
  const isNone = truth(documents, asked, reader).length === 0;
  return asked.wishes.map((wish) => {
    if (!isNone || !isMany) return null;
    return truth(documents, { ...asked, wishes: asked.wishes.filter((other) => other !== wish) }, reader).length;
  });
}

/** Whether a snippet shows what stands in that document and nothing else. */
function isOwnText(documents: readonly TownDocument[], { documentId, snippet }: SearchHit): boolean {
  if (snippet === null) return true;
  const document = documents.find((each) => each.documentId === documentId);
  const texts = [
    ...(document?.numbers ?? []),
    document?.drafterName,
    ...(document?.deciderNames ?? []),
    ...(document?.texts ?? []).map(({ text }) => text),
  ];
  return texts.some((text) => text?.includes(snippet.text.replaceAll('…', '')));
}

describe('The archive search', () => {
  it('SEA-1 SEA-7 answers what looking at every document answers: same hits, order, count and facets, for every reader', async () => {
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(town, async ({ documents, questions }) => {
        await archive.fill(documents);
        for (const { asked, reader } of questions) {
          const expected = truth(documents, asked, reader);
          hits += expected.length;
          // A facet is counted as if nothing of it had been chosen (SEA-21).
          const open = (facet: keyof AskedQuery['filter']) =>
            truth(documents, { ...asked, filter: { ...asked.filter, [facet]: undefined } }, reader);
          expect({ query: written(asked), off: asked.off, ...(await everything(documents, asked, reader)) }).toEqual({
            query: written(asked),
            off: asked.off,
            ids: idsOf(expected),
            count: expected.length,
            exactly: { count: expected.length, exact: true },
            foreign: [],
            without: withoutEach(documents, asked, reader),
            fiscalYear: counted(open('fiscalYears'), ({ sortOn }) => String(fiscalYearOf(sortOn))),
            unit: counted(open('units'), ({ ownerUnit }) => ownerUnit),
            matterType: counted(open('matterTypes'), ({ matterType }) => matterType),
            state: counted(open('states'), ({ state }) => state),
            sameWhenExact: true,
          });
        }
      }),
      { numRuns: CORPORA, endOnFailure: process.env.SEARCH_FAULT === 'planted' },
    );
    // A generator whose queries find nothing would prove nothing.
    expect(hits).toBeGreaterThan(CORPORA * QUESTIONS);
  }, 3_600_000);

  /** All pages, one after the other, as a person would turn them. */
  async function everything(documents: readonly TownDocument[], asked: AskedQuery, reader: Actor) {
    const ids: string[] = [];
    const foreign: string[] = [];
    const terms = { text: written(asked), filter: asked.filter, off: asked.off };
    let cursor: string | undefined;
    for (;;) {
      const result = await archive.search.run({ ...terms, limit: PAGE, ...(cursor ? { cursor } : {}) }, reader);
      ids.push(...idsOf(result.items));
      foreign.push(...result.items.filter((hit) => !isOwnText(documents, hit)).map(({ documentId }) => documentId));
      if (result.nextCursor === null) {
        const { fiscalYear, unit, matterType, state } = result.facets;
        const exact = await archive.counting.facets(terms, reader);
        return {
          ids,
          count: result.count,
          exactly: await archive.counting.run(terms, reader),
          foreign,
          without: result.conditions.slice(0, asked.wishes.length).map(({ without }) => without?.count ?? null),
          fiscalYear: tallied(fiscalYear),
          unit: tallied(unit),
          matterType: tallied(matterType),
          state: tallied(state),
          sameWhenExact: isDeepStrictEqual(exact, result.facets),
        };
      }
      cursor = result.nextCursor;
    }
  }
});
