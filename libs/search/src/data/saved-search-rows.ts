import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';

/** Conditions as the API takes them; what a later version no longer knows is dropped when it is read. */
export type SavedConditions = Readonly<Record<string, unknown>>;

export interface SavedSearch {
  readonly id: string;
  readonly staffNo: string;
  readonly name: string;
  readonly conditions: SavedConditions;
  /** Unit with which it is shared; null: private. */
  readonly unitCode: string | null;
  readonly createdAt: Date;
  readonly isSubscribed: boolean;
}

/** Saved searches as one person sees them. Every call is part of the caller's unit of work. */
@Injectable()
export class SavedSearchRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Own and shared ones, in the person's order; those without a place come after, the oldest first. */
  list(actor: Actor): Promise<SavedSearch[]> {
    return this.uow.rows<SavedSearch>(sql`
      ${select(actor)} left join search.saved_search_place p on p.search_id = s.id and p.staff_no = ${actor.staffNo}
      where ${seen(actor)} order by p.place nulls last, s.created_at, s.id`);
  }

  find(id: string, actor: Actor): Promise<SavedSearch | null> {
    return this.uow.maybe<SavedSearch>(sql`${select(actor)} where s.id = ${id} and ${seen(actor)}`);
  }

  async countOf(staffNo: string): Promise<number> {
    const { count } = await this.uow.one<{ count: number }>(
      sql`select count(*) as count from search.saved_search where staff_no = ${staffNo}`,
    );
    return count;
  }

  async insert({
    id,
    staffNo,
    name,
    conditions,
    unitCode,
  }: Omit<SavedSearch, 'createdAt' | 'isSubscribed'>): Promise<void> {
    await this.uow.change(sql`
      insert into search.saved_search (id, staff_no, name, conditions, unit_code, created_at)
      values (${id}, ${staffNo}, ${name}, ${JSON.stringify(conditions)}::jsonb, ${unitCode}, ${await this.uow.now()})`);
  }

  async change(id: string, { name, unitCode }: Pick<SavedSearch, 'name' | 'unitCode'>): Promise<void> {
    await this.uow.change(sql`update search.saved_search set name = ${name}, unit_code = ${unitCode} where id = ${id}`);
  }

  async remove(id: string): Promise<void> {
    await this.uow.change(sql`delete from search.saved_search where id = ${id}`);
  }

  /** @param ids in the order in which the person wants to see them; what the person does not see has no place */
  async arrange(ids: readonly string[], actor: Actor): Promise<void> {
    await this.uow.change(sql`delete from search.saved_search_place where staff_no = ${actor.staffNo}`);
    await this.uow.change(sql`
      insert into search.saved_search_place (staff_no, search_id, place)
      select ${actor.staffNo}, s.id, min(k.n) from unnest(${ids}::uuid[]) with ordinality as k(id, n)
        join search.saved_search s on s.id = k.id where ${seen(actor)} group by s.id`);
  }
}

function select(actor: Actor): Sql {
  return sql`
    select s.id, s.staff_no as "staffNo", s.name, s.conditions, s.unit_code as "unitCode", s.created_at as "createdAt",
      exists (select from search.subscription u where u.search_id = s.id and u.staff_no = ${actor.staffNo}) as "isSubscribed"
    from search.saved_search s`;
}

function seen(actor: Actor): Sql {
  return sql`(s.staff_no = ${actor.staffNo} or coalesce(s.unit_code = any(${actor.units}), false))`;
}
