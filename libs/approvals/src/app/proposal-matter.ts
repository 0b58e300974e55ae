import { Injectable } from '@nestjs/common';
import { CreateDraft, DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';

export interface FittedMatter {
  readonly matterType: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The draft of a decision on rules of the municipality: a matter of a type that it has, in what its form has. */
@Injectable()
export class ProposalMatter {
  constructor(
    private readonly reading: DocumentReading,
    private readonly create: CreateDraft,
  ) {}

  /** Of `types` the first that the municipality has, with those of the words that its form takes. */
  async fit(types: readonly [string, ...string[]], words: Readonly<Record<string, unknown>>): Promise<FittedMatter> {
    for (const matterType of types) {
      const form = await this.reading.formInForce(matterType);
      if (!form) continue;
      const known = Object.entries(words).filter(([name]) => form.properties[name] !== undefined);
      return { matterType, fields: Object.fromEntries(known) };
    }
    return { matterType: types[0], fields: words };
  }

  /** @throws DomainError what drafting refuses */
  async draft(actor: Actor, { matterType, fields }: FittedMatter): Promise<{ documentId: string; version: number }> {
    const documentId = await this.create.run({ actor, matterType, fields });
    const [card] = await this.reading.cards([documentId]);
    return { documentId, version: card?.version ?? 1 };
  }
}
