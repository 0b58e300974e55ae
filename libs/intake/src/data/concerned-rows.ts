import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** Who has to do with a receipt: sections that have or had it, people, and the audience of its 回覧. */
@Injectable()
export class ConcernedRows {
  constructor(private readonly uow: UnitOfWork) {}

  async of(receiptId: string): Promise<{ sections: string[]; participants: string[]; audience: string[] }> {
    return this.uow.one(sql`
      select array(select section_code from intake.held where receipt_id = ${receiptId}) as sections,
        array(select staff_no from intake.participant where receipt_id = ${receiptId}) as participants,
        array(select a.section_code from intake.circulation c join intake.audience a on a.circulation_id = c.id
          where c.subject_kind = 'receipt' and c.subject_id = ${receiptId}) as audience`);
  }

  async admit(receiptId: string, staffNos: readonly string[], at: Date): Promise<void> {
    await this.uow.change(sql`
      insert into intake.participant (receipt_id, staff_no, since) select ${receiptId}, staff_no, ${at}
      from unnest(${staffNos}::text[]) as staff_no on conflict do nothing`);
  }

  /** Those who decide on the reply see what it answers. */
  admitToReceiptsOf(pairs: readonly { documentId: string; staffNo: string }[], at: Date): void {
    this.uow.send(sql`
      insert into intake.participant (receipt_id, staff_no, since)
      select r.id, seat.staff_no, ${at}
      from unnest(${pairs.map((p) => p.documentId)}::uuid[], ${pairs.map((p) => p.staffNo)}::text[]) as seat(document_id, staff_no)
        join intake.receipt r on r.document_id = seat.document_id
      on conflict do nothing`);
  }
}
