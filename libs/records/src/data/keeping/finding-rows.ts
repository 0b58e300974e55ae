import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { type Sql, UnitOfWork, joinSql, sql } from '@fubako/platform/database';

export const FINDING_KINDS = ['unknown_expiry', 'mixed_years', 'mixed_retention'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface FindingRow {
  readonly id: string;
  readonly kind: FindingKind;
  readonly fileId: string;
  readonly title: string;
  readonly fiscalYear: number;
  readonly volume: number;
  readonly classCode: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly expiresOn: LocalDate | null;
  readonly foundOn: LocalDate;
  /** The last night on which it was still so. */
  readonly seenOn: LocalDate;
  /** The first night on which it was no more. */
  readonly settledOn: LocalDate | null;
}

export interface FindingFilter {
  readonly state: 'open' | 'settled' | 'all';
  readonly kind: FindingKind | null;
  readonly unit: string | null;
  /** Condition on files `f`: those that the reader may see. */
  readonly visible: Sql;
}

/** What the nightly sweep has found, settled or not. */
@Injectable()
export class FindingRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Latest first. */
  page(filter: FindingFilter, after: readonly unknown[] | null, limit: number): Promise<FindingRow[]> {
    const conditions = [sql`(${filter.visible})`];
    if (filter.state !== 'all') conditions.push(sql`(n.settled_on is null) = ${filter.state === 'open'}`);
    if (filter.kind !== null) conditions.push(sql`n.kind = ${filter.kind}`);
    if (filter.unit !== null) conditions.push(sql`f.section_code = ${filter.unit}`);
    if (after) conditions.push(sql`(n.found_on, n.id) < (${after[0]}::date, ${after[1]}::uuid)`);
    return this.uow.rows<FindingRow>(sql`
      select n.id, n.kind, n.file_id as "fileId", f.title, f.fiscal_year as "fiscalYear", f.volume, f.class_code as "classCode",
        f.section_code as "unitCode", f.section_name as "unitName", f.expires_on as "expiresOn", n.found_on as "foundOn",
        n.seen_on as "seenOn", n.settled_on as "settledOn"
      from records.finding n join records.record_file f on f.id = n.file_id
      where ${joinSql(conditions, ' and ', sql`true`)}
      order by n.found_on desc, n.id desc limit ${limit}`);
  }
}
