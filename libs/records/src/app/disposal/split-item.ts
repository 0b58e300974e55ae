import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { refuse } from '../../disposal-errors';
import { BatchRows } from '../../data/disposal/batch-rows';
import { SplitRows } from '../../data/disposal/split-rows';
import { HoldGuard } from '../hold-guard';
import { type BatchCommand, BatchDesk } from './batch-desk';

/** 分冊: some documents of a file are to be treated otherwise, and become a volume of their own with the same terms. */
@Injectable()
export class SplitItem {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: BatchDesk,
    private readonly batches: BatchRows,
    private readonly rows: SplitRows,
    private readonly holds: HoldGuard,
    private readonly ledger: Ledger,
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
      const chosen = [...new Set(documentIds)];
      const fileId = newId<string>();
      const newItemId = newId<string>();
      const moved = await this.rows.split({ from: item.fileId, to: fileId, documentIds: chosen }, await this.uow.now());
      if (moved !== chosen.length || moved === 0 || moved >= item.documentsNow)
        throw refuse('records.bad-split', { itemId });
      await this.rows.addItem({ ...item, id: newItemId, fileId });
      await this.batches.touch(batch.id);
      this.note({ from: item.fileId, to: fileId, documentIds: chosen }, actor.staffNo);
      return newItemId;
    });
  }

  private note(
    { from, to, documentIds }: { from: string; to: string; documentIds: readonly string[] },
    actor: string,
  ): void {
    this.ledger.record(
      { subject: { kind: 'record-file', id: to }, kind: 'records.file-split-off', actor, facts: { from } },
      ...documentIds.map((id) => ({
        subject: { kind: 'document', id },
        kind: 'records.moved-to-volume',
        actor,
        facts: { from, to },
      })),
    );
  }
}
