import { Injectable } from '@nestjs/common';
import { type LocalDate, firstDayOf, localDateAt, startOfDay } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { type Sql, UnitOfWork, joinSql, sql } from '@fubako/platform/database';
import { type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import { readableReceipts } from './policy';
import { type ReceiptListRow, listItem } from './receipt-list-views';
import {
  LIST_COLUMNS,
  type ReceiptListView,
  searchCondition,
  sectionCondition,
  viewCondition,
} from './receipt-list-sql';
import type { ReceiptCounts, ReceiptListItem } from './receipts.view.dto';

export interface ReceiptFilter {
  readonly view: ReceiptListView;
  /** Code of a section; absent: the reader's own, or all with `everywhere`. */
  readonly section?: string;
  readonly everywhere?: boolean;
  readonly kind?: string;
  readonly fiscalYear?: number;
  readonly q?: string;
}

export interface ReceiptsQuery extends ReceiptFilter {
  readonly cursor?: string;
  readonly limit: number;
}

/** 収受文書, latest first; what is owed, first by its day. Only what the reader may read. */
@Injectable()
export class ListReceipts {
  constructor(private readonly uow: UnitOfWork) {}

  /** @throws DomainError request.bad-cursor */
  run(query: ReceiptsQuery, actor: Actor): Promise<Page<ReceiptListItem>> {
    return this.uow.read(async () => {
      const today = localDateAt(await this.uow.now());
      const byDay = query.view === 'due_soon' || query.view === 'overdue';
      const condition = joinSql([...filterOf(query, actor, today), afterOf(query.cursor, byDay)], ' and ', sql`true`);
      const order = byDay ? sql`r.reply_due_on, r.id` : sql`r.registered_at desc, r.id desc`;
      const rows = await this.uow.rows<ReceiptListRow>(sql`
        select ${LIST_COLUMNS} from intake.receipt r join intake.receipt_kind k on k.code = r.kind
        where ${condition} order by ${order} limit ${query.limit + 1}`);
      return pageOf(rows, query.limit, {
        map: (row) => listItem(row, today),
        keyOf: (row) => [byDay ? row.reply_due_on : row.registered_at.toISOString(), row.id],
      });
    });
  }

  /** How much work the views hold. */
  counts(filter: Omit<ReceiptFilter, 'view'>, actor: Actor): Promise<ReceiptCounts> {
    return this.uow.read(async () => {
      const today = localDateAt(await this.uow.now());
      const condition = joinSql(filterOf({ ...filter, view: 'unfinished' }, actor, today).slice(1), ' and ', sql`true`);
      const of = (view: ReceiptListView) => viewCondition(view, today);
      return this.uow.one<ReceiptCounts>(sql`
        select count(*) filter (where ${of('unfinished')}) as unfinished, count(*) filter (where ${of('arrived')}) as arrived,
          count(*) filter (where ${of('circulating')}) as circulating, count(*) filter (where ${of('asked')}) as asked,
          count(*) filter (where ${of('due_soon')}) as "dueSoon", count(*) filter (where ${of('overdue')}) as overdue
        from intake.receipt r where (r.ending is null or (r.ending = 'drafted' and r.replied_at is null and r.reply_due_on is not null))
          and ${condition}`);
    });
  }
}

/** The view stands first. */
export function filterOf(filter: ReceiptFilter, actor: Actor, today: LocalDate): Sql[] {
  const sections = filter.section === undefined ? (filter.everywhere ? null : actor.units) : [filter.section];
  const conditions = [
    viewCondition(filter.view, today),
    sql`(${readableReceipts(actor)})`,
    sectionCondition(filter.view, sections),
    searchCondition(filter.q),
  ];
  if (filter.kind !== undefined) conditions.push(sql`r.kind = ${filter.kind}`);
  if (filter.fiscalYear !== undefined) conditions.push(yearCondition(filter.fiscalYear));
  return conditions;
}

/** By the day of registration, on which the number is taken. */
function yearCondition(year: number): Sql {
  const from = startOfDay(firstDayOf(year));
  const to = startOfDay(firstDayOf(year + 1));
  return sql`r.registered_at >= ${from} and r.registered_at < ${to}`;
}

function afterOf(cursor: string | undefined, byDay: boolean): Sql {
  const after = decodeCursor(cursor, [byDay ? 'day' : 'instant', 'uuid']);
  if (!after) return sql`true`;
  return byDay
    ? sql`(r.reply_due_on, r.id) > (${after[0]}::date, ${after[1]}::uuid)`
    : sql`(r.registered_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
}
