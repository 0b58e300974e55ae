import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { type Sql, UnitOfWork, joinSql, sql } from '@fubako/platform/database';
import type { HoldGround } from '../../core/hold';

export interface HoldListRow {
  readonly id: string;
  readonly ground: HoldGround;
  readonly caseNo: string | null;
  readonly reason: string;
  readonly triggeredOn: LocalDate;
  readonly decidedOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly placedAt: Date;
  readonly placedByName: string;
  readonly isConfirmed: boolean;
  readonly releasedAt: Date | null;
  readonly releaseReason: string | null;
  readonly fileCount: number;
  readonly documentCount: number;
}

export interface HoldTargetRow {
  readonly fileId: string;
  readonly documentId: string | null;
  readonly fileTitle: string;
  readonly volume: number;
  readonly fiscalYear: number;
  readonly unitName: string;
}

export const HOLD_STATES = ['in_force', 'asked', 'ended'] as const;
export type HoldState = (typeof HOLD_STATES)[number];

export interface HoldFilter {
  readonly state: HoldState;
  readonly today: LocalDate;
  /** Condition on `f.section_code`; only holds of which the reader may see a target. */
  readonly visible: Sql;
  readonly id: string | null;
  readonly ground?: HoldGround;
  /** In the case number, the reason, or the name of who placed it. */
  readonly words?: string;
}

/** 廃棄保留 in lists. */
@Injectable()
export class HoldListRows {
  constructor(private readonly uow: UnitOfWork) {}

  list(filter: HoldFilter, after: readonly unknown[] | null, limit: number): Promise<HoldListRow[]> {
    const conditions = [visibleHold(filter.visible)];
    if (filter.id === null) conditions.push(stateOf(filter));
    else conditions.push(sql`h.id = ${filter.id}`);
    conditions.push(...narrowing(filter));
    if (after) conditions.push(sql`(h.placed_at, h.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
    return this.uow.rows<HoldListRow>(sql`
      select h.id, h.ground, h.case_no as "caseNo", h.reason, h.triggered_on as "triggeredOn", h.decided_on as "decidedOn",
        h.ends_on as "endsOn", h.placed_at as "placedAt", h.placed_by_name as "placedByName",
        h.confirmed_at is not null as "isConfirmed", h.released_at as "releasedAt", h.release_reason as "releaseReason",
        (select count(t.file_id)::int from records.hold_target t where t.hold_id = h.id) as "fileCount",
        (select count(t.document_id)::int from records.hold_target t where t.hold_id = h.id) as "documentCount"
      from records.hold h where ${joinSql(conditions, ' and ', sql`true`)}
      order by h.placed_at desc, h.id desc limit ${limit}`);
  }

  /** Asked for by section heads and not answered, of those of which the reader may see a target. */
  async asked(filter: Pick<HoldFilter, 'today' | 'visible'>): Promise<number> {
    const { count } = await this.uow.one<{ count: number }>(sql`
      select count(*)::int as count from records.hold h
      where ${stateOf({ ...filter, state: 'asked' })} and ${visibleHold(filter.visible)}`);
    return count;
  }

  targets(holdId: string, visible: Sql, limit: number): Promise<HoldTargetRow[]> {
    return this.uow.rows<HoldTargetRow>(sql`
      select f.id as "fileId", t.document_id as "documentId", f.title as "fileTitle", f.volume, f.fiscal_year as "fiscalYear",
        f.section_name as "unitName"
      from records.hold_target t left join records.record r on r.document_id = t.document_id
        join records.record_file f on f.id = coalesce(t.file_id, r.file_id)
      where t.hold_id = ${holdId} and (${visible})
      order by f.fiscal_year, f.class_code, f.section_code, f.volume, t.document_id limit ${limit}`);
  }
}

function narrowing({ ground, words }: HoldFilter): Sql[] {
  const said = sql`concat_ws(' ', h.case_no, h.reason, h.placed_by_name)`;
  return [
    ...(ground === undefined ? [] : [sql`h.ground = ${ground}`]),
    ...(words === undefined ? [] : [sql`position(lower(${words}) in lower(${said})) > 0`]),
  ];
}

function stateOf({ state, today }: Pick<HoldFilter, 'state' | 'today'>): Sql {
  if (state === 'asked') return sql`h.released_at is null and h.confirmed_at is null`;
  return state === 'in_force'
    ? sql`h.released_at is null and (h.ends_on is null or h.ends_on >= ${today})`
    : sql`(h.released_at is not null or h.ends_on < ${today})`;
}

function visibleHold(visible: Sql): Sql {
  return sql`exists (
    select from records.hold_target t left join records.record r on r.document_id = t.document_id
      join records.record_file f on f.id = coalesce(t.file_id, r.file_id)
    where t.hold_id = h.id and (${visible}))`;
}
