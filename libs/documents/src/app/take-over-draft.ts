import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { DocumentRows } from '../data/document-rows';
import { TakeoverRows } from '../data/takeover-rows';
import { admit } from './document-acts';
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
      admit('take_over', row, actor);
      const at = await this.uow.now();
      await this.takeovers.takeOver(row, await this.place.inSection(actor, row.section_code), at);
      // Whoever submitted it may see what became of it.
      if (row.revision_no > 0) this.documents.addParticipants([{ documentId, staffNo: row.drafter_staff_no }], at);
      await this.news.takenOver(row, actor.staffNo);
    });
  }
}
