import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';

export interface EntryFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

export interface EntryDocument {
  readonly documentId: string;
  readonly number: string | null;
  readonly title: string;
  readonly decidedOn: LocalDate;
  readonly contentDigest: string | null;
  readonly files: readonly EntryFile[];
}

/** 紙の記録 that went with the file. */
export interface EntryPaper {
  readonly number: string | null;
  readonly title: string;
  readonly documentedOn: LocalDate;
  readonly pages: number;
  /** Where in the file it lay; absent in old entries. */
  readonly location?: string | null;
  /** SHA-256 of scans that stood for it; absent where there was none. */
  readonly scans?: readonly string[];
}

/** A line of 廃棄簿 or 移管簿. */
export interface EntryRow {
  readonly id: string;
  readonly itemId: string;
  readonly batchId: string;
  readonly kind: 'destroyed' | 'transferred';
  readonly fileId: string;
  readonly title: string;
  readonly classCode: string;
  readonly className: string;
  readonly sectionName: string;
  readonly fiscalYear: number;
  readonly volume: number;
  readonly retentionLabel: string;
  readonly startsOn: LocalDate | null;
  readonly expiresOn: LocalDate;
  readonly documentCount: number;
  readonly decisionId: string;
  readonly decisionNumber: string | null;
  readonly decidedByName: string;
  readonly decidedAt: Date;
  readonly executedBy: string;
  readonly executedName: string;
  readonly executedAt: Date;
  readonly papers: readonly EntryPaper[];
  /** Whether electronic documents went with it. */
  readonly isElectronic: boolean;
}

const COLUMNS = sql`id, item_id as "itemId", batch_id as "batchId", kind, file_id as "fileId", title, class_code as "classCode",
  class_name as "className", section_name as "sectionName", fiscal_year as "fiscalYear", volume, retention_label as "retentionLabel",
  starts_on as "startsOn", expires_on as "expiresOn", document_count as "documentCount", decision_id as "decisionId",
  decision_number as "decisionNumber", decided_by_name as "decidedByName", decided_at as "decidedAt", executed_by as "executedBy",
  executed_name as "executedName", executed_at as "executedAt", papers,
  exists (select from records.disposal_entry_document d where d.entry_id = disposal_entry.id) as "isElectronic"`;

/** 廃棄簿 and 移管簿: append-only. */
@Injectable()
export class EntryRows {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(entry: Omit<EntryRow, 'papers' | 'isElectronic'>, documents: readonly EntryDocument[]): Promise<void> {
    // As the office: the papers of the file are entered whole, whoever ends it.
    await this.uow.change(
      asOffice(sql`
      insert into records.disposal_entry (id, item_id, batch_id, kind, file_id, title, class_code, class_name, section_name, fiscal_year, volume,
        retention_label, starts_on, expires_on, document_count, decision_id, decision_number, decided_by_name, decided_at, executed_by,
        executed_name, executed_at, papers)
      values (${entry.id}, ${entry.itemId}, ${entry.batchId}, ${entry.kind}, ${entry.fileId}, ${entry.title}, ${entry.classCode},
        ${entry.className}, ${entry.sectionName}, ${entry.fiscalYear}, ${entry.volume}, ${entry.retentionLabel}, ${entry.startsOn},
        ${entry.expiresOn}, ${entry.documentCount}, ${entry.decisionId}, ${entry.decisionNumber}, ${entry.decidedByName}, ${entry.decidedAt},
        ${entry.executedBy}, ${entry.executedName}, ${entry.executedAt}, coalesce((
          select jsonb_agg(jsonb_build_object('number', p.document_number, 'title', p.title, 'documentedOn', p.documented_on, 'pages', p.pages, 'location', p.location)
            || coalesce((select jsonb_build_object('scans', jsonb_agg(s.sha256 order by s.scanned_at, s.id))
              from records.scan_substitute s where s.paper_record_id = p.id having count(*) > 0), '{}')
            order by p.documented_on, p.id)
          from records.paper_record p where p.file_id = ${entry.fileId}), '[]'))`),
    );
    await this.uow.change(sql`
      insert into records.disposal_entry_document (entry_id, document_id, number, title, decided_on, content_digest, files)
      select ${entry.id}::uuid, d."documentId", d.number, d.title, d."decidedOn", decode(d."contentDigest", 'hex'), d.files
      from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as d("documentId" uuid, number text, title text, "decidedOn" date,
        "contentDigest" text, files jsonb)`);
  }

  ofBatch(batchId: string, kind: EntryRow['kind']): Promise<EntryRow[]> {
    return this.uow.rows<EntryRow>(sql`
      select ${COLUMNS} from records.disposal_entry where batch_id = ${batchId} and kind = ${kind}
      order by class_code collate "C", fiscal_year, volume, id`);
  }

  /** The register of one fiscal year of execution, oldest first. */
  ofYear(kind: EntryRow['kind'], fiscalYear: number): Promise<EntryRow[]> {
    return this.uow.rows<EntryRow>(sql`
      select ${COLUMNS} from records.disposal_entry
      where kind = ${kind} and executed_at >= make_timestamptz(${fiscalYear}::int, 4, 1, 0, 0, 0, 'Asia/Tokyo')
        and executed_at < make_timestamptz(${fiscalYear}::int + 1, 4, 1, 0, 0, 0, 'Asia/Tokyo')
      order by executed_at, class_code collate "C", fiscal_year, volume, id`);
  }

  /** By entry, in the order of their numbers. */
  async documentsOf(entryIds: readonly string[]): Promise<ReadonlyMap<string, EntryDocument[]>> {
    const rows = await this.uow.rows<EntryDocument & { entryId: string }>(sql`
      select entry_id as "entryId", document_id as "documentId", number, title, decided_on as "decidedOn",
        encode(content_digest, 'hex') as "contentDigest", files
      from records.disposal_entry_document where entry_id = any(${entryIds}::uuid[]) order by entry_id, decided_on, number, document_id`);
    const found = new Map<string, EntryDocument[]>(entryIds.map((id) => [id, []]));
    for (const { entryId, ...document } of rows) found.get(entryId)?.push(document);
    return found;
  }

  async certify(
    batchId: string,
    { at, canonical, digest }: { at: Date; canonical: Buffer; digest: Buffer },
  ): Promise<void> {
    await this.uow.change(sql`
      insert into records.disposal_certificate (batch_id, issued_at, canonical, digest) values (${batchId}, ${at}, ${canonical}, ${digest})`);
  }

  certificate(batchId: string): Promise<{ issuedAt: Date; canonical: Buffer; digest: Buffer } | null> {
    return this.uow.maybe(sql`
      select issued_at as "issuedAt", canonical, digest from records.disposal_certificate where batch_id = ${batchId}`);
  }
}
