import { type LocalDate, addDays } from '@fubako/kernel';
import { type Sql, joinSql, sql } from '@fubako/platform/database';
import { SOON_DAYS } from '../core/replies';

export const RECEIPT_VIEWS = [
  'unfinished',
  'arrived',
  'circulating',
  'asked',
  'due_soon',
  'overdue',
  'ended',
  'all',
] as const;
export type ReceiptListView = (typeof RECEIPT_VIEWS)[number];

const RUNNING = sql`exists (select from intake.circulation c where c.subject_kind = 'receipt' and c.subject_id = r.id
  and c.mode = 'reading' and c.completed_at is null and c.stopped_at is null)`;
const ASKED = sql`exists (select from intake.circulation c join intake.reader m on m.circulation_id = c.id
  where c.subject_kind = 'receipt' and c.subject_id = r.id and m.asks_for_draft)`;
/** A reply is still owed. */
const OWED = sql`r.reply_due_on is not null and r.replied_at is null and (r.ending is null or r.ending = 'drafted')`;

/** Columns of `ReceiptListRow`, from `intake.receipt r join intake.receipt_kind k`. */
export const LIST_COLUMNS = sql`r.*, k.name as kind_name,
  (select count(*) from intake.attachment a where a.receipt_id = r.id and a.removed_at is null) as attachment_count,
  (r.ending is null and ${ASKED}) as draft_asked, ${RUNNING} as circulating,
  coalesce((select jsonb_build_object('required', count(*), 'read', count(m.read_at))
    from intake.circulation c join intake.reader m on m.circulation_id = c.id
    where c.subject_kind = 'receipt' and c.subject_id = r.id and c.mode = 'reading' and c.completed_at is null
      and c.stopped_at is null and m.required), '{}') as marks`;

/** Which receipts a view shows on a day. */
export function viewCondition(view: ReceiptListView, today: LocalDate): Sql {
  const conditions: Record<ReceiptListView, Sql> = {
    unfinished: sql`r.ending is null`,
    arrived: sql`r.ending is null and r.received_at is null`,
    circulating: sql`r.ending is null and ${RUNNING}`,
    asked: sql`r.ending is null and ${ASKED}`,
    due_soon: sql`${OWED} and r.reply_due_on between ${today} and ${addDays(today, SOON_DAYS)}`,
    overdue: sql`${OWED} and r.reply_due_on < ${today}`,
    ended: sql`r.ending is not null`,
    all: sql`true`,
  };
  return sql`(${conditions[view]})`;
}

/**
 * The ledger of a section (収受簿) shows what it has or had; work lists only what it has now.
 * @param sections null: wherever it is
 */
export function sectionCondition(view: ReceiptListView, sections: readonly string[] | null): Sql {
  if (sections === null) return sql`true`;
  if (view !== 'all' && view !== 'ended') return sql`r.section_code = any(${sections})`;
  return sql`exists (select from intake.held h where h.receipt_id = r.id and h.section_code = any(${sections}))`;
}

/** Every word stands in number, subject, sender or the sender's number; widths and case make no difference. */
export function searchCondition(q: string | undefined): Sql {
  const words = (q ?? '').normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean).slice(0, 10);
  const text = sql`lower(normalize(concat_ws(' ', r.receipt_number, r.subject, r.sender, r.sender_number), nfkc))`;
  return joinSql(
    words.map((word) => sql`strpos(${text}, ${word}) > 0`),
    ' and ',
    sql`true`,
  );
}
