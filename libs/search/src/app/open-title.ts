import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { type DocumentCard, DocumentReading, KnownDocuments, secrecyOn } from '@fubako/documents';
import { Ledger, ReadLog } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { OriginalFile } from '@fubako/scans';
import { type Opening, OpeningRows } from '../data/opening-rows';
import { refuse } from '../errors';

const OPEN_MS = 30 * 60_000;

/** An opened document: its fields in reading order and its attachments. */
export interface OpenedDocument {
  readonly id: string;
  readonly closesAt: string;
  readonly documentId: string;
  readonly title: string;
  readonly number: string | null;
  readonly state: string;
  readonly confidentiality: string;
  readonly sectionName: string;
  readonly drafterName: string;
  readonly texts: readonly { readonly label: string; readonly text: string }[];
  readonly attachments: readonly { readonly id: string; readonly fileName: string; readonly bytes: number }[];
}

/**
 * Opens a document that the records officer knows by title only. The reason is in the ledger before anything is handed out:
 * opening commits it and answers with nothing but its number; what is read is read under that number, for half an hour.
 */
@Injectable()
export class OpenTitle {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly known: KnownDocuments,
    private readonly reading: DocumentReading,
    private readonly rows: OpeningRows,
    private readonly ledger: Ledger,
    private readonly readings: ReadLog,
  ) {}

  /** @throws DomainError search.reason-missing, documents.not-found */
  run(documentId: string, reason: string, actor: Actor): Promise<Opening> {
    if (reason.trim() === '')
      throw refuse('search.reason-missing', { errors: [{ pointer: '/reason', code: 'form.required' }] });
    return this.uow.run(async () => {
      await this.known.assertKnown(documentId, actor);
      const openedAt = await this.uow.now();
      const opening = {
        id: newId<string>(),
        documentId,
        reason,
        openedAt,
        closesAt: new Date(openedAt.getTime() + OPEN_MS),
      };
      await this.rows.insert(opening, actor.staffNo);
      this.note('search.opened', opening, actor);
      return opening;
    });
  }

  /** @throws DomainError search.opening-closed, documents.not-found */
  read(openingId: string, actor: Actor): Promise<OpenedDocument> {
    return this.uow.read(async () => {
      const opening = await this.opening(openingId, actor);
      const { id, documentId, closesAt } = opening;
      const card = await this.known.card(documentId, actor);
      this.noteReading(opening, actor, { card });
      const attachments = await this.reading.attachments([documentId]);
      return {
        id,
        closesAt: closesAt.toISOString(),
        documentId,
        title: card.title,
        number: card.dispatchNumber ?? card.draftNumber,
        state: card.state,
        confidentiality: card.attributes.confidentiality,
        sectionName: card.section.name,
        drafterName: card.drafter.name,
        texts: (await this.reading.texts(card)).map(({ label, text }) => ({ label, text })),
        attachments: attachments.map(({ id: fileId, file_name: fileName, bytes }) => ({ id: fileId, fileName, bytes })),
      };
    });
  }

  /** @throws DomainError search.opening-closed, documents.not-found, documents.unknown-attachment */
  async file(openingId: string, attachmentId: string, actor: Actor): Promise<OriginalFile> {
    const { documentId } = await this.uow.run(async () => {
      const opening = await this.opening(openingId, actor);
      this.note('search.file-taken', opening, actor);
      this.noteReading(opening, actor, {
        card: await this.known.card(opening.documentId, actor),
        part: attachmentId,
      });
      return opening;
    });
    return this.known.file(documentId, attachmentId, actor);
  }

  private async opening(id: string, actor: Actor): Promise<Opening> {
    const opening = await this.rows.find(id, actor.staffNo, await this.uow.now());
    if (!opening) throw refuse('search.opening-closed', {});
    return opening;
  }

  /** Every look is in the log of readings with its reason, whatever the matter is (LOG-1). */
  private noteReading(
    { documentId, reason }: Opening,
    actor: Actor,
    { card, part }: { card: DocumentCard; part?: string },
  ): void {
    const subject = { kind: 'document', id: documentId } as const;
    const secrecy = secrecyOn(card.attributes, actor.on);
    const read = { subject, means: 'opening', role: 'records_officer', secrecy, reason } as const;
    this.readings.note(actor, { ...read, ...(part !== undefined && { part }) });
  }

  private note(kind: string, { id, documentId, reason }: Opening, actor: Actor): void {
    const facts = { opening: id, reason };
    this.ledger.record({ subject: { kind: 'document', id: documentId }, kind, actor: actor.staffNo, facts });
  }
}
