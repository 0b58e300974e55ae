import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { EndingRow } from './receipt.row';

export type NewEnding = Omit<EndingRow, 'no' | 'undone_at' | 'undone_by' | 'undone_by_name' | 'undo_reason'>;

/** How the handling of receipts ended, section by section. */
@Injectable()
export class EndingRows {
  constructor(private readonly uow: UnitOfWork) {}

  of(receiptId: string): Promise<EndingRow[]> {
    return this.uow.rows<EndingRow>(sql`select * from intake.ending where receipt_id = ${receiptId} order by no`);
  }

  async insert(receiptId: string, e: NewEnding): Promise<void> {
    await this.uow.change(sql`
      insert into intake.ending (receipt_id, no, kind, section_code, section_name, section_symbol, to_section_code, to_section_name,
        document_id, reason, at, by_staff_no, by_name, by_post_title, version)
      select ${receiptId}::uuid, coalesce(max(no), 0) + 1, ${e.kind}, ${e.section_code}, ${e.section_name}, ${e.section_symbol},
        ${e.to_section_code}::text, ${e.to_section_name}::text, ${e.document_id}::uuid, ${e.reason}::text, ${e.at}::timestamptz,
        ${e.by_staff_no}, ${e.by_name}, ${e.by_post_title}, ${e.version}::int
      from intake.ending where receipt_id = ${receiptId}`);
  }

  async undo(
    receiptId: string,
    no: number,
    by: { staffNo: string; name: string; reason: string; at: Date },
  ): Promise<void> {
    await this.uow.change(sql`
      update intake.ending set undone_at = ${by.at}, undone_by = ${by.staffNo}, undone_by_name = ${by.name}, undo_reason = ${by.reason}
      where receipt_id = ${receiptId} and no = ${no}`);
  }
}
