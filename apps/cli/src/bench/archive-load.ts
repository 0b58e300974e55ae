import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Client } from 'pg';
import { UnitOfWork } from '@fubako/platform/database';
import { IndexRows, entryOf } from '@fubako/search';
import { ArchiveCorpus } from './archive-corpus';
import { type ArchivedEntry, ArchiveRights, archived } from './archive-rights';
import { rounded, tell } from './figures';
import { Groonga, type GroongaDocument, hasGroonga } from './groonga';

const BATCH = 500;
/** Every so many texts is kept for making queries. */
const SAMPLE = 50;

interface Parts {
  readonly product: INestApplicationContext;
  readonly client: Client;
  readonly folder: string;
}

/** Fills the index, and the other engine beside it, with one generated archive. Indexes are built afterwards, at once. */
export class ArchiveLoad {
  readonly samples: string[] = [];
  readonly groonga: Groonga | null;
  readonly figures: Record<string, number> = {};
  size = 0;

  private readonly rights: ArchiveRights;

  constructor(private readonly parts: Parts) {
    this.rights = new ArchiveRights(parts.client);
    this.groonga = hasGroonga() ? new Groonga(join(parts.folder, `groonga-${Date.now()}`)) : null;
  }

  async run(size: number): Promise<void> {
    const { client } = this.parts;
    this.size = size;
    await client.query('truncate search.search_document, search.indexed_document');
    await client.query('drop index if exists search.search_document_grams');
    await this.rights.empty();
    await this.groonga?.begin();
    const started = performance.now();
    const corpus = new ArchiveCorpus(size);
    for (let from = 0; from < size; from += BATCH) {
      await this.batch(corpus, from, Math.min(size, from + BATCH));
      if (from % 20_000 === 0) tell(`${from} of ${size} documents written, ${seconds(started)} s`);
    }
    this.figures.load_s = seconds(started);
    await this.rights.finish();
    await this.buildIndexes();
  }

  async end(): Promise<void> {
    await this.groonga?.end();
  }

  private async batch(corpus: ArchiveCorpus, from: number, to: number): Promise<void> {
    const { product } = this.parts;
    const [uow, rows] = [product.get(UnitOfWork), product.get(IndexRows)];
    const written = Array.from({ length: to - from }, (_, n) => archived(corpus.document(from + n), from + n));
    await this.rights.write(written);
    const entries = written.map(({ document }) => entryOf(document));
    const ids = entries.map(({ documentId }) => documentId);
    await uow.run(async () => rows.write(entries, await rows.claim(ids)));
    entries.forEach(({ folded }, n) => {
      if ((from + n) % SAMPLE === 0) this.samples.push(folded);
    });
    await this.groonga?.load(
      entries.map((entry, n): GroongaDocument => ({
        _key: entry.documentId,
        body: entry.folded,
        day: entry.sortOn,
        fy: entry.fy,
        state: entry.state,
        confidentiality: entry.confidentiality,
        drafter: entry.drafterStaffNo,
        sections: sectionsOf(written[n], entry.ownerUnit),
        participants: written[n]?.rights.participants ?? [],
      })),
    );
  }

  private async buildIndexes(): Promise<void> {
    const { client } = this.parts;
    const started = performance.now();
    await client.query("set maintenance_work_mem = '1GB'");
    await client.query(
      'create index search_document_grams on search.search_document using gin (grams, serials) with (fastupdate = off)',
    );
    await client.query(
      "select search.tune_year(inhrelid::regclass) from pg_inherits where inhparent = 'search.search_document'::regclass",
    );
    this.figures.gin_s = seconds(started);
    await client.query('vacuum analyze search.search_document');
    tell(`grams indexed in ${this.figures.gin_s} s`);
    const other = performance.now();
    await this.groonga?.serve();
    this.figures.groonga_index_s = seconds(other);
    tell(`Groonga: ${this.groonga ? `indexed in ${this.figures.groonga_index_s} s` : 'not installed, not compared'}`);
  }
}

/** All sections by which an entry may be read, as the other engine asks for them. */
function sectionsOf(entry: ArchivedEntry | undefined, owner: string): readonly string[] {
  return entry?.document.kind === 'receipt' ? [...entry.rights.holders, ...entry.rights.audience] : [owner];
}

function seconds(since: number): number {
  return rounded((performance.now() - since) / 1000);
}
