import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { confirmerFault } from '../../core/disposal/people';
import { BatchRows } from '../../data/disposal/batch-rows';
import type { ItemRow } from '../../data/disposal/item-rows';
import { refuse } from '../../disposal-errors';
import { disposalStarted } from '../../events';
import { type BatchCommand, BatchDesk } from './batch-desk';
import { DisposalGuards } from './disposal-guards';
import type { Locking } from './disposal-lock';

export interface CountedCommand extends BatchCommand {
  /** 件数 as the person has typed it: the documents that will be destroyed. */
  readonly count: number;
}

export interface StartCommand extends CountedCommand {
  readonly locking: Locking;
}

/** 実行: a person who had no hand in the decision types the count; the worker then destroys file by file (RULE-88). */
@Injectable()
export class StartDisposal {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: BatchDesk,
    private readonly batches: BatchRows,
    private readonly guards: DisposalGuards,
    private readonly bus: EventBus,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError records.wrong-count, records.not-yet, records.same-person, records.clock-not-believed, records.locked-by-witness, records.unusual-volume */
  run(command: StartCommand): Promise<void> {
    const { actor, count, locking } = command;
    return this.uow.run(async () => {
      const { batch, items } = await this.desk.open(command, 'execute');
      const expected = documentsToDestroy(items);
      if (count !== expected) throw refuse('records.wrong-count', { batchId: batch.id });
      await this.guards.pass(batch, { staffNo: actor.staffNo, documents: expected, locking });
      await this.batches.start(batch.id, await this.desk.by(actor));
      const subject = { kind: 'disposal-batch', id: batch.id };
      this.ledger.record({
        subject,
        kind: 'records.disposal-started',
        actor: actor.staffNo,
        facts: { documents: count },
      });
      await this.bus.publish(disposalStarted, batch.id, { batchId: batch.id });
    });
  }
}

/** 第三者の承認: somebody else agrees to a run that goes beyond the usual volume. */
@Injectable()
export class ConfirmVolume {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: BatchDesk,
    private readonly batches: BatchRows,
    private readonly guards: DisposalGuards,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError records.wrong-count, records.same-person */
  run(command: CountedCommand): Promise<void> {
    const { actor, count } = command;
    return this.uow.run(async () => {
      const { batch, items } = await this.desk.open(command, 'confirm');
      if (count !== documentsToDestroy(items)) throw refuse('records.wrong-count', { batchId: batch.id });
      await this.guards.differs(batch, actor.staffNo, confirmerFault);
      await this.batches.confirm(batch.id, await this.desk.by(actor), count);
      const subject = { kind: 'disposal-batch', id: batch.id };
      this.ledger.record({
        subject,
        kind: 'records.volume-confirmed',
        actor: actor.staffNo,
        facts: { documents: count },
      });
    });
  }
}

export function documentsToDestroy(items: readonly ItemRow[]): number {
  return items
    .filter(({ state, measure }) => state === 'approved' && measure === 'destroy')
    .reduce((sum, { documentCount }) => sum + documentCount, 0);
}
