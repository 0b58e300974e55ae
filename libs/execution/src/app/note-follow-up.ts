import { Injectable } from '@nestjs/common';
import { BranchNumbers, type DocumentCard, DocumentLifecycle, DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Standing } from '../core/judge';
import { refuse } from '../errors';
import { ExecutingRights } from './executing-rights';
import { ParentNumbers } from './parent-numbers';

export interface NoteFollowUpCommand {
  readonly actor: Actor;
  readonly documentId: string;
  /** The document whose letter this one continues; null: it continues none. */
  readonly parentDocumentId: string | null;
}

/** 続きの文書: notes, until the document is numbered, that it takes a branch of an earlier number (RULE-74). */
@Injectable()
export class NoteFollowUp {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentReading,
    private readonly lifecycle: DocumentLifecycle,
    private readonly rights: ExecutingRights,
    private readonly parents: ParentNumbers,
    private readonly branches: BranchNumbers,
  ) {}

  /** @throws DomainError documents.not-found, execution.not-yours, execution.numbered-already, execution.number-missing */
  run({ actor, documentId, parentDocumentId }: NoteFollowUpCommand): Promise<void> {
    return this.uow.run(async () => {
      await this.documents.readable(documentId, actor);
      const card = (await this.lifecycle.lock([documentId])).get(documentId);
      if (!card) throw new Error(`Document ${documentId} went away while it was read.`);
      const who = await this.rights.of(actor, card);
      if (!mayNote(who, card, actor)) throw refuse('execution.not-yours', { documentId, rule: 'RULE-74' });
      if (card.dispatchNumber !== null) throw refuse('execution.numbered-already', { number: card.dispatchNumber });
      const of = parentDocumentId === null ? null : await this.parents.of(parentDocumentId, actor);
      await this.branches.note(documentId, of, actor.staffNo);
      await this.lifecycle.announce([documentId]);
    });
  }
}

/** The drafter, and those who keep the numbers of the section. */
export const mayNote = (who: Pick<Standing, 'clerk'>, card: Pick<DocumentCard, 'drafter'>, actor: Actor): boolean =>
  who.clerk || card.drafter.staffNo === actor.staffNo;
