import { Injectable } from '@nestjs/common';
import type { FiscalYear, LocalDate } from '@fubako/kernel';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import type { FileOfYear } from '../../core/years/plan-year';

export interface YearFile extends FileOfYear {
  readonly fiscalYear: FiscalYear;
  readonly adjustmentPeriod: boolean;
}

/** Files that are to be closed on one day. */
export interface Closing {
  readonly closedOn: LocalDate;
  readonly files: number;
}

/** What the plan of a year stands on: all files, whoever looks at it. */
@Injectable()
export class YearFactsRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Files of the year before, and those that go on over the years. */
  files(year: FiscalYear): Promise<YearFile[]> {
    return this.uow.rows<YearFile>(
      asOffice(sql`
      select id, class_code as "classCode", section_code as "sectionCode", function_code as "functionCode", title, volume,
        fiscal_year as "fiscalYear", continuing, adjustment_period as "adjustmentPeriod", personal_data as "personalData", secret
      from records.record_file
      where (fiscal_year = ${year - 1}::int and not continuing and state in ('open', 'closed'))
        or (continuing and state = 'open' and fiscal_year < ${year}::int)`),
    );
  }

  /** Open files of earlier years by the last day on which they take documents (YEAR-1). */
  closings(year: FiscalYear): Promise<Closing[]> {
    return this.uow.rows<Closing>(
      asOffice(sql`
      select make_date(fiscal_year + 1, case when adjustment_period then 5 else 3 end, 31) as "closedOn", count(*)::int as files
      from records.record_file where state = 'open' and not continuing and fiscal_year < ${year}::int
      group by 1 order by 1`),
    );
  }
}
