import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { AttachmentRow, DocumentRow } from './document.row';
import type { FormerDrafter, RevisionRow } from './revision-rows';

/** A file as it was carried on a past day. */
export interface PastAttachmentRow extends AttachmentRow {
  readonly removed_at: Date | null;
}

/** Documents as they were at the end of a day (RULE-100); `end` is the instant at which the next day begins. */
@Injectable()
export class PastRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** The first day that is known. */
  async keptSince(documentId: string): Promise<LocalDate | null> {
    const row = await this.uow.maybe<{ since: LocalDate | null }>(
      sql`select min(since) as since from documents.document_past where document_id = ${documentId}`,
    );
    return row?.since ?? null;
  }

  /** Its fields and its title are those of today: of that day they stand in {@link revision}. */
  find(documentId: string, day: LocalDate): Promise<DocumentRow | null> {
    return this.uow.maybe<DocumentRow>(sql`
      select c.* from documents.document d
      cross join lateral (select image from documents.document_past p
        where p.document_id = d.id and p.since <= ${day} order by p.since desc limit 1) past
      cross join lateral jsonb_populate_record(d, past.image) c
      where d.id = ${documentId}`);
  }

  revision(documentId: string, end: Date): Promise<RevisionRow | null> {
    return this.uow.maybe<RevisionRow>(sql`
      select no, canonical, digest, title, note, created_at, created_by, created_by_name
      from documents.revision where document_id = ${documentId} and created_at < ${end} order by no desc limit 1`);
  }

  /** Those of `ids`, and what had been added after the decision. */
  attachments(documentId: string, ids: readonly string[], end: Date): Promise<PastAttachmentRow[]> {
    return this.uow.rows<PastAttachmentRow>(sql`
      select id, document_id, sort, file_name, label, media_type, bytes, encode(sha256, 'hex') as sha256, pages, added_at, added_by,
        added_by_name, addition, removed_at
      from documents.attachment
      where document_id = ${documentId} and added_at < ${end} and (id = any(${ids}::uuid[]) or addition is not null)
      order by array_position(${ids}::uuid[], id) nulls last, sort, id`);
  }

  /** 職員番号 of everybody who held, had held or was foreseen for a seat. */
  async participants(documentId: string, end: Date): Promise<string[]> {
    const rows = await this.uow.rows<{ staff_no: string }>(sql`
      select staff_no from documents.participant where document_id = ${documentId} and since < ${end}
      union
      select staff_no from documents.former_participant where document_id = ${documentId} and since < ${end} and until >= ${end}`);
    return rows.map(({ staff_no }) => staff_no);
  }

  formerDrafters(documentId: string, end: Date): Promise<FormerDrafter[]> {
    return this.uow.rows<FormerDrafter>(sql`
      select from_staff as "staffNo", from_name as name, from_post_title as "postTitle", from_unit_name as "unitName"
      from documents.takeover where document_id = ${documentId} and at < ${end} order by id`);
  }
}
