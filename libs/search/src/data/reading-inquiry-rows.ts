import { Injectable } from '@nestjs/common';
import type { ReadingMeans } from '@fubako/ledger';
import { type Sql, UnitOfWork, asOffice, joinSql, sql } from '@fubako/platform/database';
import type { SubjectKind } from '../core/searchable-document';
import type { DigestLine, Week } from '../core/reading-digest';

export interface ReadingConditions {
  /** Documents and receipts that it is about; null: all. */
  readonly subjectIds: readonly string[] | null;
  readonly reader: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly means: ReadingMeans | null;
  readonly enteredOnly: boolean;
}

export interface ReadingRow {
  readonly id: number;
  readonly kind: SubjectKind;
  readonly subjectId: string;
  /** Null where whoever asks may not know it, or nothing of it is in the archive. */
  readonly title: string | null;
  readonly number: string | null;
  readonly sectionName: string | null;
  readonly drafterName: string | null;
  readonly staffNo: string;
  readonly readerName: string;
  readonly means: ReadingMeans;
  readonly role: string;
  readonly secret: boolean;
  readonly entered: boolean;
  readonly reason: string | null;
  readonly isPart: boolean;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly times: number;
}

@Injectable()
export class ReadingInquiryRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** The latest first. @param visible what whoever asks may read, over `d`: titles are shown of nothing else */
  async page(
    asked: ReadingConditions,
    { visible, after, limit }: { visible: Sql; after: readonly [string, number] | null; limit: number },
  ): Promise<ReadingRow[]> {
    const behind = after ? sql`(r.last_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::bigint)` : sql`true`;
    // A statement of the office: who may ask was judged before. Titles are asked for apart, by the reader.
    const rows = await this.uow.rows<ReadingRow>(
      asOffice(sql`
      select r.id::int as id, r.subject_kind as kind, r.subject_id as "subjectId", null::text as title,
        d.card->>'number' as number, d.card->>'sectionName' as "sectionName", d.card->>'drafterName' as "drafterName",
        r.staff_no as "staffNo", r.reader_name as "readerName", r.means, r.role, r.secret, r.entered, r.reason,
        r.part <> '' as "isPart", r.first_at as "firstAt", r.last_at as "lastAt", r.times
      from ledger.reading r
      left join search.indexed_document i on i.document_id = r.subject_id::uuid
      left join search.search_document d on d.fy = i.fy and d.document_id = i.document_id
      where ${conditionsOf(asked)} and ${behind}
      order by r.last_at desc, r.id desc limit ${limit}`),
    );
    const titles = await this.titles(
      rows.map(({ subjectId }) => subjectId),
      visible,
    );
    return rows.map((row) => ({ ...row, title: titles.get(row.subjectId) ?? null }));
  }

  private async titles(subjectIds: readonly string[], visible: Sql): Promise<Map<string, string>> {
    const rows = await this.uow.rows<{ id: string; title: string }>(sql`
      select d.document_id as id, d.card->>'title' as title from search.indexed_document i
      join search.entry d on d.fy = i.fy and d.document_id = i.document_id
      where i.document_id = any(${[...new Set(subjectIds)]}::uuid[]) and (${visible})`);
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  /** What was read by a role, or by people who look after the system, in a week. */
  async digest({ from, until }: Week): Promise<DigestLine[]> {
    return this.uow.rows<DigestLine>(sql`
      select r.staff_no as "staffNo", max(r.reader_name) as name, r.role, r.means, sum(r.times)::int as times,
        count(distinct r.subject_id)::int as matters, count(*) filter (where r.secret)::int as secret,
        coalesce(array_agg(distinct r.reason) filter (where r.reason is not null), '{}') as reasons
      from ledger.reading r
      where r.role <> '' and r.on_day >= ${from}::date and r.on_day < ${until}::date
        and (r.entered or r.role in ('auditor', 'records_officer', 'system_admin', 'org_admin'))
      group by r.staff_no, r.role, r.means order by r.staff_no, r.role, r.means`);
  }
}

function conditionsOf({ subjectIds, reader, from, to, means, enteredOnly }: ReadingConditions): Sql {
  const conditions = [
    ...(subjectIds ? [sql`r.subject_id = any(${[...subjectIds]}::text[])`] : []),
    ...(reader === null
      ? []
      : [
          sql`(r.staff_no = ${reader} or strpos(replace(r.reader_name, ' ', ''), ${reader.replaceAll(/\s/gu, '')}) > 0)`,
        ]),
    ...(from === null ? [] : [sql`r.on_day >= ${from}::date`]),
    ...(to === null ? [] : [sql`r.on_day <= ${to}::date`]),
    ...(means === null ? [] : [sql`r.means = ${means}`]),
    ...(enteredOnly ? [sql`r.entered`] : []),
  ];
  return joinSql(conditions, ' and ', sql`true`);
}
