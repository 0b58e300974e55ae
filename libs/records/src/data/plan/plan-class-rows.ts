import { Injectable } from '@nestjs/common';
import type { FiscalYear, LocalDate } from '@fubako/kernel';
import { type Sql, UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import type { PlanClass } from '../../core/plan/filing-plan';
import type { NamedTerms } from '../../core/plan/terms-of-plan';

const CLASS_COLUMNS = sql`c.code, c.name, c.level, c.parent_code as "parentCode", c.function_code as "functionCode",
  c.retention_class as "retentionClass", c.disclosure_class as "disclosureClass", c.disposition, c.section_code as "sectionCode",
  c.adjustment_period as "adjustmentPeriod", c.personal_data as "personalData", c.last_year as "lastYear",
  c.statutory_years as "statutoryYears", c.statutory_law as "statutoryLaw"`;

/** What hangs on a class today. */
export interface ClassUse {
  readonly code: string;
  /** Files that are kept, and those of them that still take documents. */
  readonly files: number;
  readonly openFiles: number;
  readonly documents: number;
  /** Sections that have such a file this year: each would open one next year. */
  readonly series: number;
  /** Drafts and matters under way that are to be filed there. */
  readonly underWay: number;
  /** Files of the next year that somebody prepared. */
  readonly prepared: number;
}

/** 分類 as they stand, as they stood on a past day, and what hangs on them. */
@Injectable()
export class PlanClassRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** As they stand, in the order of the codes. */
  all(): Promise<PlanClass[]> {
    return this.uow.rows<PlanClass>(sql`
      select ${CLASS_COLUMNS} from records.filing_class c order by c.code collate "C"`);
  }

  /** At the end of a past day (RULE-100); before the first one that is known, nothing. */
  asOf(day: LocalDate): Promise<PlanClass[]> {
    return this.uow.rows<PlanClass>(sql`
      select ${CLASS_COLUMNS} from (
        select distinct on (h.code) h.class from records.filing_class_history h where h.since <= ${day} order by h.code, h.since desc) x
        cross join lateral jsonb_populate_record(null::records.filing_class, x.class) c
      order by c.code collate "C"`);
  }

  async retention(): Promise<
    ReadonlyMap<string, NamedTerms & { readonly disposition: string; readonly validFrom: LocalDate | null }>
  > {
    const rows = await this.uow.rows<NamedTerms & { code: string; disposition: string; validFrom: LocalDate | null }>(
      sql`select code, label, years, basis, disposition, valid_from as "validFrom" from records.retention_class order by years nulls last, code collate "C"`,
    );
    return new Map(rows.map(({ code, ...terms }) => [code, terms]));
  }

  /** Writes classes as they are from now on; parents before what hangs below them. */
  async write(classes: readonly PlanClass[]): Promise<void> {
    const rows = JSON.stringify(classes.toSorted((a, b) => a.level - b.level));
    await this.uow.change(sql`
      insert into records.filing_class as f (code, name, level, parent_code, function_code, retention_class, disclosure_class, disposition,
        section_code, adjustment_period, personal_data, last_year, statutory_years, statutory_law)
      select code, name, level, "parentCode", "functionCode", "retentionClass", "disclosureClass", disposition, "sectionCode",
        "adjustmentPeriod", "personalData", "lastYear", "statutoryYears", "statutoryLaw"
      from jsonb_to_recordset(${rows}::jsonb) as r(code text, name text, level int, "parentCode" text, "functionCode" text,
        "retentionClass" text, "disclosureClass" text, disposition text, "sectionCode" text, "adjustmentPeriod" boolean,
        "personalData" boolean, "lastYear" int, "statutoryYears" int, "statutoryLaw" text)
      on conflict (code) do update set name = excluded.name, parent_code = excluded.parent_code,
        function_code = excluded.function_code, retention_class = excluded.retention_class,
        disclosure_class = excluded.disclosure_class, disposition = excluded.disposition, section_code = excluded.section_code,
        adjustment_period = excluded.adjustment_period, personal_data = excluded.personal_data, last_year = excluded.last_year,
        statutory_years = excluded.statutory_years, statutory_law = excluded.statutory_law`);
  }

  /** Counted as the office, for a class is for all sections. @param year the fiscal year of today */
  async uses(codes: readonly string[], year: FiscalYear): Promise<ReadonlyMap<string, ClassUse>> {
    const rows = await this.uow.rows<ClassUse>(
      asOffice(sql`
      select c.code, coalesce(f.files, 0) as files, coalesce(f.open_files, 0) as "openFiles", coalesce(f.series, 0) as series,
        ${counted(sql`records.record r join records.record_file g on g.id = r.file_id where g.class_code = c.code and r.state = 'held_in_file'`)} as documents,
        ${counted(sql`documents.document d where d.class_code = c.code and d.state in ('drafting', 'circulating', 'returned', 'pulled_back')`)} as "underWay",
        ${counted(sql`records.year_choice y where y.class_code = c.code and y.fiscal_year = ${year}::int + 1 and not y.skipped`)} as prepared
      from unnest(${codes}::text[]) as c(code) left join (
        select class_code, count(*)::int as files, (count(*) filter (where state = 'open'))::int as open_files,
          (count(distinct section_code) filter (where fiscal_year = ${year}::int or continuing and state = 'open'))::int as series
        from records.record_file where state in ('open', 'closed') and class_code = any(${codes}) group by class_code) f on f.class_code = c.code`),
    );
    return new Map(rows.map((row) => [row.code, row]));
  }
}

const counted = (from: Sql): Sql => sql`(select count(*)::int from ${from})`;
