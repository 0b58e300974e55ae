import { Injectable } from '@nestjs/common';
import type { FiscalYear, LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { SubjectKind } from '../core/searchable-document';
import { type ReadersQuestion, hitsSql } from './hits.sql';
import type { SavedConditions } from './saved-search-rows';

export interface Subscription {
  readonly searchId: string;
  readonly name: string;
  readonly conditions: SavedConditions;
  readonly staffNo: string;
}

export interface ChangedEntry {
  readonly documentId: string;
  readonly fy: FiscalYear;
}

export interface NewHit {
  readonly kind: SubjectKind;
  readonly documentId: string;
  readonly title: string;
}

type Key = Pick<Subscription, 'searchId' | 'staffNo'>;

/** 新着の通知. Every call is part of the caller's unit of work. */
@Injectable()
export class SubscriptionRows {
  constructor(private readonly uow: UnitOfWork) {}

  async subscribe({ searchId, staffNo }: Key): Promise<void> {
    await this.uow.change(sql`
      insert into search.subscription (search_id, staff_no, subscribed_at) values (${searchId}, ${staffNo}, ${await this.uow.now()})
      on conflict do nothing`);
  }

  async unsubscribe({ searchId, staffNo }: Key): Promise<void> {
    await this.uow.change(sql`delete from search.subscription where search_id = ${searchId} and staff_no = ${staffNo}`);
  }

  /** Those whose subscribers still see the search are the caller's question. */
  all(): Promise<Subscription[]> {
    return this.uow.rows<Subscription>(sql`
      select u.search_id as "searchId", s.name, s.conditions, u.staff_no as "staffNo"
      from search.subscription u join search.saved_search s on s.id = u.search_id order by u.search_id, u.staff_no`);
  }

  /** Remembers hits of the subscriber's question. @returns those that were not known, the newest first */
  async learn({ searchId, staffNo }: Key, question: ReadersQuestion, limit: number): Promise<NewHit[]> {
    return this.uow.rows<NewHit>(sql`
      with hit as materialized (${hitsSql(question, limit)}),
        fresh as (
          insert into search.known_hit (search_id, staff_no, document_id)
          select ${searchId}::uuid, ${staffNo}, document_id from hit on conflict do nothing returning document_id)
      select hit.kind, hit.document_id as "documentId", d.card->>'title' as title
      from hit join fresh using (document_id) join search.entry d on d.fy = hit.fy and d.document_id = hit.document_id
      order by hit.sort_on desc, hit.document_id desc`);
  }

  /** Nothing is noted while nobody waits for news. */
  noteChanged(documentIds: readonly string[]): void {
    this.uow.send(sql`
      insert into search.changed_entry (document_id) select distinct unnest(${documentIds}::uuid[])
      where exists (select from search.subscription)`);
  }

  /** 時限秘 that has ended since this was last asked changes what may be read, and nothing announces it. */
  async noteEndedSecrecy(today: LocalDate): Promise<void> {
    await this.uow.change(sql`
      with since as (select before from search.ended_secrecy where before is null or before < ${today}::date for update),
        noted as (
          insert into search.changed_entry (document_id)
          select d.document_id from since join search.search_document d on d.confidential_until >= since.before and d.confidential_until < ${today}::date
          where exists (select from search.subscription))
      update search.ended_secrecy set before = ${today}::date from since`);
  }

  /** Takes at most `limit` notes, each once: of two workers neither waits for the other. */
  async takeChanged(limit: number): Promise<{ taken: number; entries: ChangedEntry[] }> {
    const rows = await this.uow.rows<{ documentId: string; fy: FiscalYear | null }>(sql`
      with taken as (
        delete from search.changed_entry where seq in (
          select seq from search.changed_entry order by seq limit ${limit} for update skip locked) returning document_id)
      select taken.document_id as "documentId", place.fy from taken left join search.indexed_document place using (document_id)`);
    const entries = new Map<string, ChangedEntry>();
    for (const { documentId, fy } of rows) if (fy !== null) entries.set(documentId, { documentId, fy });
    return { taken: rows.length, entries: [...entries.values()] };
  }
}
