import { Injectable } from '@nestjs/common';
import { type AttachmentId, newId } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { type TakenUpload, Uploads } from '@fubako/scans';
import { ReceiptAttachmentRows } from '../data/receipt-attachment-rows';
import { ReceiptNews } from './receipt-news';

interface Target {
  readonly receiptId: string;
  readonly actor: Actor;
  readonly at: Date;
}

/** Puts an upload of the actor into a receipt. */
@Injectable()
export class KeepReceiptFiles {
  constructor(
    private readonly attachments: ReceiptAttachmentRows,
    private readonly uploads: Uploads,
    private readonly news: ReceiptNews,
  ) {}

  async add(
    target: Target,
    { uploadId, label }: { readonly uploadId: string; readonly label?: string | null },
  ): Promise<AttachmentId> {
    return this.keep(target, await this.uploads.take(uploadId, target.actor.staffNo), label ?? null);
  }

  /** One that was taken already. */
  async keep(
    { receiptId, actor, at }: Target,
    { fileName, mediaType, ...upload }: TakenUpload,
    label: string | null,
  ): Promise<AttachmentId> {
    const id = newId<AttachmentId>();
    await this.attachments.insert({
      ...upload,
      id,
      label,
      receipt_id: receiptId,
      file_name: fileName,
      media_type: mediaType,
      added_at: at,
      added_by: actor.staffNo,
      added_by_name: actor.name,
    });
    this.news.acted({ receiptId, actor }, 'attached', { attachment: id, sha256: upload.sha256 });
    return id;
  }
}
