import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** 移管 and 消去 of content; set-based, so that a file of a thousand documents is a few statements. */
@Injectable()
export class ErasureRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Written first: without it nothing else lets itself be erased. */
  async note(
    { documentIds, grounds, by }: { documentIds: readonly string[]; grounds: string; by: string },
    at: Date,
  ): Promise<void> {
    await this.uow.change(sql`
      insert into documents.erasure (document_id, grounds, erased_by, erased_at)
      select id, ${grounds}::uuid, ${by}, ${at} from unnest(${documentIds}::uuid[]) id order by id`);
  }

  async handOver(documentIds: readonly string[], at: Date): Promise<void> {
    await this.uow.change(sql`
      update documents.document set handed_over_at = ${at}, updated_at = ${at}, version = version + 1
      where id = any(${documentIds}::uuid[])`);
  }

  async erase(documentIds: readonly string[], at: Date): Promise<void> {
    const ids = sql`any(${documentIds}::uuid[])`;
    await this.uow.change(sql`
      update documents.document set fields = '{}', amount = null, disclosure_reason = null, urgency_reason = null, paper_note = null, paper_attachments = default,
        erased_at = ${at}, updated_at = ${at}, version = version + 1 where id = ${ids}`);
    await this.uow.change(sql`update documents.revision set canonical = null, note = null where document_id = ${ids}`);
    await this.uow.change(sql`delete from documents.read_mark where document_id = ${ids}`);
    await this.uow.change(sql`delete from documents.attachment where document_id = ${ids}`);
  }
}
