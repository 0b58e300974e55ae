import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { type DocumentCard, DocumentLifecycle, DocumentReading } from '@fubako/documents';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { retentionOfRecord } from '../core/filing';
import { refuse } from '../errors';
import { ClosingRights } from './closing-rights';
import { FiledRecords } from './filed-records';

export interface CloseCommand {
  readonly actor: Actor;
  readonly documentId: string;
}

/** 完結: the handling of a matter that was decided, and executed where it goes out, is finished today; from now on its retention stands on a real day (RULE-81). */
@Injectable()
export class CloseDocument {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentReading,
    private readonly lifecycle: DocumentLifecycle,
    private readonly rights: ClosingRights,
    private readonly filed: FiledRecords,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError documents.not-found, records.not-decided, records.not-executed, records.already-closed, records.not-yours-to-close */
  run({ actor, documentId }: CloseCommand): Promise<void> {
    return this.uow.run(async () => {
      await this.documents.readable(documentId, actor);
      const { state: from } = await this.closable({ actor, documentId });
      const closedOn = localDateAt(await this.uow.now());
      const record = await this.filed.find(documentId);
      if (!record) throw refuse('records.not-filed', { documentId });
      const closed = await this.lifecycle.close(documentId, closedOn);
      if (!closed) throw new Error(`Document ${documentId} was not decided although its lock had shown it.`);
      const retention = retentionOfRecord(record, { ...record, closedOn }, closedOn);
      await this.filed.close(record, closedOn, retention);
      const { startsOn, expiresOn } = retention;
      const about = { subject: { kind: 'document', id: documentId }, actor: actor.staffNo };
      this.ledger.record(
        { ...about, kind: 'documents.moved', facts: { from, to: 'closed' } },
        {
          ...about,
          kind: 'records.closed',
          facts: { file: record.fileId, retention: record.retentionClass, closedOn, startsOn, expiresOn },
        },
      );
    });
  }

  private async closable({ actor, documentId }: CloseCommand): Promise<DocumentCard> {
    const card = (await this.lifecycle.lock([documentId])).get(documentId);
    if (card?.state === 'closed') throw refuse('records.already-closed', { documentId });
    if (card?.state !== 'decided' && card?.state !== 'executed') throw refuse('records.not-decided', { documentId });
    if (!(await this.rights.isSettled(card))) throw refuse('records.not-executed', { documentId });
    if (!(await this.rights.mayClose(actor, card))) throw refuse('records.not-yours-to-close', { documentId });
    return card;
  }
}
