import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { RecordDays } from '../core/filing';
import type { Retention, RetentionReason, RetentionTerms } from '../core/retention';

export interface NewRecord {
  readonly documentId: string;
  readonly fileId: string;
  readonly filedBy: string;
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
  readonly startsOn: LocalDate | null;
  readonly expiresOn: LocalDate | null;
  readonly explanation: readonly RetentionReason[];
}

/** 記録: decided documents in their files. */
@Injectable()
export class RecordRows {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(records: readonly NewRecord[], at: Date): Promise<void> {
    const rows = records.map(({ retention, ...record }) => ({ ...record, ...retention }));
    await this.uow.change(sql`
      insert into records.record (document_id, file_id, filed_at, filed_by, retention_class, basis, decided_on, closed_on,
        provisional, starts_on, expires_on, explanation)
      select r."documentId", r."fileId", ${at}, r."filedBy", r."retentionClass", r.basis, r."decidedOn", r."closedOn",
        r.provisional, r."startsOn", r."expiresOn", r.explanation
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("documentId" uuid, "fileId" uuid, "filedBy" text,
        "retentionClass" text, basis text, "decidedOn" date, "closedOn" date, provisional boolean, "startsOn" date,
        "expiresOn" date, explanation jsonb)`);
  }

  find(documentId: string): Promise<FiledRow | null> {
    return this.uow.maybe<FiledRow>(sql`
      select r.document_id as "documentId", r.file_id as "fileId", f.title as "fileTitle", f.class_code as "classCode",
        c.name as "className", f.section_code as "sectionCode", f.section_name as "sectionName", f.fiscal_year as "fiscalYear",
        r.retention_class as "retentionClass", t.label, t.years, r.basis, r.decided_on as "decidedOn",
        r.closed_on as "closedOn", r.event_on as "eventOn", r.provisional, r.starts_on as "startsOn",
        r.expires_on as "expiresOn", r.explanation
      from records.record r
        join records.record_file f on f.id = r.file_id
        join records.filing_class c on c.code = f.class_code
        join records.retention_class t on t.code = r.retention_class
      where r.document_id = ${documentId}`);
  }

  /** Null when the document is not filed, or its record has no end date yet. */
  async expiryOf(documentId: string): Promise<LocalDate | null> {
    const row = await this.uow.maybe<{ expiresOn: LocalDate | null }>(
      sql`select expires_on as "expiresOn" from records.record where document_id = ${documentId}`,
    );
    return row?.expiresOn ?? null;
  }

  /** 完結: the day from which the period is reckoned is real from now on. */
  async close(documentId: string, closedOn: LocalDate, { startsOn, expiresOn, explanation }: Retention): Promise<void> {
    await this.uow.change(sql`
      update records.record set closed_on = ${closedOn}, provisional = false, starts_on = ${startsOn}, expires_on = ${expiresOn},
        explanation = ${JSON.stringify(explanation)}::jsonb
      where document_id = ${documentId}`);
  }
}
