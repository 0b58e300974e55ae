import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { ItemRow } from './item-rows';

/** 分冊 */
@Injectable()
export class SplitRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** A new volume beside the old one, with its terms. @returns how many documents moved into it */
  async split(
    { from, to, documentIds }: { from: string; to: string; documentIds: readonly string[] },
    at: Date,
  ): Promise<number> {
    await this.uow.change(sql`
      insert into records.record_file (id, class_code, function_code, section_code, section_name, fiscal_year, volume, title, retention_class,
        state, disclosure_class, disposition, starts_on, expires_on, opened_at, closed_on, custody, medium, continuing, event_on,
        extended_to, extension_count, statutory_years, statutory_law)
      select ${to}::uuid, f.class_code, f.function_code, f.section_code, f.section_name, f.fiscal_year,
        (select max(o.volume) + 1 from records.record_file o
         where (o.class_code, o.section_code, o.fiscal_year) = (f.class_code, f.section_code, f.fiscal_year)),
        f.title, f.retention_class, f.state, f.disclosure_class, f.disposition, f.starts_on, f.expires_on, ${at}::timestamptz, f.closed_on, f.custody,
        f.medium, f.continuing, f.event_on, f.extended_to, f.extension_count, f.statutory_years, f.statutory_law
      from records.record_file f where f.id = ${from}`);
    return this.uow.change(sql`
      update records.record set file_id = ${to} where file_id = ${from} and document_id = any(${documentIds}::uuid[])`);
  }

  async addItem({ id, batchId, fileId, expiresOn, proposal, mustExtend }: ItemRow): Promise<void> {
    await this.uow.change(sql`
      insert into records.disposal_item (id, batch_id, file_id, expires_on, proposal, must_extend)
      values (${id}, ${batchId}, ${fileId}, ${expiresOn}, ${proposal}, ${mustExtend})`);
  }
}
