import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { type Sql, UnitOfWork, joinSql, sql } from '@fubako/platform/database';
import { type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import { readableFiles } from './record-file-policy';
import type { RecordFileView } from './records.views.dto';
import { COUNT_OF_FILE, ENDLESS_FILE, LABEL_OF_FILE } from '../data/terms-of-file';

export interface RecordFilesQuery {
  readonly fiscalYear?: number;
  /** Code of a section. */
  readonly unit?: string;
  readonly classCode?: string;
  /** In the title of the file or the name of its class. */
  readonly words?: string;
  readonly cursor?: string;
  readonly limit: number;
}

interface FileRow extends RecordFileView {
  readonly sectionCode: string;
}

/** 簿冊 that the reader may see: newest fiscal year first, then by class and section. */
@Injectable()
export class ListRecordFiles {
  constructor(private readonly uow: UnitOfWork) {}

  /** @throws DomainError request.bad-cursor */
  run(query: RecordFilesQuery, actor: Actor): Promise<Page<RecordFileView>> {
    const condition = joinSql(conditionsOf(query, actor), ' and ', sql`true`);
    return this.uow.read(async () => {
      const rows = await this.uow.rows<FileRow>(sql`
        select f.id, f.title, f.fiscal_year as "fiscalYear", f.class_code as "classCode", c.name as "className",
          f.section_code as "sectionCode", f.volume, f.section_name as "unitName", ${LABEL_OF_FILE} as "retentionLabel",
          f.starts_on as "startsOn", f.expires_on as "expiresOn", (${ENDLESS_FILE}) as endless,
          ${COUNT_OF_FILE} as "documentCount"
        from records.record_file f
          join records.filing_class c on c.code = f.class_code
          join records.retention_class t on t.code = f.retention_class
        where ${condition}
        order by f.fiscal_year desc, f.class_code, f.section_code, f.volume limit ${query.limit + 1}`);
      return pageOf(rows, query.limit, {
        map: viewOf,
        keyOf: (row) => [row.fiscalYear, row.classCode, row.sectionCode, row.volume],
      });
    });
  }
}

function conditionsOf({ fiscalYear, unit, classCode, words, cursor }: RecordFilesQuery, actor: Actor): Sql[] {
  const conditions = [sql`(${readableFiles(actor, sql`f.section_code`)})`];
  if (fiscalYear !== undefined) conditions.push(sql`f.fiscal_year = ${fiscalYear}`);
  if (unit !== undefined) conditions.push(sql`f.section_code = ${unit}`);
  if (classCode !== undefined) conditions.push(sql`f.class_code = ${classCode}`);
  if (words !== undefined) conditions.push(sql`position(lower(${words}) in lower(f.title || ' ' || c.name)) > 0`);
  const after = decodeCursor(cursor, ['integer', 'text', 'text', 'integer']);
  if (after) {
    const [year, ...rest] = after;
    conditions.push(sql`(f.fiscal_year < ${year}::int or (f.fiscal_year = ${year}::int
      and (f.class_code, f.section_code, f.volume) > (${rest[0]}::text, ${rest[1]}::text, ${rest[2]}::int)))`);
  }
  return conditions;
}

function viewOf({ sectionCode: _, ...row }: FileRow): RecordFileView {
  return row;
}
