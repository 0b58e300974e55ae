import { Injectable } from '@nestjs/common';
import type { FiscalYear, LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** Where a document lay on a day, as the file was called and kept then. */
export interface PastRecordRow {
  readonly fileId: string;
  readonly fileTitle: string;
  readonly fiscalYear: FiscalYear;
  readonly classCode: string;
  readonly sectionName: string;
  readonly retentionLabel: string | null;
  readonly closedOn: LocalDate;
  readonly provisional: boolean;
  readonly startsOn: LocalDate | null;
  readonly expiresOn: LocalDate | null;
}

/** 記録 and 分類 as they were at the end of a day. */
@Injectable()
export class PastRecordRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Null before it was filed. */
  find(documentId: string, day: LocalDate): Promise<PastRecordRow | null> {
    return this.uow.maybe<PastRecordRow>(sql`
      select f.file_id as "fileId", f.title as "fileTitle", f.fiscal_year as "fiscalYear", f.class_code as "classCode",
        f.section_name as "sectionName", f.retention_label as "retentionLabel", r.closed_on as "closedOn", r.provisional,
        r.starts_on as "startsOn", r.expires_on as "expiresOn"
      from (select * from records.record_past p where p.document_id = ${documentId} and p.since <= ${day} order by p.since desc limit 1) r
      join lateral (select * from records.file_history h
        where h.file_id = r.file_id and h.since <= ${day} order by h.since desc limit 1) f on true`);
  }

  /** What a class was called; null before the first day that is known. */
  async className(code: string, day: LocalDate): Promise<string | null> {
    const row = await this.uow.maybe<{ name: string }>(sql`
      select class ->> 'name' as name from records.filing_class_history
      where code = ${code} and since <= ${day} order by since desc limit 1`);
    return row?.name ?? null;
  }
}
