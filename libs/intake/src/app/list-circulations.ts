import { Injectable } from '@nestjs/common';
import { type LocalDate, addDays, localDateAt, startOfDay } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { type Sql, UnitOfWork, joinSql, sql } from '@fubako/platform/database';
import { type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import type { CirculationRow } from '../data/circulation.row';
import { headOf } from './circulation-views';
import type { CirculationCounts, CirculationListItem } from './circulations.view.dto';
import { audienceOf } from './policy';

export const CIRCULATION_VIEWS = ['to_read', 'read', 'started'] as const;
export type CirculationListView = (typeof CIRCULATION_VIEWS)[number];

export interface CirculationsQuery {
  readonly view: CirculationListView;
  readonly cursor?: string;
  readonly limit: number;
}

/** A 回覧 that nobody must read leaves the list of what is to be read after this long. */
const BROADCAST_DAYS = 30;

interface ListRow extends CirculationRow {
  readonly required: number;
  readonly required_read: number;
  readonly read: number;
  readonly own_required: boolean | null;
  readonly my_read_at: Date | null;
}

/** 供覧・回覧 of one person, latest first. */
@Injectable()
export class ListCirculations {
  constructor(private readonly uow: UnitOfWork) {}

  /** @throws DomainError request.bad-cursor */
  run({ view, cursor, limit }: CirculationsQuery, actor: Actor): Promise<Page<CirculationListItem>> {
    const after = decodeCursor(cursor, ['instant', 'uuid']);
    return this.uow.read(async () => {
      const today = localDateAt(await this.uow.now());
      const conditions = [viewCondition(view, actor, today)];
      if (after) conditions.push(sql`(c.started_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
      const rows = await this.uow.rows<ListRow>(sql`
        select c.*, m.required as own_required, m.read_at as my_read_at, n.required, n.required_read, n.read
        from intake.circulation c
          left join intake.reader m on m.circulation_id = c.id and m.staff_no = ${actor.staffNo}
          cross join lateral (select count(*) filter (where x.required) as required,
              count(x.read_at) filter (where x.required) as required_read, count(x.read_at) as read
            from intake.reader x where x.circulation_id = c.id) n
        where ${joinSql(conditions, ' and ', sql`true`)} order by c.started_at desc, c.id desc limit ${limit + 1}`);
      return pageOf(rows, limit, { map: itemOf, keyOf: (row) => [row.started_at.toISOString(), row.id] });
    });
  }

  counts(actor: Actor): Promise<CirculationCounts> {
    return this.uow.read(async () => {
      const condition = viewCondition('to_read', actor, localDateAt(await this.uow.now()));
      return this.uow.one<CirculationCounts>(sql`
        select count(*) as "toRead" from intake.circulation c
          left join intake.reader m on m.circulation_id = c.id and m.staff_no = ${actor.staffNo}
        where ${condition}`);
    });
  }
}

function viewCondition(view: CirculationListView, actor: Actor, today: LocalDate): Sql {
  const named = sql`c.id in (select circulation_id from intake.reader where staff_no = ${actor.staffNo} and read_at is null)`;
  const invited = sql`c.mode = 'broadcast' and c.started_at >= ${startOfDay(addDays(today, -BROADCAST_DAYS))}
    and m.read_at is null and exists (select from intake.audience a where a.circulation_id = c.id and a.section_code = any(${audienceOf(actor)}))`;
  const views: Record<CirculationListView, Sql> = {
    to_read: sql`c.stopped_at is null and (${named} or (${invited}))`,
    read: sql`m.read_at is not null`,
    started: sql`c.started_by = ${actor.staffNo}`,
  };
  return sql`(${views[view]})`;
}

function itemOf(row: ListRow): CirculationListItem {
  const named = row.mode === 'reading' && row.own_required !== null;
  return {
    ...headOf(row),
    required: row.required,
    requiredRead: row.required_read,
    read: row.read,
    mine: named ? (row.own_required ? 'required' : 'optional') : row.mode === 'broadcast' ? 'audience' : 'none',
    myReadAt: row.my_read_at?.toISOString() ?? null,
  };
}
