import type { LocalDate } from '@fubako/kernel';
import { type Sql, sql } from '@fubako/platform/database';
import type { CursorColumn, CursorKey } from '@fubako/platform/http';
import type { InboxRow } from './inbox.row';

export const INBOX_SORTS = ['default', 'due', 'arrived', 'amount'] as const;
export type InboxSort = (typeof INBOX_SORTS)[number];

/** A stretch of the list that stands in one order. */
export interface InboxPart {
  readonly condition: Sql;
  readonly by: Sql;
}

interface Order {
  readonly columns: readonly CursorColumn[];
  readonly by: Sql;
  readonly key: (row: InboxRow) => CursorKey;
  readonly after: (key: CursorKey) => Sql;
  /** The list in stretches, one after the other, each in an order that an index may have. */
  readonly parts: (today: LocalDate) => readonly [InboxPart, ...InboxPart[]];
}

/** A list of one stretch. */
function inOne(by: Sql): Pick<Order, 'by' | 'parts'> {
  return { by, parts: () => [{ condition: sql`true`, by }] };
}

const BY_DUE = sql`i.due, i.opened_at, i.document_id`;
/** As the index of open seats is ordered. */
const URGENT_FIRST = sql`i.urgent desc, ${BY_DUE}`;

const dueOf = (row: InboxRow) => row.dueOn ?? 'infinity';
const openedAt = (row: InboxRow) => row.openedAt.toISOString();

/** INBOX-1 超過, 至急, 期限, 受付 unless another order is asked for; the document decides between equals. */
export const INBOX_ORDERS: Readonly<Record<InboxSort, Order>> = {
  default: {
    columns: ['integer', 'integer', 'day', 'instant', 'uuid'],
    by: sql`not i.overdue, not i.urgent, ${BY_DUE}`,
    parts: (today) => [
      { condition: sql`i.due < ${today}`, by: URGENT_FIRST },
      { condition: sql`i.due >= ${today}`, by: URGENT_FIRST },
    ],
    key: (row) => [row.overdue ? 1 : 0, row.urgent ? 1 : 0, dueOf(row), openedAt(row), row.documentId],
    after: ([overdue, urgent, due, opened, id]) =>
      sql`(not i.overdue, not i.urgent, i.due, i.opened_at, i.document_id) > (${overdue === 0}, ${urgent === 0}, ${due}::date, ${opened}::timestamptz, ${id}::uuid)`,
  },
  due: {
    columns: ['day', 'instant', 'uuid'],
    ...inOne(BY_DUE),
    key: (row) => [dueOf(row), openedAt(row), row.documentId],
    after: ([due, opened, id]) =>
      sql`(i.due, i.opened_at, i.document_id) > (${due}::date, ${opened}::timestamptz, ${id}::uuid)`,
  },
  arrived: {
    columns: ['instant', 'uuid'],
    ...inOne(sql`i.opened_at, i.document_id`),
    key: (row) => [openedAt(row), row.documentId],
    after: ([opened, id]) => sql`(i.opened_at, i.document_id) > (${opened}::timestamptz, ${id}::uuid)`,
  },
  amount: {
    columns: ['text', 'uuid'],
    ...inOne(sql`- coalesce(d.amount, 0)::numeric, i.document_id`),
    key: (row) => [String(row.amount ?? 0), row.documentId],
    after: ([amount, id]) =>
      sql`(- coalesce(d.amount, 0)::numeric, i.document_id) > (${-numberOf(amount)}::numeric, ${id}::uuid)`,
  },
};

/** A cursor that was made by somebody else may say anything. */
const numberOf = (text: string | number | null | undefined): number =>
  Number.isSafeInteger(Number(text)) ? Number(text) : 0;
