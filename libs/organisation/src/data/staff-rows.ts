import { Injectable } from '@nestjs/common';
import type { LocalDate, StaffNo } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { StaffAssignmentView } from '../app/chart.views.dto';
import { LIST_ROWS, type ListName, type ListRow } from '../package/organisation-lists';

/** 職員名簿 and 配置, of all days. */
@Injectable()
export class StaffRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** The latest first; each post and unit as it was called when the person held it last. */
  assignmentsOf(staffNo: StaffNo, on: LocalDate): Promise<StaffAssignmentView[]> {
    return this.uow.rows(sql`
      select p.title as "postTitle", u.code as "unitCode", u.name as "unitName", a.kind, a.valid_from as "from", a.valid_to as "to",
        case when a.valid_from > ${on}::date then 'to_come' when a.valid_to < ${on}::date then 'past' else 'now' end as standing
      from organisation.assignment a
        join lateral (
          select title, org_unit_code from organisation.post where code = a.post_code and valid_from <= coalesce(a.valid_to, 'infinity')
          order by valid_from desc limit 1) p on true
        join lateral (
          select code, name from organisation.org_unit where code = p.org_unit_code and valid_from <= coalesce(a.valid_to, 'infinity')
          order by valid_from desc limit 1) u on true
      where a.staff_no = ${staffNo} order by a.valid_from desc, a.kind, a.post_code`);
  }

  /** Every row as the package's file has it. */
  list(name: ListName): Promise<ListRow[]> {
    const { stored } = LIST_ROWS[name];
    if (typeof stored === 'function') throw new Error(`${name} has no versions.`);
    return this.uow.rows<ListRow>(stored);
  }

  /** How units and posts are called, for words about them; of each the latest. */
  posts(codes: readonly string[]): Promise<{ code: string; title: string; unitName: string }[]> {
    return this.uow.rows(sql`
      select distinct on (p.code) p.code, p.title, u.name as "unitName"
      from organisation.post p join organisation.org_unit u on u.code = p.org_unit_code
      where p.code = any(${codes}) order by p.code, p.valid_from desc, u.valid_from desc`);
  }
}
