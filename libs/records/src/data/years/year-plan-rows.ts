import { Injectable } from '@nestjs/common';
import { type FiscalYear, newId } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { ClassOfYear, YearChoice, YearLine } from '../../core/years/plan-year';

export interface PlanHead {
  readonly fiscalYear: FiscalYear;
  readonly confirmedAt: Date | null;
  readonly confirmedByName: string | null;
  readonly begunAt: Date | null;
  readonly openedAt: Date | null;
  readonly countersClosedAt: Date | null;
}

export interface PlanProgress {
  readonly lines: number;
  readonly done: number;
}

/** A line of the confirmed plan; its id becomes that of the file. */
export interface ConfirmedLine extends YearLine {
  readonly id: string;
  readonly done: boolean;
}

interface LineRow extends Omit<ConfirmedLine, 'section'> {
  readonly sectionCode: string;
  readonly sectionName: string;
}

export interface Confirmation {
  readonly by: string;
  readonly name: string;
  readonly at: Date;
  /** 小分類 of the first day. */
  readonly classes: ReadonlyMap<string, Pick<ClassOfYear, 'name' | 'retentionClass'>>;
}

/** 年度切替の計画 */
@Injectable()
export class YearPlanRows {
  constructor(private readonly uow: UnitOfWork) {}

  head(year: FiscalYear): Promise<PlanHead | null> {
    return this.uow.maybe<PlanHead>(sql`
      select fiscal_year as "fiscalYear", confirmed_at as "confirmedAt", confirmed_by_name as "confirmedByName",
        begun_at as "begunAt", opened_at as "openedAt", counters_closed_at as "countersClosedAt"
      from records.year_plan where fiscal_year = ${year}`);
  }

  /** Makes the plan of a year if there is none, and keeps it locked until the unit ends. */
  async lock(year: FiscalYear): Promise<PlanHead> {
    await this.uow.change(sql`insert into records.year_plan (fiscal_year) values (${year}) on conflict do nothing`);
    await this.uow.rows(sql`select from records.year_plan where fiscal_year = ${year} for update`);
    const head = await this.head(year);
    if (!head) throw new Error(`The plan of ${year} was made and is not there.`);
    return head;
  }

  choices(year: FiscalYear): Promise<YearChoice[]> {
    return this.uow.rows<YearChoice>(sql`
      select class_code as "classCode", section_code as "sectionCode", title, personal_data as "personalData", secret, skipped
      from records.year_choice where fiscal_year = ${year} order by class_code, section_code`);
  }

  async choose(year: FiscalYear, choice: YearChoice, { by, at }: { by: string; at: Date }): Promise<void> {
    const { classCode, sectionCode, title, personalData, secret, skipped } = choice;
    await this.uow.change(sql`
      insert into records.year_choice (fiscal_year, class_code, section_code, title, personal_data, secret, skipped, chosen_by, chosen_at)
      values (${year}, ${classCode}, ${sectionCode}, ${title}, ${personalData}, ${secret}, ${skipped}, ${by}, ${at})
      on conflict (fiscal_year, class_code, section_code) do update set title = excluded.title,
        personal_data = excluded.personal_data, secret = excluded.secret, skipped = excluded.skipped,
        chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at`);
  }

  async confirm(year: FiscalYear, lines: readonly YearLine[], { by, name, at, classes }: Confirmation): Promise<void> {
    const rows = lines.map((line) => ({
      id: newId<string>(),
      ...line,
      className: classes.get(line.classCode)?.name ?? null,
      retentionClass: classes.get(line.classCode)?.retentionClass ?? null,
      sectionCode: line.section.code,
      sectionName: line.section.name,
    }));
    await this.uow.change(sql`delete from records.year_line where fiscal_year = ${year}`);
    await this.uow.change(sql`
      insert into records.year_line (id, fiscal_year, class_code, section_code, section_name, function_code, title, personal_data,
        secret, carried_file, class_name, retention_class)
      select l.id, ${year}, l."classCode", l."sectionCode", l."sectionName", l."functionCode", l.title, l."personalData", l.secret,
        l."carriedFile", l."className", l."retentionClass"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l(id uuid, "classCode" text, "sectionCode" text,
        "sectionName" text, "functionCode" text, title text, "personalData" boolean, secret boolean, "carriedFile" uuid,
        "className" text, "retentionClass" text)`);
    await this.uow.change(sql`
      update records.year_plan set confirmed_at = ${at}, confirmed_by = ${by}, confirmed_by_name = ${name} where fiscal_year = ${year}`);
  }

  async withdraw(year: FiscalYear): Promise<void> {
    await this.uow.change(sql`delete from records.year_line where fiscal_year = ${year}`);
    await this.uow.change(sql`
      update records.year_plan set confirmed_at = null, confirmed_by = null, confirmed_by_name = null where fiscal_year = ${year}`);
  }

  async lines(year: FiscalYear): Promise<ConfirmedLine[]> {
    const rows = await this.uow.rows<LineRow>(sql`
      select id, class_code as "classCode", section_code as "sectionCode", section_name as "sectionName",
        function_code as "functionCode", title, personal_data as "personalData", secret, carried_file as "carriedFile",
        done_at is not null as done
      from records.year_line where fiscal_year = ${year} order by class_code, section_code, carried_file nulls first`);
    return rows.map(({ sectionCode: code, sectionName: name, ...line }) => ({ ...line, section: { code, name } }));
  }

  progress(year: FiscalYear): Promise<PlanProgress> {
    return this.uow.one<PlanProgress>(sql`
      select count(*)::int as lines, count(done_at)::int as done from records.year_line where fiscal_year = ${year}`);
  }
}
