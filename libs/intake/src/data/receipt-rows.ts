import { Injectable } from '@nestjs/common';
import type { BorneNumber } from '@fubako/documents';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { FinalEnding } from '../core/words';
import type { ReceiptRow, SectionSnapshot } from './receipt.row';

/** What a clerk enters of a receipt, and may correct until it has ended. */
export type ReceiptContent = Pick<
  ReceiptRow,
  | 'kind'
  | 'subject'
  | 'channel'
  | 'sender'
  | 'sender_number'
  | 'sender_date'
  | 'note'
  | 'confidentiality'
  | 'confidential_until'
  | 'arrival_at'
  | 'arrival_is_exact'
  | 'back_dating_reason'
  | 'reply_due_on'
>;

export interface NewReceipt extends ReceiptContent {
  readonly id: string;
  readonly section: SectionSnapshot;
  readonly registered_at: Date;
  readonly registered_by: string;
  readonly registered_by_name: string;
}

/** 収受文書. Every change makes a new version. */
@Injectable()
export class ReceiptRows {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(r: NewReceipt): Promise<void> {
    await this.uow.change(sql`
      insert into intake.receipt (id, kind, subject, channel, sender, sender_number, sender_date, note, confidentiality, confidential_until,
        arrival_at, arrival_is_exact, back_dating_reason, section_code, section_name, section_symbol, reply_due_on,
        registered_at, registered_by, registered_by_name, updated_at)
      values (${r.id}, ${r.kind}, ${r.subject}, ${r.channel}, ${r.sender}, ${r.sender_number}, ${r.sender_date}, ${r.note}, ${r.confidentiality}, ${r.confidential_until},
        ${r.arrival_at}, ${r.arrival_is_exact}, ${r.back_dating_reason}, ${r.section.code}, ${r.section.name}, ${r.section.symbol}, ${r.reply_due_on},
        ${r.registered_at}, ${r.registered_by}, ${r.registered_by_name}, ${r.registered_at})`);
    await this.hold(r.id, r.section.code, r.registered_at);
  }

  find(id: string): Promise<ReceiptRow | null> {
    return this.uow.maybe<ReceiptRow>(sql`select r.* from intake.receipt r where r.id = ${id}`);
  }

  /** The first lock of every writer. */
  lock(id: string): Promise<ReceiptRow | null> {
    return this.uow.maybe<ReceiptRow>(sql`select r.* from intake.receipt r where r.id = ${id} for update`);
  }

  ofDocument(documentId: string): Promise<ReceiptRow[]> {
    return this.uow.rows<ReceiptRow>(
      sql`select r.* from intake.receipt r where r.document_id = ${documentId} order by r.registered_at, r.id`,
    );
  }

  /** @returns whether the version still held */
  async correct({ id, version }: ReceiptRow, c: ReceiptContent, at: Date): Promise<boolean> {
    const changed = await this.uow.change(sql`
      update intake.receipt set kind = ${c.kind}, subject = ${c.subject}, channel = ${c.channel}, sender = ${c.sender},
        sender_number = ${c.sender_number}, sender_date = ${c.sender_date}, note = ${c.note}, confidentiality = ${c.confidentiality}, confidential_until = ${c.confidential_until},
        arrival_at = ${c.arrival_at}, arrival_is_exact = ${c.arrival_is_exact}, back_dating_reason = ${c.back_dating_reason},
        reply_due_on = ${c.reply_due_on}, version = version + 1, updated_at = ${at}
      where id = ${id} and version = ${version}`);
    return changed === 1;
  }

  async receive(id: string, by: string, at: Date): Promise<void> {
    await this.uow.change(sql`
      update intake.receipt set received_at = ${at}, received_by_name = ${by}, version = version + 1, updated_at = ${at} where id = ${id}`);
  }

  async setNumber(id: string, number: BorneNumber): Promise<void> {
    await this.uow.change(sql`
      update intake.receipt set receipt_number = ${number.text}, series_code = ${number.seriesCode},
        number_year = ${number.year}, serial = ${number.serial} where id = ${id}`);
  }

  async accept(id: string, by: string, at: Date): Promise<void> {
    await this.uow.change(sql`
      update intake.receipt set accepted_at = ${at}, accepted_by_name = ${by}, version = version + 1, updated_at = ${at} where id = ${id}`);
  }

  async moveTo(id: string, section: SectionSnapshot, at: Date): Promise<void> {
    await this.uow.change(sql`
      update intake.receipt set section_code = ${section.code}, section_name = ${section.name}, section_symbol = ${section.symbol},
        version = version + 1, updated_at = ${at} where id = ${id}`);
    await this.hold(id, section.code, at);
  }

  /** @param ending null: it is unfinished again */
  async end(id: string, ending: { kind: FinalEnding; documentId: string | null } | null, at: Date): Promise<void> {
    await this.uow.change(sql`
      update intake.receipt set ending = ${ending?.kind ?? null}, document_id = ${ending?.documentId ?? null}::uuid,
        version = version + 1, updated_at = ${at} where id = ${id}`);
  }

  async touch(id: string, at: Date): Promise<void> {
    await this.uow.change(sql`update intake.receipt set version = version + 1, updated_at = ${at} where id = ${id}`);
  }

  /** 回答の決裁: closes the reply of receipts that these documents answer. @returns their ids */
  async reply(documentIds: readonly string[], at: Date): Promise<{ id: string; documentId: string }[]> {
    return this.uow.rows(sql`
      update intake.receipt set replied_at = ${at}, updated_at = ${at}
      where document_id = any(${documentIds}::uuid[]) and replied_at is null returning id, document_id as "documentId"`);
  }

  private async hold(id: string, sectionCode: string, at: Date): Promise<void> {
    await this.uow.change(sql`
      insert into intake.held (receipt_id, section_code, since) values (${id}, ${sectionCode}, ${at}) on conflict do nothing`);
  }
}
