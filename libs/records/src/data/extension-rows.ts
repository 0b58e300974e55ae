import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';

/** Why file `f` was extended last: by a batch for many files, or by the decision on a disposal. */
export const GROUND_OF_EXTENSION = sql`(
  select x.reason from (
    select b.reason, i.done_at as at from records.extension_item i join records.extension_batch b on b.id = i.batch_id
      where i.file_id = f.id and i.outcome = 'extended'
    union all
    select i.reason, i.ended_at from records.disposal_item i
      where i.file_id = f.id and i.measure = 'extend' and i.state = 'executed') x
  order by x.at desc limit 1)`;

/** 延長 of files, however it came about and whoever decided it; the caller holds their locks. */
@Injectable()
export class ExtensionRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Never shortens (RULE-87). */
  async extend(extensions: readonly { fileId: string; until: LocalDate }[]): Promise<void> {
    await this.uow.change(
      asOffice(sql`
      update records.record_file f set extended_to = greatest(f.extended_to, e.until), expires_on = greatest(f.expires_on, e.until),
        extension_count = f.extension_count + 1
      from jsonb_to_recordset(${JSON.stringify(extensions)}::jsonb) as e("fileId" uuid, until date)
      where f.id = e."fileId" and f.state in ('open', 'closed')`),
    );
  }
}
