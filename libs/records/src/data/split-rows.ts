import { Injectable } from '@nestjs/common';
import { type LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';

export interface Split {
  readonly from: string;
  /** Id of the new volume. */
  readonly to: string;
  readonly documentIds: readonly string[];
  /** Null: that of the old one. */
  readonly title: string | null;
}

/** 分冊 */
@Injectable()
export class SplitRows {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * A new volume beside the old one, with its terms, and the documents in it; paper stays where it is, but for what belongs to them. It takes no others by itself: what is decided
   * next still goes to the old one. @returns how many documents have moved, and how many are left
   */
  async split(
    { from, to, documentIds, title }: Split,
    at: Date,
    on: LocalDate,
  ): Promise<{ moved: number; left: number }> {
    // What waits to follow a changed rule waits in both (FIL-8): in one statement, for the register remembers the volume by its rule.
    await this.uow.change(sql`
      with volume as (
      insert into records.record_file (id, class_code, function_code, section_code, section_name, fiscal_year, volume, title, retention_class,
        state, disclosure_class, disposition, starts_on, expires_on, opened_at, closed_on, custody, medium, continuing, event_on,
        review_on, permanent_ground, extended_to, extension_count, statutory_years, statutory_law, kept_basis, kept_years, kept_label,
        adjustment_period, personal_data, secret)
      select ${to}::uuid, f.class_code, f.function_code, f.section_code, f.section_name, f.fiscal_year,
        (select max(o.volume) + 1 from records.record_file o
         where (o.class_code, o.section_code, o.fiscal_year) = (f.class_code, f.section_code, f.fiscal_year)),
        coalesce(${title}, f.title), f.retention_class, 'closed', f.disclosure_class, f.disposition, f.starts_on, f.expires_on,
        ${at}::timestamptz, coalesce(f.closed_on, ${on}), f.custody,
        case when exists (select from records.record r where r.file_id = f.id and r.document_id = any(${documentIds}::uuid[]) and r.medium <> 'electronic')
          then 'hybrid' else 'electronic' end, f.continuing, f.event_on,
        f.review_on, f.permanent_ground, f.extended_to, f.extension_count, f.statutory_years, f.statutory_law, f.kept_basis, f.kept_years,
        f.kept_label, f.adjustment_period, f.personal_data, f.secret
      from records.record_file f where f.id = ${from} returning id)
      insert into records.rule_change_file (change_id, file_id, from_on)
      select w.change_id, v.id, w.from_on from records.rule_change_file w, volume v where w.file_id = ${from} and w.outcome is null`);
    const moved = await this.uow.change(sql`
      update records.record set file_id = ${to} where file_id = ${from} and document_id = any(${documentIds}::uuid[])`);
    const { left } = await this.uow.one<{ left: number }>(sql`
      select count(*)::int as left from records.record where file_id = ${from}`);
    return { moved, left };
  }
}
