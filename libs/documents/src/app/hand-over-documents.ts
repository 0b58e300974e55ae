import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { ErasureRows } from '../data/erasure-rows';
import { DocumentNews } from './document-news';

/** 移管: from now on the archives keep the documents, and nothing is added to them here (RULE-61). Part of the caller's unit. */
@Injectable()
export class HandOverDocuments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ErasureRows,
    private readonly news: DocumentNews,
  ) {}

  async run(documentIds: readonly string[]): Promise<void> {
    await this.rows.handOver(documentIds, await this.uow.now());
    await this.news.changed(documentIds);
  }
}
