import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { contentsDigest } from '../../core/disposal/contents';
import { obstacleOf } from '../../core/disposal/obstacle';
import { type BatchRow, BatchRows } from '../../data/disposal/batch-rows';
import { ExpiredRows } from '../../data/disposal/expired-rows';
import { type ItemOutcome, type ItemRow, ItemRows } from '../../data/disposal/item-rows';
import { EraseFile } from './erase-file';
import { HeldFiles, heldOutcome } from './held-files';

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
    private readonly files: ExpiredRows,
    private readonly held: HeldFiles,
    private readonly erase: EraseFile,
  ) {}

  /** Safe to run again: an item that has ended stays as it is. @returns how it ended */
  run(itemId: string): Promise<ItemRow['state']> {
    return this.uow.run(async () => {
      const item = await this.items.lock(itemId);
      if (!item) throw new Error(`Item ${itemId} does not exist.`);
      const batch = await this.batches.find(item.batchId);
      if (!batch || item.state !== 'approved' || item.measure !== 'destroy' || batch.startedAt === null)
        return item.state;
      const refused = await this.obstacle(item, batch);
      const at = await this.uow.now();
      await this.items.end([{ id: item.id, state: refused ? 'left_out' : 'executed', outcome: refused }], at);
      if (refused) return 'left_out';
      await this.erase.run(item, batch);
      return 'executed';
    });
  }

  private async obstacle(item: ItemRow, batch: BatchRow): Promise<ItemOutcome | null> {
    const { fileId } = item;
    const hold = (await this.held.lock([fileId], { what: 'dispose', actor: batch.startedBy ?? '' })).get(fileId);
    if (hold) return heldOutcome(hold);
    // A hold that came after the section had chosen needs a fresh decision, although it has ended meanwhile (S12).
    if ((await this.files.heldSince([fileId], batch.submittedAt ?? batch.listedAt)).has(fileId))
      return { code: 'held-meanwhile' };
    const facts = (await this.files.facts([fileId])).get(fileId);
    if (!facts) return { code: 'has-left' };
    const code = obstacleOf(facts, localDateAt(await this.uow.now()));
    if (code) return { code };
    if (facts.expiresOn !== item.expiresOn) return { code: 'expiry-changed' };
    return item.contentsDigest?.equals(contentsDigest(fileId, facts)) ? null : { code: 'contents-changed' };
  }
}
