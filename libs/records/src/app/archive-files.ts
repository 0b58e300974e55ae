import { Injectable } from '@nestjs/common';
import { type Sql, UnitOfWork, asOffice, sql } from '@fubako/platform/database';

/** A name under which files (簿冊) are looked for: many years have files of one title. */
export interface FileName {
  readonly title: string;
  readonly classCode: string;
}

/** 簿冊 as other libs find documents by them. Call it inside a unit of work. */
@Injectable()
export class ArchiveFiles {
  constructor(private readonly uow: UnitOfWork) {}

  /** Every name once. As the office: names only choose files, and what is found in them is the reader's own. */
  names(): Promise<FileName[]> {
    return this.uow.rows<FileName>(
      asOffice(sql`select distinct title, class_code as "classCode" from records.record_file`),
    );
  }

  /** The files of these names, whoever may see them, for the same reason. */
  async bearing(names: readonly FileName[]): Promise<string[]> {
    const rows = await this.uow.rows<{ id: string }>(
      asOffice(sql`
        select f.id from records.record_file f
        where (f.title, f.class_code) in (select * from unnest(${names.map(({ title }) => title)}::text[], ${names.map(({ classCode }) => classCode)}::text[]))`),
    );
    return rows.map(({ id }) => id);
  }

  /** Title and fiscal year of those that the reader may see. */
  seen(ids: readonly string[]): Promise<{ id: string; title: string; fiscalYear: number }[]> {
    return this.uow.rows(sql`
      select id, title, fiscal_year as "fiscalYear" from records.record_file where id = any(${ids}::uuid[])`);
  }
}

/** Whether the document lies in one of the files. The planner chooses whether to begin with the files or with the documents. */
export function liesIn(documentId: Sql, fileIds: readonly string[]): Sql {
  return sql`exists (select from records.record r where r.document_id = ${documentId} and r.file_id = any(${fileIds}::uuid[]))`;
}

/** The file in which the document lies; null for what is not filed. */
export function fileOf(documentId: Sql): Sql {
  return sql`(select r.file_id from records.record r where r.document_id = ${documentId})`;
}
