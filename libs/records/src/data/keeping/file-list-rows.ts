import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { type Sql, UnitOfWork, joinSql, sql } from '@fubako/platform/database';
import type { Hold } from '../../core/hold';
import { COUNT_OF_FILE, LABEL_OF_FILE } from '../terms-of-file';

export interface DueFileRow {
  readonly id: string;
  readonly title: string;
  readonly volume: number;
  readonly fiscalYear: number;
  readonly classCode: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly retentionLabel: string;
  readonly state: string;
  readonly custody: string;
  readonly medium: string;
  readonly disposition: string;
  readonly documentCount: number;
  readonly expiresOn: LocalDate | null;
  readonly extensionCount: number;
  /** The one in force that lasts longest (HOLD-4). */
  readonly hold: Hold | null;
}

export interface DueFilter {
  readonly from: LocalDate | null;
  readonly until: LocalDate;
  /** These files instead of the span of days. */
  readonly ids: readonly string[] | null;
  readonly unit: string | null;
  readonly classCode: string | null;
  readonly held: boolean | null;
  readonly today: LocalDate;
  /** The files that the reader may see. */
  readonly visible: Sql;
}

/** Columns of files `f` and their retention classes `t`. */
export const FILE_COLUMNS = sql`
  f.id, f.title, f.volume, f.fiscal_year as "fiscalYear", f.class_code as "classCode", f.section_code as "unitCode",
  f.section_name as "unitName", ${LABEL_OF_FILE} as "retentionLabel", f.state, f.custody, f.medium, f.disposition,
  ${COUNT_OF_FILE} as "documentCount",
  f.expires_on as "expiresOn", f.extension_count as "extensionCount"`;

/**
 * The hold on files `f` that lasts longest, in the same statement as the files: a page of them is one round trip. What it finds
 * is what {@link HoldRows.covering} finds.
 */
export function longestHold(day: LocalDate): Sql {
  return sql`(
    select jsonb_build_object('id', h.id, 'ground', h.ground, 'caseNo', h.case_no, 'reason', h.reason, 'triggeredOn', h.triggered_on,
      'decidedOn', h.decided_on, 'endsOn', h.ends_on, 'placedByName', h.placed_by_name)
    from records.hold h
    where h.released_at is null and (h.ends_on is null or h.ends_on >= ${day})
      and h.id in (select t.hold_id from records.hold_target t where t.file_id = f.id
        union all select t.hold_id from records.record r join records.hold_target t on t.document_id = r.document_id
          where r.file_id = f.id)
    order by h.ends_on desc nulls first, h.id limit 1) as hold`;
}

const STILL_THERE = sql`f.state in ('open', 'closed')`;

/** Files by the day on which they expire: reads the index of due files (performance, part C). */
@Injectable()
export class FileListRows {
  constructor(private readonly uow: UnitOfWork) {}

  due(filter: DueFilter, after: readonly unknown[] | null, limit: number): Promise<DueFileRow[]> {
    const conditions = conditionsOf(filter);
    if (after)
      conditions.push(
        sql`(f.expires_on, f.section_code, f.id) > (${after[0]}::date, ${after[1]}::text, ${after[2]}::uuid)`,
      );
    return this.uow.rows<DueFileRow>(sql`
      select ${FILE_COLUMNS}, ${longestHold(filter.today)}
      from records.record_file f join records.retention_class t on t.code = f.retention_class
      where ${joinSql(conditions, ' and ', sql`true`)}
      order by f.expires_on, f.section_code, f.id limit ${limit}`);
  }

  /** Files that expire between the two days, by section. */
  dueBySection(filter: DueFilter): Promise<{ unitCode: string; unitName: string; count: number }[]> {
    return this.uow.rows(sql`
      select f.section_code as "unitCode", max(f.section_name) as "unitName", count(*)::int as count
      from records.record_file f where ${joinSql(conditionsOf(filter), ' and ', sql`true`)}
      group by f.section_code order by f.section_code`);
  }

  /** Files whose expiry has passed and that are still there. */
  async expired(today: LocalDate, visible: Sql): Promise<number> {
    const { count } = await this.uow.one<{ count: number }>(sql`
      select count(*)::int as count from records.record_file f
      where ${STILL_THERE} and f.expires_on < ${today} and (${visible})`);
    return count;
  }
}

/** Condition on files `f`: those of the filter. */
export function dueCondition(filter: DueFilter): Sql {
  return joinSql(conditionsOf(filter), ' and ', sql`true`);
}

function conditionsOf({ from, until, ids, unit, classCode, held, today, visible }: DueFilter): Sql[] {
  const conditions = [STILL_THERE, sql`(${visible})`];
  if (ids === null) conditions.push(sql`f.expires_on <= ${until}`);
  else conditions.push(sql`f.id = any(${ids}::uuid[])`, sql`f.expires_on is not null`);
  if (ids === null && from !== null) conditions.push(sql`f.expires_on >= ${from}`);
  if (unit !== null) conditions.push(sql`f.section_code = ${unit}`);
  if (classCode !== null) conditions.push(sql`f.class_code = ${classCode}`);
  if (held !== null) conditions.push(sql`records.is_held(f.id, null, ${today}) = ${held}`);
  return conditions;
}
