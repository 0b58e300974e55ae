import fc from 'fast-check';
import { fiscalYearOf, localDate } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { parse } from 'csv-parse/sync';
import { EveryHit } from '../src/app/every-hit';
import { LIST_HEAD, listLine } from '../src/app/export-lines';
import { factLabel } from '../src/app/facets';
import { requestOf } from '../src/app/saved-conditions';
import { Suggest } from '../src/app/suggest';
import { FACT_NAMES, type FactName, SORTS, type SearchFilter } from '../src/core/question';
import { type Archive, type FiledFacts, openArchive } from './corpus/archive';
import { type TownDocument, actor, corpus, idOf } from './corpus/town';
import { type AskedQuery, query, written } from './corpus/asked';
import { truth } from './corpus/truth';

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.database.drop());

const filed = fc.record({
  unitThen: fc.constantFrom('U1', 'U2', 'U3'),
  filingClass: fc.constantFrom('A-01', 'B-02', 'C-12-03'),
  disclosureClass: fc.constantFrom('open', 'partial', 'closed'),
  retention: fc.constantFrom(null, 'R05', 'R30'),
  expiresOn: fc.constantFrom(null, '2027-03-31', '2027-04-01', '2040-03-31'),
  medium: fc.constantFrom('electronic', 'paper', 'hybrid'),
  hold: fc.constantFrom(null, 'document' as const, 'file' as const, 'released' as const, 'ended' as const),
});
const VALUES: Readonly<Record<FactName, readonly string[]>> = {
  unitThen: ['U1', 'U2', 'U9'],
  filingClass: ['A-01', 'C-12-03'],
  retention: ['R05'],
  expiryYear: ['none', '2026', '2027'],
  hold: ['held', 'free'],
  disclosureClass: ['open', 'closed'],
  medium: ['paper', 'hybrid'],
};
const chosen = fc.dictionary(fc.constantFrom(...FACT_NAMES), fc.nat(6), { maxKeys: 2 }).map((picks) =>
  Object.fromEntries(
    Object.entries(picks).map(([name, pick]) => {
      const values = VALUES[name as FactName];
      return [name, pick < values.length ? [values[pick]] : values];
    }),
  ),
);
const town = fc.record({
  // Their files are those of the filings.
  documents: corpus.map((documents) => documents.map((one): TownDocument => ({ ...one, fileId: null }))),
  filings: fc.array(filed, { minLength: 40, maxLength: 40 }),
  questions: fc.array(fc.record({ asked: query, facts: chosen, reader: actor, sort: fc.constantFrom(...SORTS) }), {
    minLength: 15,
    maxLength: 15,
  }),
});

function valueOf(name: FactName, facts: FiledFacts): string | null {
  const { retention, expiresOn, hold, medium } = facts;
  if (name === 'unitThen' || name === 'filingClass' || name === 'disclosureClass') return facts[name];
  if (retention === null) return null;
  const held = hold === 'document' || hold === 'file' ? 'held' : 'free';
  const expiryYear = expiresOn === null ? 'none' : String(fiscalYearOf(localDate(expiresOn)));
  return { retention, expiryYear, hold: held, medium }[name];
}

const tallied = (facets: readonly { value: string; count: number }[]) =>
  Object.fromEntries(facets.map(({ value, count }) => [value, count]));

describe('Facets of filing', () => {
  it('SEA-21 narrow together and count what looking at every readable document counts', async () => {
    let narrowed = 0;
    await fc.assert(
      fc.asyncProperty(town, async ({ documents, filings, questions }) => {
        const facts = documents.map(({ documentId }, index) => ({ ...filings[index]!, documentId }));
        const factsOf = new Map(facts.map((each) => [each.documentId, each]));
        await archive.fill(documents);
        await archive.file(facts);
        for (const { asked, facts: filter, reader } of questions) {
          const expected = expectedOf(documents, asked, { filter, factsOf, reader });
          const result = await archive.search.run(
            { text: written(asked), filter: { ...asked.filter, facts: filter }, off: asked.off, limit: 200 },
            reader,
          );
          narrowed += Object.keys(filter).length > 0 ? result.count : 0;
          expect({
            ids: result.items.map(({ documentId }) => documentId),
            count: result.count,
            ...Object.fromEntries(FACT_NAMES.map((name) => [name, tallied(result.facets[name])])),
          }).toEqual(expected);
        }
      }),
      { numRuns: 8 },
    );
    // Narrowed questions that find something; how many is left to chance.
    expect(narrowed).toBeGreaterThan(4);
  }, 200_000);

  it('SEA-7 SEA-33 leak through no export: narrowed by filing as it was saved, every line and cell is that of a readable document', async () => {
    const every = new EveryHit(archive.uow, archive.rows, archive.questions, archive.hits, archive.noting);
    let cells = 0;
    await fc.assert(
      fc.asyncProperty(town, async ({ documents, filings, questions }) => {
        const facts = documents.map(({ documentId }, index) => ({ ...filings[index]!, documentId }));
        const factsOf = new Map(facts.map((each) => [each.documentId, each]));
        await archive.fill(documents);
        await archive.file(facts);
        for (const { asked, facts: filter, reader, sort } of questions) {
          const conditions = savedAs(asked, filter, sort);
          const terms = requestOf(conditions);
          const { ids } = expectedOf(documents, asked, { filter, factsOf, reader });
          const lines = [];
          for await (const hits of every.pages(terms, { actor: reader, most: 1000 })) lines.push(...hits);
          const found = lines.map(({ documentId }) => documentId);
          expect(sort === 'date' ? found : found.toSorted()).toEqual(sort === 'date' ? ids : ids.toSorted());
          expect(await archive.counting.run(terms, reader)).toEqual({ count: ids.length, exact: true });
          const rows: Record<string, string>[] = parse(LIST_HEAD + lines.map(listLine).join(''), { columns: true });
          expect(rows.map(filingCells)).toEqual(found.map((id) => cellsOf(factsOf.get(id)!)));
          cells += rows.length;
        }
      }),
      { numRuns: 8 },
    );
    expect(cells).toBeGreaterThan(20);
  }, 200_000);

  it('SEA-7 SEA-35 leak through no suggestion: classes are those of documents that the reader finds', async () => {
    const suggest = new Suggest(archive.uow, archive.rows, archive.questions, archive.hits);
    let suggested = 0;
    await fc.assert(
      fc.asyncProperty(town, async ({ documents, filings, questions }) => {
        const facts = documents.map(({ documentId }, index) => ({ ...filings[index]!, documentId }));
        await archive.fill(documents);
        await archive.file(facts);
        for (const { reader } of questions)
          for (const typed of ['A', '12']) {
            const wish = { kind: 'word', text: typed, quoted: true, field: null } as const;
            const readable = truth(documents, { wishes: [wish], filter: {}, off: [] }, reader);
            const classes = facts
              .filter((each) => readable.some(({ documentId }) => documentId === each.documentId))
              .flatMap(({ filingClass }) => (filingClass.includes(typed) ? [filingClass] : []));
            const found = (await suggest.run(typed, reader)).filter(({ kind }) => kind === 'filingClass');
            expect(found.map(({ text }) => text).toSorted()).toEqual([...new Set(classes)].toSorted());
            suggested += found.length;
          }
      }),
      { numRuns: 5 },
    );
    expect(suggested).toBeGreaterThan(5);
  }, 200_000);

  it('SEA-21 change at once when records change', async () => {
    const [first] = fc.sample(corpus, { numRuns: 1, seed: 7 });
    const document = { ...first![0]!, documentId: idOf(1), title: '占用', state: 'decided', confidentiality: 'none' };
    const facts = {
      documentId: idOf(1),
      unitThen: 'U1',
      filingClass: 'A-01',
      disclosureClass: 'open',
      retention: 'R05',
      medium: 'paper',
      hold: null,
    };
    await archive.fill([document]);
    const reader = { ...fc.sample(actor, 1)[0]!, roles: [{ role: 'auditor' as const, unitCode: null }] };
    const years = async (filter: SearchFilter) => {
      const { count, facets } = await archive.search.run({ text: '占用', filter, limit: 5 }, reader);
      return [count, tallied(facets.expiryYear)];
    };
    await archive.file([{ ...facts, expiresOn: '2031-03-31' }]);
    expect(await years({ facts: { expiryYear: ['2030'] } })).toEqual([1, { 2030: 1 }]);
    await archive.file([{ ...facts, expiresOn: null }]);
    expect(await years({ facts: { expiryYear: ['2030'] } })).toEqual([0, { none: 1 }]);
    expect((await years({ facts: { hold: ['held'] } }))[0]).toBe(0);
    await archive.file([{ ...facts, expiresOn: null, hold: 'file' }]);
    expect((await years({ facts: { hold: ['held'] } }))[0]).toBe(1);
  });
});

/** The conditions as a saved search or an export keeps them. */
function savedAs({ filter, off, ...asked }: AskedQuery, facts: object, sort: string) {
  const { fiscalYears, units, files, matterTypes, states, from, to } = filter;
  const kept = {
    fiscalYear: fiscalYears,
    unit: units,
    file: files,
    matterType: matterTypes,
    state: states,
    from,
    to,
    ...facts,
    asWritten: off,
  };
  const set = Object.entries(kept).filter(([, value]) => value !== undefined);
  return { q: written({ ...asked, filter, off }), sort, ...JSON.parse(JSON.stringify(Object.fromEntries(set))) };
}

const CELLS = {
  起案時の所属: 'unitThen',
  分類: 'filingClass',
  保存期間: 'retention',
  満了年度: 'expiryYear',
  廃棄保留: 'hold',
  公開区分: 'disclosureClass',
  媒体: 'medium',
} as const;

const filingCells = (row: Readonly<Record<string, string>>) => Object.keys(CELLS).map((head) => row[head]);

function cellsOf(facts: FiledFacts): string[] {
  return Object.values(CELLS).map((name) => {
    const value = valueOf(name, facts);
    if (value === null) return '';
    return name === 'unitThen' ? `${value}係` : factLabel(name, value);
  });
}

function expectedOf(
  documents: readonly TownDocument[],
  asked: AskedQuery,
  {
    filter,
    factsOf,
    reader,
  }: { filter: NonNullable<SearchFilter['facts']>; factsOf: ReadonlyMap<string, FiledFacts>; reader: Actor },
) {
  const readable = truth(documents, asked, reader);
  const passing = (open: FactName | null) =>
    readable.filter(({ documentId }) =>
      FACT_NAMES.every((name) => {
        const values = filter[name];
        return name === open || !values || values.includes(valueOf(name, factsOf.get(documentId)!) ?? '');
      }),
    );
  const counts = FACT_NAMES.map((name) => {
    const counted: Record<string, number> = {};
    for (const { documentId } of passing(name)) {
      const value = valueOf(name, factsOf.get(documentId)!);
      if (value !== null) counted[value] = (counted[value] ?? 0) + 1;
    }
    return [name, counted] as const;
  });
  const hits = passing(null);
  return { ids: hits.map(({ documentId }) => documentId), count: hits.length, ...Object.fromEntries(counts) };
}
