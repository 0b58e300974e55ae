import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { refuse } from '../../disposal-errors';
import { BatchRows } from '../../data/disposal/batch-rows';
import { ItemRows } from '../../data/disposal/item-rows';
import { HoldGuard } from '../hold-guard';
import { SplitOff } from '../split-off';
import { type BatchCommand, BatchDesk } from './batch-desk';

/** 分冊 on the list of what has expired: some documents of a file are to be treated otherwise. */
@Injectable()
export class SplitItem {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: BatchDesk,
    private readonly batches: BatchRows,
    private readonly rows: ItemRows,
    private readonly holds: HoldGuard,
    private readonly splitting: SplitOff,
  ) {}

  /** @returns the id of the new item. @throws DomainError records.unknown-item, records.held, records.bad-split */
  run(command: BatchCommand & { itemId: string; documentIds: readonly string[] }): Promise<string> {
    const { itemId, documentIds, actor } = command;
    return this.uow.run(async () => {
      const { batch, items } = await this.desk.open(command, 'split');
      const item = items.find(({ id, state }) => id === itemId && state === 'open');
      if (!item) throw refuse('records.unknown-item', { itemId });
      const subjects = { fileIds: [item.fileId], documentIds };
      await this.holds.pass(subjects, { what: 'split', actor: actor.staffNo });
      const split = { from: item.fileId, documentIds, title: null, reason: null, by: actor.staffNo };
      const fileId = await this.splitting.run(split);
      if (fileId === null) throw refuse('records.bad-split', { itemId });
      const id = newId<string>();
      await this.rows.add({ ...item, id, fileId });
      await this.batches.touch(batch.id);
      return id;
    });
  }
}
