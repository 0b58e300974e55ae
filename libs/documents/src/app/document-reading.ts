import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { type Actor, inDailyWork } from '@fubako/platform/authz';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import { type AttachmentChange, type FieldChange, compareAttachments, compareFields } from '../core/compare';
import { type DocumentContent, openContent } from '../core/content';
import { type FormSchema, withoutBlanks } from '../core/form-schema';
import { counterpartyFields } from '../core/counterparty-fields';
import { type LabelledText, labelledTexts } from '../core/form-text';
import { AttachmentRows, type CarriedFile } from '../data/attachment-rows';
import { DocumentRows } from '../data/document-rows';
import type { AttachmentRow, DocumentRow, MatterTypeRow } from '../data/document.row';
import { MatterTypeRows } from '../data/matter-type-rows';
import { type FormerDrafter, RevisionRows } from '../data/revision-rows';
import { refuse } from '../errors';
import { type DocumentCard, cardOf } from './document-card';
import { DraftDesk } from './draft-desk';
import { DOCUMENT_COLUMNS, readableDocuments } from './policy';

export interface RevisionComparison {
  readonly from: number;
  readonly to: number;
  readonly note: string | null;
  readonly fields: readonly FieldChange[];
  readonly attachments: readonly AttachmentChange[];
}

/** When a revision was frozen, by whom, and what was said with it. */
export interface RevisionNote {
  readonly no: number;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly note: string | null;
}

export type TypedDocument = Pick<DocumentCard, 'matterType' | 'matterTypeVersion'>;

/** Reads of documents for upper libs. Every call is part of the caller's unit of work. */
@Injectable()
export class DocumentReading {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: DraftDesk,
    private readonly rows: DocumentRows,
    private readonly attachmentRows: AttachmentRows,
    private readonly revisionRows: RevisionRows,
    private readonly types: MatterTypeRows,
  ) {}

  /** @throws DomainError documents.not-found */
  async readable(documentId: string, actor: Actor): Promise<DocumentCard> {
    return cardOf(await this.desk.read(documentId, actor));
  }

  /** Cards without a question of rights: for work that was authorised otherwise (seats, indexing). */
  async cards(documentIds: readonly string[]): Promise<DocumentCard[]> {
    return (await this.uow.rows<DocumentRow>(cardRows(documentIds))).map(cardOf);
  }

  /** The same of what the reader may not read: for what is counted and tells nothing of a single document (試す). */
  async countedCards(documentIds: readonly string[]): Promise<DocumentCard[]> {
    return (await this.uow.rows<DocumentRow>(asOffice(cardRows(documentIds)))).map(cardOf);
  }

  /** 件名 by id, of those of the documents that the actor may read. */
  async readableTitles(documentIds: readonly string[], actor: Actor): Promise<Map<string, string>> {
    const rows = await this.uow.rows<{ id: string; title: string }>(sql`
      select d.id, d.title from documents.document d
      where d.id = any(${documentIds}::uuid[]) and (${readableDocuments(inDailyWork(actor), DOCUMENT_COLUMNS)})`);
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  /** Ids of all documents in ascending order, after `after`, at most `limit`: for work that goes through everything. */
  async idsAfter(after: string | null, limit: number): Promise<string[]> {
    const rows = await this.uow.rows<{ id: string }>(
      sql`select id from documents.document where ${after}::uuid is null or id > ${after}::uuid order by id limit ${limit}`,
    );
    return rows.map(({ id }) => id);
  }

  attachments(documentIds: readonly string[]): Promise<AttachmentRow[]> {
    return this.attachmentRows.ofMany(documentIds);
  }

  /** Every file that the documents carry or carried, those taken out included. */
  everCarried(documentIds: readonly string[]): Promise<CarriedFile[]> {
    return this.attachmentRows.everOf(documentIds);
  }

  /** Documents that carry this object now: asked when its text or rendition becomes ready. */
  carriersOf(sha256: string): Promise<string[]> {
    return this.attachmentRows.carriersOf(sha256);
  }

  /** The matter type in the version that the document keeps (RULE-104). */
  async matterType({ matterType: code, matterTypeVersion: version }: TypedDocument): Promise<MatterTypeRow> {
    const type = await this.types.find({ code, version });
    if (!type) throw refuse('documents.unknown-matter-type', { matterType: code });
    return type;
  }

  /** Matter types as they are in force on `day`. */
  matterTypesOn(day: LocalDate): Promise<MatterTypeRow[]> {
    return this.types.on(day);
  }

  /** Days after `from` up to `until` on which a matter type becomes another. */
  matterTypeChangeDays(from: LocalDate, until: LocalDate): Promise<readonly LocalDate[]> {
    return this.types.changeDays(from, until);
  }

  /** The version of a matter type that new drafts take today; null for an unknown one. */
  matterTypeInForce(code: string): Promise<MatterTypeRow | null> {
    return this.types.inForce(code);
  }

  /** The form that new drafts of a matter type take today; null for an unknown type. */
  async formInForce(matterType: string): Promise<FormSchema | null> {
    const type = await this.types.inForce(matterType);
    return type && (await this.types.currentForm(type.form_name)).schema;
  }

  form(card: Pick<DocumentCard, 'form'>): Promise<FormSchema> {
    return this.types.form(card.form.name, card.form.version);
  }

  /** The fields as words in reading order, for paper and for the index. */
  async texts(card: Pick<DocumentCard, 'form' | 'fields'>): Promise<LabelledText[]> {
    return labelledTexts(await this.form(card), card.fields);
  }

  /** Names of the fields that name whom it is about (相手方), as its form says. */
  async counterpartyFields(card: Pick<DocumentCard, 'form'>): Promise<readonly string[]> {
    return counterpartyFields(await this.form(card));
  }

  /** What changed between two frozen revisions. @throws DomainError documents.unknown-revision */
  async compare(card: DocumentCard, from: number, to: number): Promise<RevisionComparison> {
    const [before, after] = [await this.revision(card.id, from), await this.revision(card.id, to)];
    const changes = await this.changesOf(card, openContent(before.canonical), openContent(after.canonical));
    return { from, to, note: after.note, ...changes };
  }

  /** What the drafter has changed since a revision and not yet submitted. @throws DomainError documents.unknown-revision */
  async compareWithDesk(card: DocumentCard, from: number): Promise<RevisionComparison> {
    const old = openContent((await this.revision(card.id, from)).canonical);
    const files = await this.attachmentRows.of(card.id);
    const attachments = files.map(({ id, file_name, label, sha256 }) => ({ id, fileName: file_name, label, sha256 }));
    const changes = await this.changesOf(card, old, { ...old, fields: withoutBlanks(card.fields), attachments });
    return { from, to: card.revisionNo + 1, note: null, ...changes };
  }

  private async changesOf(card: DocumentCard, old: DocumentContent, fresh: DocumentContent) {
    const { substance_fields: substance } = await this.matterType(card);
    return {
      fields: compareFields({ schema: await this.form(card), substance }, old, fresh),
      attachments: compareAttachments(old, fresh),
    };
  }

  async revisions(documentId: string): Promise<RevisionNote[]> {
    const rows = await this.revisionRows.of(documentId);
    return rows.map(({ no, created_at, created_by, created_by_name, note }) => ({
      no,
      createdAt: created_at,
      createdBy: created_by,
      createdByName: created_by_name,
      note,
    }));
  }

  /** 修正の理由 and what else was said with revisions: for search, in one read. */
  revisionNotes(documentIds: readonly string[]): Promise<{ documentId: string; note: string }[]> {
    return this.revisionRows.notes(documentIds);
  }

  /** Who drafted before somebody took the draft over, in order. */
  formerDrafters(documentId: string): Promise<FormerDrafter[]> {
    return this.revisionRows.formerDrafters(documentId);
  }

  /** The canonical bytes of the last frozen revision, whose hash the acts name (DOC-1). @throws DomainError documents.content-erased */
  async contentBytes({ id, revisionNo }: Pick<DocumentCard, 'id' | 'revisionNo'>): Promise<Buffer> {
    return (await this.revision(id, revisionNo)).canonical;
  }

  private async revision(documentId: string, no: number) {
    const row = await this.revisionRows.find(documentId, no);
    if (!row) throw refuse('documents.unknown-revision', { revision: no });
    const { canonical } = row;
    if (canonical === null) throw refuse('documents.content-erased', { documentId });
    return { ...row, canonical };
  }
}

const cardRows = (documentIds: readonly string[]) =>
  sql`select d.* from documents.document d where d.id = any(${documentIds}::uuid[])`;
