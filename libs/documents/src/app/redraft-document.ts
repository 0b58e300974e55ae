import { Injectable } from '@nestjs/common';
import type { DocumentId } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { RedraftRows } from '../data/redraft-rows';
import { CarriedContent } from './carried-content';
import { CreateDraft } from './create-draft';
import { admit } from './document-acts';
import { DraftDesk } from './draft-desk';

export interface RedraftCommand {
  readonly actor: Actor;
  readonly documentId: string;
  readonly postCode?: string;
}

/** 再起案: a new draft of the actor's own with the content and files of a finished document; each knows the other (RULE-52). */
@Injectable()
export class RedraftDocument {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: DraftDesk,
    private readonly content: CarriedContent,
    private readonly create: CreateDraft,
    private readonly redrafts: RedraftRows,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError documents.not-found, documents.not-finished, documents.content-erased, documents.no-post, documents.unknown-matter-type */
  run({ actor, documentId, postCode }: RedraftCommand): Promise<DocumentId> {
    return this.uow.run(async () => {
      const origin = await this.desk.read(documentId, actor);
      admit('redraft', origin, actor);
      const content = await this.content.of(origin);
      const id = await this.create.run({
        actor,
        matterType: origin.matter_type,
        ...(postCode === undefined ? {} : { postCode }),
        ...content,
      });
      await this.redrafts.link(id, origin.id);
      await this.redrafts.copyAttachments({ from: origin.id, to: id }, actor);
      for (const [subject, facts] of [
        [id, { of: origin.id }],
        [origin.id, { as: id }],
      ] as const)
        this.ledger.record({
          subject: { kind: 'document', id: subject },
          kind: 'documents.redrafted',
          actor: actor.staffNo,
          facts,
        });
      return id;
    });
  }
}
