import type { LocalDate } from '@fubako/kernel';
import { type Sql, sql } from '@fubako/platform/database';

/** Next versions of forms, of a JSON array of `{name, version, schema, sha256}`. */
export function insertForms(rows: string, from: LocalDate): Sql {
  return sql`
    insert into documents.form (name, version, schema, sha256, valid_from)
    select r.*, ${from} from jsonb_to_recordset(${rows}::jsonb) as r(name text, version int, schema jsonb, sha256 text)`;
}

/** Next versions of matter types, of a JSON array of rows named as in `matter_types.csv`. */
export function insertMatterTypes(rows: string, from: LocalDate): Sql {
  return sql`
    with r as (
      select * from jsonb_to_recordset(${rows}::jsonb)
        as r(code text, name text, description text, form text, default_class_code text, default_series_code text,
          review text, execution text, substance_fields text[], sort int)),
    known as (insert into documents.matter_type (code) select code from r on conflict do nothing)
    insert into documents.matter_type_version (code, version, valid_from, name, description, form_name, default_class_code,
      default_series_code, review, execution, substance_fields, sort)
    select r.code, (select coalesce(max(v.version), 0) + 1 from documents.matter_type_version v where v.code = r.code), ${from},
      r.name, r.description, r.form, r.default_class_code, r.default_series_code, r.review, r.execution, r.substance_fields, r.sort
    from r`;
}
