import { Injectable } from '@nestjs/common';
import type { Sha256Hex } from '@fubako/kernel';
import { sql, UnitOfWork } from '@fubako/platform/database';

export interface UploadRow {
  readonly id: string;
  readonly staff_no: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly sha256: Sha256Hex;
}

/** An upload with what is known of its content. */
export interface TakenRow extends UploadRow {
  readonly bytes: number;
  readonly pages: number | null;
}

export interface ReceivedRow {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: Sha256Hex;
  readonly pages: number | null;
}

@Injectable()
export class UploadRows {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(row: UploadRow, at: Date): Promise<void> {
    await this.uow.change(sql`
      insert into scans.upload (id, staff_no, file_name, media_type, sha256, created_at)
      values (${row.id}, ${row.staff_no}, ${row.file_name}, ${row.media_type}, decode(${row.sha256}, 'hex'), ${at})`);
  }

  /** Marks it used and tells what it is; null unless it belongs to this person and was not used before. */
  take(id: string, staffNo: string, at: Date): Promise<TakenRow | null> {
    return this.uow.maybe<TakenRow>(sql`
      update scans.upload u set used_at = ${at} from scans.stored_object o
      where u.id = ${id} and u.staff_no = ${staffNo} and u.used_at is null and o.sha256 = u.sha256
      returning u.id, u.staff_no, u.file_name, u.media_type, encode(u.sha256, 'hex') as sha256, o.bytes, o.pages`);
  }

  /** Takes away uploads from before `cutoff` that nobody took. @returns the hashes of their content */
  async dropUntaken(cutoff: Date, limit: number): Promise<Sha256Hex[]> {
    const rows = await this.uow.rows<{ sha256: Sha256Hex }>(sql`
      delete from scans.upload where used_at is null and id in (
        select id from scans.upload where used_at is null and created_at < ${cutoff} order by created_at limit ${limit} for update skip locked)
      returning encode(sha256, 'hex') as sha256`);
    return rows.map(({ sha256 }) => sha256);
  }

  /** What was answered when it came. */
  received(id: string): Promise<ReceivedRow | null> {
    return this.uow.maybe<ReceivedRow>(sql`
      select u.id, u.file_name as "fileName", u.media_type as "mediaType", o.bytes, encode(u.sha256, 'hex') as sha256, o.pages
      from scans.upload u join scans.stored_object o on o.sha256 = u.sha256 where u.id = ${id}`);
  }

  async belongsTo(id: string, staffNo: string): Promise<boolean> {
    const row = await this.uow.maybe<{ id: string }>(
      sql`select id from scans.upload where id = ${id} and staff_no = ${staffNo}`,
    );
    return row !== null;
  }

  /** Names under which this content came, for reports. */
  async namesOf(sha256: string): Promise<string[]> {
    const rows = await this.uow.rows<{ file_name: string }>(sql`
      select distinct file_name from scans.upload where sha256 = decode(${sha256}, 'hex') order by file_name limit 5`);
    return rows.map(({ file_name }) => file_name);
  }
}
