import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** 延長 of files, however it came about; the caller holds their locks. */
@Injectable()
export class ExtensionRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Never shortens (RULE-87). */
  async extend(extensions: readonly { fileId: string; until: LocalDate }[]): Promise<void> {
    await this.uow.change(sql`
      update records.record_file f set extended_to = greatest(f.extended_to, e.until), expires_on = greatest(f.expires_on, e.until),
        extension_count = f.extension_count + 1
      from jsonb_to_recordset(${JSON.stringify(extensions)}::jsonb) as e("fileId" uuid, until date)
      where f.id = e."fileId" and f.state in ('open', 'closed')`);
  }
}
