import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { secretOn } from '@fubako/documents';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import type { CursorKey } from '@fubako/platform/http';
import type { StepKind } from '../core/route-plan';
import type { InboxCounts } from '../app/inbox.views.dto';
import type { InboxRow } from './inbox.row';
import { type InboxFilter, asksForMatter, filtered } from './inbox-filter';
import { INBOX_ORDERS, type InboxPart, type InboxSort } from './inbox-orders';

export const INBOX_VIEWS = [
  'all',
  'decision',
  'approval',
  'concurrence',
  'review',
  'reading',
  'overdue',
  'held',
  'returned',
  'acting',
  'post_review',
] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

export interface InboxPageQuery {
  readonly staffNo: string;
  readonly today: LocalDate;
  readonly view: InboxView;
  readonly filter: InboxFilter;
  readonly sort: InboxSort;
  readonly after: CursorKey | null;
  readonly limit: number;
}

const KINDS: Partial<Record<InboxView, readonly StepKind[]>> = {
  decision: ['decision'],
  approval: ['line'],
  concurrence: ['concurrence'],
  review: ['review', 'confirmation'],
  reading: ['circulation'],
};

const NOT_HELD = (today: LocalDate): Sql => sql`(i.held_until is null or i.held_until <= ${today})`;

/** What the view leaves of its items. A held matter comes back on its day (RULE-54). */
function conditionOf(view: InboxView, today: LocalDate): Sql {
  const kinds = KINDS[view];
  if (kinds) return sql`i.step_kind = any(${kinds}) and ${NOT_HELD(today)}`;
  if (view === 'held') return sql`i.held_until > ${today}`;
  if (view === 'overdue') return sql`i.due_on < ${today}`;
  return view === 'all' ? NOT_HELD(today) : sql`true`;
}

/** 受信箱: open seats of one person, found by partial indexes on the seat's principal (performance B). */
@Injectable()
export class InboxRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** `limit + 1` rows. */
  page(query: InboxPageQuery): Promise<InboxRow[]> {
    return this.select(itemsOf(query.view, query.staffNo, query.filter), {
      condition: sql`${conditionOf(query.view, query.today)} and ${filtered(query.filter)}`,
      ...query,
    });
  }

  /** The rows of these seats, for those of them that the person has to act in, may act in, or is to read afterwards. */
  seats(query: {
    staffNo: string;
    today: LocalDate;
    seatIds: readonly string[];
    postReview: boolean;
  }): Promise<InboxRow[]> {
    const { staffNo, today, seatIds, postReview } = query;
    const condition = sql`i.seat_id = any(${seatIds}::uuid[])`;
    const items = postReview ? reviewsOwed(staffNo) : sql`${openSeats(staffNo)} union all ${standInSeats(staffNo)}`;
    return this.select(items, {
      condition,
      staffNo,
      today,
      filter: {},
      sort: 'default',
      after: null,
      limit: seatIds.length,
    });
  }

  /** How many rows each of these views has, in one reading. */
  async countsOf(
    { staffNo, today }: { staffNo: string; today: LocalDate },
    views: readonly { readonly view: InboxView; readonly filter: InboxFilter }[],
  ): Promise<number[]> {
    if (views.length === 0) return [];
    const counts = views.map(
      ({ view, filter }, at) => sql`
        select ${at}::int as at, count(*) as n from (${itemsOf(view, staffNo, filter)}) i ${matterOf(filter)}
        where ${conditionOf(view, today)} and ${filtered(filter)}`,
    );
    const all = counts.reduce((before, one) => sql`${before} union all ${one}`);
    const rows = await this.uow.rows<{ at: number; n: number }>(all);
    const found = new Map(rows.map(({ at, n }) => [at, n]));
    return views.map((_, at) => found.get(at) ?? 0);
  }

  /** Documents that these seats of the person belong to, in the order in which they are locked. */
  async documentsOf(staffNo: string, seatIds: readonly string[]): Promise<string[]> {
    const rows = await this.uow.rows<{ document_id: string }>(sql`
      select distinct s.document_id from approvals.seat s where s.id = any(${seatIds}::uuid[]) and (s.principal = ${staffNo} or s.stand_in = ${staffNo}
        or exists (select from approvals.post_review r where r.seat_id = s.id and r.principal = ${staffNo}))
      order by s.document_id`);
    return rows.map(({ document_id }) => document_id);
  }

  /** Sections whose drafts wait for the person, or that the person may act on. */
  sections(staffNo: string): Promise<{ code: string; name: string }[]> {
    return this.uow.rows(sql`
      select d.section_code as code, max(d.section_name) as name
      from (${openSeats(staffNo)} union all ${standInSeats(staffNo)} union all ${reviewsOwed(staffNo)}) i
      join documents.document d on d.id = i.document_id
      group by d.section_code order by d.section_code`);
  }

  counts(staffNo: string, today: LocalDate): Promise<InboxCounts> {
    const open = NOT_HELD(today);
    return this.uow.one<InboxCounts>(sql`
      select count(*) filter (where ${open}) as "all",
             count(*) filter (where i.step_kind = 'decision' and ${open}) as decision,
             count(*) filter (where i.step_kind = 'line' and ${open}) as approval,
             count(*) filter (where i.step_kind = 'concurrence' and ${open}) as concurrence,
             count(*) filter (where i.step_kind in ('review', 'confirmation') and ${open}) as review,
             count(*) filter (where i.step_kind = 'circulation' and ${open}) as reading,
             count(*) filter (where i.due_on < ${today}) as overdue,
             count(*) filter (where i.held_until > ${today}) as held,
             (select count(*) from approvals.seat s where s.stand_in = ${staffNo} and s.state = 'active' and ${NOT_STAGED}) as acting,
             (select count(*) from approvals.post_review r where r.principal = ${staffNo} and r.outcome is null and r.lapsed_at is null) as post_review,
             (select count(*) from documents.document d where d.drafter_staff_no = ${staffNo} and d.state in ('returned', 'pulled_back')) as returned
      from (${openSeats(staffNo)}) i`);
  }

  private select(items: Sql, query: PageTerms & { readonly staffNo: string }): Promise<InboxRow[]> {
    return this.uow.rows<InboxRow>(sql`
      select i.document_id as "documentId", i.seat_id as "seatId", c.version, encode(c.content_digest, 'hex') as "contentDigest",
        d.title, t.name as "matterTypeName", i.step_kind as "stepKind", c.decision_label as "decisionLabel",
        d.drafter_name as "drafterName", d.section_name as "sectionName", d.amount, d.urgent, d.medium, c.round > 1 as resubmitted,
        i.due_on as "dueOn", i.overdue, i.opened_at as "openedAt", coalesce(d.dispatch_number, d.draft_number) as number, d.confidentiality, ${secretOn(SECRECY, query.today)} as secret,
        i.in_stead as "inStead", i.in_stead_of as "inSteadOf", i.held_until as "heldUntil",
        not exists (select from documents.read_mark m where m.staff_no = ${query.staffNo} and m.document_id = i.document_id and m.item = 'document' and m.at >= c.submitted_at) as unread,
        files.total as "attachmentCount", files.unread as "unreadAttachments", said.opinions, said.objections
      from (${this.pageOf(items, query)}) i
      join documents.document d on d.id = i.document_id
      join approvals.approval_case c on c.document_id = i.document_id
      join documents.matter_type_version t on t.code = d.matter_type and t.version = d.matter_type_version
      cross join lateral (
        select count(*) as total,
          count(*) filter (where not exists (select from documents.read_mark m where m.staff_no = ${query.staffNo} and m.document_id = i.document_id and m.item = a.id::text)) as unread
        from documents.attachment a where a.document_id = i.document_id and a.removed_at is null) files
      cross join lateral (
        select count(*) filter (where a.comment is not null) as opinions, count(*) filter (where a.outcome = 'objected') as objections
        from approvals.act a where a.document_id = i.document_id and a.round = c.round and a.actor <> ${query.staffNo}) said
      order by ${INBOX_ORDERS[query.sort].by}`);
  }

  /**
   * The items of one page, by what orders them alone: an index says that of seats without their rows (performance B), and
   * gives each part of the list in its order, so that a page costs the same however long the list is. What else is shown,
   * marks, attachments and opinions are looked up for the page.
   */
  private pageOf(items: Sql, { condition, today, filter, sort, after, limit }: PageTerms): Sql {
    const order = INBOX_ORDERS[sort];
    const later = after ? order.after(after) : sql`true`;
    const firstOf = (part: InboxPart): Sql => sql`(
      select i.document_id, i.seat_id, i.step_kind, i.opened_at, i.due_on, i.due, i.overdue, i.held_until, i.urgent, i.in_stead, i.in_stead_of
      from (select x.*, coalesce(x.due_on, 'infinity'::date) as due, coalesce(x.due_on < ${today}, false) as overdue from (${items}) x) i ${matterOf(filter, sort)}
      where ${condition} and ${later} and ${part.condition} order by ${part.by} limit ${limit + 1})`;
    const [first, ...others] = order.parts(today);
    const page = others.reduce((before, part) => sql`${before} union all ${firstOf(part)}`, firstOf(first));
    return others.length === 0 ? page : sql`select * from (${page}) i order by ${order.by} limit ${limit + 1}`;
  }
}

interface PageTerms {
  readonly condition: Sql;
  readonly today: LocalDate;
  readonly filter: InboxFilter;
  readonly sort: InboxSort;
  readonly after: CursorKey | null;
  readonly limit: number;
}

const SECRECY = { confidentiality: sql`d.confidentiality`, confidentialUntil: sql`d.confidential_until` };

function itemsOf(view: InboxView, staffNo: string, { acting }: InboxFilter): Sql {
  if (view === 'returned') return returnedDrafts(staffNo);
  if (view === 'acting') return standInSeats(staffNo);
  if (view === 'post_review') return reviewsOwed(staffNo);
  return acting ? sql`${openSeats(staffNo)} union all ${standInSeats(staffNo)}` : openSeats(staffNo);
}

/** Asked only where a view is filtered or ordered by what stands on the document alone. */
const matterOf = (filter: InboxFilter, sort?: InboxSort): Sql =>
  asksForMatter(filter) || sort === 'amount' ? sql`join documents.document d on d.id = i.document_id` : sql``;

/** All of it stands in the index of open seats. 期限 is the nearer one of the matter's and the seat's. */
const SEAT = sql`s.document_id, s.id as seat_id, s.step_kind, s.opened_at, least(s.matter_due_on, s.due_on) as due_on, s.held_until, s.urgent`;
const ORDINARY = sql`false as in_stead, null::text as in_stead_of`;

/** 確定待ち: what was decided has left the list, and comes back when it is undone. */
const NOT_STAGED = sql`not exists (select from approvals.staged_decision g where g.seat_id = s.id and g.state = 'staged')`;

function openSeats(staffNo: string): Sql {
  return sql`
    select ${SEAT}, ${ORDINARY} from approvals.seat s where s.principal = ${staffNo} and s.state = 'active' and ${NOT_STAGED}`;
}

/** 代決候補: seats whose holder is away and in whose stead the person may act; the rules are asked when they do. */
function standInSeats(staffNo: string): Sql {
  return sql`
    select ${SEAT}, true as in_stead, s.post_title || coalesce(' ' || s.principal_name, '') as in_stead_of
    from approvals.seat s where s.stand_in = ${staffNo} and s.state = 'active' and ${NOT_STAGED}`;
}

/** 後閲 that the person owes. */
function reviewsOwed(staffNo: string): Sql {
  return sql`
    select r.document_id, r.seat_id, s.step_kind, r.opened_at, null::date as due_on, null::date as held_until, s.urgent, ${ORDINARY}
    from approvals.post_review r join approvals.seat s on s.id = r.seat_id
    where r.principal = ${staffNo} and r.outcome is null and r.lapsed_at is null`;
}

function returnedDrafts(staffNo: string): Sql {
  return sql`
    select r.id as document_id, null::uuid as seat_id, null::text as step_kind, r.updated_at as opened_at,
      r.due_on, null::date as held_until, r.urgent, ${ORDINARY}
    from documents.document r where r.drafter_staff_no = ${staffNo} and r.state in ('returned', 'pulled_back')`;
}
