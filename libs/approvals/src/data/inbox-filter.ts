import { addDays, localDate, startOfDay } from '@fubako/kernel';
import { type Sql, joinSql, sql } from '@fubako/platform/database';
import type { CursorColumn, CursorKey } from '@fubako/platform/http';
import type { InboxRow } from './inbox.row';

export const INBOX_SORTS = ['default', 'due', 'arrived', 'amount'] as const;
export type InboxSort = (typeof INBOX_SORTS)[number];

/** What of a view is wanted. */
export interface InboxFilter {
  /** Part of title, drafter, section or number. */
  readonly q?: string;
  readonly matterType?: string;
  readonly urgent?: boolean;
  readonly amountFrom?: number;
  /** 課 of the drafter. */
  readonly section?: string;
  /** 受付: arrived on these days, both included. */
  readonly from?: string;
  readonly until?: string;
  /** 代決候補 among them. */
  readonly acting?: boolean;
}

/** Whether items must be looked up among the documents to know. */
export function asksForMatter({ q, matterType, amountFrom, section }: InboxFilter): boolean {
  return Boolean(q) || Boolean(matterType) || amountFrom !== undefined || Boolean(section);
}

/** Conditions on the items `i` of an inbox and, where {@link asksForMatter} says so, their documents `d`. */
export function filtered({ q, matterType, urgent, amountFrom, section, from, until }: InboxFilter): Sql {
  const conditions = [
    ...(q
      ? [
          sql`strpos(concat_ws(' ', d.title, d.drafter_name, d.section_name, d.dispatch_number, d.draft_number), ${q}) > 0`,
        ]
      : []),
    ...(matterType ? [sql`d.matter_type = ${matterType}`] : []),
    ...(urgent ? [sql`i.urgent`] : []),
    ...(amountFrom === undefined ? [] : [sql`d.amount >= ${amountFrom}`]),
    ...(section ? [sql`d.section_code = ${section}`] : []),
    ...(from ? [sql`i.opened_at >= ${startOfDay(localDate(from))}`] : []),
    ...(until ? [sql`i.opened_at < ${startOfDay(addDays(localDate(until), 1))}`] : []),
  ];
  return joinSql(conditions, ' and ', sql`true`);
}

interface Order {
  readonly columns: readonly CursorColumn[];
  readonly by: Sql;
  readonly key: (row: InboxRow) => CursorKey;
  readonly after: (key: CursorKey) => Sql;
}

const dueOf = (row: InboxRow) => row.dueOn ?? 'infinity';
const openedAt = (row: InboxRow) => row.openedAt.toISOString();

/** INBOX-1 超過, 至急, 期限, 受付 unless another order is asked for; the document decides between equals. */
export const INBOX_ORDERS: Readonly<Record<InboxSort, Order>> = {
  default: {
    columns: ['integer', 'integer', 'day', 'instant', 'uuid'],
    by: sql`not i.overdue, not i.urgent, i.due, i.opened_at, i.document_id`,
    key: (row) => [row.overdue ? 1 : 0, row.urgent ? 1 : 0, dueOf(row), openedAt(row), row.documentId],
    after: ([overdue, urgent, due, opened, id]) =>
      sql`(not i.overdue, not i.urgent, i.due, i.opened_at, i.document_id) > (${overdue === 0}, ${urgent === 0}, ${due}::date, ${opened}::timestamptz, ${id}::uuid)`,
  },
  due: {
    columns: ['day', 'instant', 'uuid'],
    by: sql`i.due, i.opened_at, i.document_id`,
    key: (row) => [dueOf(row), openedAt(row), row.documentId],
    after: ([due, opened, id]) =>
      sql`(i.due, i.opened_at, i.document_id) > (${due}::date, ${opened}::timestamptz, ${id}::uuid)`,
  },
  arrived: {
    columns: ['instant', 'uuid'],
    by: sql`i.opened_at, i.document_id`,
    key: (row) => [openedAt(row), row.documentId],
    after: ([opened, id]) => sql`(i.opened_at, i.document_id) > (${opened}::timestamptz, ${id}::uuid)`,
  },
  amount: {
    columns: ['text', 'uuid'],
    by: sql`- coalesce(d.amount, 0)::numeric, i.document_id`,
    key: (row) => [String(row.amount ?? 0), row.documentId],
    after: ([amount, id]) =>
      sql`(- coalesce(d.amount, 0)::numeric, i.document_id) > (${-numberOf(amount)}::numeric, ${id}::uuid)`,
  },
};

/** A cursor that was made by somebody else may say anything. */
const numberOf = (text: string | number | null | undefined): number =>
  Number.isSafeInteger(Number(text)) ? Number(text) : 0;
