import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { ENDLESS_FILE, UNKNOWN_EXPIRY } from '../terms-of-file';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import { type DueFileRow, FILE_COLUMNS, longestHold } from './file-list-rows';

/** Why a file is on the desk of the records office: open events and unknown expiries, due reviews, holds, findings of the night. */
export const ATTENTION_KINDS = [
  'unknown_expiry',
  'open_event',
  'review_due',
  'held',
  'mixed_years',
  'mixed_retention',
] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

export interface AttentionRow extends DueFileRow {
  readonly reviewOn: LocalDate | null;
  /** Since when the nightly sweep finds it. */
  readonly foundOn: LocalDate | null;
}

export interface AttentionFilter {
  readonly kind: AttentionKind;
  readonly today: LocalDate;
  /** The files that the reader may see. */
  readonly visible: Sql;
  readonly unit: string | null;
}

const FILES = sql`records.record_file f join records.retention_class t on t.code = f.retention_class`;

/** Files that somebody has to look at: what the overview counts, and the list of each count. */
@Injectable()
export class AttentionRows {
  constructor(private readonly uow: UnitOfWork) {}

  list(filter: AttentionFilter, after: readonly unknown[] | null, limit: number): Promise<AttentionRow[]> {
    const [section, year, id] = after ?? [null, null, null];
    const beyond = sql`(f.section_code, f.fiscal_year, f.id) > (${section}::text, ${year}::int, ${id}::uuid)`;
    return this.uow.rows<AttentionRow>(sql`
      select ${FILE_COLUMNS}, ${longestHold(filter.today)}, f.review_on as "reviewOn",
        (select min(n.found_on) from records.finding n where n.file_id = f.id and n.kind = ${filter.kind} and n.settled_on is null) as "foundOn"
      from ${FILES} where ${conditionOf(filter)} and (${id}::uuid is null or ${beyond})
      order by f.section_code, f.fiscal_year, f.id limit ${limit}`);
  }

  async count(filter: AttentionFilter): Promise<number> {
    const { count } = await this.uow.one<{ count: number }>(sql`
      select count(*)::int as count from ${FILES} where ${conditionOf(filter)}`);
    return count;
  }
}

function conditionOf({ kind, today, visible, unit }: AttentionFilter): Sql {
  const ofUnit = unit === null ? sql`` : sql` and f.section_code = ${unit}`;
  return sql`f.state in ('open', 'closed') and ${CONDITIONS[kind](today)} and (${visible})${ofUnit}`;
}

const found = (kind: AttentionKind) => () =>
  sql`f.id in (select n.file_id from records.finding n where n.kind = ${kind} and n.settled_on is null)`;

const CONDITIONS: Readonly<Record<AttentionKind, (today: LocalDate) => Sql>> = {
  unknown_expiry: () => UNKNOWN_EXPIRY,
  open_event: () => sql`f.expires_on is null and coalesce(f.kept_basis, t.basis) = 'event' and not ${ENDLESS_FILE}`,
  review_due: (today) => sql`f.review_on <= ${today}`,
  held: (today) => sql`f.id in (
    select coalesce(g.file_id, r.file_id) from records.hold h
      join records.hold_target g on g.hold_id = h.id left join records.record r on r.document_id = g.document_id
    where h.released_at is null and (h.ends_on is null or h.ends_on >= ${today}))`,
  mixed_years: found('mixed_years'),
  mixed_retention: found('mixed_retention'),
};
