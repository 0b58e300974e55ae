import { Injectable } from '@nestjs/common';
import type { FiscalYear, LocalDate } from '@fubako/kernel';
import { type DocumentState, secretOn } from '@fubako/documents';
import { type Sql, UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import type { EntryCard, LayoutPart } from '../core/entry';
import type { ReceiptState, SubjectKind } from '../core/searchable-document';
import { type SearchPlan, looksUp } from '../core/plan';
import { archiveFactLabel, archiveFacts } from '@fubako/records';
import { FACT_NAMES, type FactName, type HitKey } from '../core/question';
import { facetsSql } from './facets.sql';
import { ENTRY_COLUMNS, type ReadersQuestion, anyHitsSql, hitsSql } from './hits.sql';

/** Counting stops here: more is said to be «約». */
export const COUNT_CAP = 1000;

export const FACET_FIELDS = ['kind', 'fiscalYear', 'unit', 'matterType', 'state', ...FACT_NAMES] as const;
export type FacetField = (typeof FACET_FIELDS)[number];

/** How many of the counted hits have this value; `sample` is the first of them, `label` what the records call the value. */
export interface FacetCount {
  readonly field: FacetField;
  readonly value: string;
  readonly count: number;
  readonly label: string | null;
  readonly sample: EntryCard;
}

export interface Tally {
  readonly count: number;
  readonly capped: boolean;
  readonly facets: readonly FacetCount[];
}

/** How what was found stands: a document or a receipt. */
export type SubjectState = DocumentState | ReceiptState;

/** 秘密区分 of a hit that is confidential today. */
export interface SecretHit {
  readonly kind: SubjectKind;
  readonly documentId: string;
  readonly secrecy: string;
}

/** A hit as a line of a list. */
export interface ListedHit extends Pick<HitKey, 'fy' | 'documentId' | 'sortOn'> {
  readonly kind: SubjectKind;
  readonly state: SubjectState;
  readonly amount: number | null;
  readonly card: EntryCard;
  readonly facts: Readonly<Partial<Record<FactName, string>>>;
}

/** A hit with what is needed to show it. */
export interface HitRow extends HitKey {
  readonly kind: SubjectKind;
  readonly state: SubjectState;
  readonly amount: number | null;
  readonly card: EntryCard;
  readonly layout: readonly LayoutPart[];
  /** 保存期間, of what is filed. */
  readonly retention: string | null;
  /** For each needle: where it first stands after the title, in code points from 1; 0 when nowhere. */
  readonly positions: readonly number[];
}

/** Reads of the index. Every call is part of the caller's unit of work. */
@Injectable()
export class ArchiveRows {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Settings of this unit: statements are planned for their own values, and compiling them would cost more than they do. With
   * words, the way must lead through the grams: the planner does not know how dear it is to unpack them row by row.
   */
  async prepare(plan: SearchPlan): Promise<void> {
    const otherWays = looksUp(plan) ? 'off' : 'on';
    // Readers may not call set_config (ADR 0037).
    await this.uow.rows(
      asOffice(sql`
        select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true),
               set_config('enable_seqscan', ${otherWays}, true), set_config('enable_indexscan', ${otherWays}, true)`),
    );
  }

  /** Hits in order, at most `limit`. */
  page(question: ReadersQuestion, limit: number): Promise<HitKey[]> {
    return this.uow.rows<HitKey>(sql`
      select fy, document_id as "documentId", sort_on as "sortOn", number_key as "numberKey", rank
      from (${hitsSql(question, limit)}) hit`);
  }

  /** Hits whoever may read them: for inquiries into readings, which show nothing of what was found (REA-2). */
  pageOfAll(question: ReadersQuestion, limit: number): Promise<HitKey[]> {
    const hits = hitsSql({ ...question, visible: sql`true` }, limit);
    return this.uow.rows<HitKey>(asOffice(sql`select fy, document_id as "documentId" from (${hits}) hit`));
  }

  /**
   * Count and facets over the reader's hits, up to `cap` (SEA-9; null: over all of them), in one statement. A facet that is chosen from is counted
   * as if it were not, so that its other values can be added (SEA-21).
   */
  async tally(
    { after: _, startYear: __, sort: ___, ...question }: ReadersQuestion,
    cap: number | null,
  ): Promise<Tally> {
    const rows = await this.uow.rows<{
      field: FacetField | null;
      value: string;
      label: string | null;
      count: number;
      total: number;
      sample: EntryCard;
    }>(sql`
      with hit as materialized (select h.*, row_number() over () as n from (${anyHitsSql(question, cap === null ? null : cap + 1)}) h),
      facet as (${facetsSql(question, cap)})
      select f.field, f.value, f.label, f.count, d.card as sample, total.n as total
      from (select count(*) as n from hit) total left join facet f on true
      left join search.entry d on d.fy = f.fy and d.document_id = f.document_id`);
    const total = rows[0]?.total ?? 0;
    const facets = rows.flatMap(({ field, value, label, count, sample }) =>
      field === null ? [] : [{ field, value, label, count, sample }],
    );
    return { count: Math.min(total, cap ?? total), capped: cap !== null && total > cap, facets };
  }

  /** Facts and card of these hits, in their order, for lists that show no text. */
  listed(hits: readonly HitKey[]): Promise<ListedHit[]> {
    return this.uow.rows<ListedHit>(sql`
      select d.fy, d.document_id as "documentId", d.kind, d.sort_on as "sortOn", d.state, d.amount, d.card,
        (select coalesce(json_object_agg(f.field, coalesce(f.label, f.value)), '{}') from ${archiveFacts(sql`d.document_id`)} f) as facts
      from unnest(${hits.map(({ fy }) => fy)}::smallint[], ${hits.map(({ documentId }) => documentId)}::uuid[]) with ordinality as k(fy, document_id, n)
      join search.entry d on d.fy = k.fy and d.document_id = k.document_id order by k.n`);
  }

  /** Those of the hits that are confidential on `day`. */
  secretAmong(hits: readonly HitKey[], day: LocalDate): Promise<SecretHit[]> {
    return this.uow.rows<SecretHit>(sql`
      select d.kind, d.document_id as "documentId", d.confidentiality as secrecy
      from unnest(${hits.map(({ fy }) => fy)}::smallint[], ${hits.map(({ documentId }) => documentId)}::uuid[]) as k(fy, document_id)
      join search.entry d on d.fy = k.fy and d.document_id = k.document_id where ${secretOn(ENTRY_COLUMNS, day)}`);
  }

  /** Those of the hits that this condition does not let through. */
  beyond(hits: readonly HitKey[], readable: Sql): Promise<{ kind: SubjectKind; documentId: string }[]> {
    return this.uow.rows<{ kind: SubjectKind; documentId: string }>(sql`
      select d.kind, d.document_id as "documentId"
      from unnest(${hits.map(({ fy }) => fy)}::smallint[], ${hits.map(({ documentId }) => documentId)}::uuid[]) as k(fy, document_id)
      join search.entry d on d.fy = k.fy and d.document_id = k.document_id where not coalesce((${readable}), false)`);
  }

  /** How many hits there are, at most `most`. */
  async count(question: ReadersQuestion, most: number | null): Promise<number> {
    const { count } = await this.uow.one<{ count: number }>(
      sql`select count(*) as count from (${anyHitsSql(question, most)}) hit`,
    );
    return count;
  }

  /** What the page shows of these hits, in their order. @param needles whose first places are wanted */
  show(hits: readonly HitKey[], needles: readonly string[]): Promise<HitRow[]> {
    return this.uow.rows<HitRow>(sql`
      select d.fy, d.document_id as "documentId", d.kind, d.sort_on as "sortOn", d.state, d.amount, d.card, d.layout, ${archiveFactLabel(sql`d.document_id`, 'retention')} as retention,
             array(select case when f.at = 0 then 0 else f.at + t.title_end end
                   from unnest(${needles}::text[]) with ordinality as q(needle, n), lateral (select strpos(t.rest, q.needle) as at) f order by q.n) as positions
      from unnest(${hits.map(({ fy }) => fy)}::smallint[], ${hits.map(({ documentId }) => documentId)}::uuid[]) with ordinality as k(fy, document_id, n)
      join search.entry d on d.fy = k.fy and d.document_id = k.document_id
      cross join lateral (select t.n as title_end, substr(d.folded, t.n + 1) as rest from (select (d.layout->0->>1)::int + 1 as n) t offset 0) t
      order by k.n`);
  }

  /** Folded texts of parts, in the order asked. */
  async slices(
    parts: readonly { fy: FiscalYear; documentId: string; start: number; length: number }[],
  ): Promise<string[]> {
    if (parts.length === 0) return [];
    const rows = await this.uow.rows<{ slice: string }>(sql`
      select substr(d.folded, k.start, k.length) as slice
      from unnest(${parts.map(({ fy }) => fy)}::smallint[], ${parts.map(({ documentId }) => documentId)}::uuid[],
                  ${parts.map(({ start }) => start)}::int[], ${parts.map(({ length }) => length)}::int[])
        with ordinality as k(fy, document_id, start, length, n)
      join search.entry d on d.fy = k.fy and d.document_id = k.document_id order by k.n`);
    return rows.map(({ slice }) => slice);
  }
}
