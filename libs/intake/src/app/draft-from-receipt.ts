import { Injectable } from '@nestjs/common';
import type { DocumentId } from '@fubako/kernel';
import { CreateDraft } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { ConcernedRows } from '../data/concerned-rows';
import type { ReceiptRow } from '../data/receipt.row';
import { Endings } from './endings';
import { ReceiptDesk } from './receipt-desk';
import { Sections } from './sections';

export interface DraftFromReceiptCommand {
  readonly actor: Actor;
  readonly receiptId: string;
  readonly matterType: string;
  /** Fields of the form; the subject is taken over when it is not given. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** 収受起案: a draft takes the receipt over and knows it (RULE-02). */
@Injectable()
export class DraftFromReceipt {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReceiptDesk,
    private readonly sections: Sections,
    private readonly createDraft: CreateDraft,
    private readonly endings: Endings,
    private readonly concerned: ConcernedRows,
  ) {}

  /** @throws DomainError intake.not-your-section, intake.already-ended, and what `CreateDraft` refuses */
  run({ actor, receiptId, matterType, fields = {} }: DraftFromReceiptCommand): Promise<DocumentId> {
    return this.uow.run(async () => {
      const row = await this.desk.open(receiptId, actor, 'draft');
      const post = await this.sections.postIn(actor, row.section_code);
      const documentId = await this.createDraft.run({
        actor,
        matterType,
        fields: { subject: row.subject, ...fields },
        attributes: takenOver(row),
        ...(post ? { postCode: post.code } : {}),
      });
      await this.endings.end(row, actor, { kind: 'drafted', documentId });
      await this.concerned.admit(row.id, [actor.staffNo], await this.uow.now());
      return documentId;
    });
  }
}

/** What is confidential stays so, as long as it was to be, and the day of the reply becomes the day by which a decision is wanted. */
function takenOver({ confidentiality, confidential_until: confidentialUntil, reply_due_on }: ReceiptRow) {
  return {
    ...(confidentiality === 'none' ? {} : { confidentiality, confidentialUntil }),
    ...(reply_due_on === null ? {} : { dueOn: reply_due_on }),
  };
}
