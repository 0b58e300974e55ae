import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import { DOCUMENT_COLUMNS, readableDocuments } from './policy';

export interface UnexecutedDocument {
  readonly id: string;
  readonly title: string;
  readonly dispatchNumber: string | null;
  readonly sectionCode: string;
  readonly sectionName: string;
  readonly drafterName: string;
  readonly urgent: boolean;
  readonly dueOn: string | null;
  readonly decidedAt: Date;
}

export interface UnexecutedQuery {
  /** Only those of the reader's sections; otherwise everything that the reader may see. */
  readonly ownSections: boolean;
  readonly cursor?: string;
  readonly limit: number;
}

/** 決裁済未施行: decided, meant to go out, and not gone out yet; the oldest decision first. */
@Injectable()
export class ListUnexecuted {
  constructor(private readonly uow: UnitOfWork) {}

  /** @throws DomainError request.bad-cursor */
  run({ ownSections, cursor, limit }: UnexecutedQuery, actor: Actor): Promise<Page<UnexecutedDocument>> {
    const after = decodeCursor(cursor, ['instant', 'uuid']);
    const own = ownSections ? sql`d.section_code = any(${actor.units})` : sql`true`;
    const later = after ? sql`(d.decided_at, d.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`;
    return this.uow.read(async () => {
      const rows = await this.uow.rows<UnexecutedDocument>(sql`
        select d.id, d.title, d.dispatch_number as "dispatchNumber", d.section_code as "sectionCode", d.section_name as "sectionName",
          d.drafter_name as "drafterName", d.urgent, d.due_on as "dueOn", d.decided_at as "decidedAt"
        from documents.document d join documents.matter_type_version t on t.code = d.matter_type and t.version = d.matter_type_version
        where d.state = 'decided' and d.execution_waived_at is null and t.execution <> 'none' and ${own} and ${later}
          and (${readableDocuments(actor, DOCUMENT_COLUMNS)})
        order by d.decided_at, d.id limit ${limit + 1}`);
      return pageOf(rows, limit, { map: (row) => row, keyOf: (row) => [row.decidedAt.toISOString(), row.id] });
    });
  }
}
