import { addDays, localDate, startOfDay } from '@fubako/kernel';
import { type Sql, joinSql, sql } from '@fubako/platform/database';

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
