import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { BatchRows } from '../../data/disposal/batch-rows';
import { type ItemRow, ItemRows } from '../../data/disposal/item-rows';
import { DisposalGuards } from './disposal-guards';
import { EraseFile } from './erase-file';
import { LastLook } from './last-look';

/**
 * Destroys one file, whole or not at all, in one unit of work: under the lock that holds take, everything is looked at again
 * (DISP-6, DISP-7). Rows first, bytes by the outbox.
 */
@Injectable()
export class DestroyFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly batches: BatchRows,
    private readonly items: ItemRows,
    private readonly guards: DisposalGuards,
    private readonly look: LastLook,
    private readonly erase: EraseFile,
  ) {}

  /** Before a run, also one that is taken up again, the clock is believed once more (DISP-12), and the witnesses are asked (DISP-19). @throws DomainError records.clock-not-believed, records.locked-by-witness */
  async prepare(batchId: string): Promise<void> {
    const locking = await this.guards.look();
    return this.uow.run(async () => {
      const batch = await this.batches.find(batchId);
      if (batch) await this.guards.believe(batch, batch.startedBy ?? '', locking);
    });
  }

  /** Safe to run again: an item that has ended stays as it is. @returns how it ended */
  run(itemId: string): Promise<ItemRow['state']> {
    return this.uow.run(async () => {
      const item = await this.items.lock(itemId);
      if (!item) throw new Error(`Item ${itemId} does not exist.`);
      const batch = await this.batches.find(item.batchId);
      if (!batch || item.state !== 'approved' || item.measure !== 'destroy' || batch.startedAt === null)
        return item.state;
      const actor = batch.startedBy ?? '';
      const refused = (await this.look.at([item], batch, { what: 'dispose', actor })).get(item.id) ?? null;
      const at = await this.uow.now();
      await this.items.end([{ id: item.id, state: refused ? 'left_out' : 'executed', outcome: refused }], at);
      if (refused) return 'left_out';
      await this.erase.run(item, batch);
      return 'executed';
    });
  }
}
