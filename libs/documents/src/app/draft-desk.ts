import { Injectable } from '@nestjs/common';
import { ReadLog, grounds } from '@fubako/ledger';
import { type Actor, inDailyWork } from '@fubako/platform/authz';
import { secrecyOn } from '../core/secrecy';
import { DocumentRows } from '../data/document-rows';
import type { DocumentRow } from '../data/document.row';
import { type RelativeRow, RedraftRows } from '../data/redraft-rows';
import { refuse } from '../errors';
import { admit } from './document-acts';
import { DOCUMENT_COLUMNS, type DocumentFacts, mayRead, overseeingRole, readableDocuments } from './policy';

/** The doorway of everything that concerns one document: finds it, and only for those who may. */
@Injectable()
export class DraftDesk {
  constructor(
    private readonly documents: DocumentRows,
    private readonly redrafts: RedraftRows,
    private readonly readings: ReadLog,
  ) {}

  /** What the document was drafted anew from, and what was from it, as far as the actor may read it. */
  relativesOf(documentId: string, actor: Actor): Promise<RelativeRow[]> {
    return this.redrafts.relativesOf(documentId, readableDocuments(inDailyWork(actor), DOCUMENT_COLUMNS));
  }

  /**
   * Whoever looks at it is in the log of readings before anything is handed out (LOG-1).
   * @param part one of its files
   * @throws DomainError documents.not-found — also for documents that the actor may not know of
   */
  async read(documentId: string, actor: Actor, part?: string): Promise<DocumentRow> {
    const found = await this.documents.findWithParticipants(documentId);
    const facts = found && factsOf(found, found.participants);
    if (!facts || !mayRead(actor, facts)) throw refuse('documents.not-found', { documentId });
    const { participants: _, ...document } = found;
    this.readings.note(actor, {
      subject: { kind: 'document', id: document.id },
      ...grounds(actor, overseeingRole(actor, facts)),
      secrecy: secrecyOn(facts, actor.on),
      ...(part !== undefined && { part }),
    });
    return document;
  }

  /** Locks a document that the actor may read. @throws DomainError documents.not-found */
  async lock(documentId: string, actor: Actor): Promise<DocumentRow> {
    const document = await this.documents.lock(documentId);
    // Asked after the lock was waited for: whoever was admitted meanwhile may read.
    const facts = document && factsOf(document, await this.documents.seats(documentId));
    if (!facts || !mayRead(actor, facts)) throw refuse('documents.not-found', { documentId });
    this.readings.ask(actor, secrecyOn(facts, actor.on));
    return document;
  }

  /** Locks a draft for its drafter. @throws DomainError documents.not-found, documents.not-yours, documents.not-editable, documents.left-behind */
  async open(documentId: string, actor: Actor): Promise<DocumentRow> {
    const document = await this.lock(documentId, actor);
    admit('edit', document, actor);
    return document;
  }
}

/** What the policy looks at, of a document and everybody who holds or held one of its seats. */
export function factsOf(document: DocumentRow, participants: readonly string[]): DocumentFacts {
  return {
    id: document.id,
    state: document.state,
    confidentiality: document.confidentiality,
    confidentialUntil: document.confidential_until,
    drafter: document.drafter_staff_no,
    section: document.section_code,
    left: document.left_at !== null,
    participants,
  };
}
