import { Injectable } from '@nestjs/common';
import type { FiscalYear, LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { StatutoryFloor } from '../../core/retention';
import { LABEL_OF_FILE } from '../terms-of-file';

/** 簿冊 as paper work needs it; locked until the unit ends. */
export interface KeptFile {
  readonly id: string;
  readonly title: string;
  readonly classCode: string;
  readonly className: string;
  readonly sectionCode: string;
  readonly sectionName: string;
  readonly fiscalYear: FiscalYear;
  readonly volume: number;
  readonly state: string;
  readonly medium: string;
  readonly custody: string;
  readonly retentionLabel: string;
  readonly expiresOn: LocalDate | null;
  readonly personalData: boolean;
  readonly secret: boolean;
}

export interface NewPaperFile {
  readonly id: string;
  readonly classCode: string;
  readonly sectionCode: string;
  readonly sectionName: string;
  readonly functionCode: string | null;
  readonly fiscalYear: FiscalYear;
  readonly title: string;
  readonly medium: string;
  readonly personalData: boolean;
  readonly secret: boolean;
  readonly continuing: boolean;
  readonly closedOn: LocalDate | null;
  readonly startsOn: LocalDate | null;
  readonly expiresOn: LocalDate | null;
  readonly reviewOn: LocalDate | null;
  readonly floor: StatutoryFloor | null;
}

export interface PaperRecordRow {
  readonly id: string;
  readonly fileId: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly documentedOn: LocalDate;
  readonly pages: number;
  readonly location: string | null;
  readonly disposition: boolean;
  readonly issuedOn: LocalDate | null;
}

/** 紙の簿冊と紙の記録 */
@Injectable()
export class PaperRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Files by their ids, in the order of the list; with `lock`, until the unit ends. */
  async files(ids: readonly string[]): Promise<KeptFile[]> {
    return this.uow.rows<KeptFile>(sql`
      select f.id, f.title, f.class_code as "classCode", c.name as "className", f.section_code as "sectionCode",
        f.section_name as "sectionName", f.fiscal_year as "fiscalYear", f.volume, f.state, f.medium, f.custody,
        ${LABEL_OF_FILE} as "retentionLabel", f.expires_on as "expiresOn", f.personal_data as "personalData", f.secret
      from records.record_file f join records.filing_class c on c.code = f.class_code
        join records.retention_class t on t.code = f.retention_class
      where f.id = any(${ids}::uuid[]) order by f.fiscal_year, f.class_code, f.section_code, f.volume`);
  }

  async lock(id: string): Promise<KeptFile | null> {
    await this.uow.rows(sql`select from records.record_file where id = ${id} for no key update`);
    return (await this.files([id]))[0] ?? null;
  }

  /** Opens the next volume of class, section and year. */
  async open(file: NewPaperFile, at: Date): Promise<{ id: string; volume: number; retentionClass: string }> {
    return this.uow.one(sql`
      insert into records.record_file (id, class_code, function_code, section_code, section_name, fiscal_year, volume, title,
        retention_class, disclosure_class, disposition, adjustment_period, personal_data, secret, medium, continuing, state,
        closed_on, starts_on, expires_on, review_on, statutory_years, statutory_law, opened_at)
      select ${file.id}, c.code, ${file.functionCode}, ${file.sectionCode}, ${file.sectionName}, ${file.fiscalYear}::int,
        1 + coalesce((select max(o.volume) from records.record_file o
          where (o.class_code, o.section_code, o.fiscal_year) = (c.code, ${file.sectionCode}, ${file.fiscalYear}::int)), 0),
        ${file.title}, c.retention_class, c.disclosure_class, coalesce(c.disposition, r.disposition), c.adjustment_period,
        ${file.personalData}, ${file.secret}, ${file.medium}, ${file.continuing}, ${file.closedOn === null ? 'open' : 'closed'},
        ${file.closedOn}::date, ${file.startsOn}::date, ${file.expiresOn}::date, ${file.reviewOn}::date, ${file.floor?.years ?? null}::int,
        ${file.floor?.law ?? null}::text, ${at}
      from records.filing_class c join records.retention_class r on r.code = c.retention_class
      where c.code = ${file.classCode} and c.level = 3
      returning id, volume, retention_class as "retentionClass"`);
  }

  /** An electronic file that gets paper is hybrid from now on. */
  async becomesHybrid(fileId: string): Promise<void> {
    await this.uow.change(
      sql`update records.record_file set medium = 'hybrid' where id = ${fileId} and medium = 'electronic'`,
    );
  }

  async add(record: PaperRecordRow, { by, name, at }: { by: string; name: string; at: Date }): Promise<void> {
    const { id, fileId, title, documentNumber, documentedOn, pages, location, disposition, issuedOn } = record;
    await this.uow.change(sql`
      insert into records.paper_record (id, file_id, title, document_number, documented_on, pages, location, disposition, issued_on,
        registered_at, registered_by, registered_by_name)
      values (${id}, ${fileId}, ${title}, ${documentNumber}, ${documentedOn}, ${pages}, ${location}, ${disposition}, ${issuedOn},
        ${at}, ${by}, ${name})`);
  }

  of(fileId: string): Promise<PaperRecordRow[]> {
    return this.uow.rows<PaperRecordRow>(sql`
      select id, file_id as "fileId", title, document_number as "documentNumber", documented_on as "documentedOn", pages, location,
        disposition, issued_on as "issuedOn"
      from records.paper_record where file_id = ${fileId} order by documented_on, id`);
  }

  find(id: string): Promise<PaperRecordRow | null> {
    return this.uow.maybe<PaperRecordRow>(sql`
      select id, file_id as "fileId", title, document_number as "documentNumber", documented_on as "documentedOn", pages, location,
        disposition, issued_on as "issuedOn"
      from records.paper_record where id = ${id}`);
  }

  /** Terms of a holding class, or null. */
  terms(classCode: string) {
    return this.uow.maybe<{
      functionCode: string | null;
      years: number | null;
      basis: string;
      label: string;
      adjustmentPeriod: boolean;
      floor: StatutoryFloor | null;
    }>(sql`
      select coalesce(c.function_code, m.function_code, l.function_code) as "functionCode", r.years, r.basis, r.label,
        c.adjustment_period as "adjustmentPeriod",
        case when c.statutory_years is not null then jsonb_build_object('years', c.statutory_years, 'law', c.statutory_law)
          when m.statutory_years is not null then jsonb_build_object('years', m.statutory_years, 'law', m.statutory_law)
          when l.statutory_years is not null then jsonb_build_object('years', l.statutory_years, 'law', l.statutory_law) end as floor
      from records.filing_class c join records.retention_class r on r.code = c.retention_class
        left join records.filing_class m on m.code = c.parent_code
        left join records.filing_class l on l.code = m.parent_code
      where c.code = ${classCode} and c.level = 3`);
  }
}
