import { Injectable } from '@nestjs/common';
import type { FiscalYear } from '@fubako/kernel';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import type { IndexEntry } from '../core/entry';

/** Where a document stands in the index; nothing is known of one that is new. */
export interface IndexedPlace {
  readonly documentId: string;
  readonly fy: FiscalYear | null;
  readonly contentSha256: Buffer | null;
}

/**
 * Writes of the index: whole batches, never row by row. Every call is part of the caller's unit of work, and is the office's
 * (`byOffice`), whoever has acted: readers have no right on the table.
 */
@Injectable()
export class IndexRows {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Locks the places of these documents, in one order for all, and makes those that are missing. Call it before the documents
   * are read: what another unit has changed meanwhile is then committed and seen.
   */
  claim(documentIds: readonly string[]): Promise<IndexedPlace[]> {
    return this.uow.rows<IndexedPlace>(sql`
      insert into search.indexed_document as place (document_id)
      select distinct id from unnest(${documentIds}::uuid[]) id order by id
      on conflict (document_id) do update set document_id = excluded.document_id
      returning document_id as "documentId", fy, content_sha256 as "contentSha256"`);
  }

  /** Facts and card of entries whose text is as the index has it. */
  describe(entries: readonly IndexEntry[]): void {
    if (entries.length === 0) return;
    this.uow.send(
      sql`
      update search.search_document d set sort_on = r.sort_on, state = r.state, matter_type = r.matter_type, drafter_staff_no = r.drafter_staff_no,
        owner_unit = r.owner_unit, confidentiality = r.confidentiality, confidential_until = r.confidential_until, amount = r.amount, decided = r.decided, card = r.card
      from ${recordset(entries)} where d.fy = r.fy and d.document_id = r.document_id`,
    );
  }

  /** Entries with their texts; what an entry had in another year is taken out there. */
  async write(entries: readonly IndexEntry[], places: readonly IndexedPlace[]): Promise<void> {
    if (entries.length === 0) return;
    const known = new Set(places.map(({ fy }) => fy));
    const years = entries.map(({ fy }) => fy).filter((fy) => !known.has(fy));
    if (years.length > 0) await this.uow.rows(sql`select search.ensure_years(${years}::smallint[])`);
    const fyOf = new Map(entries.map(({ documentId, fy }) => [documentId, fy]));
    this.takeOut(places.filter(({ documentId, fy }) => fyOf.has(documentId) && fy !== fyOf.get(documentId)));
    this.uow.send(
      sql`
      with written as (
        insert into search.search_document (fy, document_id, kind, sort_on, state, matter_type, drafter_staff_no, owner_unit, confidentiality, confidential_until, amount, decided, serials, folded, grams, layout, card)
        select fy, document_id, kind, sort_on, state, matter_type, drafter_staff_no, owner_unit, confidentiality, confidential_until, amount, decided, serials, folded, grams, layout, card
        from ${recordset(entries)}
        on conflict (fy, document_id) do update set sort_on = excluded.sort_on, state = excluded.state, matter_type = excluded.matter_type,
          drafter_staff_no = excluded.drafter_staff_no, owner_unit = excluded.owner_unit, confidentiality = excluded.confidentiality, confidential_until = excluded.confidential_until,
          amount = excluded.amount, decided = excluded.decided, serials = excluded.serials, folded = excluded.folded, grams = excluded.grams, layout = excluded.layout, card = excluded.card
        returning fy, document_id)
      update search.indexed_document place set fy = written.fy, content_sha256 = decode(digest.hex, 'hex')
      from written join unnest(${entries.map(({ documentId }) => documentId)}::uuid[], ${entries.map(({ contentSha256 }) => contentSha256.toString('hex'))}::text[])
        as digest(document_id, hex) using (document_id)
      where place.document_id = written.document_id`,
    );
  }

  /** Takes documents out of the index, with the places that {@link claim} has locked. */
  remove(places: readonly IndexedPlace[]): void {
    if (places.length === 0) return;
    this.takeOut(places);
    this.uow.send(
      sql`delete from search.indexed_document where document_id = any(${places.map(({ documentId }) => documentId)}::uuid[])`,
    );
  }

  /**
   * Brings the keys that wait in the lists of the years into the indexes, many documents at a time: what is found does not change,
   * and no act has to do it. @returns how many pages had waited
   */
  async settleKeys(): Promise<number> {
    const { pages } = await this.uow.one<{ pages: number }>(sql`
      select coalesce(sum(gin_clean_pending_list(i.indexrelid)), 0)::int as pages
      from pg_inherits year join pg_index i on i.indrelid = year.inhrelid
        join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam and a.amname = 'gin'
      where year.inhparent = 'search.search_document'::regclass`);
    return pages;
  }

  /** Documents that the index has after `after` up to `upTo` (open when null): for finding what should have gone. */
  async known(after: string | null, upTo: string | null): Promise<string[]> {
    const rows = await this.uow.rows<{ id: string }>(sql`
      select document_id as id from search.indexed_document
      where (${after}::uuid is null or document_id > ${after}::uuid) and (${upTo}::uuid is null or document_id <= ${upTo}::uuid) order by document_id`);
    return rows.map(({ id }) => id);
  }

  private takeOut(places: readonly IndexedPlace[]): void {
    const indexed = places.filter(({ fy }) => fy !== null);
    if (indexed.length === 0) return;
    this.uow.send(
      sql`
      delete from search.search_document d
      using unnest(${indexed.map(({ fy }) => fy)}::smallint[], ${indexed.map(({ documentId }) => documentId)}::uuid[]) as r(fy, document_id)
      where d.fy = r.fy and d.document_id = r.document_id`,
    );
  }
}

/** Entries as rows `r`, in one parameter: a batch is one statement of one shape whatever its size. */
function recordset(entries: readonly IndexEntry[]): Sql {
  const rows = entries.map((entry) => ({
    fy: entry.fy,
    document_id: entry.documentId,
    kind: entry.kind,
    sort_on: entry.sortOn,
    state: entry.state,
    matter_type: entry.matterType,
    drafter_staff_no: entry.drafterStaffNo,
    owner_unit: entry.ownerUnit,
    confidentiality: entry.confidentiality,
    confidential_until: entry.confidentialUntil,
    amount: entry.amount,
    decided: entry.decided,
    serials: entry.serials,
    folded: entry.folded,
    grams: entry.grams,
    layout: entry.layout,
    card: entry.card,
  }));
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as r(fy smallint, document_id uuid, kind text, sort_on date, state text, matter_type text,
    drafter_staff_no text, owner_unit text, confidentiality text, confidential_until date, amount bigint, decided boolean, serials int[], folded text, grams int[], layout json, card jsonb)`;
}
