import { Injectable } from '@nestjs/common';
import { SubmitDocument } from '@fubako/approvals';
import { CreateDraft, DocumentReading, type Escalation } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';

/** 事案の種類 of the decision; its form has 件名 `subject`, 対象簿冊 `items`, 理由 `reason` and perhaps 重要文書 `important`. */
const MATTER_TYPE = 'disposal';

export interface DecisionContent {
  readonly subject: string;
  readonly items: readonly string[];
  readonly important: boolean;
  readonly reason: string;
}

const groundsOf = (important: boolean): Escalation[] => (important ? ['important'] : []);

/** Drafts the decision and submits it in one go, so that what is on its way is what the batch says. */
@Injectable()
export class DraftDecision {
  constructor(
    private readonly create: CreateDraft,
    private readonly submit: SubmitDocument,
    private readonly reading: DocumentReading,
  ) {}

  async run(actor: Actor, { important, ...fields }: DecisionContent): Promise<string> {
    const asks = (await this.reading.formInForce(MATTER_TYPE))?.properties?.important !== undefined;
    // A form that does not ask leaves it to the grounds of escalation, which conditions of the delegation table see as well.
    const content = asks
      ? { fields: { ...fields, important } }
      : { fields, attributes: { escalations: groundsOf(important) } };
    const documentId = await this.create.run({ actor, matterType: MATTER_TYPE, ...content });
    const [card] = await this.reading.cards([documentId]);
    await this.submit.run({ actor, documentId, expectedVersion: card?.version ?? 1, note: null });
    return documentId;
  }
}
