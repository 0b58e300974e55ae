import { type Sql, joinSql, sql } from '@fubako/platform/database';

/** What filing says of a document, as other libs list, count and filter by it. */
export const ARCHIVE_FACTS = [
  'unitThen',
  'filingClass',
  'retention',
  'expiryYear',
  'hold',
  'disclosureClass',
  'medium',
] as const;
export type ArchiveFact = (typeof ARCHIVE_FACTS)[number];

interface FactColumns {
  readonly value: Sql;
  readonly label: Sql;
}

/** Documents under a hold in force today, their own or that of their file (RULE-86). */
const HELD = sql`
  select coalesce(t.document_id, covered.document_id) from records.hold h join records.hold_target t on t.hold_id = h.id
    left join records.record covered on covered.file_id = t.file_id
  where h.released_at is null and (h.ends_on is null or h.ends_on >= platform.today())
    and coalesce(t.document_id, covered.document_id) is not null`;

/** Each fact is defined here once, for counting as for filtering; null where a document has none (it is not filed). */
const COLUMNS: Readonly<Record<ArchiveFact, FactColumns>> = {
  // 起案時の所属: stays when the section that has the document now changes (RULE-101).
  unitThen: { value: sql`doc.unit_code`, label: sql`doc.unit_name` },
  filingClass: { value: sql`doc.class_code`, label: sql`c.name` },
  retention: { value: sql`r.retention_class`, label: sql`t.label` },
  // Fiscal year of the last day; `none` for a record without one (常用, or not certain yet).
  expiryYear: {
    value: sql`case when r.document_id is not null then coalesce(extract(year from r.expires_on - interval '3 months')::int::text, 'none') end`,
    label: sql`null::text`,
  },
  hold: {
    value: sql`case when r.document_id is not null then case when doc.id in (${HELD}) then 'held' else 'free' end end`,
    label: sql`null::text`,
  },
  medium: { value: sql`r.medium`, label: sql`null::text` },
  disclosureClass: { value: sql`doc.disclosure_class`, label: sql`null::text` },
};

/** Every join meets a unique key, so that those of unused columns cost nothing. */
const SOURCES = sql`documents.document doc
  left join records.filing_class c on c.code = doc.class_code
  left join records.record r on r.document_id = doc.id
  left join records.retention_class t on t.code = r.retention_class`;

/** The facts of one document as rows (field, value, label), for a lateral join; `documentId` is a column of the query. */
export function archiveFacts(documentId: Sql): Sql {
  const rows = ARCHIVE_FACTS.map((fact) => sql`(${fact}::text, ${COLUMNS[fact].value}, ${COLUMNS[fact].label})`);
  return sql`(select v.field, v.value, v.label from ${SOURCES}, lateral (values ${joinSql(rows, ', ', sql``)}) v(field, value, label)
    where doc.id = ${documentId} and v.value is not null)`;
}

/** The words of one fact of one document; null without it. */
export function archiveFactLabel(documentId: Sql, fact: ArchiveFact): Sql {
  return sql`(select ${COLUMNS[fact].label} from ${SOURCES} where doc.id = ${documentId})`;
}

/** Whether the fact of the document is one of the values. */
export function hasArchiveFact(documentId: Sql, fact: ArchiveFact, values: readonly string[]): Sql {
  return sql`exists (select from ${SOURCES} where doc.id = ${documentId} and ${COLUMNS[fact].value} = any(${values}))`;
}
