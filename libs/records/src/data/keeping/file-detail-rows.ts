import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import type { RetentionBasis, RetentionReason, StatutoryFloor } from '../../core/retention';
import { GROUND_OF_EXTENSION } from '../extension-rows';
import { CLOSING_OF_CONTINUING, termsOfFile } from '../terms-of-file';
import { HAS_OWN_DATES } from './kept-file-rows';

export interface FileDetailRow {
  readonly id: string;
  readonly title: string;
  readonly fiscalYear: number;
  readonly volume: number;
  readonly classCode: string;
  readonly className: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly retentionClass: string;
  readonly retentionLabel: string;
  readonly basis: RetentionBasis;
  readonly years: number | null;
  readonly disclosureClass: string;
  readonly disposition: string;
  readonly state: string;
  readonly custody: string;
  readonly medium: string;
  readonly continuing: boolean;
  readonly documentCount: number;
  readonly closedOn: LocalDate | null;
  readonly closingReason: string | null;
  readonly removalReason: string | null;
  /** Of 継続簿冊. */
  readonly fileClosedOn: LocalDate | null;
  readonly eventOn: LocalDate | null;
  readonly startsOn: LocalDate | null;
  readonly expiresOn: LocalDate | null;
  readonly extendedTo: LocalDate | null;
  readonly extensionCount: number;
  readonly extensionGround: string | null;
  readonly reviewOn: LocalDate | null;
  readonly permanentGround: string | null;
  /** Of the record that lasts longest, or of one that has no end. */
  readonly reasons: readonly RetentionReason[] | null;
  readonly hasOwnDates: boolean;
  readonly floor: StatutoryFloor | null;
}

export interface FileDocumentRow {
  readonly id: string;
  readonly decidedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly eventOn: LocalDate | null;
  readonly startsOn: LocalDate | null;
  readonly expiresOn: LocalDate | null;
  readonly state: string;
  readonly medium: string;
}

/** One file in full, and the documents in it. */
@Injectable()
export class FileDetailRows {
  constructor(private readonly uow: UnitOfWork) {}

  find(id: string, visible: Sql): Promise<FileDetailRow | null> {
    return this.uow.maybe<FileDetailRow>(sql`
      select f.id, f.title, f.fiscal_year as "fiscalYear", f.volume, f.class_code as "classCode", c.name as "className",
        f.section_code as "unitCode", f.section_name as "unitName", f.retention_class as "retentionClass",
        t.label as "retentionLabel", t.basis, t.years,
        f.disclosure_class as "disclosureClass", f.disposition, f.state, f.custody, f.medium, f.continuing,
        (select count(*)::int from records.record r where r.file_id = f.id) as "documentCount", f.closed_on as "closedOn",
        f.closing_reason as "closingReason", f.removal_reason as "removalReason", ${CLOSING_OF_CONTINUING} as "fileClosedOn",
        f.event_on as "eventOn", f.starts_on as "startsOn", f.expires_on as "expiresOn", f.extended_to as "extendedTo",
        f.extension_count as "extensionCount", ${GROUND_OF_EXTENSION} as "extensionGround", f.review_on as "reviewOn", f.permanent_ground as "permanentGround",
        (select r.explanation from records.record r where r.file_id = f.id
          order by r.expires_on desc nulls first, r.document_id limit 1) as reasons,
        ${HAS_OWN_DATES} as "hasOwnDates",
        case when f.statutory_years is not null then jsonb_build_object('years', f.statutory_years, 'law', f.statutory_law) end as floor
      from records.record_file f
        join records.filing_class c on c.code = f.class_code
        join ${termsOfFile()} on true
      where f.id = ${id} and (${visible})`);
  }

  documents(fileId: string, after: readonly unknown[] | null, limit: number): Promise<FileDocumentRow[]> {
    const [day, id] = after ?? [null, null];
    return this.uow.rows<FileDocumentRow>(sql`
      select r.document_id as id, r.decided_on as "decidedOn", case when not r.provisional then r.closed_on end as "closedOn",
        r.event_on as "eventOn", r.starts_on as "startsOn",
        case when r.expires_on is not null then greatest(r.expires_on, f.extended_to) end as "expiresOn", r.state, r.medium
      from records.record r join records.record_file f on f.id = r.file_id
      where r.file_id = ${fileId} and (${day}::date is null or (r.decided_on, r.document_id) > (${day}::date, ${id}::uuid))
      order by r.decided_on, r.document_id limit ${limit}`);
  }
}
