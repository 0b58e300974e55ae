import { Injectable } from '@nestjs/common';
import type { FiscalYear } from '@fubako/kernel';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import { LABEL_OF_FILE } from '../terms-of-file';

export interface LabelledFile {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  readonly classCode: string;
  readonly className: string;
  readonly title: string;
  readonly volume: number;
  /** Volumes that class, section and year have. */
  readonly volumes: number;
  readonly sectionName: string;
  readonly retentionLabel: string;
  readonly expiresOn: string | null;
  readonly personalData: boolean;
  readonly secret: boolean;
}

/** What labels say. */
@Injectable()
export class LabelRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** @param seen condition on the section of `f` */
  of(
    { fiscalYear, unit, limit }: { fiscalYear: FiscalYear; unit: string; limit: number },
    seen: Sql,
  ): Promise<LabelledFile[]> {
    return this.uow.rows<LabelledFile>(sql`
      with planned as (
        select l.id, l.fiscal_year, l.class_code, l.section_code, l.section_name, l.title, l.personal_data, l.secret,
          coalesce(l.class_name, c.name) as class_name, coalesce(l.retention_class, c.retention_class) as retention_class
        from records.year_line l left join records.filing_class c on c.code = l.class_code where l.done_at is null and l.carried_file is null),
      f as (
        select k.id, k.fiscal_year, k.class_code, c.name as class_name, k.section_code, k.section_name, k.title, k.personal_data, k.secret, k.volume, k.expires_on,
          k.retention_class, k.kept_label
        from records.record_file k join records.filing_class c on c.code = k.class_code where k.state in ('open', 'closed')
        union all
        select p.id, p.fiscal_year, p.class_code, p.class_name, p.section_code, p.section_name, p.title, p.personal_data, p.secret, 1, null, p.retention_class, null
        from planned p)
      select f.id, f.fiscal_year as "fiscalYear", f.class_code as "classCode", f.class_name as "className", f.title, f.volume,
        (count(*) over (partition by f.class_code, f.section_code, f.fiscal_year))::int as volumes,
        f.section_name as "sectionName", ${LABEL_OF_FILE} as "retentionLabel", f.expires_on as "expiresOn", f.personal_data as "personalData", f.secret
      from f join records.retention_class t on t.code = f.retention_class
      where f.fiscal_year = ${fiscalYear}::int and f.section_code = ${unit} and (${seen})
      order by f.class_code, f.volume limit ${limit}`);
  }
}
