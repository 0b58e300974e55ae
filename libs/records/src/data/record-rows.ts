import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { Medium } from '@fubako/documents';
import type { RecordDays } from '../core/filing';
import type { Retention, RetentionReason, RetentionTerms } from '../core/retention';
import { GROUND_OF_EXTENSION } from './extension-rows';
import { CLOSING_OF_CONTINUING, termsOfFile } from './terms-of-file';

export interface NewRecord {
  readonly documentId: string;
  readonly fileId: string;
  readonly filedBy: string;
  /** 媒体 of the matter (RULE-11) */
  readonly medium: Medium;
  readonly retentionClass: string;
  readonly basis: string;
  readonly decidedOn: LocalDate;
  readonly closedOn: LocalDate;
  readonly provisional: boolean;
  readonly retention: Retention;
}

/** A record with what its file and its retention class say. */
export interface FiledRow extends RecordDays, RetentionTerms {
  readonly documentId: string;
  readonly fileId: string;
  readonly fileTitle: string;
  readonly classCode: string;
  readonly className: string;
  readonly sectionCode: string;
  readonly sectionName: string;
  readonly retentionClass: string;
  readonly provisional: boolean;
  readonly state: string;
  readonly startsOn: LocalDate | null;
  readonly expiresOn: LocalDate | null;
  /** 延長 of its file (RULE-87) */
  readonly extendedTo: LocalDate | null;
  readonly extensionGround: string | null;
  readonly explanation: readonly RetentionReason[];
}

/** 記録: decided documents in their files. */
@Injectable()
export class RecordRows {
  constructor(private readonly uow: UnitOfWork) {}

  insert(records: readonly NewRecord[], at: Date): void {
    const rows = records.map(({ retention, ...record }) => ({ ...record, ...retention }));
    this.uow.send(sql`
      insert into records.record (document_id, file_id, filed_at, filed_by, medium, retention_class, basis, decided_on, closed_on,
        provisional, starts_on, expires_on, review_on, explanation)
      select r."documentId", r."fileId", ${at}, r."filedBy", r.medium, r."retentionClass", r.basis, r."decidedOn", r."closedOn",
        r.provisional, r."startsOn", r."expiresOn", r."reviewOn", r.explanation
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("documentId" uuid, "fileId" uuid, "filedBy" text, medium text,
        "retentionClass" text, basis text, "decidedOn" date, "closedOn" date, provisional boolean, "startsOn" date,
        "expiresOn" date, "reviewOn" date, explanation jsonb)`);
  }

  find(documentId: string): Promise<FiledRow | null> {
    return this.uow.maybe<FiledRow>(sql`
      select r.document_id as "documentId", r.file_id as "fileId", f.title as "fileTitle", f.class_code as "classCode",
        c.name as "className", f.section_code as "sectionCode", f.section_name as "sectionName", f.fiscal_year as "fiscalYear",
        r.retention_class as "retentionClass", t.label, t.years, r.basis, r.decided_on as "decidedOn",
        r.closed_on as "closedOn", r.event_on as "eventOn", r.keep_until as "keepUntil", ${CLOSING_OF_CONTINUING} as "fileClosedOn", r.provisional, r.state,
        r.starts_on as "startsOn", r.expires_on as "expiresOn", f.extended_to as "extendedTo", ${GROUND_OF_EXTENSION} as "extensionGround", r.explanation,
        case when f.statutory_years is not null then jsonb_build_object('years', f.statutory_years, 'law', f.statutory_law) end as floor
      from records.record r
        join records.record_file f on f.id = r.file_id
        join records.filing_class c on c.code = f.class_code
        join ${termsOfFile(sql`r.retention_class`)} on true
      where r.document_id = ${documentId}`);
  }

  /** Null when the document is not filed, or its record has no end date yet. */
  async expiryOf(documentId: string): Promise<LocalDate | null> {
    const row = await this.uow.maybe<{ expiresOn: LocalDate | null }>(
      sql`select case when r.expires_on is not null then greatest(r.expires_on, f.extended_to) end as "expiresOn"
        from records.record r join records.record_file f on f.id = r.file_id where r.document_id = ${documentId}`,
    );
    return row?.expiresOn ?? null;
  }

  /** 完結: the day from which the period is reckoned is real from now on. */
  async close(
    documentId: string,
    closedOn: LocalDate,
    { startsOn, expiresOn, reviewOn, explanation }: Retention,
  ): Promise<void> {
    await this.uow.change(sql`
      update records.record set closed_on = ${closedOn}, provisional = false, starts_on = ${startsOn}, expires_on = ${expiresOn},
        review_on = ${reviewOn}, explanation = ${JSON.stringify(explanation)}::jsonb
      where document_id = ${documentId}`);
  }
}
