import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { choiceFault } from '../../core/disposal/measure';
import { BatchRows } from '../../data/disposal/batch-rows';
import { type ItemChoice, type ItemRow, ItemRows } from '../../data/disposal/item-rows';
import { refuse } from '../../disposal-errors';
import { HoldGuard } from '../hold-guard';
import { type BatchCommand, BatchDesk } from './batch-desk';
import { HeldFiles } from './held-files';

/** 措置の選択, by the section; after the opinion of the archives by the records office. */
@Injectable()
export class ChooseMeasures {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: BatchDesk,
    private readonly batches: BatchRows,
    private readonly rows: ItemRows,
    private readonly holds: HoldGuard,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError records.unknown-item, records.held, records.bad-choice, and what the desk refuses */
  run(command: BatchCommand & { readonly choices: readonly ItemChoice[] }): Promise<void> {
    const { choices, actor } = command;
    return this.uow.run(async () => {
      const { batch, items } = await this.desk.open(command, 'choose');
      const chosen = choices.map((choice) => checked(choice, items));
      const fileIds = chosen.map(({ fileId }) => fileId);
      await this.holds.pass({ fileIds, documentIds: [] }, { what: 'choose-measure', actor: actor.staffNo });
      await this.rows.choose(batch.id, choices);
      await this.batches.touch(batch.id);
      if (batch.step === 'decision') this.note(batch.id, choices, actor.staffNo);
    });
  }

  private note(batchId: string, choices: readonly ItemChoice[], actor: string): void {
    this.ledger.record({
      subject: { kind: 'disposal-batch', id: batchId },
      kind: 'records.measures-changed',
      actor,
      facts: { items: choices.map(({ itemId, measure }) => ({ item: itemId, measure })) },
    });
  }
}

/** 残りは基準案どおり: what nobody has chosen yet is what the plan proposes, as far as it proposes something that needs no reason. */
@Injectable()
export class FollowProposals {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: BatchDesk,
    private readonly batches: BatchRows,
    private readonly rows: ItemRows,
    private readonly held: HeldFiles,
  ) {}

  /** @returns how many were chosen */
  run(command: BatchCommand): Promise<number> {
    return this.uow.run(async () => {
      const { batch, items } = await this.desk.open(command, 'choose');
      const open = items.filter(
        ({ measure, proposal, state }) => measure === null && proposal !== null && isOpen(state),
      );
      const held = await this.held.of(open.map(({ fileId }) => fileId));
      const choices = open.flatMap(({ id, fileId, proposal }) =>
        proposal === null || proposal === 'extend' || held.has(fileId)
          ? []
          : [{ itemId: id, measure: proposal, reason: null, extendYears: null }],
      );
      await this.rows.choose(batch.id, choices);
      await this.batches.touch(batch.id);
      return choices.length;
    });
  }
}

const isOpen = (state: string): boolean => state === 'open' || state === 'agreed';

function checked(choice: ItemChoice, items: readonly ItemRow[]): ItemRow {
  const item = items.find(({ id, state }) => id === choice.itemId && isOpen(state));
  if (!item) throw refuse('records.unknown-item', { itemId: choice.itemId });
  const fault = choiceFault(choice, item);
  if (fault) throw refuse('records.bad-choice', { itemId: item.id, title: item.title, fault });
  return item;
}
