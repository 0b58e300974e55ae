import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { type Sql, UnitOfWork, joinSql, sql } from '@fubako/platform/database';
import { type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import { type DocumentState, EDITABLE_STATES, isEditable } from '../core/states';
import type { DocumentListItem } from './documents.view.dto';
import { DOCUMENT_COLUMNS, readableDocuments } from './policy';
import { isOfSection } from './document-acts';

export interface ListDocumentsQuery {
  readonly view?: 'mine' | 'unit' | 'left';
  readonly state?: DocumentState;
  readonly q?: string;
  readonly cursor?: string;
  readonly limit: number;
}

interface ListRow extends Omit<DocumentListItem, 'updatedAt' | 'submittedAt' | 'decidedAt' | 'leftAt' | 'allowed'> {
  readonly sectionCode: string;
  readonly leftAt: Date | null;
  readonly updatedAt: Date;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
}

/** The documents of a person or of the person's sections, latest change first; only what the person may read. */
@Injectable()
export class ListDocuments {
  constructor(private readonly uow: UnitOfWork) {}

  run(query: ListDocumentsQuery, actor: Actor): Promise<Page<DocumentListItem>> {
    const condition = joinSql(conditionsOf(query, actor), ' and ', sql`true`);
    return this.uow.read(async () => {
      const rows = await this.uow.rows<ListRow>(sql`
        select d.id, d.title, d.state, d.matter_type as "matterType", t.name as "matterTypeName", d.class_code as "classCode", d.drafter_name as "drafterName", d.section_name as "sectionName", d.section_code as "sectionCode", d.left_at as "leftAt",
               d.amount, d.draft_number as "draftNumber", d.dispatch_number as "dispatchNumber", d.urgent, d.medium,
               d.updated_at as "updatedAt", d.submitted_at as "submittedAt", d.decided_at as "decidedAt",
               (select count(*) from documents.attachment a where a.document_id = d.id and a.removed_at is null) as "attachmentCount"
        from documents.document d join documents.matter_type_version t on t.code = d.matter_type and t.version = d.matter_type_version
        where ${condition} order by d.updated_at desc, d.id desc limit ${query.limit + 1}`);
      return pageOf(rows, query.limit, {
        map: (row) => viewOf(row, actor),
        keyOf: (row) => [row.updatedAt.toISOString(), row.id],
      });
    });
  }
}

function conditionsOf(query: ListDocumentsQuery, actor: Actor): Sql[] {
  const after = decodeCursor(query.cursor, ['instant', 'uuid']);
  const conditions = [sql`(${readableDocuments(actor, DOCUMENT_COLUMNS)})`];
  if (query.view === 'left')
    conditions.push(
      sql`d.section_code = any(${actor.units}) and d.left_at is not null and d.state = any(${EDITABLE_STATES})`,
    );
  else if (query.view === 'unit') conditions.push(sql`d.section_code = any(${actor.units})`);
  else conditions.push(sql`d.drafter_staff_no = ${actor.staffNo}`);
  if (query.state) conditions.push(sql`d.state = ${query.state}`);
  if (query.q) conditions.push(sql`strpos(d.title, ${query.q}) > 0`);
  if (after) conditions.push(sql`(d.updated_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  return conditions;
}

function viewOf({ sectionCode, ...row }: ListRow, actor: Actor): DocumentListItem {
  const left = row.leftAt !== null && isEditable(row.state) && isOfSection(sectionCode, actor);
  return {
    ...row,
    updatedAt: row.updatedAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    leftAt: row.leftAt?.toISOString() ?? null,
    allowed: left ? ['take_over'] : [],
  };
}
