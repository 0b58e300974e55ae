import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import type { ChangedRules, FileUnderRules } from '../../core/keeping/rule-change';
import type { DayUnderTerms } from '../../core/keeping/rule-days';
import type { RetentionBasis } from '../../core/retention';
import { SETTLED_FOR_IT } from '../keeping/rule-file-rows';
import { CLOSING_OF_CONTINUING } from '../terms-of-file';
import { concernedBy } from './concerned-files';

/** Files that lie under the same rules, by a mark of 64 bits. */
export interface Lot extends FileUnderRules {
  readonly lot: string;
}

/** By what the files of a lot would be kept: the number of its terms, and which day they ask for. */
export interface LotTerms {
  readonly lot: string;
  readonly terms: number;
  readonly basis: RetentionBasis;
}

/** A day that occurs among what would be kept by these terms, once, with its mark. */
export interface OccurringDay extends DayUnderTerms {
  readonly mark: string;
  readonly terms: number;
}

/** Files of a lot in a section. */
export interface FileCounts {
  readonly lot: string;
  readonly sectionName: string;
  readonly files: number;
  readonly documents: number;
  /** In which something has one of the days that were marked. */
  readonly shorter: number;
  readonly held: number;
  /** Not held, but in a batch of disposal that is under way. */
  readonly inDisposal: number;
}

const LOT = sql`hash_record_extended(row(f.class_code, f.retention_class, f.kept_basis, f.kept_years, f.kept_label,
  f.statutory_years, f.statutory_law), 0)::text`;

/** What counts files that changed rules concern: a statement each, so that half a million of them need no more room than their different days. */
@Injectable()
export class RuleCountRows {
  constructor(private readonly uow: UnitOfWork) {}

  lots(rules: ChangedRules): Promise<Lot[]> {
    return this.uow.rows<Lot>(sql`
      select distinct ${LOT} as lot, f.class_code as "classCode", f.retention_class as "retentionClass", ${SETTLED_FOR_IT}
      from records.record_file f where ${concernedBy(rules)}`);
  }

  days(rules: ChangedRules, lots: readonly LotTerms[]): Promise<OccurringDay[]> {
    return this.uow.rows<OccurringDay>(sql`
      with lying as (${lying(rules, lots)})
      select distinct mark::text, terms, fiscal_year as "fiscalYear", day, expires_on as "expiresOn" from lying where has_dates`);
  }

  /** @param marked days of what would end earlier */
  counts(
    rules: ChangedRules,
    lots: readonly LotTerms[],
    { marked, today }: { readonly marked: readonly string[]; readonly today: LocalDate },
  ): Promise<FileCounts[]> {
    return this.uow.rows<FileCounts>(sql`
      with lying as (${lying(rules, lots)}),
      held as (
        select coalesce(t.file_id, r.file_id) as id
        from records.hold h join records.hold_target t on t.hold_id = h.id left join records.record r on r.document_id = t.document_id
        where h.released_at is null and (h.ends_on is null or h.ends_on >= ${today})),
      concerned as (
        select id, count(document_id) as documents, bool_or(has_dates and mark in (select unnest(${marked}::bigint[]))) as shorter,
          id in (select id from held) is true as held,
          id in (select file_id from records.disposal_item where state in ('open', 'agreed', 'approved')) as listed
        from lying group by id)
      select ${LOT} as lot, f.section_name as "sectionName",
        count(*)::int as files, sum(c.documents)::int as documents, count(*) filter (where c.shorter)::int as shorter,
        count(*) filter (where c.held)::int as held, count(*) filter (where c.listed and not c.held)::int as "inDisposal"
      from concerned c join records.record_file f on f.id = c.id
      group by 1, f.section_code, f.section_name order by f.section_code, f.section_name`);
  }
}

/** Files with their electronic records, or by themselves where none lies in them, and the day that their terms ask for. */
const lying = (rules: ChangedRules, lots: readonly LotTerms[]): Sql => sql`
  select y.*, hash_record_extended(row(y.terms, y.fiscal_year, y.day, y.expires_on), 0) as mark
  from (
    select f.id, r.document_id, l.terms, greatest(f.fiscal_year, extract(year from x.closed_on - interval '3 months')::int) as fiscal_year, r.document_id is not null or f.starts_on is not null as has_dates,
      case l.basis when 'closed' then greatest(r.closed_on, x.closed_on) when 'created' then greatest(r.decided_on, x.closed_on)
        when 'event' then case when e.event_on is not null then greatest(e.event_on, x.closed_on) end end as day,
      case when r.document_id is null then f.expires_on when r.expires_on is not null then greatest(r.expires_on, f.extended_to) end as expires_on
    from records.record_file f
      join jsonb_to_recordset(${JSON.stringify(lots)}::jsonb) as l(lot text, terms int, basis text) on l.lot = ${LOT}
      left join records.record r on r.file_id = f.id and r.state = 'held_in_file'
      cross join lateral (select ${CLOSING_OF_CONTINUING} as closed_on) x
      cross join lateral (select case when r.document_id is null then f.event_on else r.event_on end as event_on) e
    where ${concernedBy(rules)}) y`;
