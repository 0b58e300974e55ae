import type { INestApplicationContext } from '@nestjs/common';
import type { Client } from 'pg';
import { type PostCode, type StaffNo, type UnitCode, localDate } from '@fubako/kernel';
import { type Actor, readerOf } from '@fubako/platform/authz';
import { UnitOfWork, Visits, sql } from '@fubako/platform/database';
import {
  ArchiveHits,
  CountArchive,
  IndexRows,
  SearchArchive,
  SearchQuestion,
  type SearchTerms,
  entryOf,
  understand,
} from '@fubako/search';
import { ArchiveCorpus } from './archive-corpus';
import type { ArchiveLoad } from './archive-load';
import { type BenchQuery, queriesFrom } from './archive-queries';
import { ArchiveWaiting } from './archive-waiting';
import { type Spread, rounded, spreadOf, tell, timed } from './figures';

const ROUNDS = 3;
const PAGE = 50;
/** Half of them with grams: about what a municipality writes while the worker looks away. */
const SETTLED_EVERY = 40;
const YEAR = 2024;
const UNITS = Array.from({ length: 10 }, (_, n) => `u${n}`);
const ME = 's00005';

/** The head of a department with ten sections. */
const READER: Actor = {
  staffNo: ME as StaffNo,
  name: '部長',
  on: localDate('2026-11-28'),
  posts: [{ code: 'P' as PostCode, title: '部長', rank: 5, unitCode: 'u0' as UnitCode, unitName: '部', kind: 'main' }],
  units: UNITS as UnitCode[],
  roles: [],
};
/** Works in no section and drafted nothing: every document is hidden. */
const STRANGER: Actor = { ...READER, staffNo: 's99999' as StaffNo, posts: [], units: [] };
const IN_SECTIONS = [...UNITS, '*'].map((unit) => `sections @ "${unit}"`).join(' || ');
const VISIBLE_TO_READER = `participants @ "${ME}" || (confidentiality == "none" && state != "drafting" && (${IN_SECTIONS}))`;

const FILTERS = [
  { name: 'none', visible: false, years: [], groonga: null },
  { name: 'visible', visible: true, years: [], groonga: VISIBLE_TO_READER },
  { name: 'visible_year', visible: true, years: [YEAR], groonga: `fy == ${YEAR} && (${VISIBLE_TO_READER})` },
] as const;
type Filter = (typeof FILTERS)[number];
const COUNTED = { capped_count: [], capped_count_year: [YEAR] };

/** Measures one archive; both sides of every ratio by turns. */
export class ArchiveMeasures {
  private readonly times = new Map<string, number[]>();
  private readonly figures: Record<string, number | string> = {};
  private readonly uow: UnitOfWork;

  constructor(
    private readonly product: INestApplicationContext,
    private readonly client: Client,
    private readonly load: ArchiveLoad,
  ) {
    this.uow = product.get(UnitOfWork);
  }

  async run(): Promise<Record<string, unknown>> {
    const queries = await queriesFrom(this.load.samples, (word) => this.shareOf(word));
    tell(`${queries.length} queries in ${new Set(queries.map((query) => query.class)).size} classes`);
    for (const filter of FILTERS) await this.compare(queries, filter);
    await this.answers(queries);
    await this.scan(queries);
    await this.counts(queries);
    await this.hidden(queries);
    await this.inserts();
    await this.sizes();
    return this.report();
  }

  private async compare(queries: readonly BenchQuery[], filter: Filter): Promise<void> {
    let differing = 0;
    for (let round = 0; round <= ROUNDS; round++) {
      for (const query of queries) {
        let ours: string[] = [];
        const ms = await timed(async () => (ours = await this.page(query, filter)));
        let theirs: string[] | null = null;
        const other = await timed(
          async () => (theirs = (await this.load.groonga?.search(query.words, filter.groonga)) ?? null),
        );
        if (round === 0) {
          if (theirs !== null && ours.join() !== (theirs as string[]).join()) differing++;
          continue;
        }
        this.keep(`page_${filter.name}`, ms);
        this.keep(`class ${query.class}, ${filter.name}`, ms);
        if (theirs !== null) this.keep(`groonga_${filter.name}`, other);
      }
    }
    this.figures[`pages_unlike_groonga_${filter.name}`] = differing;
    this.say(`page_${filter.name}`, `groonga_${filter.name}`);
  }

  private page({ words }: Pick<BenchQuery, 'words'>, { visible, years }: Filter, reader = READER): Promise<string[]> {
    const [questions, hits] = [this.product.get(SearchQuestion), this.product.get(ArchiveHits)];
    return this.uow.read(async () => {
      const question = await questions.of(understand(termsOf(words, years)), reader);
      await hits.prepare(question);
      const found = await hits.page(visible ? question : { ...question, visible: sql`true` }, PAGE);
      return found.map(({ documentId }) => documentId);
    });
  }

  /** The whole answer of the API: page, snippets, capped count and facets. */
  private async answers(queries: readonly BenchQuery[]): Promise<void> {
    const search = this.product.get(SearchArchive);
    for (let round = 0; round <= 1; round++) {
      for (const { words } of queries) {
        const ms = await timed(() => search.run({ ...termsOf(words, []), limit: PAGE }, READER));
        if (round > 0) this.keep('answer_visible', ms);
      }
    }
    this.say('answer_visible');
  }

  /** Reading every text, which is also the truth. */
  private async scan(queries: readonly BenchQuery[]): Promise<void> {
    let missed = 0;
    const some = queries.filter((_, index) => index % Math.ceil(queries.length / 8) === 0);
    for (const query of some) {
      let truth: string[] = [];
      const ms = await timed(async () => {
        const { rows } = await this.client.query<{ id: string }>(
          'select document_id as id from search.search_document d where not exists (select from unnest($1::text[]) w where strpos(d.folded, w) = 0) order by sort_on desc, document_id desc limit 50',
          [query.words],
        );
        truth = rows.map(({ id }) => id);
      });
      this.keep('scan_none', ms);
      if ((await this.page(query, FILTERS[0])).join() !== truth.join()) missed++;
    }
    this.figures.pages_unlike_scan = missed;
    this.say('scan_none');
  }

  private async counts(queries: readonly BenchQuery[]): Promise<void> {
    const [questions, hits, counting] = [
      this.product.get(SearchQuestion),
      this.product.get(ArchiveHits),
      this.product.get(CountArchive),
    ];
    for (let round = 0; round <= ROUNDS; round++)
      for (const { words } of queries)
        for (const [name, years] of Object.entries(COUNTED)) {
          const capped = () =>
            this.uow.read(async () => {
              const question = await questions.of(understand(termsOf(words, years)), READER);
              await hits.prepare(question);
              await hits.count(question, 1001);
            });
          const ms = await timed(() => asRequest(capped));
          if (round > 0) this.keep(name, ms);
        }
    const commonest = await this.commonestPair(queries);
    for (let round = 0; round <= 5; round++) {
      const ms = await timed(async () => {
        const { count, exact } = await asRequest(() => counting.run(termsOf([commonest], []), READER));
        this.figures.exact_count = `${commonest}: ${count}${exact ? '' : ' or more'}`;
      });
      if (round > 0) this.keep('exact_count', ms);
    }
    this.say('capped_count', 'capped_count_year', 'exact_count');
  }

  /** What can be told by waiting (SEA-42): words of documents that are all hidden, and words that no document has, by turns. */
  private async hidden(queries: readonly BenchQuery[]): Promise<void> {
    for (let round = 0; round <= ROUNDS; round++) {
      for (const { words } of queries) {
        const nowhere = words.map((word) => '\u{9FA5}'.repeat(word.length));
        for (const [name, asked] of [
          ['page_hidden', words],
          ['page_absent', nowhere],
        ] as const) {
          const ms = await timed(() => this.page({ words: asked }, FILTERS[1], STRANGER));
          if (round > 0) this.keep(name, ms);
        }
      }
    }
    const waiting = new ArchiveWaiting(this.product, (name, ms) => this.keep(name, ms));
    Object.assign(this.figures, await waiting.run(queries, STRANGER));
    this.say('page_hidden', 'page_absent', 'answer_hidden', 'answer_absent', 'count_hidden', 'count_absent');
  }

  private async commonestPair(queries: readonly BenchQuery[]): Promise<string> {
    const pairs = queries.flatMap(({ words }) => words.filter((word) => word.length === 2));
    const shares = await Promise.all(pairs.map(async (word) => ({ word, share: await this.shareOf(word) })));
    return shares.sort((a, b) => b.share - a.share)[0]?.word ?? 'する';
  }

  /** One document in one unit, with its grams and without them, by turns. */
  private async inserts(): Promise<void> {
    const rows = this.product.get(IndexRows);
    const corpus = new ArchiveCorpus(400, 5);
    for (let index = 0; index < 400; index++) {
      const whole = entryOf(corpus.document(index));
      const documentId = `01900000-0000-7000-a000-${String(index).padStart(12, '0')}`;
      const entry = { ...whole, documentId, ...(index % 2 === 0 ? {} : { grams: [], serials: [] }) };
      const ms = await timed(() => this.uow.run(async () => rows.write([entry], await rows.claim([documentId]))));
      if (index >= 20) this.keep(index % 2 === 0 ? 'insert' : 'insert_without_grams', ms);
      // What the worker does every few seconds.
      if (index % SETTLED_EVERY === SETTLED_EVERY - 1)
        this.keep('settle_keys', await timed(() => this.uow.run(() => rows.settleKeys())));
    }
    this.say('insert', 'insert_without_grams', 'settle_keys');
  }

  private async sizes(): Promise<void> {
    const { rows } = await this.client.query<Record<string, string>>(`
      select (select sum(octet_length(folded)) from search.search_document) as folded,
        (select sum(pg_relation_size(i.inhrelid)) from pg_inherits i where i.inhparent = 'search.search_document_grams'::regclass) as gin,
        (select sum(pg_total_relation_size(i.inhrelid)) from pg_inherits i where i.inhparent = 'search.search_document'::regclass) as total`);
    for (const [name, bytes] of Object.entries(rows[0] ?? {}))
      this.figures[`${name}_mb`] = rounded(Number(bytes) / 1e6);
  }

  /** The part of all documents that holds the grams of the word. */
  private async shareOf(word: string): Promise<number> {
    const [questions, hits] = [this.product.get(SearchQuestion), this.product.get(ArchiveHits)];
    const count = await this.uow.read(async () => {
      const question = await questions.of(understand(termsOf([word], [])), READER);
      await hits.prepare(question);
      return hits.count({ ...question, visible: sql`true` }, Math.ceil(this.load.size * 0.21));
    });
    return count / this.load.size;
  }

  private report(): Record<string, unknown> {
    const ms: Record<string, Spread> = Object.fromEntries(
      [...this.times].map(([name, times]) => [name, spreadOf(times)]),
    );
    const ratio = (a: string, b: string, at: 'p50' | 'p95') => (ms[a] && ms[b] ? rounded(ms[a][at] / ms[b][at]) : null);
    const megabytes = (name: string) => Number(this.figures[`${name}_mb`]);
    const ratios = {
      p95_vs_groonga_none: ratio('page_none', 'groonga_none', 'p95'),
      p95_vs_groonga_visible: ratio('page_visible', 'groonga_visible', 'p95'),
      p95_vs_groonga_visible_year: ratio('page_visible_year', 'groonga_visible_year', 'p95'),
      p50_vs_groonga_visible: ratio('page_visible', 'groonga_visible', 'p50'),
      p95_vs_scan: ratio('page_none', 'scan_none', 'p95'),
      index_vs_text: rounded(megabytes('gin') / megabytes('folded')),
      everything_vs_text: rounded(megabytes('total') / megabytes('folded')),
      hidden_vs_absent_p50: ratio('page_hidden', 'page_absent', 'p50'),
      insert_vs_without: ratio('insert', 'insert_without_grams', 'p50'),
      insert_vs_without_mean: this.meanRatio('insert', 'insert_without_grams'),
    };
    const goals = {
      p95_vs_groonga_visible: 0.5,
      index_vs_text: 3.5,
      insert_vs_without: 3,
      insert_vs_without_mean: 3,
      capped_count_p95_ms: 60,
      exact_count_ms: 500,
    };
    return { documents: this.load.size, ms, ratios, goals, figures: { ...this.load.figures, ...this.figures } };
  }

  /** Of means, so that what some inserts leave to one of them counts. */
  private meanRatio(a: string, b: string): number {
    const mean = (name: string) => {
      const times = this.times.get(name) ?? [];
      return times.reduce((sum, ms) => sum + ms, 0) / times.length;
    };
    return rounded(mean(a) / mean(b));
  }

  private say(...names: readonly string[]): void {
    for (const name of names) {
      const times = this.times.get(name);
      if (!times) continue;
      const { p50, p95, runs } = spreadOf(times);
      tell(`${name.padEnd(24)} p50 ${p50} ms, p95 ${p95} ms, ${runs} runs`);
    }
  }

  private keep(name: string, ms: number): void {
    this.times.set(name, [...(this.times.get(name) ?? []), ms]);
  }
}

/** As requests of the reader ask: past the second wall as well (ADR 0037). */
function asRequest<T>(work: () => Promise<T>): Promise<T> {
  return Visits.begin(() => {
    Visits.nowOf(readerOf(READER));
    return work();
  });
}

/** Quoted, so that no number and no day is looked for beside the letters: the other engine has none. */
function termsOf(words: readonly string[], years: readonly number[]): SearchTerms {
  const text = words.map((word) => `"${word}"`).join(' ');
  return { text, filter: years.length > 0 ? { fiscalYears: years } : {} };
}
