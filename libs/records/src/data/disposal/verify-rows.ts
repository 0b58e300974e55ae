import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** Something that went, or is said to have gone, without everything that a lawful disposal leaves behind. */
export interface UnlawfulEnd {
  readonly kind:
    'file-without-entry' | 'erased-without-entry' | 'content-missing' | 'entry-without-decision' | 'entry-not-erased';
  /** Of the file, the document or the entry. */
  readonly id: string;
}

/** Compares what has gone with the register; a few set-based reads over the whole archive. */
@Injectable()
export class VerifyRows {
  constructor(private readonly uow: UnitOfWork) {}

  async entries(): Promise<number> {
    return (await this.uow.one<{ n: number }>(sql`select count(*)::int as n from records.disposal_entry`)).n;
  }

  unlawful(): Promise<UnlawfulEnd[]> {
    return this.uow.rows<UnlawfulEnd>(sql`
      select 'file-without-entry' as kind, f.id from records.record_file f
      where f.state in ('disposed', 'transferred') and not exists (
        select from records.disposal_entry e where e.file_id = f.id
          and e.kind = case f.state when 'disposed' then 'destroyed' else 'transferred' end)
      union all
      select 'erased-without-entry', d.id from documents.document d
      where (d.erased_at is not null or exists (select from documents.erasure x where x.document_id = d.id)) and not exists (
        select from records.disposal_entry_document n join records.disposal_entry e on e.id = n.entry_id
        where n.document_id = d.id and e.kind = 'destroyed')
      union all
      select 'content-missing', v.document_id from documents.revision v join documents.document d on d.id = v.document_id
      where v.canonical is null and d.erased_at is null
      union all
      select 'entry-without-decision', e.id from records.disposal_entry e left join documents.document d on d.id = e.decision_id
      where d.decided_at is null or d.decided_at > e.executed_at
      union all
      select 'entry-not-erased', e.id from records.disposal_entry e
        join records.disposal_entry_document n on n.entry_id = e.id join documents.document d on d.id = n.document_id
      where e.kind = 'destroyed' and d.erased_at is null
      order by 1, 2`);
  }
}
