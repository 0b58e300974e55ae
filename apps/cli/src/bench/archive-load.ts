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

/** Names of copies, told from those of what was generated (UUID v7) by their version. */
const COPIES = `
  create schema if not exists bench;
  create or replace function bench.is_generated(id uuid) returns boolean language sql immutable as $$ select substr(id::text, 15, 1) = '7' $$;
  create or replace function bench.copy_of(id uuid, copy int) returns uuid language sql immutable as
    $$ select overlay(overlay(id::text placing '8' from 15 for 1) placing lpad(to_hex(copy), 3, '0') from 16 for 3)::uuid $$`;

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

  /** @param times how often each document is to stand in the archive; more than once for us alone, and not for the other engine */
  constructor(
    private readonly parts: Parts,
    private readonly times = 1,
  ) {
    this.rights = new ArchiveRights(parts.client);
    this.groonga = times === 1 && hasGroonga() ? new Groonga(join(parts.folder, `groonga-${Date.now()}`)) : null;
  }

  async run(size: number): Promise<void> {
    const { client } = this.parts;
    this.size = size * this.times;
    await client.query('truncate search.search_document, search.indexed_document');
    await client.query('drop index if exists search.search_document_grams');
    await this.rights.empty();
    await client.query(COPIES);
    await this.groonga?.begin();
    const started = performance.now();
    const corpus = new ArchiveCorpus(size);
    for (let from = 0; from < size; from += BATCH) {
      await this.batch(corpus, from, Math.min(size, from + BATCH));
      if (from % 20_000 === 0) tell(`${from} of ${size} documents written, ${seconds(started)} s`);
    }
    for (let copy = 1; copy < this.times; copy++) {
      await this.repeat(copy);
      tell(`${(copy + 1) * size} of ${this.size} documents written, ${seconds(started)} s`);
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

  /** Every document once more under another name, on its day and with its rights: words stay as common as they are. */
  private async repeat(copy: number): Promise<void> {
    const { client } = this.parts;
    await client.query(
      `insert into search.search_document (fy, document_id, kind, sort_on, state, matter_type, drafter_staff_no, owner_unit, confidentiality, confidential_until,
         amount, decided, serials, folded, grams, layout, card)
       select d.fy, bench.copy_of(d.document_id, $1), d.kind, d.sort_on, d.state, d.matter_type, d.drafter_staff_no, d.owner_unit, d.confidentiality, d.confidential_until,
         d.amount, d.decided, d.serials, d.folded, d.grams, d.layout, d.card
       from search.search_document d where bench.is_generated(d.document_id)`,
      [copy],
    );
    await this.rights.repeat(copy);
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
