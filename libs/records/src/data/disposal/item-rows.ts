import { Injectable } from '@nestjs/common';
import type { FiscalYear, LocalDate } from '@fubako/kernel';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import type { Disposition, Measure } from '../../core/disposal/measure';
import { LABEL_OF_FILE } from '../terms-of-file';

export type ItemState = 'open' | 'agreed' | 'approved' | 'left_out' | 'refused' | 'executed';

/** Why an item was left out, or ended otherwise than it was meant to. */
export interface ItemOutcome {
  readonly code: string;
  readonly until?: string | null;
  readonly caseNo?: string | null;
  readonly ground?: string;
  readonly reason?: string;
}

/** 簿冊 in a batch, with what its file says. */
export interface ItemRow {
  readonly id: string;
  readonly batchId: string;
  readonly fileId: string;
  readonly state: ItemState;
  readonly expiresOn: LocalDate;
  readonly proposal: Measure | null;
  readonly mustExtend: boolean;
  readonly measure: Measure | null;
  readonly reason: string | null;
  readonly extendYears: number | null;
  readonly archivesWish: string | null;
  readonly important: boolean;
  readonly documentCount: number;
  readonly contentsDigest: Buffer | null;
  readonly outcome: ItemOutcome | null;
  readonly title: string;
  readonly classCode: string;
  readonly className: string;
  readonly sectionCode: string;
  readonly sectionName: string;
  readonly fiscalYear: FiscalYear;
  readonly volume: number;
  /** `electronic`, `paper`, `hybrid` */
  readonly medium: string;
  /** 点数 of paper. */
  readonly pieces: number;
  readonly retentionLabel: string;
  readonly disposition: Disposition;
  /** The law that its period follows. */
  readonly statutoryLaw: string | null;
  readonly startsOn: LocalDate | null;
  /** Documents and registered papers that lie in it now. */
  readonly documentsNow: number;
}

export interface NewItem {
  readonly id: string;
  readonly batchId: string;
  readonly fileId: string;
  readonly expiresOn: LocalDate;
  readonly proposal: Measure | null;
  readonly mustExtend: boolean;
}

export interface ItemChoice {
  readonly itemId: string;
  readonly measure: Measure;
  readonly reason: string | null;
  readonly extendYears: number | null;
}

const COLUMNS = sql`i.id, i.batch_id as "batchId", i.file_id as "fileId", i.state, i.expires_on as "expiresOn", i.proposal,
  i.must_extend as "mustExtend", i.measure, i.reason, i.extend_years as "extendYears", i.archives_wish as "archivesWish", i.important,
  i.document_count as "documentCount", i.contents_digest as "contentsDigest", i.outcome, f.title, f.class_code as "classCode",
  c.name as "className", f.section_code as "sectionCode", f.section_name as "sectionName", f.fiscal_year as "fiscalYear", f.volume,
  ${LABEL_OF_FILE} as "retentionLabel", f.disposition, f.statutory_law as "statutoryLaw", f.starts_on as "startsOn",
  f.medium, case when f.medium = 'electronic' then 0
    when not exists (select from records.paper_record q where q.file_id = f.id) then 1
    else (select count(*)::int from records.paper_record q where q.file_id = f.id
      and not exists (select from records.scan_substitute s where s.paper_record_id = q.id and s.destroyed_at is not null)) end as pieces,
  greatest((select count(*)::int from records.record d where d.file_id = f.id)
    + (select count(*)::int from records.paper_record p where p.file_id = f.id), case when f.medium = 'paper' then 1 else 0 end) as "documentsNow"`;
const FROM = sql`records.disposal_item i join records.record_file f on f.id = i.file_id
  join records.filing_class c on c.code = f.class_code join records.retention_class t on t.code = f.retention_class`;

@Injectable()
export class ItemRows {
  constructor(private readonly uow: UnitOfWork) {}

  async add({ id, batchId, fileId, expiresOn, proposal, mustExtend }: ItemRow): Promise<void> {
    await this.uow.change(sql`
      insert into records.disposal_item (id, batch_id, file_id, expires_on, proposal, must_extend)
      values (${id}, ${batchId}, ${fileId}, ${expiresOn}, ${proposal}, ${mustExtend})`);
  }

  /** In the order of the filing plan. As the office: a batch is whole for whoever has to do with it. */
  of(batchId: string): Promise<ItemRow[]> {
    return this.uow.rows<ItemRow>(
      asOffice(sql`
      select ${COLUMNS} from ${FROM} where i.batch_id = ${batchId} order by f.class_code collate "C", f.fiscal_year, f.volume, i.id`),
    );
  }

  /** Bytes of what is attached to the documents of each file of a batch, and of the scans that stand for paper. As the office, like its count. */
  async bytesOf(batchId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.uow.rows<{ fileId: string; bytes: number }>(
      asOffice(sql`
      select i.file_id as "fileId", (
        (select coalesce(sum(a.bytes), 0) from records.record r join documents.attachment a on a.document_id = r.document_id
          where r.file_id = i.file_id and a.removed_at is null)
        + (select coalesce(sum(s.bytes), 0) from records.paper_record p join records.scan_substitute s on s.paper_record_id = p.id
          where p.file_id = i.file_id))::bigint as bytes
      from records.disposal_item i where i.batch_id = ${batchId}`),
    );
    return new Map(rows.map(({ fileId, bytes }) => [fileId, bytes]));
  }

  find(id: string): Promise<ItemRow | null> {
    return this.uow.maybe<ItemRow>(asOffice(sql`select ${COLUMNS} from ${FROM} where i.id = ${id}`));
  }

  /** Locks one item, so that it ends once. */
  async lock(id: string): Promise<ItemRow | null> {
    await this.uow.rows(sql`select from records.disposal_item where id = ${id} for update`);
    return this.find(id);
  }

  async insert(items: readonly NewItem[]): Promise<void> {
    await this.uow.change(sql`
      insert into records.disposal_item (id, batch_id, file_id, expires_on, proposal, must_extend)
      select i.id, i."batchId", i."fileId", i."expiresOn", i.proposal, i."mustExtend"
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
        as i(id uuid, "batchId" uuid, "fileId" uuid, "expiresOn" date, proposal text, "mustExtend" boolean)
      on conflict (file_id) where state in ('open', 'agreed', 'approved') do nothing`);
  }

  async choose(batchId: string, choices: readonly ItemChoice[]): Promise<void> {
    await this.uow.change(sql`
      update records.disposal_item i set measure = c.measure, reason = c.reason, extend_years = c."extendYears"
      from jsonb_to_recordset(${JSON.stringify(choices)}::jsonb) as c("itemId" uuid, measure text, reason text, "extendYears" int)
      where i.id = c."itemId" and i.batch_id = ${batchId} and i.state in ('open', 'agreed')`);
  }

  /** What the section agrees to: these contents, no others. */
  async agree(
    items: readonly { id: string; digest: string; documentCount: number; important: boolean }[],
  ): Promise<void> {
    await this.uow.change(sql`
      update records.disposal_item i set state = 'agreed', contents_digest = decode(a.digest, 'hex'), document_count = a."documentCount",
        important = a.important
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as a(id uuid, digest text, "documentCount" int, important boolean)
      where i.id = a.id and i.state in ('open', 'agreed')`);
  }

  async reopen(batchId: string): Promise<void> {
    await this.uow.change(
      sql`update records.disposal_item set state = 'open' where batch_id = ${batchId} and state = 'agreed'`,
    );
  }

  async wish(batchId: string, wishes: readonly { itemId: string; reason: string }[]): Promise<void> {
    await this.uow.change(sql`
      update records.disposal_item i set archives_wish = w.reason
      from jsonb_to_recordset(${JSON.stringify(wishes)}::jsonb) as w("itemId" uuid, reason text)
      where i.id = w."itemId" and i.batch_id = ${batchId} and i.state = 'agreed'`);
  }

  async approve(batchId: string): Promise<void> {
    await this.uow.change(
      sql`update records.disposal_item set state = 'approved' where batch_id = ${batchId} and state = 'agreed'`,
    );
  }

  /** Ends items. @param at of the unit */
  async end(
    ends: readonly { id: string; state: 'left_out' | 'refused' | 'executed'; outcome: ItemOutcome | null }[],
    at: Date,
  ): Promise<void> {
    if (ends.length === 0) return;
    await this.uow.change(sql`
      update records.disposal_item i set state = e.state, outcome = e.outcome, ended_at = ${at}
      from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) as e(id uuid, state text, outcome jsonb) where i.id = e.id`);
  }
}
