import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { AttachmentRow } from './document.row';

/** A file that a document carries or carried. */
export interface CarriedFile {
  readonly documentId: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

@Injectable()
export class AttachmentRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Attachments in the drafter's order; removed ones are left out. */
  of(documentId: string): Promise<AttachmentRow[]> {
    return this.ofMany([documentId]);
  }

  ofMany(documentIds: readonly string[]): Promise<AttachmentRow[]> {
    return this.uow.rows<AttachmentRow>(sql`
      select id, document_id, sort, file_name, label, media_type, bytes, encode(sha256, 'hex') as sha256, pages, added_at, added_by, added_by_name, addition
      from documents.attachment where document_id = any(${documentIds}::uuid[]) and removed_at is null
      order by document_id, sort, id`);
  }

  everOf(documentIds: readonly string[]): Promise<CarriedFile[]> {
    return this.uow.rows<CarriedFile>(sql`
      select distinct on (document_id, sha256) document_id as "documentId", encode(sha256, 'hex') as sha256, bytes, media_type as "mediaType"
      from documents.attachment where document_id = any(${documentIds}::uuid[]) order by document_id, sha256`);
  }

  /** Documents that carry one of these objects now. */
  async carriersOf(sha256: string): Promise<string[]> {
    const rows = await this.uow.rows<{ document_id: string }>(sql`
      select distinct document_id from documents.attachment where sha256 = decode(${sha256}, 'hex') and removed_at is null`);
    return rows.map(({ document_id }) => document_id);
  }

  async insert(row: Omit<AttachmentRow, 'sort'>): Promise<void> {
    await this.uow.change(sql`
      insert into documents.attachment (id, document_id, sort, file_name, label, media_type, bytes, sha256, pages, added_at, added_by, added_by_name, addition)
      select ${row.id}::uuid, ${row.document_id}::uuid, coalesce(max(sort), 0) + 1, ${row.file_name}, ${row.label}::text, ${row.media_type}, ${row.bytes}::bigint,
             decode(${row.sha256}, 'hex'), ${row.pages}::int, ${row.added_at}::timestamptz, ${row.added_by}, ${row.added_by_name},
             ${row.addition && JSON.stringify(row.addition)}::jsonb
      from documents.attachment where document_id = ${row.document_id}`);
  }

  /** Removal keeps the row: an earlier revision may have shown it (RULE-53). */
  async remove(documentId: string, attachmentId: string, at: Date): Promise<boolean> {
    const changed = await this.uow.change(sql`
      update documents.attachment set removed_at = ${at} where id = ${attachmentId} and document_id = ${documentId} and removed_at is null`);
    return changed === 1;
  }

  async order(documentId: string, ids: readonly string[]): Promise<void> {
    await this.uow.change(sql`
      update documents.attachment a set sort = o.sort
      from unnest(${ids}::uuid[]) with ordinality as o(id, sort) where a.id = o.id and a.document_id = ${documentId}`);
  }
}
