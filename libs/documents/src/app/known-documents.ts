import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import type { OriginalFile } from '@fubako/scans';
import { AttachmentRows } from '../data/attachment-rows';
import type { DocumentRow } from '../data/document.row';
import { refuse } from '../errors';
import { type DocumentCard, cardOf } from './document-card';
import { DOCUMENT_COLUMNS, knownTitles } from './policy';

/**
 * Documents that the actor knows by title. Whoever hands out more of them asks for a reason first and writes it down: this is
 * the only way to content that the reading policy closes.
 */
@Injectable()
export class KnownDocuments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attachments: AttachmentRows,
  ) {}

  /** Whether the actor knows the title of it. Call it inside a unit of work. @throws DomainError documents.not-found */
  async assertKnown(documentId: string, actor: Actor): Promise<void> {
    // Asked before it is opened, when the wall still hides the row.
    const known = await this.uow.maybe(
      asOffice(sql`
        select d.id from documents.document d where d.id = ${documentId} and (${knownTitles(actor, DOCUMENT_COLUMNS)})`),
    );
    if (!known) throw refuse('documents.not-found', { documentId });
  }

  /** Call it inside a unit of work. @throws DomainError documents.not-found, also for what the actor may not know of */
  async card(documentId: string, actor: Actor): Promise<DocumentCard> {
    const row = await this.uow.maybe<DocumentRow>(sql`
      select d.* from documents.document d where d.id = ${documentId} and (${knownTitles(actor, DOCUMENT_COLUMNS)})`);
    if (!row) throw refuse('documents.not-found', { documentId });
    return cardOf(row);
  }

  /** Call it outside a unit of work. @throws DomainError documents.not-found, documents.unknown-attachment */
  async file(documentId: string, attachmentId: string, actor: Actor): Promise<OriginalFile> {
    const row = await this.uow.read(async () => {
      const { id } = await this.card(documentId, actor);
      return (await this.attachments.of(id)).find((each) => each.id === attachmentId);
    });
    if (!row) throw refuse('documents.unknown-attachment', { attachmentId });
    return { sha256: row.sha256, fileName: row.file_name, mediaType: row.media_type };
  }
}
