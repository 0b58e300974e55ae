import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { ReceiptRow } from './receipt.row';

/** A receipt with everything by which the archive finds it. */
export interface ArchivedReceipt extends Pick<
  ReceiptRow,
  | 'id'
  | 'kind'
  | 'subject'
  | 'sender'
  | 'sender_number'
  | 'note'
  | 'confidentiality'
  | 'confidential_until'
  | 'back_dating_reason'
  | 'arrival_at'
  | 'received_at'
  | 'receipt_number'
  | 'section_code'
  | 'section_name'
  | 'ending'
  | 'registered_by'
  | 'registered_by_name'
> {
  readonly kind_name: string;
  /** 受付番号 of an online application. */
  readonly application_number: string | null;
  /** Why handling ended, and why an ending was undone, in their order. */
  readonly reasons: readonly string[];
  readonly files: readonly { id: string; label: string | null; fileName: string; sha256: string }[];
}

/** Receipts and circulations as the archive search reads them, a batch in one statement. */
@Injectable()
export class ArchivedReceiptRows {
  constructor(private readonly uow: UnitOfWork) {}

  of(ids: readonly string[]): Promise<ArchivedReceipt[]> {
    return this.uow.rows<ArchivedReceipt>(sql`
      select r.id, r.kind, k.name as kind_name, r.subject, r.sender, r.sender_number, r.note, r.confidentiality, r.confidential_until, r.back_dating_reason,
        r.arrival_at, r.received_at, r.receipt_number, r.section_code, r.section_name, r.ending, r.registered_by, r.registered_by_name,
        o.application_number,
        array(select said from intake.ending e, lateral unnest(array[e.reason, e.undo_reason]) said
              where e.receipt_id = r.id and said is not null order by e.no) as reasons,
        coalesce((select json_agg(json_build_object('id', a.id, 'label', a.label, 'fileName', a.file_name, 'sha256', encode(a.sha256, 'hex')) order by a.sort, a.id)
                  from intake.attachment a where a.receipt_id = r.id and a.removed_at is null), '[]') as files
      from intake.receipt r join intake.receipt_kind k on k.code = r.kind left join intake.online_application o on o.receipt_id = r.id
      where r.id = any(${ids}::uuid[]) order by r.id`);
  }

  async idsAfter(after: string | null, limit: number): Promise<string[]> {
    const rows = await this.uow.rows<{ id: string }>(
      sql`select id from intake.receipt where ${after}::uuid is null or id > ${after}::uuid order by id limit ${limit}`,
    );
    return rows.map(({ id }) => id);
  }

  async carriersOf(sha256: string): Promise<string[]> {
    const rows = await this.uow.rows<{ id: string }>(sql`
      select distinct receipt_id as id from intake.attachment where sha256 = decode(${sha256}, 'hex') and removed_at is null order by id`);
    return rows.map(({ id }) => id);
  }

  /** What was said in the circulations of these receipts and documents, in its order. */
  remarks(subjectIds: readonly string[]): Promise<{ subjectId: string; text: string }[]> {
    return this.uow.rows(sql`
      select c.subject_id as "subjectId", said.text
      from intake.circulation c, lateral (
        select 0 as n, 0 as sort, '' as who, c.note as text
        union all select 1, m.sort, m.staff_no, m.comment from intake.reader m where m.circulation_id = c.id
        union all select 2, 0, '', c.stop_reason) said
      where c.subject_kind in ('receipt', 'document') and c.subject_id = any(${subjectIds}::uuid[]) and said.text is not null
      order by c.subject_id, c.started_at, c.id, said.n, said.sort, said.who`);
  }
}
