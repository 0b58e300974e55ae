import { Injectable } from '@nestjs/common';
import { DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type DisposalAct, type Part, type Standing, actFault } from '../../core/disposal/steps';
import { type BatchRow, BatchRows, type By } from '../../data/disposal/batch-rows';
import { type ItemRow, ItemRows } from '../../data/disposal/item-rows';
import { refuse } from '../../disposal-errors';
import { DisposalRights } from './disposal-rights';

export interface OpenBatch {
  readonly batch: BatchRow;
  readonly items: readonly ItemRow[];
  readonly standing: Standing;
  readonly part: Part;
}

/** What an act on a batch says of itself. */
export interface BatchCommand {
  readonly actor: Actor;
  readonly batchId: string;
  /** Version of the batch that the person had in view; null when it does not matter. */
  readonly expectedVersion: number | null;
}

/** The doorway of everything that concerns one batch: finds it, for those who may, and locks it for acts. */
@Injectable()
export class BatchDesk {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly batches: BatchRows,
    private readonly items: ItemRows,
    private readonly rights: DisposalRights,
    private readonly documents: DocumentReading,
  ) {}

  /** @throws DomainError records.no-such-batch */
  async look(batchId: string, actor: Actor): Promise<OpenBatch> {
    return this.complete(await this.batches.find(batchId), { batchId, actor });
  }

  /** Locks the batch for one act. @throws DomainError records.no-such-batch, records.batch-changed, records.disposal-refused */
  async open({ batchId, actor, expectedVersion }: BatchCommand, act: DisposalAct): Promise<OpenBatch> {
    const open = await this.complete(await this.batches.lock(batchId), { batchId, actor });
    const fault = actFault(act, open.standing, open.part);
    if (fault) throw refuse('records.disposal-refused', { batchId, act, fault });
    const { version } = open.batch;
    if (expectedVersion !== null && expectedVersion !== version)
      throw refuse('records.batch-changed', { batchId, currentVersion: version });
    return open;
  }

  async by(actor: Actor): Promise<By> {
    return { staffNo: actor.staffNo, name: actor.name, at: await this.uow.now() };
  }

  private async complete(
    batch: BatchRow | null,
    { batchId, actor }: { batchId: string; actor: Actor },
  ): Promise<OpenBatch> {
    if (!batch || !this.rights.maySee(actor, batch.sectionCode)) throw refuse('records.no-such-batch', { batchId });
    const items = await this.items.of(batchId);
    return {
      batch,
      items,
      standing: await this.standing(batch, items),
      part: await this.rights.part(actor, batch.sectionCode),
    };
  }

  private async standing(batch: BatchRow, items: readonly ItemRow[]): Promise<Standing> {
    const left = (measure: string) =>
      items.filter((item) => item.state === 'approved' && item.measure === measure).length;
    return {
      step: batch.step,
      underDecision: await this.isUnderDecision(batch),
      started: batch.startedAt !== null,
      confirmed: batch.confirmedAt !== null,
      toDestroy: left('destroy'),
      toTransfer: left('transfer'),
    };
  }

  /** A decision that was withdrawn or abandoned leaves the way open for another. */
  private async isUnderDecision({ step, documentId }: BatchRow): Promise<boolean> {
    if (step !== 'decision' || documentId === null) return false;
    const [card] = await this.documents.countedCards([documentId]);
    return card !== undefined && !['withdrawn', 'abandoned'].includes(card.state);
  }
}
