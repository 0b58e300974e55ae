import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { BatchRows } from '../../data/disposal/batch-rows';
import { type ItemOutcome, type ItemRow, ItemRows } from '../../data/disposal/item-rows';
import { refuse } from '../../disposal-errors';
import { type BatchCommand, BatchDesk, type OpenBatch } from './batch-desk';
import type { Locking } from './disposal-lock';
import { TransferFile } from './transfer-file';

export interface ReceiveCommand extends BatchCommand {
  readonly itemIds: readonly string[];
  /** Null: they are accepted. */
  readonly refusal: string | null;
  /** 点数 of the paper that came with them, counted by whoever receives it (TRANS-4). */
  readonly pieces: number;
  readonly locking: Locking;
}

/** 引継ぎの受領: the archives take files over, or say why not (移管). */
@Injectable()
export class ReceiveTransfer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: BatchDesk,
    private readonly batches: BatchRows,
    private readonly items: ItemRows,
    private readonly transfer: TransferFile,
    private readonly ledger: Ledger,
  ) {}

  /** @returns what kept files from being handed over, by item. @throws DomainError records.unknown-item, records.pieces-differ, records.locked-by-witness, and what the desk refuses */
  run(command: ReceiveCommand): Promise<ReadonlyMap<string, ItemOutcome>> {
    const { itemIds, refusal, pieces, actor, locking } = command;
    return this.uow.run(async () => {
      const open = await this.desk.open(command, 'receive');
      const chosen = itemIds.map((itemId) => transferred(open, itemId));
      if (refusal === null) assertCounted(chosen, pieces);
      const at = await this.uow.now();
      const left =
        refusal === null
          ? await this.transfer.run(chosen, { ...open, actor, at, locking })
          : new Map<string, ItemOutcome>();
      if (refusal !== null) await this.refused(chosen, refusal, at);
      const facts = { items: [...itemIds], accepted: refusal === null, leftOut: [...left.keys()], pieces };
      const subject = { kind: 'disposal-batch', id: open.batch.id };
      this.ledger.record({ subject, kind: 'records.transfer-answered', actor: actor.staffNo, facts });
      const remaining = (await this.items.of(open.batch.id)).some(({ state }) => state === 'approved');
      if (remaining) await this.batches.touch(open.batch.id);
      else await this.batches.finish(open.batch.id, at);
      return left;
    });
  }

  /** It is assessed anew: the next list has it again. */
  private refused(items: readonly ItemRow[], reason: string, at: Date): Promise<void> {
    const outcome = { code: 'archives-refused', reason };
    return this.items.end(
      items.map(({ id }) => ({ id, state: 'left_out', outcome })),
      at,
    );
  }
}

/** TRANS-4 The paper that came is what the inventory lists. @throws DomainError records.pieces-differ */
function assertCounted(items: readonly ItemRow[], pieces: number): void {
  const listed = items.reduce((sum, item) => sum + item.pieces, 0);
  if (listed !== pieces) throw refuse('records.pieces-differ', { listed, pieces });
}

function transferred({ items }: OpenBatch, itemId: string): ItemRow {
  const item = items.find(({ id, state, measure }) => id === itemId && state === 'approved' && measure === 'transfer');
  if (!item) throw refuse('records.unknown-item', { itemId });
  return item;
}
