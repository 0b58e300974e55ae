import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { ReceiptAttachmentRow } from './receipt.row';

@Injectable()
export class ReceiptAttachmentRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Files in the order in which they came, or were put; removed ones are left out. */
  of(receiptId: string): Promise<ReceiptAttachmentRow[]> {
    return this.uow.rows<ReceiptAttachmentRow>(sql`
      select id, receipt_id, file_name, label, media_type, bytes, encode(sha256, 'hex') as sha256, pages, added_at, added_by, added_by_name
      from intake.attachment where receipt_id = ${receiptId} and removed_at is null order by sort, id`);
  }

  async insert(row: ReceiptAttachmentRow): Promise<void> {
    await this.uow.change(sql`
      insert into intake.attachment (id, receipt_id, sort, file_name, label, media_type, bytes, sha256, pages, added_at, added_by, added_by_name)
      select ${row.id}::uuid, ${row.receipt_id}::uuid, coalesce(max(sort), 0) + 1, ${row.file_name}, ${row.label}::text, ${row.media_type}, ${row.bytes}::bigint,
             decode(${row.sha256}, 'hex'), ${row.pages}::int, ${row.added_at}::timestamptz, ${row.added_by}, ${row.added_by_name}
      from intake.attachment where receipt_id = ${row.receipt_id}`);
  }

  /** Only those of this receipt that are named. */
  async order(receiptId: string, ids: readonly string[]): Promise<void> {
    await this.uow.change(sql`
      update intake.attachment a set sort = o.sort
      from unnest(${ids}::uuid[]) with ordinality as o(id, sort) where a.id = o.id and a.receipt_id = ${receiptId}`);
  }

  async remove(receiptId: string, attachmentId: string, at: Date): Promise<boolean> {
    const changed = await this.uow.change(sql`
      update intake.attachment set removed_at = ${at} where id = ${attachmentId} and receipt_id = ${receiptId} and removed_at is null`);
    return changed === 1;
  }
}
