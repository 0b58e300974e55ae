import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

export interface RevisionRow {
  readonly no: number;
  /** Null when the content was erased by a disposal. */
  readonly canonical: Buffer | null;
  readonly digest: Buffer;
  readonly title: string;
  readonly note: string | null;
  readonly created_at: Date;
  readonly created_by: string;
  readonly created_by_name: string;
}

/** Somebody who drafted until the draft was taken over, as they were. */
export interface FormerDrafter {
  readonly staffNo: string;
  readonly name: string;
  readonly postTitle: string;
  readonly unitName: string;
}

@Injectable()
export class RevisionRows {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(documentId: string, row: RevisionRow & { readonly canonical: Buffer }): Promise<void> {
    await this.uow.change(sql`
      insert into documents.revision (document_id, no, canonical, digest, title, note, created_at, created_by, created_by_name)
      values (${documentId}, ${row.no}, ${row.canonical}, ${row.digest}, ${row.title}, ${row.note}, ${row.created_at}, ${row.created_by}, ${row.created_by_name})`);
  }

  /** Without their content, which lists of revisions do not show. */
  of(documentId: string): Promise<Omit<RevisionRow, 'canonical'>[]> {
    return this.uow.rows(sql`
      select no, digest, title, note, created_at, created_by, created_by_name
      from documents.revision where document_id = ${documentId} order by no`);
  }

  /** What was said with revisions, for many documents at once, in order. */
  notes(documentIds: readonly string[]): Promise<{ documentId: string; note: string }[]> {
    return this.uow.rows(sql`
      select document_id as "documentId", note from documents.revision
      where document_id = any(${documentIds}::uuid[]) and note is not null order by document_id, no`);
  }

  find(documentId: string, no: number): Promise<RevisionRow | null> {
    return this.uow.maybe<RevisionRow>(sql`
      select no, canonical, digest, title, note, created_at, created_by, created_by_name
      from documents.revision where document_id = ${documentId} and no = ${no}`);
  }

  /** Who drafted before somebody took the draft over, in order. */
  formerDrafters(documentId: string): Promise<FormerDrafter[]> {
    return this.uow.rows<FormerDrafter>(sql`
      select from_staff as "staffNo", from_name as name, from_post_title as "postTitle", from_unit_name as "unitName"
      from documents.takeover where document_id = ${documentId} order by id`);
  }
}
