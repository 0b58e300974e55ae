import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { SavedConditions } from '../app/saved-views.views.dto';

export interface SavedViewRow {
  readonly id: string;
  readonly owner: string;
  readonly ownerName: string;
  readonly name: string;
  readonly conditions: SavedConditions;
  readonly sectionCode: string | null;
  readonly sectionName: string | null;
  readonly createdAt: Date;
}

/** Saved views of inboxes. */
@Injectable()
export class SavedViewRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Those of the person, and those shared with one of the sections, in the order in which they were saved. */
  list(owner: string, sections: readonly string[]): Promise<SavedViewRow[]> {
    return this.uow.rows<SavedViewRow>(sql`
      select v.id, v.owner, v.owner_name as "ownerName", v.name, v.conditions, v.section_code as "sectionCode",
        v.section_name as "sectionName", v.created_at as "createdAt"
      from approvals.saved_view v where v.owner = ${owner} or v.section_code = any(${sections}) order by v.created_at, v.id`);
  }

  async insert(row: SavedViewRow): Promise<void> {
    await this.uow.change(sql`
      insert into approvals.saved_view (id, owner, owner_name, name, conditions, section_code, section_name, created_at)
      values (${row.id}, ${row.owner}, ${row.ownerName}, ${row.name}, ${JSON.stringify(row.conditions)}::jsonb, ${row.sectionCode},
        ${row.sectionName}, ${row.createdAt})`);
  }

  /** @returns whether there was such a view of the owner */
  async remove(id: string, owner: string): Promise<boolean> {
    const rows = await this.uow.rows(
      sql`delete from approvals.saved_view where id = ${id} and owner = ${owner} returning id`,
    );
    return rows.length > 0;
  }
}
