import type { LocalDate } from '@fubako/kernel';
import { type Sql, sql } from '@fubako/platform/database';

/** 設定 in force on `day`: the newest version that has begun; before the first one, the first. */
export function settingsOn(day: LocalDate): Sql {
  return sql`
    select version, valid_from, settings from organisation.settings_version
    where version = coalesce(
      (select version from organisation.settings_version where valid_from <= ${day} order by valid_from desc, version desc limit 1),
      (select version from organisation.settings_version order by valid_from, version limit 1))`;
}
