import { Injectable } from '@nestjs/common';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import type { TransferredFile, TransferredPaper } from '../../core/disposal/transfer-inventory';
import { LABEL_OF_FILE } from '../terms-of-file';

interface InventoryRow extends Omit<TransferredFile, 'papers'> {
  readonly itemId: string;
  readonly papers: readonly TransferredPaper[] | null;
}

/** What of a batch goes to the archives, or has gone. As the office: an inventory is whole for whoever has to do with the batch. */
@Injectable()
export class InventoryRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** By item, in the order of the filing plan. */
  async of(batchId: string): Promise<ReadonlyMap<string, TransferredFile>> {
    const rows = await this.uow.rows<InventoryRow>(
      asOffice(sql`
      select i.id as "itemId", f.title, f.class_code as "classCode", f.section_name as "sectionName", f.fiscal_year as "fiscalYear",
        f.volume, ${LABEL_OF_FILE} as "retentionLabel", i.expires_on as "expiresOn", f.medium,
        (select count(*)::int from records.record d where d.file_id = f.id) as documents,
        (select coalesce(nullif(concat_ws(' ', s.room, s.shelf, s.box), ''), l.note) from records.file_place l
          left join records.stack_place s on s.code = l.place_code
          where l.file_id = f.id order by l.since desc, l.id desc limit 1) as place,
        (select jsonb_agg(jsonb_build_object('number', p.document_number, 'title', p.title, 'documentedOn', p.documented_on,
            'pages', p.pages, 'location', p.location, 'scan', (
              select jsonb_build_object('sha256', s.sha256, 'fileName', s.file_name, 'isAlone', s.destroyed_at is not null)
              from records.scan_substitute s where s.paper_record_id = p.id and s.approved_at is not null)) order by p.documented_on, p.id)
          from records.paper_record p where p.file_id = f.id) as papers
      from records.disposal_item i join records.record_file f on f.id = i.file_id
        join records.retention_class t on t.code = f.retention_class
      where i.batch_id = ${batchId} and i.measure = 'transfer' and i.state in ('approved', 'executed')
      order by f.class_code collate "C", f.fiscal_year, f.volume, i.id`),
    );
    return new Map(rows.map(({ itemId, papers, ...file }) => [itemId, { ...file, papers: papers ?? [] }]));
  }
}
