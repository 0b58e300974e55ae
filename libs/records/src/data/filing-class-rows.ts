import { Injectable } from '@nestjs/common';
import type { DisclosureClass } from '@fubako/documents';
import type { FiscalYear, LocalDate } from '@fubako/kernel';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';

/** 分類 with the wording of its retention. */
export interface FilingClassRow {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly parentCode: string | null;
  readonly retentionLabel: string | null;
  readonly disclosureClass: DisclosureClass | null;
  /** Its last year is over. */
  readonly ended: boolean;
}

/** 保存期間の区分, with the version of what it says. */
export interface RetentionClassRow {
  readonly code: string;
  readonly label: string;
  readonly basis: string;
  readonly years: number | null;
  readonly disposition: string;
  readonly version: number;
  readonly since: LocalDate | null;
  readonly isToCome: boolean;
  readonly statutoryYears: number | null;
  readonly statutoryLaw: string | null;
}

/** A class of the third level, as a file takes it over when it is opened. */
export interface HoldingClassRow {
  readonly code: string;
  readonly name: string;
  readonly functionCode: string | null;
  readonly retentionClass: string;
  readonly retentionLabel: string;
  readonly disclosureClass: DisclosureClass;
  readonly disposition: string;
  /** Those of the class, or of the nearest class above it (RULE-84). */
  readonly statutoryYears: number | null;
  readonly statutoryLaw: string | null;
}

/** The statutory period of class `c`, or of the nearest class above it (RULE-84). */
export const NEAREST_STATUTE: Sql = sql`
  select a.* from records.filing_class x left join records.filing_class m on m.code = x.parent_code
    left join records.filing_class l on l.code = m.parent_code
    cross join lateral (values (1, x.statutory_years, x.statutory_law), (2, m.statutory_years, m.statutory_law),
      (3, l.statutory_years, l.statutory_law)) as a(n, statutory_years, statutory_law)
  where x.code = c.code and a.statutory_years is not null order by a.n limit 1`;

/** ファイル基準表 */
@Injectable()
export class FilingClassRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** All levels, as they are in the year, in the order of the plan: by code, a class before what it contains. */
  all(fiscalYear: FiscalYear): Promise<FilingClassRow[]> {
    return this.uow.rows<FilingClassRow>(sql`
      select c.code, c.name, c.level, c.parent_code as "parentCode", r.label as "retentionLabel",
        c.disclosure_class as "disclosureClass",
        c.last_year is not null and c.last_year < ${fiscalYear}::int as ended
      from records.filing_class c left join records.retention_class r on r.code = c.retention_class
      order by c.code collate "C"`);
  }

  /** Shortest first; those without an end last. */
  retentionClasses(today: LocalDate): Promise<RetentionClassRow[]> {
    return this.uow.rows<RetentionClassRow>(sql`
      select c.code, c.label, c.basis, c.years, c.disposition, v.version, v.valid_from as since,
        coalesce(c.valid_from > ${today}, false) as "isToCome", c.statutory_years as "statutoryYears", c.statutory_law as "statutoryLaw"
      from records.retention_class c
        cross join lateral (select version, valid_from from records.retention_class_version v where v.code = c.code order by version desc limit 1) v
      order by c.years nulls last, c.code collate "C"`);
  }

  /** 事務分掌 by class; a class without one has that of the class above it. */
  async functions(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.uow.rows<{ code: string; functionCode: string }>(sql`
      select c.code, coalesce(c.function_code, m.function_code, l.function_code) as "functionCode"
      from records.filing_class c
        left join records.filing_class m on m.code = c.parent_code
        left join records.filing_class l on l.code = m.parent_code
      where c.code = any(${codes}) and coalesce(c.function_code, m.function_code, l.function_code) is not null`);
    return new Map(rows.map(({ code, functionCode }) => [code, functionCode]));
  }

  /** Those of `codes` that can hold documents, by code. */
  async holding(codes: readonly string[]): Promise<ReadonlyMap<string, HoldingClassRow>> {
    const rows = await this.uow.rows<HoldingClassRow>(sql`
      select c.code, c.name, c.function_code as "functionCode", c.retention_class as "retentionClass",
        r.label as "retentionLabel", c.disclosure_class as "disclosureClass", coalesce(c.disposition, r.disposition) as disposition,
        s.statutory_years as "statutoryYears", s.statutory_law as "statutoryLaw"
      from records.filing_class c join records.retention_class r on r.code = c.retention_class
        left join lateral (${NEAREST_STATUTE}) s on true
      where c.level = 3 and c.code = any(${codes})`);
    return new Map(rows.map((row) => [row.code, row]));
  }
}
