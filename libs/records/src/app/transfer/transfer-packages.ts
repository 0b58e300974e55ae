import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import type { ItemRow } from '../../data/disposal/item-rows';
import { type PackageRow, PackageRows } from '../../data/transfer/package-rows';
import { refuse } from '../../disposal-errors';
import { transferPackageOrdered } from '../../events';
import { BatchDesk, type OpenBatch } from '../disposal/batch-desk';

/**
 * TRANS-1 移管資料 of a batch: ordered by the records office or the archives, made by the worker, taken only by whoever ordered it:
 * it was made with the rights of that person.
 */
@Injectable()
export class TransferPackages {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: BatchDesk,
    private readonly rows: PackageRows,
    private readonly ledger: Ledger,
    private readonly events: EventBus,
  ) {}

  /** My latest one, and whether I may order one. @throws DomainError records.no-such-batch */
  look(batchId: string, actor: Actor): Promise<{ mayOrder: boolean; latest: PackageRow | null }> {
    return this.uow.read(async () => {
      const open = await this.desk.look(batchId, actor);
      const latest = await this.rows.latest(batchId, actor.staffNo);
      const isGone =
        latest?.state === 'ready' && latest.expiresAt !== null && latest.expiresAt <= (await this.uow.now());
      return { mayOrder: mayOrder(open), latest: isGone ? null : latest };
    });
  }

  /** One that is under way is not ordered again. @throws DomainError records.no-such-batch, records.no-transfer */
  order(batchId: string, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      const open = await this.desk.look(batchId, actor);
      if (!mayOrder(open)) throw refuse('records.no-transfer', { batchId });
      const latest = await this.rows.latest(batchId, actor.staffNo);
      if (latest?.state === 'waiting' || latest?.state === 'running') return;
      const id = newId<string>();
      const by = { orderedBy: actor.staffNo, orderedByName: actor.name };
      const fileIds = transferred(open.items).map(({ fileId }) => fileId);
      const documents = await this.rows.insert({ id, batchId, orderedAt: await this.uow.now(), ...by }, fileIds);
      const subject = { kind: 'disposal-batch', id: batchId };
      const facts = { package: id, documents };
      this.ledger.record({ subject, kind: 'records.transfer-package-ordered', actor: actor.staffNo, facts });
      await this.events.publish(transferPackageOrdered, id, { packageId: id });
    });
  }
}

/** Files that are to be handed over, or have been. */
export function transferred(items: readonly ItemRow[]): ItemRow[] {
  return items.filter(({ state, measure }) => measure === 'transfer' && (state === 'approved' || state === 'executed'));
}

export const mayOrder = ({ items, part }: Pick<OpenBatch, 'items' | 'part'>): boolean =>
  (part.office || part.archivist) && transferred(items).length > 0;
