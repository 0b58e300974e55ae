import fc from 'fast-check';
import { readableDocuments } from '@fubako/documents';
import { fiscalYearOf } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { sql } from '@fubako/platform/database';
import { type SearchPlan, planQuery } from '../src/core/plan';
import { type Query, parseQuery } from '../src/core/query';
import { ENTRY_COLUMNS, type ReadersQuestion } from '../src/data/hits.sql';
import { type Archive, openArchive } from './corpus/archive';
import { type TownDocument, actor, corpus } from './corpus/town';
import { type AskedQuery, query, truth, written } from './corpus/truth';

const CORPORA = 20;
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
          const open = ({ terms, filter }: AskedQuery, facet: keyof AskedQuery['filter']) =>
            truth(documents, { terms, filter: { ...filter, [facet]: undefined } }, reader);
          expect({ query: written(asked), ...(await everything(asked, reader)) }).toEqual({
            query: written(asked),
            ids: idsOf(expected),
            count: expected.length,
            fiscalYear: counted(open(asked, 'fiscalYears'), ({ sortOn }) => String(fiscalYearOf(sortOn))),
            unit: counted(open(asked, 'units'), ({ ownerUnit }) => ownerUnit),
            matterType: counted(open(asked, 'matterTypes'), ({ matterType }) => matterType),
            state: counted(open(asked, 'states'), ({ state }) => state),
          });
        }
      }),
      { numRuns: CORPORA },
    );
    // A generator whose queries find nothing would prove nothing.
    expect(hits).toBeGreaterThan(CORPORA * QUESTIONS);
  }, 300_000);

  /** All pages, one after the other, as a person would turn them. */
  async function everything(asked: AskedQuery, reader: Actor) {
    const ids: string[] = [];
    let cursor: string | undefined;
    for (;;) {
      const result = await archive.search.run(
        { text: written(asked), filter: asked.filter, limit: PAGE, ...(cursor ? { cursor } : {}) },
        reader,
      );
      ids.push(...idsOf(result.items));
      if (result.nextCursor === null) {
        const { fiscalYear, unit, matterType, state } = result.facets;
        return {
          ids,
          count: result.count,
          fiscalYear: tallied(fiscalYear),
          unit: tallied(unit),
          matterType: tallied(matterType),
          state: tallied(state),
        };
      }
      cursor = result.nextCursor;
    }
  }
});

/** One fault planted into the way from the box to the answer. */
interface Fault {
  readonly parse?: (asked: AskedQuery) => Query;
  readonly plan?: (plan: SearchPlan) => SearchPlan;
  readonly question?: (question: ReadersQuestion, reader: Actor) => ReadersQuestion;
  readonly tally?: (question: ReadersQuestion) => ReadersQuestion;
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const FAULTS: Readonly<Record<string, Fault>> = {
  'the text is not compared after the lookup': { plan: (plan) => ({ ...plan, compared: [] }) },
  'the query is not folded': {
    parse: ({ terms }) => ({
      wanted: terms.filter(({ minus }) => !minus).map(({ text }) => ({ needle: text, serial: null })),
      unwanted: terms.filter(({ minus }) => minus).map(({ text }) => ({ needle: text, serial: null })),
    }),
  },
  'everybody reads everything': { question: (question) => ({ ...question, visible: sql`true` }) },
  'confidentiality is forgotten': {
    question: (question, reader) => ({
      ...question,
      visible: sql`(${question.visible}) or (d.state <> 'drafting' and d.owner_unit = any(${reader.units}))`,
    }),
  },
  'drafts of others are shown': {
    question: (question, reader) => ({
      ...question,
      visible: sql`(${question.visible}) or (d.confidentiality = 'none' and d.owner_unit = any(${reader.units}))`,
    }),
  },
  'holders of seats are forgotten': {
    question: (question, reader) => ({
      ...question,
      visible: sql`d.drafter_staff_no = ${reader.staffNo} or ((${question.visible}) and d.owner_unit = any(${reader.units}))`,
    }),
  },
  'counts are not the reader’s own': { tally: (question) => ({ ...question, visible: sql`true` }) },
  'exclusions are ignored': { plan: (plan) => ({ ...plan, unwanted: [] }) },
  'only the first word counts': { parse: (asked) => parseQuery(written({ ...asked, terms: asked.terms.slice(0, 1) })) },
  'serials are ignored': {
    parse: (asked) => {
      const { wanted, unwanted } = parseQuery(written(asked));
      const plain = (terms: Query['wanted']) => terms.map(({ needle }) => ({ needle, serial: null }));
      return { wanted: plain(wanted), unwanted: plain(unwanted) };
    },
  },
  'phrases are taken for numbers': {
    parse: (asked) => parseQuery(written({ ...asked, terms: asked.terms.map((each) => ({ ...each, quoted: false })) })),
  },
  'the next page skips the rest of the day': {
    question: (question) => ({
      ...question,
      ...(question.after && { after: { ...question.after, documentId: '00000000-0000-0000-0000-000000000000' } }),
    }),
  },
  'the next page repeats the day': {
    question: (question) => ({
      ...question,
      ...(question.after && { after: { ...question.after, documentId: LAST_ID } }),
    }),
  },
  'filters of days are ignored': {
    question: ({ filter: { from: _from, to: _to, ...filter }, ...question }) => ({ ...question, filter }),
  },
};

describe('The proof of exactness', () => {
  const samples = fc.sample(town, { numRuns: 8, seed: 20261122 });

  it('agrees with the truth when nothing is planted', async () => {
    expect(await disagreements({})).toBe(0);
  }, 120_000);

  it.each(Object.entries(FAULTS))(
    'notices when %s',
    async (_, fault) => {
      expect(await disagreements(fault)).toBeGreaterThan(0);
    },
    120_000,
  );

  async function disagreements(fault: Fault): Promise<number> {
    let count = 0;
    for (const { documents, questions } of samples) {
      await archive.fill(documents);
      for (const { asked, reader } of questions) {
        const expected = truth(documents, asked, reader);
        const answer = await answerWith(fault, asked, reader);
        if (answer.count !== expected.length || answer.ids.join() !== idsOf(expected).join()) count++;
      }
      if (count > 0) return count;
    }
    return count;
  }

  /** The composition of SearchArchive with every joint open; it must agree with the truth when nothing is planted. */
  async function answerWith(
    { parse, plan = (as) => as, question = (as) => as, tally = (as) => as }: Fault,
    asked: AskedQuery,
    reader: Actor,
  ) {
    const parsed = parse ? parse(asked) : parseQuery(written(asked));
    const base: ReadersQuestion = {
      plan: plan(planQuery(parsed)),
      filter: asked.filter,
      visible: readableDocuments(reader, ENTRY_COLUMNS),
    };
    return archive.uow.read(async () => {
      await archive.rows.prepare(base.plan);
      const ids: string[] = [];
      let after: ReadersQuestion['after'];
      for (let page = 0; page < 12; page++) {
        const hits = await archive.rows.page(question({ ...base, ...(after && { after }) }, reader), PAGE);
        ids.push(...idsOf(hits));
        after = hits.at(-1);
        if (hits.length < PAGE) break;
      }
      return { ids, count: (await archive.rows.tally(tally(question(base, reader)))).count };
    });
  }
});
