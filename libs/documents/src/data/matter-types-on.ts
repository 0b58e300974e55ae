import type { LocalDate } from '@fubako/kernel';
import { type Sql, sql } from '@fubako/platform/database';

/**
 * 事案の種類 in force on `day`: of each the newest version that has begun.
 * @param before what of a type that begins later: nothing, or its first version
 */
export function matterTypesOn(day: LocalDate, before: 'nothing' | 'or-first' = 'nothing'): Sql {
  return sql`
    select * from (
      select v.*, row_number() over (partition by v.code order by v.valid_from <= ${day} desc,
        case when v.valid_from <= ${day} then v.valid_from end desc, case when v.valid_from <= ${day} then v.version end desc,
        v.valid_from, v.version) as place
      from documents.matter_type_version v) v
    where v.place = 1 and (v.valid_from <= ${day} or ${before === 'or-first'})`;
}
