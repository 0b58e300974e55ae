import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';

export interface SubstituteRow {
  readonly id: string;
  readonly paperRecordId: string;
  readonly paperTitle: string;
  readonly paperPages: number;
  readonly disposition: boolean;
  readonly issuedOn: LocalDate | null;
  readonly fileId: string;
  readonly fileTitle: string;
  readonly sectionCode: string;
  /** Whether its file has not left. */
  readonly isThere: boolean;
  readonly sha256: string;
  readonly fileName: string;
  readonly pages: number;
  readonly scannedAt: Date;
  readonly scannedBy: string;
  readonly scannedByName: string;
  readonly checkedAt: Date | null;
  readonly checkedBy: string | null;
  readonly checkedByName: string | null;
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
  readonly approvedByName: string | null;
  readonly refusedAt: Date | null;
  readonly refusedByName: string | null;
  readonly refusal: string | null;
  readonly destructionDecidedAt: Date | null;
  readonly destructionDecidedBy: string | null;
  readonly destructionDecidedByName: string | null;
  readonly destroyedOn: LocalDate | null;
  readonly destroyedBy: string | null;
  readonly destroyedByName: string | null;
  readonly method: string | null;
}

export interface NewSubstitute {
  readonly id: string;
  readonly paperRecordId: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly pages: number;
}

interface Who {
  readonly by: string;
  readonly name: string;
}

const COLUMNS = sql`s.id, s.paper_record_id as "paperRecordId", p.title as "paperTitle", p.pages as "paperPages", p.disposition,
  p.issued_on as "issuedOn", f.id as "fileId", f.title as "fileTitle", f.section_code as "sectionCode",
  f.state in ('open', 'closed') as "isThere", s.sha256, s.file_name as "fileName",
  s.pages, s.scanned_at as "scannedAt", s.scanned_by as "scannedBy", s.scanned_by_name as "scannedByName", s.checked_at as "checkedAt",
  s.checked_by as "checkedBy", s.checked_by_name as "checkedByName", s.approved_at as "approvedAt", s.approved_by as "approvedBy",
  s.approved_by_name as "approvedByName", s.refused_at as "refusedAt", s.refused_by_name as "refusedByName", s.refusal,
  s.destruction_decided_at as "destructionDecidedAt", s.destruction_decided_by as "destructionDecidedBy",
  s.destruction_decided_by_name as "destructionDecidedByName", s.destroyed_on as "destroyedOn", s.destroyed_by as "destroyedBy",
  s.destroyed_by_name as "destroyedByName", s.method`;
const FROM = sql`records.scan_substitute s join records.paper_record p on p.id = s.paper_record_id
  join records.record_file f on f.id = p.file_id`;

/** 代替の登録簿 */
@Injectable()
export class SubstituteRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns false when the paper has one already */
  async add(
    { id, paperRecordId, sha256, fileName, mediaType, bytes, pages }: NewSubstitute,
    { by, name }: Who,
    at: Date,
  ): Promise<boolean> {
    const added = await this.uow.change(sql`
      insert into records.scan_substitute (id, paper_record_id, sha256, object_sha256, file_name, media_type, bytes, pages, scanned_at,
        scanned_by, scanned_by_name)
      values (${id}, ${paperRecordId}, ${sha256}, decode(${sha256}, 'hex'), ${fileName}, ${mediaType}, ${bytes}, ${pages}, ${at}, ${by}, ${name})
      on conflict (paper_record_id) where refused_at is null do nothing`);
    return added === 1;
  }

  /** The file whose paper it is; it is locked before the substitute is, as whatever ends files does. */
  async fileOf(id: string): Promise<string | null> {
    const row = await this.uow.maybe<{ fileId: string }>(sql`
      select p.file_id as "fileId" from records.scan_substitute s join records.paper_record p on p.id = s.paper_record_id where s.id = ${id}`);
    return row?.fileId ?? null;
  }

  async lock(id: string): Promise<SubstituteRow | null> {
    await this.uow.rows(sql`select from records.scan_substitute where id = ${id} for update`);
    return this.uow.maybe<SubstituteRow>(sql`select ${COLUMNS} from ${FROM} where s.id = ${id}`);
  }

  async check(id: string, { by, name }: Who, at: Date): Promise<void> {
    await this.uow.change(sql`
      update records.scan_substitute set checked_at = ${at}, checked_by = ${by}, checked_by_name = ${name} where id = ${id}`);
  }

  async approve(id: string, { by, name }: Who, at: Date): Promise<void> {
    await this.uow.change(sql`
      update records.scan_substitute set approved_at = ${at}, approved_by = ${by}, approved_by_name = ${name} where id = ${id}`);
  }

  async refuse(id: string, { by, name, reason }: Who & { reason: string }, at: Date): Promise<void> {
    await this.uow.change(sql`
      update records.scan_substitute set refused_at = ${at}, refused_by = ${by}, refused_by_name = ${name}, refusal = ${reason} where id = ${id}`);
  }

  async decideDestruction(id: string, { by, name }: Who, at: Date): Promise<void> {
    await this.uow.change(sql`
      update records.scan_substitute set destruction_decided_at = ${at}, destruction_decided_by = ${by},
        destruction_decided_by_name = ${name} where id = ${id}`);
  }

  async destroy(
    id: string,
    { by, name, on, method }: Who & { on: LocalDate; method: string },
    at: Date,
  ): Promise<void> {
    await this.uow.change(sql`
      update records.scan_substitute set destroyed_on = ${on}, destroyed_at = ${at}, destroyed_by = ${by}, destroyed_by_name = ${name},
        method = ${method} where id = ${id}`);
  }

  /** Latest first. */
  list(condition: Sql, limit: number): Promise<SubstituteRow[]> {
    return this.uow.rows<SubstituteRow>(
      sql`select ${COLUMNS} from ${FROM} where ${condition} order by s.scanned_at desc, s.id limit ${limit}`,
    );
  }
}
