import { nameableDocuments } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { type Sql, sql } from '@fubako/platform/database';
import { visibleSections } from './disposal-rights';

/** What the registers (廃棄簿, 移管簿) say of documents whose content was erased, for whoever makes them findable: (document_id, number, title, file_title). */
export function erasedEntries(documentIds: readonly string[]): Sql {
  return sql`(select n.document_id, n.number, n.title, e.title as file_title
    from records.disposal_entry_document n join records.disposal_entry e on e.id = n.entry_id
    join documents.document d on d.id = n.document_id
    where n.document_id = any(${documentIds}::uuid[]) and d.erased_at is not null)`;
}

/**
 * Entries that the actor may see: of the registers of the municipality, or of the own sections, and among them only documents
 * that the actor might read or know by title, had they stayed.
 * Rows (document_id, number, title, file_title, section_name, kind, decided_on, executed_at).
 */
export function disposedDocuments(actor: Actor): Sql {
  return sql`(select n.document_id, n.number, n.title, n.decided_on, e.title as file_title, e.section_name, e.kind, e.executed_at
    from records.disposal_entry_document n join records.disposal_entry e on e.id = n.entry_id
    join records.disposal_batch b on b.id = e.batch_id join documents.document d on d.id = n.document_id
    where d.erased_at is not null and ${visibleSections(actor, sql`b.section_code`)} and ${nameableDocuments(actor)})`;
}
