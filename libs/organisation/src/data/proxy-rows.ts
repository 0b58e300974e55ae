import { Injectable } from '@nestjs/common';
import type { LocalDate, PostCode, StaffNo } from '@fubako/kernel';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import type { Proxy } from '../core/absence';

/** 代理 with what is kept beside it; `until` is the end as it now is. */
export interface KeptProxy extends Proxy {
  readonly reason: string;
  readonly givenBy: StaffNo;
}

const columns = sql`id, post_code as "postCode", giver, taker, taker_post as "takerPost", from_at as "from",
  least(until_at, ended_at) as until, reason, given_by as "givenBy"`;
/** Not taken back before it began. */
const real = sql`(ended_at is null or ended_at > from_at)`;

@Injectable()
export class ProxyRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Gifts of one post queue up, so that two overlapping ones cannot both pass the check. */
  async lockGiver(staffNo: StaffNo): Promise<void> {
    await this.uow.rows(sql`select 1 from organisation.person where staff_no = ${staffNo} for update`);
  }

  overlapping({ postCode, giver, from, until }: Pick<Proxy, 'postCode' | 'giver' | 'from' | 'until'>) {
    return this.uow.maybe<KeptProxy>(sql`
      select ${columns} from organisation.proxy
      where post_code = ${postCode} and giver = ${giver} and ${real} and from_at < ${until} and least(until_at, ended_at) > ${from}
      order by from_at limit 1`);
  }

  async insert(proxy: KeptProxy, at: Date): Promise<void> {
    const { id, postCode, giver, taker, takerPost, from, until, reason, givenBy } = proxy;
    await this.uow.change(sql`
      insert into organisation.proxy (id, post_code, giver, taker, taker_post, from_at, until_at, reason, given_by, given_at)
      values (${id}, ${postCode}, ${giver}, ${taker}, ${takerPost}, ${from}, ${until}, ${reason}, ${givenBy}, ${at})`);
  }

  lock(id: string): Promise<KeptProxy | null> {
    return this.uow.maybe<KeptProxy>(sql`
      select ${columns} from organisation.proxy where id = ${id} and ended_at is null for update`);
  }

  async end(
    ids: readonly string[],
    ending: { at: Date; by: string; because: 'cancelled' | 'transfer' },
  ): Promise<void> {
    await this.uow.change(sql`
      update organisation.proxy set ended_at = ${ending.at}, ended_by = ${ending.by}, ended_because = ${ending.because}
      where id = any(${ids}) and ended_at is null`);
  }

  /** Given or taken by the person and not over, earliest first. */
  ofPerson(staffNo: StaffNo, now: Date): Promise<KeptProxy[]> {
    return this.current(sql`(giver = ${staffNo} or taker = ${staffNo})`, now);
  }

  all(now: Date): Promise<KeptProxy[]> {
    return this.current(sql`true`, now);
  }

  /** Whether somebody acts by proxy in the post at `now`. */
  async isTaker(staffNo: StaffNo, postCode: PostCode, now: Date): Promise<boolean> {
    const mine = await this.current(sql`taker = ${staffNo} and post_code = ${postCode} and from_at <= ${now}`, now);
    return mine.length > 0;
  }

  /** Those whose giver or taker no longer sits, on `day`, where they sat (S07), nor will when one given ahead begins. Locked. */
  stranded(day: LocalDate, now: Date): Promise<KeptProxy[]> {
    const sits = (staffNo: Sql, post: Sql) => sql`exists (
      select from organisation.assignment a
      where a.staff_no = ${staffNo} and a.post_code = ${post} and (
        ${day} between a.valid_from and coalesce(a.valid_to, 'infinity') or (p.from_at > ${now}
          and (p.from_at at time zone 'Asia/Tokyo')::date between a.valid_from and coalesce(a.valid_to, 'infinity'))))`;
    return this.uow.rows<KeptProxy>(sql`
      select ${columns} from organisation.proxy p
      where ended_at is null and until_at > ${now}
        and not (${sits(sql`p.giver`, sql`p.post_code`)} and ${sits(sql`p.taker`, sql`p.taker_post`)})
      order by id for update of p`);
  }

  private current(condition: Sql, now: Date): Promise<KeptProxy[]> {
    return this.uow.rows<KeptProxy>(sql`
      select ${columns} from organisation.proxy
      where ${condition} and ${real} and least(until_at, ended_at) > ${now} order by from_at, id`);
  }
}
