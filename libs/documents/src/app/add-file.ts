import { Injectable } from '@nestjs/common';
import { type AttachmentId, newId } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { Uploads } from '@fubako/scans';
import { AttachmentRows } from '../data/attachment-rows';
import { DocumentRows } from '../data/document-rows';
import { admit } from './document-acts';
import { DocumentNews } from './document-news';
import { DraftDesk } from './draft-desk';

export interface AddFileCommand {
  readonly actor: Actor;
  readonly documentId: string;
  readonly uploadId: string;
  readonly label: string | null;
  readonly reason: string;
}

/** 決裁後の追加: a file beside the sealed content of a decided document; it is never changed or taken out (RULE-61). */
@Injectable()
export class AddFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: DraftDesk,
    private readonly attachments: AttachmentRows,
    private readonly documents: DocumentRows,
    private readonly uploads: Uploads,
    private readonly news: DocumentNews,
  ) {}

  /** @throws DomainError documents.not-found, documents.not-decided, documents.content-erased, documents.handed-over, documents.not-your-addition, scans.* */
  run(command: AddFileCommand): Promise<AttachmentId> {
    return this.uow.run(async () => {
      const { actor, documentId } = command;
      const row = await this.desk.lock(documentId, actor);
      admit('add_file', row, actor);
      const at = await this.uow.now();
      const { id, sha256 } = await this.insert(command, at);
      await this.documents.touch(documentId, at);
      await this.news.fileAdded(documentId, actor.staffNo, { attachment: id, sha256 });
      return id;
    });
  }

  private async insert({ actor, documentId, uploadId, label, reason }: AddFileCommand, at: Date) {
    const { fileName, mediaType, bytes, sha256, pages } = await this.uploads.take(uploadId, actor.staffNo);
    const id = newId<AttachmentId>();
    const post = actor.posts.find(({ kind }) => kind === 'main') ?? actor.posts[0];
    await this.attachments.insert({
      id,
      document_id: documentId,
      file_name: fileName,
      label,
      media_type: mediaType,
      bytes,
      sha256,
      pages,
      added_at: at,
      added_by: actor.staffNo,
      added_by_name: actor.name,
      addition: { reason, postTitle: post?.title ?? '', unitName: post?.unitName ?? '' },
    });
    return { id, sha256 };
  }
}
