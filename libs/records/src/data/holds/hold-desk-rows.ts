import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { Hold, HoldGround } from '../../core/hold';
import type { RecordSubjects } from '../record-lock-rows';

export interface HoldRow extends Hold {
  readonly placedAt: Date;
  readonly placedBy: string;
  readonly confirmedAt: Date | null;
  readonly releasedAt: Date | null;
  readonly releaseReason: string | null;
}

export interface NewHold {
  readonly id: string;
  readonly ground: HoldGround;
  readonly caseNo: string | null;
  readonly reason: string;
  readonly triggeredOn: LocalDate;
  readonly decidedOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly placedBy: string;
  readonly placedByName: string;
  readonly isConfirmed: boolean;
}

export type HoldTerms = Pick<HoldRow, 'ground' | 'caseNo' | 'reason' | 'triggeredOn' | 'decidedOn' | 'endsOn'>;

/** Where something that may be held lies, and whether it is still there. */
export interface TargetRow {
  readonly kind: 'file' | 'document';
  readonly id: string;
  readonly sectionCode: string;
  readonly isThere: boolean;
}

const COLUMNS = sql`h.id, h.ground, h.case_no as "caseNo", h.reason, h.triggered_on as "triggeredOn", h.decided_on as "decidedOn",
  h.ends_on as "endsOn", h.placed_at as "placedAt", h.placed_by as "placedBy", h.placed_by_name as "placedByName",
  h.confirmed_at as "confirmedAt", h.released_at as "releasedAt", h.release_reason as "releaseReason"`;

/** 廃棄保留 on the desk of those who place, change and release it. */
@Injectable()
export class HoldDeskRows {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(hold: NewHold, at: Date): Promise<void> {
    const confirmed = hold.isConfirmed ? at : null;
    await this.uow.change(sql`
      insert into records.hold (id, ground, case_no, reason, triggered_on, decided_on, ends_on, placed_at, placed_by,
        placed_by_name, confirmed_at, confirmed_by)
      values (${hold.id}, ${hold.ground}, ${hold.caseNo}, ${hold.reason}, ${hold.triggeredOn}, ${hold.decidedOn}, ${hold.endsOn},
        ${at}, ${hold.placedBy}, ${hold.placedByName}, ${confirmed}, ${hold.isConfirmed ? hold.placedBy : null})`);
  }

  /** @returns how many were not covered before */
  addTargets(holdId: string, { fileIds, documentIds }: RecordSubjects): Promise<number> {
    return this.uow.change(sql`
      insert into records.hold_target (hold_id, file_id, document_id)
      select ${holdId}::uuid, f, null from unnest(${fileIds}::uuid[]) f
      union all select ${holdId}::uuid, null, d from unnest(${documentIds}::uuid[]) d
      on conflict do nothing`);
  }

  /** Files and records that exist, by what was asked for. */
  targets({ fileIds, documentIds }: RecordSubjects): Promise<TargetRow[]> {
    return this.uow.rows<TargetRow>(sql`
      select 'file' as kind, f.id, f.section_code as "sectionCode", f.state in ('open', 'closed') as "isThere"
      from records.record_file f where f.id = any(${fileIds}::uuid[])
      union all
      select 'document', r.document_id, f.section_code, r.state = 'held_in_file' and f.state in ('open', 'closed')
      from records.record r join records.record_file f on f.id = r.file_id where r.document_id = any(${documentIds}::uuid[])`);
  }

  lock(id: string): Promise<HoldRow | null> {
    return this.uow.maybe<HoldRow>(sql`select ${COLUMNS} from records.hold h where h.id = ${id} for no key update`);
  }

  find(id: string): Promise<HoldRow | null> {
    return this.uow.maybe<HoldRow>(sql`select ${COLUMNS} from records.hold h where h.id = ${id}`);
  }

  async subjectsOf(id: string): Promise<RecordSubjects> {
    const rows = await this.uow.rows<{ fileId: string | null; documentId: string | null }>(sql`
      select file_id as "fileId", document_id as "documentId" from records.hold_target where hold_id = ${id}`);
    return {
      fileIds: rows.flatMap(({ fileId }) => fileId ?? []),
      documentIds: rows.flatMap(({ documentId }) => documentId ?? []),
    };
  }

  async write(id: string, terms: HoldTerms): Promise<void> {
    await this.uow.change(sql`
      update records.hold set ground = ${terms.ground}, case_no = ${terms.caseNo}, reason = ${terms.reason},
        triggered_on = ${terms.triggeredOn}, decided_on = ${terms.decidedOn}, ends_on = ${terms.endsOn} where id = ${id}`);
  }

  async confirm(id: string, by: string, at: Date): Promise<void> {
    await this.uow.change(sql`
      update records.hold set confirmed_at = ${at}, confirmed_by = ${by} where id = ${id} and confirmed_at is null`);
  }

  async release(id: string, { by, reason }: { by: string; reason: string }, at: Date): Promise<void> {
    await this.uow.change(sql`
      update records.hold set released_at = ${at}, released_by = ${by}, release_reason = ${reason} where id = ${id}`);
  }
}
