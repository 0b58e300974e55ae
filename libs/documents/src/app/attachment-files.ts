import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type OriginalFile, type OutgoingFile, Renditions, Thumbnails } from '@fubako/scans';
import { AttachmentRows } from '../data/attachment-rows';
import type { AttachmentRow } from '../data/document.row';
import { refuse } from '../errors';
import { DraftDesk } from './draft-desk';

export interface AttachmentAddress {
  readonly actor: Actor;
  readonly documentId: string;
  readonly attachmentId: string;
}

/** Opens attachments for those who may read the document; every byte is verified on its way out (ADR 0006). */
@Injectable()
export class AttachmentFiles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: DraftDesk,
    private readonly attachments: AttachmentRows,
    private readonly renditions: Renditions,
    private readonly thumbnails: Thumbnails,
  ) {}

  async original(address: AttachmentAddress): Promise<OriginalFile> {
    const { sha256, file_name: fileName, media_type: mediaType } = await this.find(address);
    return { sha256, fileName, mediaType };
  }

  /** @throws DomainError scans.rendition-pending, scans.no-rendition */
  async pdf(address: AttachmentAddress): Promise<OutgoingFile> {
    const row = await this.find(address);
    const { stream, bytes } = await this.renditions.openPdf(row.sha256);
    return { fileName: `${row.file_name.replace(/\.[^.]+$/, '')}.pdf`, mediaType: 'application/pdf', bytes, stream };
  }

  /** @throws DomainError scans.no-thumbnail */
  async thumbnail(address: AttachmentAddress, page: number): Promise<OutgoingFile> {
    const row = await this.find(address);
    return { fileName: `${page}.png`, ...(await this.thumbnails.open(row.sha256, page)) };
  }

  private find({ actor, documentId, attachmentId }: AttachmentAddress): Promise<AttachmentRow> {
    return this.uow.read(async () => {
      const document = await this.desk.read(documentId, actor, attachmentId);
      const row = (await this.attachments.of(document.id)).find(({ id }) => id === attachmentId);
      if (!row) throw refuse('documents.unknown-attachment', { attachmentId });
      return row;
    });
  }
}
