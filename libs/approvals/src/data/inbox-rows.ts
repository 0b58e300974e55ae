import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import type { CursorKey } from '@fubako/platform/http';
import type { StepKind } from '../core/route-plan';
import type { InboxCounts } from '../app/approvals.views.dto';

export const INBOX_VIEWS = ['all', 'decision', 'approval', 'concurrence', 'overdue', 'returned'] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

export interface InboxRow {
  readonly documentId: string;
  readonly seatId: string | null;
  readonly version: number;
  readonly contentDigest: string | null;
  readonly title: string;
  readonly matterTypeName: string;
  readonly stepKind: StepKind | null;
  readonly decisionLabel: string | null;
  readonly drafterName: string;
  readonly sectionName: string;
  readonly amount: number | null;
  readonly urgent: boolean;
  readonly resubmitted: boolean;
  readonly unread: boolean;
  readonly dueOn: string | null;
  readonly overdue: boolean;
  readonly openedAt: Date;
  readonly number: string | null;
  readonly attachmentCount: number;
  readonly unreadAttachments: number;
  readonly opinions: number;
  readonly objections: number;
  readonly confidentiality: 'none' | 'secret' | 'top_secret' | 'personnel';
}

export interface InboxPageQuery {
  readonly staffNo: string;
  readonly today: LocalDate;
  readonly view: InboxView;
  readonly after: CursorKey | null;
  readonly limit: number;
}

const VIEW_CONDITIONS: Record<Exclude<InboxView, 'returned'>, (today: LocalDate) => Sql> = {
  all: () => sql`true`,
  decision: () => sql`i.step_kind = 'decision'`,
  approval: () => sql`i.step_kind = 'line'`,
  concurrence: () => sql`i.step_kind = 'concurrence'`,
  overdue: (today) => sql`i.due_on < ${today}`,
};

/** 受信箱: open seats of one person, found by the partial index on the seat's principal (performance B). */
@Injectable()
export class InboxRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Overdue first, then urgent, then by due date and age; `limit + 1` rows. */
  page(query: InboxPageQuery): Promise<InboxRow[]> {
    const items = query.view === 'returned' ? returnedDrafts(query.staffNo) : openSeats(query.staffNo);
    const condition = query.view === 'returned' ? sql`true` : VIEW_CONDITIONS[query.view](query.today);
    return this.select(sql`${items}`, { condition, ...query });
  }

  /** The rows of these seats, for those of them that are the person's and open. */
  seats(staffNo: string, today: LocalDate, seatIds: readonly string[]): Promise<InboxRow[]> {
    const condition = sql`i.seat_id = any(${seatIds}::uuid[])`;
    return this.select(openSeats(staffNo), { condition, staffNo, today, after: null, limit: seatIds.length });
  }

  /** Documents that these seats of the person belong to, in the order in which they are locked. */
  async documentsOf(staffNo: string, seatIds: readonly string[]): Promise<string[]> {
    const rows = await this.uow.rows<{ document_id: string }>(sql`
      select distinct document_id from approvals.seat where id = any(${seatIds}::uuid[]) and principal = ${staffNo} order by document_id`);
    return rows.map(({ document_id }) => document_id);
  }

  counts(staffNo: string, today: LocalDate): Promise<InboxCounts> {
    return this.uow.one<InboxCounts>(sql`
      select count(*) as "all", count(*) filter (where i.step_kind = 'decision') as decision,
             count(*) filter (where i.step_kind = 'line') as approval, count(*) filter (where i.step_kind = 'concurrence') as concurrence,
             count(*) filter (where i.due_on < ${today}) as overdue,
             (select count(*) from documents.document d where d.drafter_staff_no = ${staffNo} and d.state in ('returned', 'pulled_back')) as returned
      from (${openSeats(staffNo)}) i`);
  }

  private select(
    items: Sql,
    query: { condition: Sql; staffNo: string; today: LocalDate; after: CursorKey | null; limit: number },
  ): Promise<InboxRow[]> {
    const [overdue, urgent, due, opened, id] = query.after ?? [];
    const after = query.after
      ? sql`(not i.overdue, not i.urgent, i.due, i.opened_at, i.document_id) > (${overdue === 0}, ${urgent === 0}, ${due}::date, ${opened}::timestamptz, ${id}::uuid)`
      : sql`true`;
    return this.uow.rows<InboxRow>(sql`
      select i.document_id as "documentId", i.seat_id as "seatId", i.version, encode(i.content_digest, 'hex') as "contentDigest",
        i.title, t.name as "matterTypeName", i.step_kind as "stepKind", i.decision_label as "decisionLabel",
        i.drafter_name as "drafterName", i.section_name as "sectionName", i.amount, i.urgent, i.round > 1 as resubmitted,
        i.due_on as "dueOn", i.overdue, i.opened_at as "openedAt", coalesce(i.dispatch_number, i.draft_number) as number, i.confidentiality,
        not exists (select from documents.read_mark m where m.staff_no = ${query.staffNo} and m.document_id = i.document_id and m.item = 'document' and m.at >= i.submitted_at) as unread,
        files.total as "attachmentCount", files.unread as "unreadAttachments", said.opinions, said.objections
      from (select x.*, coalesce(x.due_on, 'infinity'::date) as due, coalesce(x.due_on < ${query.today}, false) as overdue from (${items}) x) i
      join documents.matter_type_version t on t.code = i.matter_type and t.version = i.matter_type_version
      cross join lateral (
        select count(*) as total,
          count(*) filter (where not exists (select from documents.read_mark m where m.staff_no = ${query.staffNo} and m.document_id = i.document_id and m.item = a.id::text)) as unread
        from documents.attachment a where a.document_id = i.document_id and a.removed_at is null) files
      cross join lateral (
        select count(*) filter (where a.comment is not null) as opinions, count(*) filter (where a.outcome = 'objected') as objections
        from approvals.act a where a.document_id = i.document_id and a.round = i.round and a.actor <> ${query.staffNo}) said
      where ${query.condition} and ${after}
      order by not i.overdue, not i.urgent, i.due, i.opened_at, i.document_id limit ${query.limit + 1}`);
  }
}

/** Sort position of a row, for the cursor. */
export function inboxKey(row: InboxRow): CursorKey {
  return [row.overdue ? 1 : 0, row.urgent ? 1 : 0, row.dueOn ?? 'infinity', row.openedAt.toISOString(), row.documentId];
}

const SHARED = sql`d.id as document_id, c.version, c.content_digest, c.decision_label, c.round, c.submitted_at, d.title, d.matter_type, d.matter_type_version,
  d.drafter_name, d.section_name, d.amount, d.urgent, d.due_on, d.dispatch_number, d.draft_number, d.confidentiality`;

function openSeats(staffNo: string): Sql {
  return sql`
    select ${SHARED}, s.id as seat_id, p.kind as step_kind, s.opened_at
    from approvals.seat s
    join approvals.step p on p.document_id = s.document_id and p.round = s.round and p.no = s.step_no
    join approvals.approval_case c on c.document_id = s.document_id
    join documents.document d on d.id = s.document_id
    where s.principal = ${staffNo} and s.state = 'active'`;
}

function returnedDrafts(staffNo: string): Sql {
  return sql`
    select ${SHARED}, null::uuid as seat_id, null::text as step_kind, d.updated_at as opened_at
    from documents.document d join approvals.approval_case c on c.document_id = d.id
    where d.drafter_staff_no = ${staffNo} and d.state in ('returned', 'pulled_back')`;
}
