import { Injectable } from '@nestjs/common';
import { foldKey } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, joinSql, sql } from '@fubako/platform/database';
import { disposedDocuments, erasedEntries } from '@fubako/records';
import { PART_END } from '../core/entry';

/** What the register of disposals says of a document. */
export interface DisposedRow {
  readonly documentId: string;
  readonly number: string | null;
  readonly title: string;
  readonly fileTitle: string;
  readonly sectionName: string;
  readonly kind: 'destroyed' | 'transferred';
  readonly executedAt: Date;
}

/** Documents that were disposed of, found by number, title and file. Every call is part of the caller's unit of work. */
@Injectable()
export class DisposedRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Makes those of these documents findable that a register says to be erased. */
  async keep(documentIds: readonly string[]): Promise<void> {
    if (documentIds.length === 0) return;
    const rows = await this.uow.rows<{ id: string; number: string | null; title: string; fileTitle: string }>(sql`
      select x.document_id as id, x.number, x.title, x.file_title as "fileTitle" from ${erasedEntries(documentIds)} x`);
    if (rows.length === 0) return;
    const folded = rows.map(({ number, title, fileTitle }) =>
      [title, number ?? '', fileTitle].map((text) => foldKey(text) + PART_END).join(''),
    );
    await this.uow.change(sql`
      insert into search.disposed (document_id, folded)
      select * from unnest(${rows.map(({ id }) => id)}::uuid[], ${folded}::text[])
      on conflict (document_id) do update set folded = excluded.folded`);
  }

  /** The latest first, at most `limit`. @param words folded */
  page(words: readonly string[], actor: Actor, limit: number): Promise<DisposedRow[]> {
    const holding = words.map((word) => sql`strpos(s.folded, ${word}) > 0`);
    return this.uow.rows<DisposedRow>(sql`
      select r.document_id as "documentId", r.number, r.title, r.file_title as "fileTitle", r.section_name as "sectionName", r.kind,
        r.executed_at as "executedAt"
      from search.disposed s join ${disposedDocuments(actor)} r on r.document_id = s.document_id
      where ${joinSql(holding, ' and ', sql`true`)} order by r.executed_at desc, r.decided_on desc, r.document_id limit ${limit}`);
  }
}
