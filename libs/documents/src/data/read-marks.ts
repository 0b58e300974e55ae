import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** Marks the document itself as opened, beside the ids of attachments. */
export const WHOLE_DOCUMENT = 'document';

/** 既読: who has opened which document and which attachment (RULE-64 asks for it in bulk). */
@Injectable()
export class ReadMarks {
  constructor(private readonly uow: UnitOfWork) {}

  async add(staffNo: string, documentId: string, items: readonly string[]): Promise<void> {
    const at = await this.uow.now();
    await this.uow.change(sql`
      insert into documents.read_mark (staff_no, document_id, item, at)
      select ${staffNo}, ${documentId}, item, ${at} from unnest(${items}::text[]) as item
      on conflict (staff_no, document_id, item) do update set at = excluded.at`);
  }
}
