import { Injectable } from '@nestjs/common';
import { SubmitDocument } from '@fubako/approvals';
import { CreateDraft, DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';

/** 事案の種類 of the decision; its form has 件名 `subject`, 対象簿冊 `items`, 理由 `reason` and 重要文書 `important`. */
const MATTER_TYPE = 'disposal';

/** Drafts the decision and submits it in one go, so that what is on its way is what the batch says. */
@Injectable()
export class DraftDecision {
  constructor(
    private readonly create: CreateDraft,
    private readonly submit: SubmitDocument,
    private readonly reading: DocumentReading,
  ) {}

  async run(actor: Actor, fields: Record<string, unknown>): Promise<string> {
    const documentId = await this.create.run({ actor, matterType: MATTER_TYPE, fields });
    const [card] = await this.reading.cards([documentId]);
    await this.submit.run({ actor, documentId, expectedVersion: card?.version ?? 1, note: null });
    return documentId;
  }
}
