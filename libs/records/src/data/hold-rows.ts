import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { Hold } from '../core/hold';
import type { RecordSubjects } from './record-lock-rows';

/** A hold in force, with the one that was asked about and is covered by it. */
export interface CoveringHold extends Hold {
  readonly kind: 'file' | 'document';
  /** Id of the file or document that was asked about. */
  readonly subjectId: string;
}

/** 廃棄保留 */
@Injectable()
export class HoldRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Holds in force on `day`. A hold on a file covers its documents; a hold on a document covers the file in which it lies. */
  covering({ fileIds, documentIds }: RecordSubjects, day: LocalDate): Promise<CoveringHold[]> {
    return this.uow.rows<CoveringHold>(sql`
      with covered as (
        select 'file' as kind, t.file_id as id, t.hold_id from records.hold_target t where t.file_id = any(${fileIds}::uuid[])
        union select 'file', r.file_id, t.hold_id from records.record r join records.hold_target t on t.document_id = r.document_id
          where r.file_id = any(${fileIds}::uuid[])
        union select 'document', t.document_id, t.hold_id from records.hold_target t where t.document_id = any(${documentIds}::uuid[])
        union select 'document', r.document_id, t.hold_id from records.record r join records.hold_target t on t.file_id = r.file_id
          where r.document_id = any(${documentIds}::uuid[]))
      select c.kind, c.id as "subjectId", h.id, h.ground, h.case_no as "caseNo", h.reason, h.triggered_on as "triggeredOn",
        h.decided_on as "decidedOn", h.ends_on as "endsOn", h.placed_by_name as "placedByName"
      from covered c join records.hold h on h.id = c.hold_id
      where h.released_at is null and (h.ends_on is null or h.ends_on >= ${day})
      order by c.kind, c.id, h.ends_on desc nulls first, h.id`);
  }
}
