import { Injectable } from '@nestjs/common';
import type { LocalDate, StaffNo } from '@fubako/kernel';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import type { ChartFacts } from '../core/facts';

/** Which organisation stands, as an expression for a question of another lib; null before the first import. */
export const REVISION: Sql = sql`(select revision from organisation.municipality)`;

export interface OrganisationRevision {
  readonly revision: number;
  /** Changed by the transaction that asks, and so perhaps never to be seen by another. */
  readonly uncommitted: boolean;
}

@Injectable()
export class ChartRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Null before the first import. */
  async revision(): Promise<OrganisationRevision | null> {
    return this.uow.maybe<OrganisationRevision>(sql`
      select revision, coalesce(xmin = pg_current_xact_id_if_assigned()::xid, false) as uncommitted from organisation.municipality`);
  }

  /** Whether somebody had a post before `day`. */
  async satBefore(staffNo: StaffNo, day: LocalDate): Promise<boolean> {
    const { sat } = await this.uow.one<{ sat: boolean }>(sql`
      select exists (select from organisation.assignment where staff_no = ${staffNo} and valid_to < ${day}::date) as sat`);
    return sat;
  }

  /** The days after `from` up to `to` on which something begins or has ended. */
  async changeDays(from: LocalDate, to: LocalDate): Promise<LocalDate[]> {
    const rows = await this.uow.rows<{ day: LocalDate }>(sql`
      with span as (
        select valid_from, valid_to from organisation.org_unit union all select valid_from, valid_to from organisation.post
        union all select valid_from, valid_to from organisation.assignment union all select valid_from, valid_to from organisation.acting_order
        union all select valid_from, valid_to from organisation.role_grant union all select valid_from, valid_to from organisation.org_function)
      select day from (select valid_from as day from span union select valid_to + 1 from span) d
      where day > ${from} and day <= ${to} order by day`);
    return rows.map(({ day }) => day);
  }

  /** Everything that holds on `date`, with its revision: one statement, so one consistent state. */
  async facts(date: LocalDate): Promise<ChartFacts & { readonly revision: number }> {
    const row = await this.uow.one<Omit<ChartFacts, 'date'> & { revision: number }>(sql`
      with unit as (select * from organisation.org_unit where ${date}::date between valid_from and coalesce(valid_to, 'infinity')),
           post as (select * from organisation.post where ${date}::date between valid_from and coalesce(valid_to, 'infinity')),
           assignment as (select * from organisation.assignment where ${date}::date between valid_from and coalesce(valid_to, 'infinity')),
           acting as (select * from organisation.acting_order where ${date}::date between valid_from and coalesce(valid_to, 'infinity')),
           role as (select * from organisation.role_grant where ${date}::date between valid_from and coalesce(valid_to, 'infinity')),
           work as (select * from organisation.org_function where ${date}::date between valid_from and coalesce(valid_to, 'infinity'))
      select
        coalesce((select revision from organisation.municipality), 0)::bigint as revision,
        coalesce((select json_agg(json_build_object('code', code, 'name', name, 'kind', kind, 'parentCode', parent_code, 'symbol', symbol, 'sort', sort, 'succeeds', succeeds, 'kana', kana)) from unit), '[]') as units,
        coalesce((select json_agg(json_build_object('code', code, 'title', title, 'unitCode', org_unit_code, 'rank', rank, 'headship', headship)) from post), '[]') as posts,
        coalesce((select json_agg(json_build_object('staffNo', staff_no, 'name', name, 'kana', kana, 'login', login, 'email', email)) from organisation.person), '[]') as people,
        coalesce((select json_agg(json_build_object('staffNo', staff_no, 'postCode', post_code, 'kind', kind)) from assignment), '[]') as assignments,
        coalesce((select json_agg(json_build_object('postCode', post_code, 'order', place, 'actingPostCode', acting_post_code, 'mode', mode, 'matterTypes', matter_types)) from acting), '[]') as "actingOrders",
        coalesce((select json_agg(json_build_object('staffNo', staff_no, 'role', role, 'unitCode', org_unit_code)) from role), '[]') as roles,
        coalesce((select json_agg(json_build_object('code', code, 'name', name, 'unitCode', org_unit_code)) from work), '[]') as functions`);
    return { ...row, date };
  }

  /** The last days of units that were there before `day` and are not on it. */
  lastDays(unitCodes: readonly string[], day: LocalDate): Promise<{ code: string; day: LocalDate }[]> {
    return this.uow.rows(sql`
      select code, max(valid_to) as day from organisation.org_unit
      where code = any(${unitCodes}) and valid_to < ${day} group by code`);
  }

  unitNames(): Promise<{ code: string; name: string }[]> {
    return this.uow.rows(sql`
      select code, name from organisation.org_unit group by code, name order by code, max(valid_from)`);
  }

  async symbolsBorneBy(unitCodes: readonly string[]): Promise<string[]> {
    const rows = await this.uow.rows<{ symbol: string }>(sql`
      select distinct symbol from organisation.org_unit where code = any(${unitCodes}) and symbol is not null order by symbol`);
    return rows.map(({ symbol }) => symbol);
  }
}
