import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { ErasureRows } from '../data/erasure-rows';
import { DocumentNews } from './document-news';

export interface ErasureOrder {
  readonly documentIds: readonly string[];
  /** What allows it: the id of an entry in the register of disposals. */
  readonly grounds: string;
  readonly by: string;
}

/**
 * 消去: fields, revisions, notes and attachments of documents that are lawfully disposed of. Title, numbers, people, days and
 * digests stay: they are the ledger of decisions (RULE-85). Part of the caller's unit, who has shown that it is allowed.
 */
@Injectable()
export class EraseContent {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ErasureRows,
    private readonly news: DocumentNews,
    private readonly ledger: Ledger,
  ) {}

  async run(order: ErasureOrder): Promise<void> {
    const at = await this.uow.now();
    await this.rows.note(order, at);
    await this.rows.erase(order.documentIds, at);
    await this.news.changed(order.documentIds);
    this.ledger.forget(order.documentIds);
  }
}
