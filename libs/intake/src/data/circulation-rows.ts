import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { AudienceRow, CirculationRow, NewCirculation, ReaderRow, SubjectKind } from './circulation.row';

/** 供覧・回覧 with their readers. */
@Injectable()
export class CirculationRows {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(c: NewCirculation): Promise<void> {
    await this.uow.change(sql`
      insert into intake.circulation (id, subject_kind, subject_id, mode, title, note, read_by_on, section_code, section_name,
        started_at, started_by, started_by_name, started_by_post)
      values (${c.id}, ${c.subject_kind}, ${c.subject_id}, ${c.mode}, ${c.title}, ${c.note}, ${c.read_by_on}, ${c.section_code}, ${c.section_name},
        ${c.started_at}, ${c.started_by}, ${c.started_by_name}, ${c.started_by_post})`);
  }

  find(id: string): Promise<CirculationRow | null> {
    return this.uow.maybe<CirculationRow>(sql`select * from intake.circulation where id = ${id}`);
  }

  lock(id: string): Promise<CirculationRow | null> {
    return this.uow.maybe<CirculationRow>(sql`select * from intake.circulation where id = ${id} for update`);
  }

  of(kind: SubjectKind, subjectId: string): Promise<CirculationRow[]> {
    return this.uow.rows<CirculationRow>(sql`
      select * from intake.circulation where subject_kind = ${kind} and subject_id = ${subjectId} order by started_at, id`);
  }

  readers(circulationIds: readonly string[]): Promise<ReaderRow[]> {
    return this.uow.rows<ReaderRow>(sql`
      select * from intake.reader where circulation_id = any(${circulationIds}::uuid[]) order by circulation_id, sort, staff_no`);
  }

  audience(circulationIds: readonly string[]): Promise<AudienceRow[]> {
    return this.uow.rows<AudienceRow>(sql`
      select * from intake.audience where circulation_id = any(${circulationIds}::uuid[]) order by circulation_id, section_code`);
  }

  /** Who is a reader already stays as it is. @returns staff numbers of those who are new */
  async addReaders(readers: readonly ReaderRow[]): Promise<string[]> {
    const rows = await this.uow.rows<{ staff_no: string }>(sql`
      insert into intake.reader (circulation_id, staff_no, name, post_code, post_title, unit_name, required, sort, added_at, added_by,
        read_at, comment, asks_for_draft)
      select circulation_id, staff_no, name, post_code, post_title, unit_name, required, sort, added_at, added_by, read_at, comment, asks_for_draft
      from jsonb_to_recordset(${JSON.stringify(readers)}::jsonb) as r(circulation_id uuid, staff_no text, name text, post_code text,
        post_title text, unit_name text, required boolean, sort int, added_at timestamptz, added_by text, read_at timestamptz,
        comment text, asks_for_draft boolean)
      on conflict (circulation_id, staff_no) do nothing returning staff_no`);
    return rows.map(({ staff_no }) => staff_no);
  }

  async addAudience(rows: readonly AudienceRow[]): Promise<void> {
    await this.uow.change(sql`
      insert into intake.audience (circulation_id, section_code, section_name)
      select circulation_id, section_code, section_name from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as a(circulation_id uuid, section_code text, section_name text) on conflict do nothing`);
  }

  async mark(
    id: string,
    staffNo: string,
    mark: { at: Date; comment: string | null; asksForDraft: boolean },
  ): Promise<void> {
    await this.uow.change(sql`
      update intake.reader set read_at = ${mark.at}, comment = ${mark.comment}, asks_for_draft = ${mark.asksForDraft}
      where circulation_id = ${id} and staff_no = ${staffNo} and read_at is null`);
  }

  async complete(id: string, at: Date): Promise<void> {
    await this.uow.change(sql`update intake.circulation set completed_at = ${at} where id = ${id}`);
  }

  async stop(id: string, by: { name: string; reason: string; at: Date }): Promise<void> {
    await this.uow.change(sql`
      update intake.circulation set stopped_at = ${by.at}, stopped_by_name = ${by.name}, stop_reason = ${by.reason} where id = ${id}`);
  }
}
