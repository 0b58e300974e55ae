import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import type { DocumentState } from '../core/states';

/** A document that another was drafted from, or that was drafted from it. */
export interface RelativeRow {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly state: DocumentState;
  readonly relation: 'origin' | 'follower';
}

/** 再起案 links between documents, and the files that go along. */
@Injectable()
export class RedraftRows {
  constructor(private readonly uow: UnitOfWork) {}

  async link(id: string, origin: string): Promise<void> {
    await this.uow.change(sql`update documents.document set redraft_of = ${origin} where id = ${id}`);
  }

  /** The new draft refers to the same objects; nothing is stored twice. */
  async copyAttachments({ from, to }: { from: string; to: string }, by: Actor): Promise<void> {
    await this.uow.change(sql`
      insert into documents.attachment (id, document_id, sort, file_name, label, media_type, bytes, sha256, pages, added_at, added_by, added_by_name)
      select gen_random_uuid(), ${to}::uuid, a.sort, a.file_name, a.label, a.media_type, a.bytes, a.sha256, a.pages, ${await this.uow.now()}::timestamptz, ${by.staffNo}, ${by.name}
      from documents.attachment a where a.document_id = ${from}::uuid and a.removed_at is null`);
  }

  /** @param readable what the reader may know of: of others not even the number is told */
  relativesOf(id: string, readable: Sql): Promise<RelativeRow[]> {
    return this.uow.rows<RelativeRow>(sql`
      select d.id, d.title, coalesce(d.dispatch_number, d.draft_number) as number, d.state,
        case when d.redraft_of = ${id}::uuid then 'follower' else 'origin' end as relation
      from documents.document d
      where (d.redraft_of = ${id}::uuid or d.id = (select o.redraft_of from documents.document o where o.id = ${id}::uuid))
        and (${readable})
      order by d.drafted_at, d.id`);
  }
}
