import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { isEditable } from '../core/states';
import { DocumentRows } from '../data/document-rows';
import type { DocumentRow } from '../data/document.row';
import { TakeoverRows } from '../data/takeover-rows';
import { refuse } from '../errors';
import { DocumentNews } from './document-news';
import { DraftDesk } from './draft-desk';
import { DraftingPlace } from './drafting-place';

/** 引受け: somebody of the section goes on with a draft whose drafter has left it (RULE-102). */
@Injectable()
export class TakeOverDraft {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: DraftDesk,
    private readonly documents: DocumentRows,
    private readonly takeovers: TakeoverRows,
    private readonly place: DraftingPlace,
    private readonly news: DocumentNews,
  ) {}

  /** @throws DomainError documents.not-found, documents.not-editable, documents.not-left, documents.not-your-section */
  run(documentId: string, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      const row = await this.desk.lock(documentId, actor);
      if (!isEditable(row.state)) throw refuse('documents.not-editable', { documentId, state: row.state });
      if (row.left_at === null) throw refuse('documents.not-left', { documentId });
      if (!mayTakeOver(row, actor)) throw refuse('documents.not-your-section', { documentId });
      const at = await this.uow.now();
      await this.takeovers.takeOver(row, await this.place.inSection(actor, row.section_code), at);
      // Whoever submitted it may see what became of it.
      if (row.revision_no > 0) this.documents.addParticipants([{ documentId, staffNo: row.drafter_staff_no }], at);
      await this.news.takenOver(row, actor.staffNo);
    });
  }
}

/** The section's own people, and the heads above it; the former drafter is none of them any more. */
export function mayTakeOver({ section_code }: Pick<DocumentRow, 'section_code'>, { units, posts }: Actor): boolean {
  return posts.length > 0 && units.some((code) => code === section_code);
}
