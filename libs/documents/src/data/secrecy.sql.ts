import type { LocalDate } from '@fubako/kernel';
import { type Sql, sql } from '@fubako/platform/database';

/** Where confidentiality and its end stand in a query. */
export interface SecrecyColumns {
  readonly confidentiality: Sql;
  readonly confidentialUntil: Sql;
}

/** The SQL twin of `isSecretOn`; never null. */
export function secretOn({ confidentiality, confidentialUntil }: SecrecyColumns, day: LocalDate): Sql {
  return sql`(${confidentiality} <> 'none' and not coalesce(${confidentialUntil} < ${day}::date, false))`;
}
