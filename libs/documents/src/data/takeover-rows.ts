import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { DocumentRow } from './document.row';
import type { NewDocument } from './document-rows';

/** A drafter and the section of a draft that is on a desk. */
export interface Desk {
  readonly drafter: string;
  readonly section: string;
}

/** 引受け of drafts, and drafts that wait for one. */
@Injectable()
export class TakeoverRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** The draft becomes that of `place.drafter`, in the place where they work. */
  async takeOver(row: DocumentRow, { drafter, unit }: Pick<NewDocument, 'drafter' | 'unit'>, at: Date): Promise<void> {
    await this.uow.change(sql`
      insert into documents.takeover (document_id, from_staff, from_name, from_post_title, from_unit_name, to_staff, to_name, at)
      values (${row.id}, ${row.drafter_staff_no}, ${row.drafter_name}, ${row.drafter_post_title}, ${row.unit_name},
        ${drafter.staffNo}, ${drafter.name}, ${at})`);
    await this.uow.change(sql`
      update documents.document set version = version + 1, updated_at = ${at}, left_at = null,
        drafter_staff_no = ${drafter.staffNo}, drafter_name = ${drafter.name}, drafter_post_code = ${drafter.postCode},
        drafter_post_title = ${drafter.postTitle}, unit_code = ${unit.code}, unit_name = ${unit.name}
      where id = ${row.id}`);
  }

  /** Whose drafts lie in which sections. */
  desks(): Promise<Desk[]> {
    return this.uow.rows<Desk>(sql`
      select distinct drafter_staff_no as drafter, section_code as section from documents.document
      where state in ('drafting', 'returned', 'pulled_back')`);
  }

  /**
   * Documents are locked in the order in which all writers lock them.
   * @returns ids of drafts that stand otherwise now: left by these drafters, or with a drafter who is there again
   */
  async mark(left: readonly Desk[], at: Date): Promise<string[]> {
    const rows = await this.uow.rows<{ id: string }>(sql`
      with gone as (select * from jsonb_to_recordset(${JSON.stringify(left)}::jsonb) as g(drafter text, section text)),
        draft as (
          select d.id, exists (select from gone g where g.drafter = d.drafter_staff_no and g.section = d.section_code) as left_now
          from documents.document d where d.state in ('drafting', 'returned', 'pulled_back')),
        locked as (
          select d.id, draft.left_now from documents.document d join draft on draft.id = d.id
          where draft.left_now <> (d.left_at is not null) order by d.id for update of d)
      update documents.document d set left_at = case when locked.left_now then ${at}::timestamptz end
      from locked where d.id = locked.id
      returning d.id`);
    return rows.map(({ id }) => id);
  }
}
