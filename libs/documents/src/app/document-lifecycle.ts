import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { DocumentRows, type StateMove } from '../data/document-rows';
import type { DocumentRow } from '../data/document.row';
import { refuse } from '../errors';
import { type DocumentCard, cardOf } from './document-card';
import { DocumentNews } from './document-news';
import { DraftDesk } from './draft-desk';
import { FreezeRevision, type FrozenRevision } from './freeze-revision';
import { Numbering } from './numbering';

/** The door through which approvals, execution and records move documents. Every call is part of the caller's unit of work. */
@Injectable()
export class DocumentLifecycle {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: DraftDesk,
    private readonly documents: DocumentRows,
    private readonly freezing: FreezeRevision,
    private readonly numbering: Numbering,
    private readonly news: DocumentNews,
  ) {}

  /**
   * Locks a draft for its drafter.
   * @param expectedVersion what the drafter had in view; null when it does not matter
   * @throws DomainError documents.not-found, documents.not-yours, documents.not-editable, documents.changed-meanwhile
   */
  async openForSubmission(documentId: string, actor: Actor, expectedVersion: number | null): Promise<DocumentCard> {
    const row = await this.desk.open(documentId, actor);
    const stale = expectedVersion !== null && expectedVersion !== row.version;
    if (stale) throw refuse('documents.changed-meanwhile', { documentId, currentVersion: row.version });
    return cardOf(await this.withTypeInForce(row));
  }

  /** Locks documents in one order for all writers. Missing ones are left out: the caller's seats decide about rights. */
  async lock(documentIds: readonly string[]): Promise<Map<string, DocumentCard>> {
    const rows = await this.uow.rows<DocumentRow>(sql`
      select d.* from documents.document d where d.id = any(${documentIds}::uuid[]) order by d.id for update`);
    return new Map(rows.map((row) => [row.id, cardOf(row)]));
  }

  /** Freezes the content as the next revision. @throws DomainError documents.incomplete */
  async freeze(documentId: string, actor: Actor, note: string | null): Promise<FrozenRevision> {
    const row = await this.desk.open(documentId, actor);
    return this.freezing.run(row, actor, note);
  }

  /** Puts the frozen revision in force; the first one takes the 起案番号. Holds the number counter: call it last. */
  async enter(card: DocumentCard, revision: FrozenRevision, actor: Actor): Promise<string> {
    const draftNumber =
      card.draftNumber ?? (await this.numbering.issueDraftNumber(card.id, card.section.symbol, actor.staffNo));
    await this.documents.freeze(card.id, { ...revision, draftNumber });
    await this.announce([card.id]);
    return draftNumber;
  }

  /** The unit fails when a document is not in the state it is moved from: the caller had it locked. */
  async move(moves: readonly StateMove[]): Promise<void> {
    if (moves.length === 0) return;
    this.documents.move(moves, await this.uow.now());
    await this.numbering.voidGivenUp(moves);
    await this.announce(moves.map(({ documentId }) => documentId));
  }

  /** 取下げ of a draft that was never submitted: nothing is deleted (RULE-52). */
  async giveUp(card: DocumentCard, actor: Actor): Promise<void> {
    const by = actor.staffNo;
    await this.move([{ documentId: card.id, from: card.state, to: 'withdrawn', by, reason: null }]);
    this.news.moved(card.id, by, { from: card.state, to: 'withdrawn' });
  }

  /** A first submission is by the matter type in force on its day; a later one keeps that (RULE-104). */
  private async withTypeInForce(row: DocumentRow): Promise<DocumentRow> {
    if (row.submitted_at !== null) return row;
    const version = await this.documents.keepTypeInForce(row.id, localDateAt(await this.uow.now()));
    return { ...row, matter_type_version: version ?? row.matter_type_version };
  }

  /** 施行不要: nothing of a decided document will go out (RULE-65); `false` takes that back. */
  async waiveExecution(documentId: string, waived: boolean): Promise<void> {
    const at = await this.uow.now();
    await this.documents.waiveExecution(documentId, waived ? at : null, at);
    await this.announce([documentId]);
  }

  /** 完結 of a decided or executed document. @returns false when it is in another state */
  async close(documentId: string, closedOn: string): Promise<boolean> {
    const closed = await this.documents.close(documentId, closedOn, await this.uow.now());
    if (closed) await this.announce([documentId]);
    return closed;
  }

  /** Gives the holders of seats the right to read, for good: who has approved may always see what was approved. */
  async admit(pairs: readonly { documentId: string; staffNo: string }[]): Promise<void> {
    this.documents.addParticipants(pairs, await this.uow.now());
  }

  /**
   * Lets people look at what is on its way to them, only as long as it is: whoever of an earlier call is not named again may
   * no longer read, unless they were admitted meanwhile.
   */
  async foresee(
    documentIds: readonly string[],
    pairs: readonly { documentId: string; staffNo: string }[],
  ): Promise<void> {
    this.documents.foreseeParticipants(documentIds, pairs, await this.uow.now());
  }

  /** Tells search and others that something a reader would find has changed (an opinion, a number). */
  announce(documentIds: readonly string[]): Promise<void> {
    return this.news.changed(documentIds);
  }
}
