import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';

export interface RegisterRow {
  readonly fileId: string;
  readonly classCode: string;
  readonly className: string;
  readonly middleName: string | null;
  readonly upperName: string | null;
  readonly title: string;
  readonly volume: number;
  readonly fiscalYear: number;
  readonly sectionCode: string;
  readonly sectionName: string;
  /** The section when the file was opened. */
  readonly firstSection: string;
  readonly firstSectionName: string;
  readonly startsOn: LocalDate | null;
  readonly retentionLabel: string;
  readonly years: number | null;
  readonly expiresOn: LocalDate | null;
  readonly medium: string;
  readonly custody: string;
  readonly secret: boolean;
  readonly disclosureClass: string;
  readonly disposition: string;
  readonly state: string;
}

export interface IssueRow {
  readonly id: string;
  readonly asOf: LocalDate;
  readonly issuedAt: Date;
  readonly issuedByName: string;
  readonly files: number;
  readonly sha256: string;
}

export interface RegisterKey {
  readonly fiscalYear: number;
  readonly classCode: string;
  readonly sectionCode: string;
  readonly volume: number;
}

/** ファイル管理簿 as it was at the end of a day. */
@Injectable()
export class RegisterRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** @param condition on `f`, the file as it was that day @returns newest year first, then by class, section and volume */
  on(
    asOf: LocalDate,
    { condition, limit }: { readonly condition: Sql; readonly limit: number },
  ): Promise<RegisterRow[]> {
    return this.uow.rows<RegisterRow>(sql`
      with f as (
        select distinct on (h.file_id) h.* from records.file_history h where h.since <= ${asOf} order by h.file_id, h.since desc)
      select f.file_id as "fileId", f.class_code as "classCode", c.name as "className", m.name as "middleName", u.name as "upperName",
        f.title, f.volume, f.fiscal_year as "fiscalYear", f.section_code as "sectionCode", f.section_name as "sectionName",
        b.section_code as "firstSection", b.section_name as "firstSectionName", f.starts_on as "startsOn", coalesce(f.retention_label, r.label) as "retentionLabel",
        case when f.retention_label is null then r.years else f.retention_years end as years, f.expires_on as "expiresOn", f.medium, f.custody, f.secret, f.disclosure_class as "disclosureClass", f.disposition, f.state
      from f join records.filing_class c on c.code = f.class_code
        left join records.filing_class m on m.code = c.parent_code left join records.filing_class u on u.code = m.parent_code
        join records.retention_class r on r.code = f.retention_class
        cross join lateral (select section_code, section_name from records.file_history h where h.file_id = f.file_id order by since limit 1) b
      where ${condition}
      order by f.fiscal_year desc, f.class_code, f.section_code, f.volume limit ${limit}`);
  }

  async issue(issue: IssueRow & { readonly by: string; readonly content: string }): Promise<void> {
    const { id, asOf, issuedAt, issuedByName, files, sha256, by, content } = issue;
    await this.uow.change(sql`
      insert into records.register_issue (id, as_of, issued_at, issued_by, issued_by_name, files, sha256, content)
      values (${id}, ${asOf}, ${issuedAt}, ${by}, ${issuedByName}, ${files}, ${sha256}, ${content})`);
  }

  issues(): Promise<IssueRow[]> {
    return this.uow.rows<IssueRow>(sql`
      select id, as_of as "asOf", issued_at as "issuedAt", issued_by_name as "issuedByName", files, sha256
      from records.register_issue order by issued_at desc, id limit 200`);
  }

  async content(id: string): Promise<string | null> {
    const row = await this.uow.maybe<{ content: string }>(
      sql`select content from records.register_issue where id = ${id}`,
    );
    return row?.content ?? null;
  }
}
