import { Injectable } from '@nestjs/common';
import { type AttachmentId, newId } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { Uploads } from '@fubako/scans';
import { AttachmentRows } from '../data/attachment-rows';
import { DocumentRows } from '../data/document-rows';
import { refuse } from '../errors';
import { DocumentNews } from './document-news';
import { DraftDesk } from './draft-desk';

/** 添付: added, taken off and ordered by the drafter while the draft is on the desk. The bytes are in custody before (ADR 0006). */
@Injectable()
export class ArrangeAttachments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: DraftDesk,
    private readonly attachments: AttachmentRows,
    private readonly documents: DocumentRows,
    private readonly uploads: Uploads,
    private readonly news: DocumentNews,
  ) {}

  add(command: { actor: Actor; documentId: string; uploadId: string; label: string | null }): Promise<AttachmentId> {
    return this.change(command, async (at) => {
      const upload = await this.uploads.take(command.uploadId, command.actor.staffNo);
      const id = newId<AttachmentId>();
      await this.attachments.insert({
        id,
        document_id: command.documentId,
        file_name: upload.fileName,
        label: command.label,
        media_type: upload.mediaType,
        bytes: upload.bytes,
        sha256: upload.sha256,
        pages: upload.pages,
        added_at: at,
        added_by: command.actor.staffNo,
        added_by_name: command.actor.name,
        addition: null,
      });
      return id;
    });
  }

  remove(command: { actor: Actor; documentId: string; attachmentId: string }): Promise<void> {
    return this.change(command, async (at) => {
      const removed = await this.attachments.remove(command.documentId, command.attachmentId, at);
      if (!removed) throw refuse('documents.unknown-attachment', { attachmentId: command.attachmentId });
    });
  }

  order(command: { actor: Actor; documentId: string; ids: readonly string[] }): Promise<void> {
    return this.change(command, async () => {
      const present = (await this.attachments.of(command.documentId)).map(({ id }) => id);
      const same = present.length === command.ids.length && present.every((id) => command.ids.includes(id));
      if (!same) throw refuse('documents.order-incomplete', {});
      await this.attachments.order(command.documentId, command.ids);
    });
  }

  private change<T>(
    { actor, documentId }: { actor: Actor; documentId: string },
    work: (at: Date) => Promise<T>,
  ): Promise<T> {
    return this.uow.run(async () => {
      await this.desk.open(documentId, actor);
      const at = await this.uow.now();
      const result = await work(at);
      await this.documents.touch(documentId, at);
      await this.news.changed([documentId]);
      return result;
    });
  }
}
