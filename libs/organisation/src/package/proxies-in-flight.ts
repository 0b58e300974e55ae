import { type UnitOfWork, sql } from '@fubako/platform/database';
import { InFlightSection } from './in-flight';
import { LeavingSection } from './leaving';

/** 代理 of posts of units that end: they end with them. */
export const proxiesInFlight = (uow: UnitOfWork): InFlightSection =>
  new InFlightSection({
    name: 'proxies',
    noun: { ja: '続いている代理', en: 'proxies that go on' },
    of: async (units) =>
      uow.rows(sql`
        select p.org_unit_code as unit, g.name || '→' || t.name as label
        from organisation.proxy x
          join organisation.post p on p.code = x.post_code and ${await uow.now()}::date between p.valid_from and coalesce(p.valid_to, 'infinity')
          join organisation.person g on g.staff_no = x.giver join organisation.person t on t.staff_no = x.taker
        where x.ended_at is null and x.until_at > ${await uow.now()} and p.org_unit_code = any(${units}) order by x.id`),
  });

/** 代理 that somebody gave in the post, or stands in by: they end when the person leaves it. */
export const proxiesLeft = (uow: UnitOfWork): LeavingSection =>
  new LeavingSection(uow, {
    name: 'proxies',
    noun: { ja: '終わる代理', en: 'proxies that end' },
    of: async (leavers) =>
      uow.rows(sql`
        select l."staffNo", l."postCode", g.name || '→' || t.name as label
        from jsonb_to_recordset(${JSON.stringify(leavers)}::jsonb) as l("staffNo" text, "postCode" text)
          join organisation.proxy x on x.post_code = l."postCode" and x.giver = l."staffNo"
          join organisation.person g on g.staff_no = x.giver join organisation.person t on t.staff_no = x.taker
        where x.ended_at is null and x.until_at > ${await uow.now()} order by x.id`),
  });
