import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import type { ContinuingFacts } from '../../core/keeping/continuing';

/** 継続簿冊: whether one can be closed or opened again, and both. Looked at as the office: what stands in the way does so whoever asks. */
@Injectable()
export class ContinuingRows {
  constructor(private readonly uow: UnitOfWork) {}

  find(fileId: string): Promise<ContinuingFacts> {
    return this.uow.one<ContinuingFacts>(
      asOffice(sql`
      select f.continuing, f.state, f.custody, f.closing_reason is not null as "closedByHand", f.extended_to is not null as "isExtended",
        greatest((f.opened_at at time zone 'Asia/Tokyo')::date,
          (select max(r.closed_on) from records.record r where r.file_id = f.id),
          (select max(p.documented_on) from records.paper_record p where p.file_id = f.id)) as "lastDay",
        (select count(*)::int from records.record r where r.file_id = f.id and r.provisional and r.state = 'held_in_file') as "openDocuments",
        exists (select from records.disposal_item i where i.file_id = f.id and i.state in ('open', 'agreed', 'approved'))
          or exists (select from records.handover_file x join records.handover h on h.id = x.handover_id
            where x.file_id = f.id and x.taken_off_at is null and h.received_at is null and h.withdrawn_at is null) as "isListed",
        exists (select from records.record_file o
          where (o.class_code, o.section_code) = (f.class_code, f.section_code) and o.state = 'open' and o.id <> f.id) as "isFollowed"
      from records.record_file f where f.id = ${fileId}`),
    );
  }

  async close(fileId: string, { closedOn, reason }: { closedOn: LocalDate; reason: string }): Promise<void> {
    await this.uow.change(sql`
      update records.record_file set state = 'closed', closed_on = ${closedOn}, closing_reason = ${reason} where id = ${fileId}`);
  }

  async reopen(fileId: string): Promise<void> {
    await this.uow.change(sql`
      update records.record_file set state = 'open', closed_on = null, closing_reason = null, starts_on = null, expires_on = null
      where id = ${fileId}`);
  }
}
