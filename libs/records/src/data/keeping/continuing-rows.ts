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
          where (o.class_code, o.section_code) = (f.class_code, f.section_code) and o.state = 'open' and o.id <> f.id) as "isFollowed",
        f.fiscal_year as "fiscalYear", f.adjustment_period as "adjustmentPeriod",
        exists (select from records.record r
          where r.file_id = f.id and extract(year from r.decided_on - interval '3 months') <> f.fiscal_year) as "gathersYears",
        exists (select from records.record_file o where (o.class_code, o.section_code) = (f.class_code, f.section_code)
          and o.state = 'open' and o.fiscal_year > f.fiscal_year) as "isOvertaken",
        exists (select from records.year_plan p
          where p.fiscal_year > f.fiscal_year and p.confirmed_at is not null and p.opened_at is null) as "isPlanned"
      from records.record_file f where f.id = ${fileId}`),
    );
  }

  async close(fileId: string, { closedOn, reason }: { closedOn: LocalDate; reason: string }): Promise<void> {
    await this.uow.change(sql`
      update records.record_file set state = 'closed', closed_on = ${closedOn}, closing_reason = ${reason}, review_on = null where id = ${fileId}`);
  }

  /** CONT-5 @param reviewOn where what is in it names no day of its own */
  async continue(fileId: string, reviewOn: LocalDate): Promise<void> {
    await this.uow.change(sql`
      update records.record_file set continuing = true, starts_on = null, expires_on = null, review_on = coalesce(review_on, ${reviewOn}::date)
      where id = ${fileId}`);
  }

  /** CONT-6 Its dates are for the reckoning. */
  async endWithYear(fileId: string): Promise<void> {
    await this.uow.change(
      sql`update records.record_file set continuing = false, review_on = null where id = ${fileId}`,
    );
  }

  async reopen(fileId: string, reviewOn: LocalDate): Promise<void> {
    await this.uow.change(sql`
      update records.record_file set state = 'open', closed_on = null, closing_reason = null, starts_on = null, expires_on = null,
        review_on = coalesce(review_on, ${reviewOn}::date)
      where id = ${fileId}`);
  }
}
