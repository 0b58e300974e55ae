import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { BatchRows } from '../../data/disposal/batch-rows';
import { refuse } from '../../disposal-errors';
import { BatchDesk } from './batch-desk';
import { BatchViews } from './batch-views';
import { FileContents } from './file-contents';
import { DisposalRights } from './disposal-rights';
import type { DisposalBatchLine, DisposalBatchView, ItemDocumentView } from './disposal.views.dto';

/** Lists of more are read by year and section, which no screen asks for yet. */
const MOST = 200;

/** 保存・廃棄: what is to be assessed, reviewed, decided and carried out. */
@Injectable()
export class ReadBatches {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: BatchRows,
    private readonly desk: BatchDesk,
    private readonly views: BatchViews,
    private readonly rights: DisposalRights,
    private readonly contents: FileContents,
  ) {}

  list(actor: Actor): Promise<DisposalBatchLine[]> {
    return this.uow.read(async () => {
      const lines: DisposalBatchLine[] = [];
      for (const { id } of await this.rows.list(this.rights.visible(actor, sql`b.section_code`), MOST))
        lines.push(await this.views.line(await this.desk.look(id, actor)));
      return lines;
    });
  }

  /** @throws DomainError records.no-such-batch */
  one(batchId: string, actor: Actor): Promise<DisposalBatchView> {
    return this.uow.read(async () => this.views.whole(await this.desk.look(batchId, actor)));
  }

  /** 簿冊 opened to its documents. @throws DomainError records.no-such-batch, records.unknown-item */
  documents(batchId: string, itemId: string, actor: Actor): Promise<ItemDocumentView[]> {
    return this.uow.read(async () => {
      const { items } = await this.desk.look(batchId, actor);
      const item = items.find(({ id }) => id === itemId);
      if (!item) throw refuse('records.unknown-item', { itemId });
      return this.contents.of(item.fileId, actor);
    });
  }
}
