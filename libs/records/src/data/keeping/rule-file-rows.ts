import { Injectable } from '@nestjs/common';
import type { FiscalYear, LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { ChangedRules, ClassTerms, FileUnderRules } from '../../core/keeping/rule-change';
import type { StatutoryFloor } from '../../core/retention';
import { CLOSING_OF_CONTINUING } from '../terms-of-file';
import { concernedBy } from '../rules/concerned-files';

/** A file that a changed rule may concern. */
export interface RuleFileRow extends FileUnderRules {
  readonly id: string;
  readonly title: string;
  readonly sectionCode: string;
  readonly sectionName: string;
  readonly fiscalYear: FiscalYear;
  readonly volume: number;
  readonly startsOn: LocalDate | null;
  readonly expiresOn: LocalDate | null;
  readonly extendedTo: LocalDate | null;
  readonly eventOn: LocalDate | null;
  /** Of 継続簿冊. */
  readonly fileClosedOn: LocalDate | null;
  /** 継続簿冊 that takes documents: it has no end yet (CONT-1). */
  readonly isInUse: boolean;
  readonly isHeld: boolean;
  /** In a batch of disposal that is under way. */
  readonly inDisposal: boolean;
  readonly documents: number;
}

export interface NewFileTerms {
  readonly id: string;
  readonly retentionClass: string;
  readonly kept: ClassTerms | null;
  readonly floor: StatutoryFloor | null;
}

/** Columns of files `f`: by what each is kept apart from its class. */
export const SETTLED_FOR_IT = sql`
  case when f.kept_basis is not null
    then jsonb_build_object('basis', f.kept_basis, 'years', f.kept_years, 'label', f.kept_label) end as kept,
  case when f.statutory_years is not null then jsonb_build_object('years', f.statutory_years, 'law', f.statutory_law) end as floor`;

/** Files under rules that change, in the order of their ids. */
@Injectable()
export class RuleFileRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** At most `limit` behind `after` that the rules concern. */
  async page(
    rules: ChangedRules,
    { after, limit }: { readonly after: string | null; readonly limit: number },
  ): Promise<RuleFileRow[]> {
    const chosen = await this.uow.rows<{ id: string }>(sql`
      select f.id from records.record_file f
      where ${concernedBy(rules)} and (${after}::uuid is null or f.id > ${after}::uuid) order by f.id limit ${limit}`);
    return this.those(chosen.map(({ id }) => id));
  }

  /** Those of them that are still there; nobody else changes them until the unit ends. */
  async locked(ids: readonly string[]): Promise<RuleFileRow[]> {
    await this.uow.rows(sql`
      select from records.record_file where id = any(${ids}::uuid[]) order by id for no key update`);
    return this.those(ids);
  }

  private those(ids: readonly string[]): Promise<RuleFileRow[]> {
    return this.uow.rows<RuleFileRow>(sql`
      select f.id, f.title, f.class_code as "classCode", f.section_code as "sectionCode", f.section_name as "sectionName",
        f.fiscal_year as "fiscalYear", f.volume, f.retention_class as "retentionClass", f.starts_on as "startsOn",
        f.expires_on as "expiresOn", f.extended_to as "extendedTo", f.event_on as "eventOn", ${CLOSING_OF_CONTINUING} as "fileClosedOn",
        f.continuing and f.state = 'open' as "isInUse",
        ${SETTLED_FOR_IT},
        records.is_held(f.id, null, platform.today()) as "isHeld",
        exists (select from records.disposal_item i where i.file_id = f.id and i.state in ('open', 'agreed', 'approved')) as "inDisposal",
        (select count(*)::int from records.record r where r.file_id = f.id and r.state = 'held_in_file') as documents
      from records.record_file f where f.id = any(${ids}::uuid[]) and f.state in ('open', 'closed') order by f.id`);
  }

  async settle(files: readonly NewFileTerms[]): Promise<void> {
    const rows = files.map(({ id, retentionClass, kept, floor }) => ({ id, retentionClass, ...kept, ...lawOf(floor) }));
    await this.uow.change(sql`
      update records.record_file f set retention_class = n."retentionClass", kept_basis = n.basis, kept_years = n.years,
        kept_label = n.label, statutory_years = n."statutoryYears", statutory_law = n."statutoryLaw"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, "retentionClass" text, basis text, years int, label text,
        "statutoryYears" int, "statutoryLaw" text)
      where f.id = n.id`);
  }

  /** Of files whose dates are their own, because no electronic record lies in them. */
  async setDates(
    files: readonly {
      id: string;
      startsOn: LocalDate | null;
      expiresOn: LocalDate | null;
      reviewOn: LocalDate | null;
    }[],
  ): Promise<void> {
    await this.uow.change(sql`
      update records.record_file f set starts_on = n."startsOn", review_on = n."reviewOn",
        expires_on = case when n."expiresOn" is not null then greatest(n."expiresOn", f.extended_to) end
      from jsonb_to_recordset(${JSON.stringify(files)}::jsonb) as n(id uuid, "startsOn" date, "expiresOn" date, "reviewOn" date)
      where f.id = n.id`);
  }
}

const lawOf = (floor: StatutoryFloor | null) => ({
  statutoryYears: floor?.years ?? null,
  statutoryLaw: floor?.law ?? null,
});
