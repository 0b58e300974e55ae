import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { RetentionTerms } from '../../core/retention';
import { CLOSING_OF_CONTINUING, termsOfFile } from '../terms-of-file';

/** A file as those who keep it work on it. */
export interface KeptFileRow extends RetentionTerms {
  readonly id: string;
  readonly title: string;
  readonly classCode: string;
  readonly sectionCode: string;
  readonly sectionName: string;
  readonly fiscalYear: number;
  readonly retentionClass: string;
  readonly state: string;
  readonly startsOn: LocalDate | null;
  readonly expiresOn: LocalDate | null;
  readonly extendedTo: LocalDate | null;
  readonly eventOn: LocalDate | null;
  /** Of 継続簿冊. */
  readonly fileClosedOn: LocalDate | null;
  /** A file of paper in which no electronic record lies: nothing else gives it dates (PAP-1). */
  readonly hasOwnDates: boolean;
  readonly holdsPaper: boolean;
  /** 継続簿冊 that takes documents. */
  readonly isInUse: boolean;
}

/** Condition on files `f`. */
export const HAS_OWN_DATES = sql`(f.medium <> 'electronic' and not (f.continuing and f.state = 'open')
  and not exists (select from records.record o where o.file_id = f.id))`;

/** 簿冊 as it is kept, changed and extended. */
@Injectable()
export class KeptFileRows {
  constructor(private readonly uow: UnitOfWork) {}

  find(id: string): Promise<KeptFileRow | null> {
    return this.uow.maybe<KeptFileRow>(sql`
      select f.id, f.title, f.class_code as "classCode", f.section_code as "sectionCode", f.section_name as "sectionName",
        f.fiscal_year as "fiscalYear", f.retention_class as "retentionClass", f.state, f.starts_on as "startsOn",
        f.expires_on as "expiresOn", f.extended_to as "extendedTo", f.event_on as "eventOn", ${CLOSING_OF_CONTINUING} as "fileClosedOn", t.basis, t.years, t.label,
        case when f.statutory_years is not null then jsonb_build_object('years', f.statutory_years, 'law', f.statutory_law) end as floor,
        ${HAS_OWN_DATES} as "hasOwnDates", f.medium <> 'electronic' as "holdsPaper",
        f.continuing and f.state = 'open' as "isInUse"
      from records.record_file f join ${termsOfFile()} on true where f.id = ${id}`);
  }

  async setEvent(id: string, eventOn: LocalDate | null): Promise<void> {
    await this.uow.change(sql`update records.record_file set event_on = ${eventOn} where id = ${id}`);
  }

  async setRetention(id: string, retentionClass: string): Promise<void> {
    await this.uow.change(sql`
      update records.record_file set retention_class = ${retentionClass}, kept_basis = null, kept_years = null, kept_label = null
      where id = ${id}`);
  }

  /** Records without an end go along, so that later changes of dates do not bring the old day back. */
  async review({ id, years }: KeptFileRow, { nextOn, ground }: { nextOn: LocalDate; ground: string }): Promise<void> {
    if (years === null)
      await this.uow.change(sql`update records.record set review_on = ${nextOn} where file_id = ${id}`);
    await this.uow.change(sql`
      update records.record_file set review_on = ${nextOn}, permanent_ground = ${ground} where id = ${id}`);
  }

  /** Terms of a retention class as it stands now; null: there is none, or it may not be used on the day yet. */
  terms(code: string, day: LocalDate): Promise<RetentionTerms | null> {
    return this.uow.maybe<RetentionTerms>(
      sql`select basis, years, label from records.retention_class where code = ${code} and coalesce(valid_from <= ${day}, true)`,
    );
  }
}
