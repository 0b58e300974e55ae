import { Injectable } from '@nestjs/common';
import { addDays, localDateAt } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { MunicipalitySettings } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { BatchRows } from '../../data/disposal/batch-rows';
import { ItemRows } from '../../data/disposal/item-rows';
import { refuse } from '../../disposal-errors';
import { type BatchCommand, BatchDesk } from './batch-desk';

/** 文書主管課の確認: on to the archives, or back to the section. */
@Injectable()
export class ReviewBatch {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: BatchDesk,
    private readonly batches: BatchRows,
    private readonly items: ItemRows,
    private readonly settings: MunicipalitySettings,
    private readonly ledger: Ledger,
  ) {}

  /** What is to be destroyed goes to the archives first: nothing of it is destroyed before they have answered (RULE-88). */
  forward(command: BatchCommand): Promise<void> {
    return this.uow.run(async () => {
      const { batch, items } = await this.desk.open(command, 'forward');
      const by = await this.desk.by(command.actor);
      const { archivesOpinionDays } = await this.settings.current();
      const destroys = items.some(({ state, measure }) => state === 'agreed' && measure === 'destroy');
      const dueOn = destroys ? addDays(localDateAt(by.at), archivesOpinionDays) : null;
      await this.batches.forward(batch.id, by, dueOn);
      this.note(batch.id, by.staffNo, { kind: 'records.disposal-reviewed', facts: { opinionDueOn: dueOn } });
    });
  }

  sendBack(command: BatchCommand & { readonly reason: string }): Promise<void> {
    return this.uow.run(async () => {
      const { batch } = await this.desk.open(command, 'return');
      await this.items.reopen(batch.id);
      await this.batches.sendBack(batch.id, command.reason);
      this.note(batch.id, command.actor.staffNo, { kind: 'records.disposal-returned', facts: {} });
    });
  }

  /** 公文書館の意見: which files the archives ask for, and what else they say. @throws DomainError records.unknown-item */
  opine(
    command: BatchCommand & { opinion: string; wishes: readonly { itemId: string; reason: string }[] },
  ): Promise<void> {
    const { opinion, wishes, actor } = command;
    return this.uow.run(async () => {
      const { batch, items } = await this.desk.open(command, 'opine');
      const destroyed = new Set(
        items.filter(({ measure, state }) => state === 'agreed' && measure === 'destroy').map(({ id }) => id),
      );
      for (const { itemId } of wishes) if (!destroyed.has(itemId)) throw refuse('records.unknown-item', { itemId });
      await this.items.wish(batch.id, wishes);
      await this.batches.opine(batch.id, await this.desk.by(actor), opinion);
      const facts = { asksFor: wishes.map(({ itemId }) => itemId) };
      this.note(batch.id, actor.staffNo, { kind: 'records.archives-opined', facts });
    });
  }

  private note(id: string, actor: string, { kind, facts }: { kind: string; facts: Record<string, unknown> }): void {
    this.ledger.record({ subject: { kind: 'disposal-batch', id }, kind, actor, facts });
  }
}
