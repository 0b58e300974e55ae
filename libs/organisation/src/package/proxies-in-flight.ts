import { type UnitOfWork, sql } from '@fubako/platform/database';
import { InFlightSection } from './in-flight';

/** 代理 of posts of units that end: they end with them. */
export const proxiesInFlight = (uow: UnitOfWork): InFlightSection =>
  new InFlightSection({
    name: 'proxies',
    noun: '続いている代理',
    of: async (units) =>
      uow.rows(sql`
        select p.org_unit_code as unit, g.name || '→' || t.name as label
        from organisation.proxy x
          join organisation.post p on p.code = x.post_code and ${await uow.now()}::date between p.valid_from and coalesce(p.valid_to, 'infinity')
          join organisation.person g on g.staff_no = x.giver join organisation.person t on t.staff_no = x.taker
        where x.ended_at is null and x.until_at > ${await uow.now()} and p.org_unit_code = any(${units}) order by x.id`),
  });
