import { Injectable } from '@nestjs/common';
import { type Sql, UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import { type FileKey, spell } from '../core/filing';
import type { Retention, RetentionTerms } from '../core/retention';
import { termsOfFile } from './terms-of-file';

type RetentionDates = Pick<Retention, 'startsOn' | 'expiresOn' | 'reviewOn'>;

export interface NewFile extends FileKey {
  readonly id: string;
  readonly functionCode: string | null;
  readonly sectionName: string;
  readonly title: string;
  readonly retentionClass: string;
  readonly disclosureClass: string;
  readonly disposition: string;
  readonly statutoryYears: number | null;
  readonly statutoryLaw: string | null;
}

/** A file that takes documents, with the terms of its retention. */
export interface OpenFileRow extends FileKey, RetentionTerms {
  readonly id: string;
  readonly retentionClass: string;
}

/** Condition: the file takes documents of its year, or was closed by the end of it alone (YEAR-11). */
const takes = (file: Sql): Sql => sql`(${file}.state = 'open'
  or ${file}.state = 'closed' and not ${file}.continuing and ${file}.closed_on > make_date(${file}.fiscal_year + 1, 3, 30))`;

const OF_SAME_KEY = sql`(o.class_code, o.section_code, o.fiscal_year) = (f."classCode", f."sectionCode", f."fiscalYear")`;

/** 簿冊 as they take what was decided or closed: so as the office, for whoever decides need not see the files of the section. */
@Injectable()
export class RecordFileRows {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Opens those that are missing, as the next volume where what is there takes nothing any more. Whoever comes second waits for the first and finds the file there.
   * @param files sorted by `spell`, so that two units never wait for each other
   * @returns ids of the files that this unit opened
   */
  async open(files: readonly NewFile[], at: Date): Promise<ReadonlySet<string>> {
    const rows = await this.uow.rows<{ id: string }>(
      asOffice(sql`
      insert into records.record_file (id, class_code, function_code, section_code, section_name, fiscal_year, title,
        volume, retention_class, disclosure_class, disposition, adjustment_period, personal_data, statutory_years, statutory_law, opened_at)
      select f.id, f."classCode", f."functionCode", f."sectionCode", f."sectionName", f."fiscalYear", f.title,
        1 + coalesce((select max(o.volume) from records.record_file o where ${OF_SAME_KEY}), 0),
        f."retentionClass", f."disclosureClass", f.disposition, c.adjustment_period, c.personal_data,
        f."statutoryYears", f."statutoryLaw", ${at}
      from jsonb_to_recordset(${JSON.stringify(files)}::jsonb) as f(id uuid, "classCode" text, "functionCode" text,
        "sectionCode" text, "sectionName" text, "fiscalYear" int, title text, "retentionClass" text, "disclosureClass" text, disposition text,
        "statutoryYears" int, "statutoryLaw" text)
        join records.filing_class c on c.code = f."classCode"
      where not exists (select from records.record_file o where ${OF_SAME_KEY} and ${takes(sql`o`)})
      order by f."fiscalYear", f."classCode", f."sectionCode"
      on conflict (class_code, section_code, fiscal_year, volume) do nothing
      returning id`),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * The file that takes documents, by its spelled key: the newest open volume of the year; else 継続簿冊 of the class; else
   * the volume that the end of the year closed, for what was decided before and commits after it (YEAR-11).
   */
  async current(keys: readonly FileKey[]): Promise<ReadonlyMap<string, OpenFileRow>> {
    const rows = await this.uow.rows<OpenFileRow & { readonly keyYear: number }>(
      asOffice(sql`
      select k."fiscalYear" as "keyYear", f.id, f.class_code as "classCode", f.section_code as "sectionCode",
        f.fiscal_year as "fiscalYear",
        f.retention_class as "retentionClass", t.basis, t.label, t.years,
        case when f.statutory_years is not null then jsonb_build_object('years', f.statutory_years, 'law', f.statutory_law) end as floor
      from records.record_file f
        join ${termsOfFile()} on true
        join jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k("classCode" text, "sectionCode" text, "fiscalYear" int)
          on (k."classCode", k."sectionCode") = (f.class_code, f.section_code)
      where (f.fiscal_year = k."fiscalYear" and ${takes(sql`f`)})
        or (f.continuing and f.state = 'open' and f.fiscal_year < k."fiscalYear")
      order by (f.state = 'open'), (f.fiscal_year = k."fiscalYear"), f.fiscal_year, f.volume`),
    );
    return new Map(rows.map(({ keyYear, ...row }) => [spell({ ...row, fiscalYear: keyYear }), row]));
  }

  /**
   * Files whose dates already reach as far as all of these new records: nothing of them changes, so those who file need not
   * wait for each other, and nobody reads all records of a file for one more. The shared lock keeps out whoever settles the
   * dates anew from what is filed. @returns their ids
   */
  async covering(filed: readonly (RetentionDates & { readonly fileId: string })[]): Promise<ReadonlySet<string>> {
    const rows = await this.uow.rows<{ id: string }>(
      asOffice(sql`
      with filed as (
        select "fileId" as id, max("startsOn") as starts_on, max("expiresOn") as expires_on, min("reviewOn") as review_on,
          count(*) = count("startsOn") and count(*) = count("expiresOn") as known
        from jsonb_to_recordset(${JSON.stringify(filed)}::jsonb) as r("fileId" uuid, "startsOn" date, "expiresOn" date, "reviewOn" date)
        group by "fileId")
      select f.id from records.record_file f join filed n on n.id = f.id
      where (f.continuing and f.state = 'open' or n.known and f.starts_on >= n.starts_on and f.expires_on >= n.expires_on)
        and (n.review_on is null or f.review_on <= n.review_on)
      order by f.id for share of f`),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** RULE-11 A file that takes what is on paper is no longer electronic alone: handing over, lending and the register count it. */
  async takePaper(fileIds: readonly string[]): Promise<void> {
    await this.uow.change(
      asOffice(sql`
      update records.record_file f set medium = 'hybrid'
      from (
        select id from records.record_file where id = any(${fileIds}::uuid[]) and medium = 'electronic'
          and exists (select from records.record r where r.file_id = record_file.id and r.medium <> 'electronic')
        order by id for no key update) e
      where f.id = e.id`),
    );
  }

  /**
   * A file is kept until the last of its records may go; unknown as long as one of them is unknown (RULE-83, RULE-90), or while it is
   * 継続簿冊 in use (CONT-1).
   * The lock comes in a statement of its own: only the next one sees what the unit that held it has committed. It must not
   * be stronger, or two units that each filed a record (and so hold the key of the file) would wait for each other.
   * @param neverEarlier files whose paper may have a later day than their records (PAP-1): of these nobody meant an earlier one (RET-8)
   */
  async settleDates(fileIds: readonly string[], neverEarlier: readonly string[] = []): Promise<void> {
    await this.uow.rows(
      asOffice(sql`
      select from records.record_file where id = any(${fileIds}::uuid[]) order by id for no key update`),
    );
    await this.uow.change(
      asOffice(sql`
      update records.record_file f set starts_on = case when not (f.continuing and f.state = 'open') then r.starts_on end,
        expires_on = case when r.expires_on is not null and not (f.continuing and f.state = 'open') then greatest(r.expires_on, f.extended_to,
          case when f.medium <> 'electronic' and f.id = any(${neverEarlier}::uuid[]) then f.expires_on end) end,
        review_on = case when f.continuing and f.state = 'open' then coalesce(r.review_on, f.review_on) else r.review_on end
      from (
        select file_id, case when count(*) = count(starts_on) then max(starts_on) end as starts_on,
          case when count(*) = count(expires_on) then max(expires_on) end as expires_on, min(review_on) as review_on
        from records.record where file_id = any(${fileIds}::uuid[]) group by file_id) r
      where f.id = r.file_id`),
    );
  }
}
