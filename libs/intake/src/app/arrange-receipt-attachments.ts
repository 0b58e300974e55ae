import { Injectable } from '@nestjs/common';
import type { AttachmentId } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { ReceiptAttachmentRows } from '../data/receipt-attachment-rows';
import { ReceiptRows } from '../data/receipt-rows';
import { refuse } from '../errors';
import { KeepReceiptFiles } from './keep-receipt-files';
import { ReceiptDesk } from './receipt-desk';
import { ReceiptNews } from './receipt-news';

interface Target {
  readonly actor: Actor;
  readonly receiptId: string;
}

/** 添付 of receipts: what came, as it came. The bytes are in custody before (ADR 0006). */
@Injectable()
export class ArrangeReceiptAttachments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReceiptDesk,
    private readonly receipts: ReceiptRows,
    private readonly attachments: ReceiptAttachmentRows,
    private readonly files: KeepReceiptFiles,
    private readonly news: ReceiptNews,
  ) {}

  add({ uploadId, label, ...target }: Target & { uploadId: string; label: string | null }): Promise<AttachmentId> {
    return this.change(target, (at) => this.files.add({ ...target, at }, { uploadId, label }));
  }

  remove({ attachmentId, ...target }: Target & { attachmentId: string }): Promise<void> {
    return this.change(target, async (at) => {
      const removed = await this.attachments.remove(target.receiptId, attachmentId, at);
      if (!removed) throw refuse('intake.unknown-attachment', { attachmentId });
      this.news.acted({ receiptId: target.receiptId, actor: target.actor }, 'detached', { attachment: attachmentId });
    });
  }

  order({ ids, ...target }: Target & { ids: readonly string[] }): Promise<void> {
    return this.change(target, async () => {
      const present = (await this.attachments.of(target.receiptId)).map(({ id }) => id as string);
      if (present.length !== ids.length || !present.every((id) => ids.includes(id)))
        throw refuse('intake.order-incomplete', {});
      await this.attachments.order(target.receiptId, ids);
    });
  }

  private change<T>({ actor, receiptId }: Target, work: (at: Date) => Promise<T>): Promise<T> {
    return this.uow.run(async () => {
      await this.desk.open(receiptId, actor, 'attach');
      const at = await this.uow.now();
      const result = await work(at);
      await this.receipts.touch(receiptId, at);
      return result;
    });
  }
}
