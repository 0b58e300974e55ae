import { Injectable } from '@nestjs/common';
import type { FiscalYear } from '@fubako/kernel';
import { type Sql, UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import { CLOSING_OF_CONTINUING, LABEL_OF_FILE } from '../terms-of-file';

export interface HandoverRow {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  readonly sectionCode: string;
  readonly sectionName: string;
  readonly proposedAt: Date;
  readonly proposedByName: string;
  readonly receivedAt: Date | null;
  readonly receivedByName: string | null;
  readonly withdrawnAt: Date | null;
  readonly files: number;
}

export interface HandedFile {
  readonly fileId: string;
  readonly title: string;
  readonly classCode: string;
  readonly fiscalYear: FiscalYear;
  readonly volume: number;
  readonly medium: string;
  readonly retentionLabel: string;
  readonly expiresOn: string | null;
  readonly placeCode: string | null;
  readonly returnedAt: Date | null;
  readonly returnReason: string | null;
  /** Of the file: `open`, `closed`, `transferred`, `disposed` */
  readonly state: string;
  readonly takenOffReason: string | null;
}

interface NewHandover {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  readonly section: { readonly code: string; readonly name: string };
  readonly fileIds: readonly string[];
}

const HEAD = sql`h.id, h.fiscal_year as "fiscalYear", h.section_code as "sectionCode", h.section_name as "sectionName",
  h.proposed_at as "proposedAt", h.proposed_by_name as "proposedByName", h.received_at as "receivedAt",
  h.received_by_name as "receivedByName", h.withdrawn_at as "withdrawnAt",
  (select count(*)::int from records.handover_file x where x.handover_id = h.id and x.taken_off_at is null) as files`;

/** The last year that the file gathered: of 継続簿冊 that in which it was closed. */
const LAST_YEAR = sql`coalesce(extract(year from ${CLOSING_OF_CONTINUING} - interval '3 months')::int, f.fiscal_year)`;

/** 引継ぎ */
@Injectable()
export class HandoverRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Closed files of paper of a year that lie in the office and are on no list that waits (HAND-1). */
  candidates(section: string, year: FiscalYear): Promise<HandedFile[]> {
    return this.uow.rows<HandedFile>(sql`
      select f.id as "fileId", f.title, f.class_code as "classCode", f.fiscal_year as "fiscalYear", f.volume, f.medium,
        ${LABEL_OF_FILE} as "retentionLabel", f.expires_on as "expiresOn", null as "placeCode", null as "returnedAt", null as "returnReason",
        f.state, null as "takenOffReason"
      from records.record_file f join records.retention_class t on t.code = f.retention_class
      where f.section_code = ${section} and ${LAST_YEAR} <= ${year}::int and f.state = 'closed' and f.custody = 'office'
        and f.medium in ('paper', 'hybrid')
        and not exists (select from records.handover_file x join records.handover h on h.id = x.handover_id
          where x.file_id = f.id and x.taken_off_at is null and h.received_at is null and h.withdrawn_at is null)
      order by f.fiscal_year, f.class_code, f.volume`);
  }

  async add(
    { id, fiscalYear, section, fileIds }: NewHandover,
    { by, name, at }: { by: string; name: string; at: Date },
  ): Promise<void> {
    await this.uow.change(sql`
      insert into records.handover (id, fiscal_year, section_code, section_name, proposed_at, proposed_by, proposed_by_name)
      values (${id}, ${fiscalYear}, ${section.code}, ${section.name}, ${at}, ${by}, ${name})`);
    await this.uow.change(sql`
      insert into records.handover_file (handover_id, file_id) select ${id}, f from unnest(${fileIds}::uuid[]) as f`);
  }

  /** Locked until the unit ends. */
  async lock(id: string): Promise<HandoverRow | null> {
    await this.uow.rows(sql`select from records.handover where id = ${id} for update`);
    return this.find(id);
  }

  find(id: string): Promise<HandoverRow | null> {
    return this.uow.maybe<HandoverRow>(sql`select ${HEAD} from records.handover h where h.id = ${id}`);
  }

  list(condition: Sql, limit: number): Promise<HandoverRow[]> {
    return this.uow.rows<HandoverRow>(sql`
      select ${HEAD} from records.handover h where ${condition} order by h.proposed_at desc, h.id limit ${limit}`);
  }

  /** As the office: a list is whole for whoever gives or takes it, also when a file has gone to another section since. */
  filesOf(id: string): Promise<HandedFile[]> {
    return this.uow.rows<HandedFile>(
      asOffice(sql`
      select f.id as "fileId", f.title, f.class_code as "classCode", f.fiscal_year as "fiscalYear", f.volume, f.medium,
        ${LABEL_OF_FILE} as "retentionLabel", f.expires_on as "expiresOn", x.place_code as "placeCode", x.returned_at as "returnedAt",
        x.return_reason as "returnReason", f.state, x.taken_off_reason as "takenOffReason"
      from records.handover_file x join records.record_file f on f.id = x.file_id
        join records.retention_class t on t.code = f.retention_class
      where x.handover_id = ${id} order by f.fiscal_year, f.class_code, f.volume`),
    );
  }

  /** The files lie in the stacks from now on. */
  async receive(
    id: string,
    places: readonly { fileId: string; placeCode: string }[],
    { by, name, at }: { by: string; name: string; at: Date },
  ): Promise<void> {
    await this.uow.change(sql`
      update records.handover_file x set place_code = p."placeCode"
      from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p("fileId" uuid, "placeCode" text)
      where x.handover_id = ${id} and x.file_id = p."fileId"`);
    await this.uow.change(sql`
      update records.record_file f set custody = 'stack'
      from records.handover_file x where x.handover_id = ${id} and x.file_id = f.id and x.taken_off_at is null`);
    await this.uow.change(sql`
      update records.handover set received_at = ${at}, received_by = ${by}, received_by_name = ${name} where id = ${id}`);
  }

  /** @returns false when the file is not on the list, or no more */
  async takeOff(
    id: string,
    fileId: string,
    { by, reason, at }: { by: string; reason: string; at: Date },
  ): Promise<boolean> {
    const taken = await this.uow.change(sql`
      update records.handover_file set taken_off_at = ${at}, taken_off_by = ${by}, taken_off_reason = ${reason}
      where handover_id = ${id} and file_id = ${fileId} and taken_off_at is null`);
    return taken === 1;
  }

  async withdraw(id: string, at: Date): Promise<void> {
    await this.uow.change(sql`update records.handover set withdrawn_at = ${at} where id = ${id}`);
  }

  /** 返還 to the office. */
  async giveBack(fileId: string, { by, reason, at }: { by: string; reason: string; at: Date }): Promise<void> {
    await this.uow.change(sql`update records.record_file set custody = 'office' where id = ${fileId}`);
    await this.uow.change(sql`
      update records.handover_file x set returned_at = ${at}, returned_by = ${by}, return_reason = ${reason}
      where x.file_id = ${fileId} and x.returned_at is null
        and exists (select from records.handover h where h.id = x.handover_id and h.received_at is not null)`);
  }
}
