import type { LocalDate } from '@fubako/kernel';
import { type Sql, sql } from '@fubako/platform/database';

/** 様式 in force on `day`: of each the newest version that has begun; before the first one, the first. */
export function formsOn(day: LocalDate): Sql {
  return sql`
    select distinct on (name) * from documents.form
    order by name, valid_from <= ${day} desc, case when valid_from <= ${day} then valid_from end desc,
      case when valid_from <= ${day} then version end desc, valid_from, version`;
}
