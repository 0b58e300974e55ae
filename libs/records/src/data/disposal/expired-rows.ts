import { Injectable } from '@nestjs/common';
import type { FiscalYear, LocalDate } from '@fubako/kernel';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import type { Disposition } from '../../core/disposal/measure';
import type { FileFacts, PaperFacts, RecordFacts } from '../../core/disposal/obstacle';

export interface ExpiredFile {
  readonly fileId: string;
  readonly sectionCode: string;
  readonly sectionName: string;
  readonly expiresOn: LocalDate;
  readonly disposition: Disposition;
  /** How it ended the last time it was listed with this expiry; null: it never was. */
  readonly lastEnd: string | null;
}

interface FactsRow extends Omit<FileFacts, 'documents' | 'papers'> {
  readonly id: string;
  readonly documents: readonly RecordFacts[] | null;
  readonly papers: readonly PaperFacts[] | null;
}

/** Files whose period is over, and everything that is known of what lies in them: so as the office, whoever asks for their end. */
@Injectable()
export class ExpiredRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Expired before `today` and in no batch under way, by section; at most `limit` behind `after`. */
  due(today: LocalDate, after: string | null, limit: number): Promise<ExpiredFile[]> {
    return this.uow.rows<ExpiredFile>(sql`
      select f.id as "fileId", f.section_code as "sectionCode", f.section_name as "sectionName", f.expires_on as "expiresOn", f.disposition,
        (select i.state from records.disposal_item i where i.file_id = f.id and i.expires_on = f.expires_on
          order by i.ended_at desc nulls first limit 1) as "lastEnd"
      from records.record_file f
      where f.state in ('open', 'closed') and f.expires_on < ${today} and (${after}::uuid is null or f.id > ${after}::uuid)
        and not exists (select from records.disposal_item i where i.file_id = f.id and i.state in ('open', 'agreed', 'approved'))
      order by f.id limit ${limit}`);
  }

  /** By file; what does not exist is left out. */
  async facts(fileIds: readonly string[]): Promise<ReadonlyMap<string, FileFacts>> {
    const rows = await this.uow.rows<FactsRow>(
      asOffice(sql`
      select f.id, f.state, f.expires_on as "expiresOn", f.retention_class as "retentionClass",
        case when f.kept_basis is null then c.years else f.kept_years end as years, f.fiscal_year as "fiscalYear",
        f.continuing, f.medium, d.documents, p.papers,
        exists (select from records.loan l where l.file_id = f.id and l.lent_at is not null and l.returned_at is null) as lent
      from records.record_file f join records.retention_class c on c.code = f.retention_class
        left join lateral (
          select jsonb_agg(jsonb_build_object('documentId', r.document_id, 'state', r.state, 'retentionClass', r.retention_class,
            'decidedOn', r.decided_on, 'provisional', r.provisional, 'expiresOn', r.expires_on) order by r.document_id) as documents
          from records.record r where r.file_id = f.id) d on true
        left join lateral (
          select jsonb_agg(jsonb_build_object('paperId', x.id, 'documentedOn', x.documented_on) order by x.id) as papers
          from records.paper_record x where x.file_id = f.id) p on true
      where f.id = any(${fileIds}::uuid[])`),
    );
    return new Map(
      rows.map(({ id, documents, papers, ...file }) => [
        id,
        { ...file, documents: documents ?? [], papers: papers ?? [] },
      ]),
    );
  }

  /** Files on which, or on a document of which, a hold was placed after `since`, whether it still lasts or not. */
  async heldSince(fileIds: readonly string[], since: Date): Promise<ReadonlySet<string>> {
    const rows = await this.uow.rows<{ id: string }>(sql`
      select distinct coalesce(t.file_id, r.file_id) as id
      from records.hold h join records.hold_target t on t.hold_id = h.id left join records.record r on r.document_id = t.document_id
      where h.placed_at > ${since} and coalesce(t.file_id, r.file_id) = any(${fileIds}::uuid[])`);
    return new Set(rows.map(({ id }) => id));
  }

  /** Who placed these holds, by hold. */
  async holdersOf(holdIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.uow.rows<{ id: string; name: string }>(
      sql`select id, placed_by_name as name from records.hold where id = any(${holdIds}::uuid[])`,
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The record and its file are gone for the archive: rows stay as what is known of them. */
  async endFile(fileId: string, state: 'disposed' | 'transferred'): Promise<void> {
    await this.uow.change(
      sql`update records.record set state = ${state} where file_id = ${fileId} and state = 'held_in_file'`,
    );
    await this.uow.change(asOffice(sql`update records.record_file set state = ${state} where id = ${fileId}`));
    await this.leavePlace(fileId);
  }

  /** What was destroyed or handed over lies here no more; where it has lain stays known. */
  private async leavePlace(fileId: string): Promise<void> {
    await this.uow.change(
      asOffice(
        sql`update records.file_place set until = ${await this.uow.now()} where file_id = ${fileId} and until is null`,
      ),
    );
  }

  /** Scans that stood for paper of the file stand for nothing any more. @returns digests of what they were */
  async releaseScans(fileId: string): Promise<string[]> {
    const rows = await this.uow.rows<{ sha256: string }>(
      asOffice(sql`
      update records.scan_substitute s set object_sha256 = null from records.paper_record p
      where p.id = s.paper_record_id and p.file_id = ${fileId} and s.object_sha256 is not null returning s.sha256`),
    );
    return rows.map(({ sha256 }) => sha256);
  }

  /** Documents destroyed in fiscal years, for the guard of the volume. */
  async destroyedIn(fiscalYear: FiscalYear): Promise<number> {
    const { n } = await this.uow.one<{ n: number }>(sql`
      select coalesce(sum(document_count), 0)::int as n from records.disposal_entry
      where kind = 'destroyed' and executed_at >= make_timestamptz(${fiscalYear}::int, 4, 1, 0, 0, 0, 'Asia/Tokyo')
        and executed_at < make_timestamptz(${fiscalYear}::int + 1, 4, 1, 0, 0, 0, 'Asia/Tokyo')`);
    return n;
  }
}
