import { Injectable } from '@nestjs/common';
import type { FiscalYear, LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { NEAREST_STATUTE } from '../filing-class-rows';

/** A file that the roll-over opened, carried on or closed. */
export interface TurnedFile {
  readonly id: string;
  readonly classCode: string;
  readonly sectionCode: string;
  readonly retentionClass: string;
}

export interface ClosedFile {
  readonly id: string;
  readonly closedOn: LocalDate;
}

/** The roll-over itself: one statement for each chunk; what is locked by another worker is left to it. */
@Injectable()
export class RollOverRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Confirmed plans whose first day has come and that are not carried out to the end. */
  async due(year: FiscalYear): Promise<FiscalYear[]> {
    const rows = await this.uow.rows<{ year: FiscalYear }>(sql`
      select fiscal_year as year from records.year_plan
      where fiscal_year <= ${year}::int and confirmed_at is not null and (opened_at is null or counters_closed_at is null)
      order by fiscal_year`);
    return rows.map((row) => row.year);
  }

  /** YEAR-8 Opens the next files of a plan; a file that a decision opened meanwhile gets the planned name and marks. */
  open(year: FiscalYear, limit: number, at: Date): Promise<TurnedFile[]> {
    return this.uow.rows<TurnedFile>(sql`
      with todo as (
        select * from records.year_line where fiscal_year = ${year} and done_at is null and carried_file is null
        order by class_code, section_code limit ${limit} for update skip locked),
      opened as (
        insert into records.record_file (id, class_code, function_code, section_code, section_name, fiscal_year, title,
          retention_class, disclosure_class, disposition, adjustment_period, personal_data, secret, statutory_years, statutory_law, opened_at)
        select t.id, t.class_code, t.function_code, t.section_code, t.section_name, t.fiscal_year, t.title,
          c.retention_class, c.disclosure_class, coalesce(c.disposition, r.disposition), c.adjustment_period, t.personal_data, t.secret, s.statutory_years, s.statutory_law, ${at}
        from todo t join records.filing_class c on c.code = t.class_code
          join records.retention_class r on r.code = c.retention_class
          left join lateral (${NEAREST_STATUTE}) s on true
        order by t.fiscal_year, t.class_code, t.section_code
        on conflict (class_code, section_code, fiscal_year, volume) do update set title = excluded.title,
          personal_data = excluded.personal_data, secret = excluded.secret, adjustment_period = excluded.adjustment_period
        returning id, class_code, section_code, retention_class)
      update records.year_line l set done_at = ${at}, file_id = o.id
      from todo t join opened o on (o.class_code, o.section_code) = (t.class_code, t.section_code)
      where l.id = t.id
      returning o.id, o.class_code as "classCode", o.section_code as "sectionCode", o.retention_class as "retentionClass"`);
  }

  /** 継続簿冊 go on as they are; one that was closed meanwhile stays closed. */
  carry(year: FiscalYear, limit: number, at: Date): Promise<TurnedFile[]> {
    return this.uow.rows<TurnedFile>(sql`
      with todo as (
        select id from records.year_line where fiscal_year = ${year} and done_at is null and carried_file is not null
        order by class_code, section_code limit ${limit} for update skip locked)
      update records.year_line l set done_at = ${at}, file_id = l.carried_file
      from todo t, records.record_file f where l.id = t.id and f.id = l.carried_file
      returning f.id, f.class_code as "classCode", f.section_code as "sectionCode", f.retention_class as "retentionClass"`);
  }

  /** YEAR-9 Closes files whose last day is over, with that day, however late it is. */
  close(today: LocalDate, year: FiscalYear, limit: number): Promise<ClosedFile[]> {
    return this.uow.rows<ClosedFile>(sql`
      with todo as (
        select id, make_date(fiscal_year + 1, case when adjustment_period then 5 else 3 end, 31) as last_day
        from records.record_file
        where state = 'open' and not continuing and fiscal_year < ${year}::int
          and make_date(fiscal_year + 1, case when adjustment_period then 5 else 3 end, 31) < ${today}::date
        order by fiscal_year, class_code, section_code, volume limit ${limit} for no key update skip locked)
      update records.record_file f set state = 'closed', closed_on = t.last_day
      from todo t where f.id = t.id
      returning f.id, t.last_day as "closedOn"`);
  }

  async hasToClose(today: LocalDate, year: FiscalYear): Promise<boolean> {
    const rows = await this.uow.rows(sql`
      select 1 from records.record_file
      where state = 'open' and not continuing and fiscal_year < ${year}::int
        and make_date(fiscal_year + 1, case when adjustment_period then 5 else 3 end, 31) < ${today}::date limit 1`);
    return rows.length > 0;
  }

  async mark(year: FiscalYear, step: 'begun' | 'opened' | 'countersClosed', at: Date): Promise<void> {
    const begun = step === 'begun' ? at : null;
    const opened = step === 'opened' ? at : null;
    const closed = step === 'countersClosed' ? at : null;
    await this.uow.change(sql`
      update records.year_plan set begun_at = coalesce(begun_at, ${begun}::timestamptz), opened_at = coalesce(opened_at, ${opened}::timestamptz),
        counters_closed_at = coalesce(counters_closed_at, ${closed}::timestamptz)
      where fiscal_year = ${year}`);
  }
}
