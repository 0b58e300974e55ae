import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { Notice, NoticeDraft } from '../app/notice';

/** Rows of notifications.notice. Everything here asks for the person, so that nobody reads another's news. */
@Injectable()
export class NoticeRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Keeps one notice for each person; what is already kept of this event stays as it is. */
  async insert(eventId: string, drafts: readonly NoticeDraft[]): Promise<void> {
    if (drafts.length === 0) return;
    const rows = drafts.map((draft) => ({
      id: newId<string>(),
      event_id: eventId,
      staff_no: draft.staffNo,
      kind: draft.kind,
      subject_kind: draft.subjectKind ?? 'document',
      document_id: draft.documentId,
      facts: draft.facts,
    }));
    await this.uow.change(sql`
      insert into notifications.notice (id, event_id, staff_no, kind, subject_kind, document_id, facts)
      select id, event_id, staff_no, kind, subject_kind, document_id, facts from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as draft(id uuid, event_id uuid, staff_no text, kind text, subject_kind text, document_id uuid, facts jsonb)
      on conflict (event_id, staff_no) do nothing`);
  }

  /** Latest first, those after `before`, one more than `limit` so that the caller sees whether more follow. */
  page(staffNo: string, before: string | null, limit: number): Promise<Notice[]> {
    const after = before === null ? sql`true` : sql`id < ${before}::uuid`;
    return this.uow.rows<Notice>(sql`
      select id, kind, subject_kind as "subjectKind", document_id as "documentId", facts, created_at as "createdAt", read_at as "readAt"
      from notifications.notice where staff_no = ${staffNo} and ${after} order by id desc limit ${limit + 1}`);
  }

  async unread(staffNo: string): Promise<number> {
    const { count } = await this.uow.one<{ count: number }>(sql`
      select count(*) as count from notifications.notice where staff_no = ${staffNo} and read_at is null`);
    return count;
  }

  /** @param ids null means all; ids of other people's notices are passed over */
  async markRead(staffNo: string, ids: readonly string[] | null): Promise<void> {
    const which = ids === null ? sql`true` : sql`id = any(${ids}::uuid[])`;
    await this.uow.change(sql`
      update notifications.notice set read_at = ${await this.uow.now()}
      where staff_no = ${staffNo} and read_at is null and ${which}`);
  }

  /** What asked to act in these seats has served, whether or not anybody read it. */
  async settle(
    documentId: string,
    seats: readonly { readonly seatId: string; readonly staffNo: string }[],
  ): Promise<void> {
    await this.uow.change(sql`
      update notifications.notice n set read_at = ${await this.uow.now()}
      from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as s("seatId" text, "staffNo" text)
      where n.staff_no = s."staffNo" and n.read_at is null and n.document_id = ${documentId} and n.facts->'seats' ? s."seatId"`);
  }

  /** @returns how many were deleted, at most `limit` */
  deleteOlderThan(days: number, limit: number): Promise<number> {
    return this.uow.change(sql`
      delete from notifications.notice where id in (
        select id from notifications.notice where created_at < clock_timestamp() - make_interval(days => ${days}) order by created_at limit ${limit})`);
  }
}
