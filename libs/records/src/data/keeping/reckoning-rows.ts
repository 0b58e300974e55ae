import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import { CLOSING_OF_CONTINUING, termsOfFile } from '../terms-of-file';
import type { RecordDays } from '../../core/filing';
import type { RetentionReason, RetentionTerms } from '../../core/retention';

/** A record with everything that its dates are reckoned from. */
export interface ReckonedRow extends RecordDays, RetentionTerms {
  readonly documentId: string;
  readonly fileId: string;
  readonly sectionCode: string;
  readonly classCode: string;
  readonly retentionClass: string;
  readonly startsOn: LocalDate | null;
  /** With the extension of its file. */
  readonly expiresOn: LocalDate | null;
  readonly isThere: boolean;
}

/** What the reckoning writes; the terms are those of the file. */
export interface NewReckoning {
  readonly documentId: string;
  readonly fileId: string;
  readonly retentionClass: string;
  readonly basis: string;
  readonly eventOn: LocalDate | null;
  readonly keepUntil: LocalDate | null;
  readonly startsOn: LocalDate | null;
  readonly expiresOn: LocalDate | null;
  readonly reviewOn: LocalDate | null;
  readonly explanation: readonly RetentionReason[];
}

/** Records as the reckoning reads and writes them. */
@Injectable()
export class ReckoningRows {
  constructor(private readonly uow: UnitOfWork) {}

  ofFile(fileId: string): Promise<ReckonedRow[]> {
    return this.where(sql`r.file_id = ${fileId}`);
  }

  async ofDocument(documentId: string): Promise<ReckonedRow | null> {
    return (await this.where(sql`r.document_id = ${documentId}`))[0] ?? null;
  }

  /** Records still there that are kept by one of the retention classes, or in files of one of the filing classes. */
  ofFiles(fileIds: readonly string[]): Promise<ReckonedRow[]> {
    return this.where(
      sql`r.file_id = any(${fileIds}::uuid[]) and r.state = 'held_in_file' and f.state in ('open', 'closed')`,
    );
  }

  async write(rows: readonly NewReckoning[]): Promise<void> {
    await this.uow.change(sql`
      update records.record r set file_id = n."fileId", retention_class = n."retentionClass", basis = n.basis, event_on = n."eventOn",
        keep_until = n."keepUntil", starts_on = n."startsOn", expires_on = n."expiresOn", review_on = n."reviewOn",
        explanation = n.explanation
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n("documentId" uuid, "fileId" uuid, "retentionClass" text,
        basis text, "eventOn" date, "keepUntil" date, "startsOn" date, "expiresOn" date, "reviewOn" date, explanation jsonb)
      where r.document_id = n."documentId"`);
  }

  private where(condition: Sql): Promise<ReckonedRow[]> {
    return this.uow.rows<ReckonedRow>(sql`
      select r.document_id as "documentId", r.file_id as "fileId", f.section_code as "sectionCode", f.class_code as "classCode",
        f.fiscal_year as "fiscalYear", f.retention_class as "retentionClass", t.label, t.years, t.basis,
        r.decided_on as "decidedOn", r.closed_on as "closedOn", r.event_on as "eventOn", r.keep_until as "keepUntil",
        ${CLOSING_OF_CONTINUING} as "fileClosedOn",
        r.starts_on as "startsOn", case when r.expires_on is not null then greatest(r.expires_on, f.extended_to) end as "expiresOn",
        case when f.statutory_years is not null then jsonb_build_object('years', f.statutory_years, 'law', f.statutory_law) end as floor,
        r.state = 'held_in_file' and f.state in ('open', 'closed') as "isThere"
      from records.record r
        join records.record_file f on f.id = r.file_id
        join ${termsOfFile()} on true
      where ${condition} order by r.document_id`);
  }
}
